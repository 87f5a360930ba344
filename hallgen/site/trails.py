"""Trails as the viewer has them: the stops of tours and hot spots, and their signs on the floor."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.model import Hall, Product, Stop
from hallgen.site.manifest import ShardMark, ShardNarration, ShardStop, ShardTrail
from hallgen.site.marks import marks_of
from hallgen.site.page import Page
from hallgen.site.poses import spot
from hallgen.site.site import Site
from hallgen.site.stops import ShownStop, shown_stops, stop_pose, voice_of


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
            spot=spot(mark.sign),
            booth=None if mark.booth is None else mark.booth.id,
            stops=tuple((trail.id, number) for trail, number in mark.stops),
            highlights=tuple(product.id for product in mark.highlights),
            experiences=tuple(
                ("product" if isinstance(thing, Product) else "exhibitor", thing.id)
                for thing in mark.experiences
            ),
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
