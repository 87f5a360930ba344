"""Trails as the viewer has them: the stops of tours and hot spots, and their signs on the floor."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.model import Hall, Point, Stop
from hallgen.site.manifest import ShardMark, ShardNarration, ShardStop, ShardTrail
from hallgen.site.marks import Mark, marks_of
from hallgen.site.page import Page
from hallgen.site.poses import spot
from hallgen.site.site import Site
from hallgen.site.standing import view_of_spot
from hallgen.site.stops import ShownStop, shown_stops, stop_pose, voice_of

#: How far before the front of its booth a sign lies on the floor, in metres.
_BEFORE = 0.75

#: The share of the way from another place to where one stands to see it.
_ON_THE_WAY = 0.7


def hall_trails(page: Page, hall: Hall) -> Iterator[ShardTrail]:
    """Those with a stop in a hall; a visitor goes on from there to the others."""
    for trail in page.site.trails:
        if any(stop.hall == hall.id for stop in trail.stops):
            yield ShardTrail(
                id=trail.id,
                kind=trail.kind.value,
                name=page.plain(trail.name),
                text=page.plain(trail.text),
                page=page.trail_address(trail),
                stops=tuple(_stop(page, shown) for shown in shown_stops(page, trail)),
            )


def hall_marks(site: Site, hall: Hall) -> Iterator[ShardMark]:
    for mark in marks_of(site, hall):
        yield ShardMark(
            spot=spot(_sign(site, mark)),
            booth=None if mark.booth is None else mark.booth.id,
            stops=tuple((trail.id, number) for trail, number in mark.stops),
            highlights=tuple(product.id for product in mark.highlights),
        )


def _stop(page: Page, shown: ShownStop) -> ShardStop:
    stop = shown.stop
    return ShardStop(
        name=shown.name,
        text=page.plain(stop.text),
        hall=stop.hall,
        hall_name=shown.hall_name,
        page=shown.hall_page,
        view=stop_pose(page.site, stop),
        where="" if shown.booth is None else shown.booth.booth.number,
        booth=stop.booth,
        exhibitor=stop.exhibitor,
        product=stop.product,
        show=None if stop.show is None else stop.show.value,
        narration=_narration(page, stop),
    )


def _narration(page: Page, stop: Stop) -> ShardNarration | None:
    voice = voice_of(page, stop)
    return None if voice is None else ShardNarration(sound=voice[0].address, captions=voice[1])


def _sign(site: Site, mark: Mark) -> Point:
    """Before the front of its booth, where nobody has built; else on the way to its place."""
    if mark.booth is not None:
        booth = site.booth_layouts[mark.booth.id]
        return booth.frame.to_plan(0, booth.depth / 2 + _BEFORE)
    layout = site.layout(mark.hall)
    eyes = view_of_spot(mark.spot, layout.start, layout.walkable)
    x, y = mark.spot
    return x + (eyes.x - x) * _ON_THE_WAY, y + (-eyes.z - y) * _ON_THE_WAY
