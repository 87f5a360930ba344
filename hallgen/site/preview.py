"""The pages of a booth's preview: its hall with what is to be said of the booth beside it.

Pages are made when somebody asks for one, so that a change is seen at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from hallgen import resources
from hallgen.diagnostics import Diagnostic
from hallgen.model import Booth, Exhibitor
from hallgen.site import addresses, details, finding, home, machine
from hallgen.site import hall as halls
from hallgen.site.boot_plan import plan_block
from hallgen.site.exhibitor_lists import Letter, exhibitor_lists, letters
from hallgen.site.inputs import SiteFile, SiteInputs
from hallgen.site.page import Page
from hallgen.site.preview_form import FORM, PreviewForm
from hallgen.site.product_lists import product_lists
from hallgen.site.shards import hall_shard
from hallgen.site.shortlist import shortlist
from hallgen.site.site import Site, hashed_name
from hallgen.site.standing import view_of
from hallgen.site.styles import style_sheet

#: Where a preview tells that something changed, from the root of its own site.
EVENTS: Final = "events"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a booth has not, or not all of it: a key of the interface's words, by how
    much the score would grow, and which languages or products lack it.
    """

    key: str
    gain: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewReport:
    """What is said of a booth: a score from 0 to 100, what would raise it, and its faults.

    `choices` is the file for what its exhibitor chooses.
    """

    score: int
    lacks: tuple[Lack, ...]
    faults: tuple[Diagnostic, ...]
    choices: str


@dataclass(frozen=True, slots=True)
class PreviewTiles:
    """Addresses of the hall's tileset and of the booth's own."""

    hall: str
    own: str


class _PreviewSite(Site):
    @property
    def search(self) -> None:
        """Nothing is indexed: what can be found changes all the time."""
        return None


@dataclass(frozen=True, eq=False)
class PreviewPages:
    """All pages of one booth's preview, at the addresses they will have in the fair's site.

    `version` grows with each change, so that a page knows whether it is the latest.
    """

    inputs: SiteInputs
    booth: Booth
    tiles: PreviewTiles
    report: PreviewReport
    form: PreviewForm
    version: int

    @property
    def start(self) -> str:
        """The address of the page that shows the booth, from where one stands before it."""
        language = self.inputs.index.fair.languages[0]
        return f"{addresses.hall(language, self.booth.hall)}?at={self._at}"

    def files(self) -> Iterator[SiteFile]:
        """What all pages need, and what does not change while a booth is planned."""
        fair = self.inputs.index.fair
        yield SiteFile(self._site.style, self._style)
        yield SiteFile(self._site.icon, machine.icon(fair))
        yield SiteFile("manifest.webmanifest", b"{}")
        for path, data in self.inputs.viewer.files.items():
            yield SiteFile(path, data)

    def make(self, address: str) -> bytes | None:
        """The page or the shard at an address, made anew; None where there is none."""
        found = self._made.get(address)
        return self._lists.get(address) if found is None else found().data

    @cached_property
    def _at(self) -> str:
        """Where to stand before the booth, as an address says it."""
        layout = self.inputs.layouts[self.booth.hall]
        own = next(one for one in layout.booths if one.booth == self.booth.id)
        eyes = view_of(own, layout.walkable)
        return f"{eyes.x:.4g},{eyes.z:.4g},{eyes.heading:.0f}"

    @cached_property
    def _style(self) -> bytes:
        ours = (resources.assets() / "site" / "preview.css").read_bytes()
        return style_sheet(self.inputs.index.fair, self.inputs.fonts) + ours

    @cached_property
    def _site(self) -> Site:
        icon = machine.icon(self.inputs.index.fair)
        return _PreviewSite(
            inputs=self.inputs,
            style=hashed_name("site", ".css", self._style),
            icon=hashed_name("icon", ".svg", icon),
        )

    @cached_property
    def _made(self) -> Mapping[str, Callable[[], SiteFile]]:
        return dict(self._addresses())

    def _addresses(self) -> Iterator[tuple[str, Callable[[], SiteFile]]]:
        site = self._site
        hall = site.index.halls[self.booth.hall]
        yield "", partial(home.door, site)
        yield addresses.small_plan(hall.id), partial(halls.small_plan, site, hall)
        yield addresses.view(hall.id), partial(halls.view, site, hall)
        for language in site.languages:
            yield addresses.hall(language, hall.id), partial(self._hall, language)
            yield addresses.shard(hall.id, language), partial(self._shard, language)
            yield addresses.home(language), partial(self._home, language)
            yield addresses.overview(language), partial(home.overview, site, language)
            yield addresses.shortlist(language), partial(shortlist, site, language)
            for exhibitor in site.index.fair.exhibitors:
                address = addresses.exhibitor(language, exhibitor.slug)
                yield address, partial(details.exhibitor, site, language, exhibitor)
            for product in site.index.fair.products if site.has_product_pages else ():
                address = addresses.product(language, product.slug)
                yield address, partial(details.product, site, language, product)

    def _home(self, language: str) -> SiteFile:
        return home.home(self._site, language, self._letters(language))

    def _letters(self, language: str) -> list[Letter]:
        return letters(Page(self._site, language, "", "", ""))

    @cached_property
    def _lists(self) -> Mapping[str, bytes]:
        """Lists of exhibitors and of products, which are made together."""
        site, found = self._site, dict[str, bytes]()
        for language in site.languages:
            made = [*exhibitor_lists(site, language, self._letters(language))]
            if site.index.fair.products:
                made += [*product_lists(site, language), finding.comparison(site, language)]
            found |= {file.path.removesuffix("index.html"): file.data for file in made}
        return found

    def _shard(self, language: str) -> SiteFile:
        hall = self._site.index.halls[self.booth.hall]
        made = hall_shard(self._site, hall, language)
        shard = made.model_copy(update={"tileset": self.tiles.hall, "own": self.tiles.own})
        return SiteFile(addresses.shard(hall.id, language), shard.model_dump_json().encode())

    def _hall(self, language: str) -> SiteFile:
        site, booth = self._site, self.booth
        hall = site.index.halls[booth.hall]
        words = Page(site, language, "", "", "")
        title = words.t("preview.title", booth=booth.number)
        page = Page(site, language, addresses.hall("", hall.id).lstrip("/"), title, "")
        exhibitors = site.index.exhibitors_of(booth)
        return page.render(
            "preview.html.j2",
            booth=booth,
            hall_name=page.hall_name(hall.id),
            exhibitors=exhibitors,
            products=[p for e in exhibitors for p in site.index.products_of(e.id)],
            report=self.report,
            form=self.form,
            form_address=FORM,
            version=self.version,
            events=EVENTS,
            at=self._at,
            page_block=halls.page_block(page, hall, None),
            boot_block=halls.boot_block(page),
            plan_block=plan_block(site, [hall]),
        )


@dataclass(frozen=True, slots=True)
class ListedBooth:
    """A booth that can be looked at, and the way to its preview."""

    booth: Booth
    exhibitors: tuple[Exhibitor, ...]
    address: str


def booth_list(inputs: SiteInputs, way: Callable[[Booth], str]) -> Iterator[SiteFile]:
    """A page at the root that lists all booths with somebody in them, and its style."""
    index = inputs.index
    ours = (resources.assets() / "site" / "preview.css").read_bytes()
    style = style_sheet(index.fair, ()) + ours
    site = _PreviewSite(inputs=inputs, style=hashed_name("site", ".css", style), icon="icon.svg")
    language = index.fair.languages[0]
    page = Page(site, language, "", "", "")
    listed = [
        (
            site.hall_name(hall, language),
            [
                ListedBooth(booth, index.exhibitors_of(booth), way(booth))
                for booth in sorted(hall.booths, key=halls.by_number)
                if booth.exhibitors
            ],
        )
        for hall in index.fair.halls
    ]
    yield SiteFile(site.style, style)
    yield SiteFile("icon.svg", machine.icon(index.fair))
    yield SiteFile("index.html", page.write("preview_list.html.j2", halls=listed))
