"""What is worth seeing: its page, and the page of each hot spot and tour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallgen.media.pictures import Picture, PictureSet
from hallgen.model import Exhibitor, Point, Product, Stop, Text, Trail, TrailKind
from hallgen.site import addresses, structured
from hallgen.site.inputs import SiteFile
from hallgen.site.page import BoothPlace, Page
from hallgen.site.plan_svg import Sheet, sheet, size_of
from hallgen.site.rich_media import Track, shown_track
from hallgen.site.site import Site
from hallgen.site.stops import ShownStop, shown_stops, spot_of, start_of, trail_picture, voice_of

#: A page of all that moves in a large fair would be read by nobody.
MOST_EXPERIENCES = 60


@dataclass(frozen=True, slots=True)
class TrailCard:
    """A hot spot or a tour in a few words; `kind` says which it is, in words."""

    kind: str
    name: Text
    text: Text
    address: str
    start: str
    picture: PictureSet | Picture | None
    stops: int
    halls: int


@dataclass(frozen=True, slots=True)
class ExperienceCard:
    """A product or an exhibitor that is shown at work, and in which ways, in words."""

    name: Text
    of: Text
    address: str
    place: BoothPlace | None
    walk: str
    ways: tuple[str, ...]
    picture: PictureSet | Picture | None


@dataclass(frozen=True, slots=True)
class TrailPlan:
    """A small plan of a hall with the numbers of the stops in it; `size` is that of a number."""

    title: str
    address: str
    plan: str
    width: float
    height: float
    size: float
    pins: tuple[tuple[int, Point], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A narration in the page's language."""

    address: str
    mime: str
    track: Track | None


def trail_cards(page: Page, *kinds: TrailKind) -> list[TrailCard]:
    """Those of some kinds, or of all."""
    wanted = kinds or tuple(TrailKind)
    return [_card(page, trail) for trail in page.site.trails if trail.kind in wanted]


def worth_seeing(site: Site, language: str) -> SiteFile:
    words = Page(site, language, "worth-seeing/", "", "")
    fair = words.plain(site.index.fair.name)
    page = Page(
        site,
        language,
        words.place,
        words.t("nav.worth_seeing"),
        words.t("worth_seeing.description", fair=fair),
    )
    return page.render(
        "worth_seeing.html.j2",
        hot_spots=trail_cards(page, TrailKind.HOT_SPOT),
        tours=trail_cards(page, TrailKind.TOUR),
        highlights=[product for product in page.fair.products if product.highlight],
        experiences=[_experience(page, thing) for thing in site.experiences[:MOST_EXPERIENCES]],
    )


def worth_seeing_pages(site: Site, language: str) -> Iterator[SiteFile]:
    """The page of all that is worth seeing, if anything is, and that of each hot spot and tour."""
    if site.has_worth_seeing:
        yield worth_seeing(site, language)
    for trail in site.trails:
        yield _trail_page(site, language, trail)


def _trail_page(site: Site, language: str, trail: Trail) -> SiteFile:
    reading = (language, *site.languages)
    title, about = trail.name.best(*reading), " ".join(trail.text.best(*reading).split())
    page = Page(site, language, addresses.trail("", trail.id).lstrip("/"), title, about)
    stops = shown_stops(page, trail)
    picture = trail_picture(site, trail)
    return page.render(
        "trail.html.j2",
        trail=trail,
        card=_card(page, trail),
        stops=stops,
        voices={shown.number: _voice(page, shown.stop) for shown in stops},
        plans=[*_plans(page, stops)],
        picture=picture.usual if isinstance(picture, PictureSet) else picture,
        data=structured.trail_data(page, trail, stops),
    )


def _card(page: Page, trail: Trail) -> TrailCard:
    return TrailCard(
        kind=page.t(f"trail.{trail.kind}"),
        name=trail.name,
        text=trail.text,
        address=addresses.trail(page.language, trail.id),
        start=start_of(page, trail),
        picture=trail_picture(page.site, trail),
        stops=len(trail.stops),
        halls=len({stop.hall for stop in trail.stops}),
    )


def _experience(page: Page, thing: Exhibitor | Product) -> ExperienceCard:
    if isinstance(thing, Exhibitor):
        place = next(iter(page.places(thing)), None)
        return ExperienceCard(
            name=thing.name,
            of=Text(),
            address=page.exhibitor_address(thing),
            place=place,
            walk=place.walk if place else "",
            ways=_ways(page, thing),
            picture=place.still if place else None,
        )
    maker = page.site.index.exhibitors[thing.exhibitor]
    place = next(iter(page.places(maker)), None)
    return ExperienceCard(
        name=thing.name,
        of=maker.name,
        address=page.product_address(thing),
        place=place,
        walk=place.product_walk(thing) if place else "",
        ways=_ways(page, thing),
        picture=page.site.photo(thing) or (place.still if place else None),
    )


def _ways(page: Page, thing: Exhibitor | Product) -> tuple[str, ...]:
    return tuple(page.t(f"experience.{way}") for way in page.site.ways_to_show(thing))


def _plans(page: Page, stops: list[ShownStop]) -> Iterator[TrailPlan]:
    """A plan of each hall that the stops are in, in the order in which they come there."""
    for hall in dict.fromkeys(shown.stop.hall for shown in stops):
        outline = page.site.inputs.layouts[hall].outline
        on, (width, height) = sheet(outline), size_of(outline)
        here = [shown for shown in stops if shown.stop.hall == hall]
        size = round(width / 26, 1)
        numbers = page.t("comma").join(str(shown.number) for shown in here)
        yield TrailPlan(
            title=page.t("trail.on_plan", hall=page.hall_name(hall), stops=numbers),
            address=f"{addresses.hall(page.language, hall)}#plan",
            plan=addresses.small_plan(hall),
            width=width,
            height=height,
            size=size,
            pins=tuple(_pins(page, on, here, size)),
        )


def _pins(
    page: Page, on: Sheet, stops: list[ShownStop], size: float
) -> Iterator[tuple[int, Point]]:
    """The number of each stop, beside those of others at the same place."""
    taken: dict[Point, int] = {}
    for shown in stops:
        x, y = on.at(spot_of(page.site, shown.stop))
        before = taken.get((x, y), 0)
        taken[x, y] = before + 1
        yield shown.number, (round(x + before * 1.8 * size, 1), y)


def _voice(page: Page, stop: Stop) -> Voice | None:
    found = voice_of(page, stop)
    if found is None:
        return None
    sound, captions = found
    track = None if captions is None else shown_track(page, page.language, captions)
    return Voice(sound.address, sound.mime, track)
