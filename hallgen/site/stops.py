"""The stops of hot spots and tours: where they are, what is seen there, and who leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from hallgen.media.pictures import Picture, PictureSet
from hallgen.media.sound import Sound
from hallgen.model import Exhibitor, Point, Polygon, Product, Stop, Trail
from hallgen.site import addresses
from hallgen.site.manifest import Pose
from hallgen.site.page import BoothPlace, Page
from hallgen.site.poses import pose
from hallgen.site.site import Site
from hallgen.site.standing import view_of, view_of_area


@dataclass(frozen=True, slots=True)
class ShownStop:
    """A stop as pages and halls speak of it. `number` counts from 1.

    `name` is what is to be seen there, `of` who shows it, '' where nobody is. `page` is the
    address of its own page and `booth` its place, None where it has none. `photo` or `still`
    shows it.
    """

    number: int
    stop: Stop
    name: str
    of: str
    hall_name: str
    hall_page: str
    page: str | None
    booth: BoothPlace | None
    walk: str
    photo: PictureSet | None
    still: Picture | None


def start_of(page: Page, trail: Trail, number: int = 1) -> str:
    """The link that begins a trail of the site in 3D, or goes on with it from a stop."""
    address = addresses.hall(page.language, trail.stops[number - 1].hall)
    return f"{address}?tour={quote(trail.id)}&stop={number}"


def shown_stops(page: Page, trail: Trail) -> list[ShownStop]:
    return [_shown(page, trail, number, stop) for number, stop in enumerate(trail.stops, 1)]


def stops_about(site: Site, thing: Exhibitor | Product) -> Iterator[tuple[Trail, int]]:
    """The trails that stop at an exhibitor or a product, each once, and the number of the stop."""
    for trail in site.trails:
        for number, stop in enumerate(trail.stops, 1):
            if thing.id == (stop.exhibitor if isinstance(thing, Exhibitor) else stop.product):
                yield trail, number
                break


def stop_pose(site: Site, stop: Stop) -> Pose:
    """Where a visitor stands at a stop, and looks at what is there."""
    layout = site.inputs.layouts[stop.hall]
    if stop.booth is not None:
        return view_of(site.booth_layouts[stop.booth], layout.walkable)
    if stop.area is not None:
        hall = site.index.halls[stop.hall]
        return view_of_area(hall.areas[stop.area], hall)
    entry = next((entry for entry in layout.entries if entry.gate == stop.gate), None)
    if entry is None:
        return pose(layout.start, layout.start_heading)
    return pose(entry.point, entry.heading)


def spot_of(site: Site, stop: Stop) -> Point:
    """Where a stop is on its hall's plan."""
    hall = site.index.halls[stop.hall]
    if stop.booth is not None:
        return middle(site.index.booths[stop.booth].outline)
    if stop.area is not None:
        return middle(hall.areas[stop.area].outline)
    return next(gate.position for gate in hall.gates if gate.id == stop.gate)


def middle(outline: Polygon) -> Point:
    x0, y0, x1, y1 = outline.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2


def voice_of(page: Page, stop: Stop) -> tuple[Sound, str | None] | None:
    """What a guide says at a stop in the page's language, and the address of its captions."""
    shelf = page.site.inputs.shelf
    said = next((one for one in stop.narrations if one.language == page.language), None)
    if said is None or said.file not in shelf.sounds:
        return None
    captions = None if said.captions is None else shelf.captions.get(said.captions)
    return shelf.sounds[said.file], captions


def trail_picture(site: Site, trail: Trail) -> PictureSet | Picture | None:
    """A trail's own picture, else the first of what its stops show."""
    made = None if trail.picture is None else site.inputs.pictures.get(trail.picture)
    if made is not None and made.page is not None:
        return made.page
    seen = [_seen(site, stop) for stop in trail.stops]
    photos, stills = ([pair[at] for pair in seen if pair[at]] for at in (0, 1))
    return next(iter((*photos, *stills)), None)


def _shown(page: Page, trail: Trail, number: int, stop: Stop) -> ShownStop:
    index = page.site.index
    product = index.products.get(stop.product or "")
    exhibitor = index.exhibitors.get(stop.exhibitor or "")
    things: Sequence[Product | Exhibitor | None] = (product, exhibitor)
    thing = next((one for one in things if one is not None), None)
    booth = None if stop.booth is None else index.booths[stop.booth]
    named = page.plain(stop.name) or (page.plain(thing.name) if thing else "")
    number_of_booth = "" if booth is None else f"{page.t('list.booth')} {booth.number}"
    photo, still = _seen(page.site, stop)
    page_of = None
    if product is not None:
        page_of = page.product_address(product)
    elif exhibitor is not None:
        page_of = page.exhibitor_address(exhibitor)
    return ShownStop(
        number=number,
        stop=stop,
        name=named or number_of_booth or page.t("area.entrance"),
        of=page.plain(exhibitor.name) if exhibitor and page.plain(exhibitor.name) != named else "",
        hall_name=page.hall_name(stop.hall),
        hall_page=addresses.hall(page.language, stop.hall),
        page=page_of,
        booth=None if booth is None else page.place_of(booth),
        walk=start_of(page, trail, number),
        photo=photo,
        still=still,
    )


def _seen(site: Site, stop: Stop) -> tuple[PictureSet | None, Picture | None]:
    """A photo of what a stop is about, and a picture of the place."""
    product = site.index.products.get(stop.product or "")
    photo = None if product is None else site.photo(product)
    if stop.booth is not None:
        return photo, site.still(addresses.booth_still(stop.booth))
    halls = (addresses.hall_still(stop.hall), addresses.hall_overview(stop.hall))
    return photo, site.still(halls[0] if stop.gate else halls[1])
