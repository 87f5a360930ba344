"""A hall's page: the place of the 3D view, the plan, the list of who is there; and its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hallgen.model import Booth, Exhibitor, Hall
from hallgen.site import addresses
from hallgen.site.axonometry import view_of_hall
from hallgen.site.blocks import data_block
from hallgen.site.boot_plan import plan_block
from hallgen.site.home import hall_cards
from hallgen.site.inputs import SiteFile
from hallgen.site.manifest import BootData, BootModule, PageData
from hallgen.site.page import Page
from hallgen.site.plan_svg import draw
from hallgen.site.shards import hall_shard
from hallgen.site.site import Site
from hallgen.site.standing import view_of
from hallgen.site.ways import ways_into
from hallgen.site.words import viewer_words


@dataclass(frozen=True, slots=True)
class Row:
    """A booth with somebody in it.

    `anchor` is its place on the plan; `at` says where to stand before it, as in `?at=`.
    """

    booth: Booth
    exhibitors: tuple[Exhibitor, ...]
    anchor: str
    at: str


def hall_files(site: Site, hall: Hall, language: str) -> Iterator[SiteFile]:
    """The hall's page, its plan as a file, and its shard, in one language."""
    words = Page(site, language, addresses.hall("", hall.id).lstrip("/"), "", "")
    fair = words.plain(site.index.fair.name)
    name = words.hall_name(hall.id)
    page = Page(
        site, language, words.place, name, words.t("hall.description", hall=name, fair=fair)
    )
    drawing, cards = draw(page, hall), hall_cards(page)
    card = next(card for card in cards if card.address == page.address)
    still = site.still(addresses.hall_still(hall.id))
    yield page.render(
        "hall.html.j2",
        card=card,
        cards=cards,
        zones=card.zones,
        drawing=drawing,
        ways=ways_into(page, hall),
        rows=[*_rows(site, hall)],
        still=still,
        picture=still,
        page_block=page_block(page, hall, addresses.WORKER),
        boot_block=boot_block(page),
        plan_block=plan_block(site, [hall]),
    )
    plan = page.write("plan_file.svg.j2", drawing=drawing)
    yield SiteFile(addresses.plan(language, hall.id), plan)
    shard = hall_shard(site, hall, language)
    yield SiteFile(addresses.shard(hall.id, language), shard.model_dump_json().encode())


def small_plan(site: Site, hall: Hall) -> SiteFile:
    """The hall's plan without words, the same in every language."""
    drawing = draw(Page(site, site.languages[0], "", "", ""), hall)
    svg = site.templates.get_template("small_plan.svg.j2").render(drawing=drawing)
    return SiteFile(addresses.small_plan(hall.id), svg.encode())


def view(site: Site, hall: Hall) -> SiteFile:
    """The hall drawn in perspective."""
    svg = site.templates.get_template("view.svg.j2").render(view=view_of_hall(site, hall))
    return SiteFile(addresses.view(hall.id), svg.encode())


def by_number(booth: Booth) -> list[tuple[int, str]]:
    """Sorts booth numbers as people count: A2 before A10."""
    parts = re.findall(r"\d+|\D+", booth.number)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _rows(site: Site, hall: Hall) -> Iterator[Row]:
    layout = site.layout(hall)
    laid_out = {b.booth: b for b in layout.booths}
    for booth in sorted(hall.booths, key=by_number):
        if booth.exhibitors and booth.id in laid_out:
            anchor = addresses.booth_anchor(booth.id)
            eyes = view_of(laid_out[booth.id], layout.walkable)
            at = f"{eyes.x:.4g},{eyes.z:.4g},{eyes.heading:.0f}"
            yield Row(booth, site.index.exhibitors_of(booth), anchor, at)


def page_block(page: Page, hall: Hall, worker: str | None) -> Markup:
    """What the viewer is to know of a hall's page; `worker` keeps what a visitor has seen."""
    data = PageData(
        root=page.root,
        language=page.language,
        hall=hall.id,
        shard=addresses.shard(hall.id, page.language),
        languages=page.alternates,
        strings=viewer_words(page.language, page.fair),
        worker=worker,
        twins=not page.fair.publishing.few,
    )
    return data_block("hallgen-page", "application/json", data.model_dump_json())


def boot_block(page: Page) -> Markup:
    """What the boot script of a hall's page is to fetch and to say."""
    viewer = page.site.inputs.viewer
    data = BootData(
        root=page.root,
        module=viewer.entry,
        modules=tuple(
            BootModule(address=address, bytes=len(viewer.files[address]))
            for address in viewer.modules
        ),
        strings={
            key: page.t(f"boot.{key}")
            for key in ("label", "loading", "starting", "no_webgl", "failed", "file")
        },
    )
    return data_block("hallgen-boot", "application/json", data.model_dump_json())
