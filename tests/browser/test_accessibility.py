"""axe finds nothing on any type of page: by day and night, on desks and phones, from both sides.

The hall's page is here with its plan and lists, and its view failing for want of tiles; what is in
a view is in `tests/viewer/test_axe.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hallgen.model import Enquiries, Fair, Menu
from hallgen.resources import viewer
from hallgen.site import read_viewer, search_files, search_records
from tests.conftest import serving
from tests.site.test_info_pages import info
from tests.support.axe import faults
from tests.support.browser import Visit
from tests.support.sites import inputs_of, write_site
from tests.support.spoken import spoken_fair
from tests.support.trails import fair_with_trails

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
OF_NO_LANGUAGE = ("", "404.html", "offline.html")


def whole_fair() -> Fair:
    """The small fair with all that has a page of its own."""
    told = {
        "trails": fair_with_trails().trails,
        "pages": (info("visit", menu=Menu.HEADER),),
        "enquiries": Enquiries(endpoint="https://endpoint.example/enquiries"),
    }
    return spoken_fair("ar", "en").model_copy(update=told)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("access")
    inputs = replace(inputs_of(whole_fair()), viewer=read_viewer(viewer()))
    write_site(inputs, folder)
    for file in search_files(search_records(inputs, {})):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as served:
        yield served


def pages_of(site: Path, language: str) -> list[str]:
    """One page of every type, with what its search finds."""
    pages: dict[str, str] = {}
    for file in sorted(site.glob(f"{language}/**/index.html")):
        page = file.parent.relative_to(site).as_posix()
        _, *kind = page.split("/")
        pages.setdefault("/".join([*kind[:1], "*" if kind[1:] else ""]), page)
    asked = {f"{language}/search": "?q=yuance"}
    found = [f"{page}/{asked.get(page, '')}" for page in pages.values()]
    return [*found, *OF_NO_LANGUAGE]


def wrong_with(begun: Visit, pages: list[str]) -> dict[str, list[str]]:
    found = {}
    for page in pages:
        begun.open(page)
        begun.page.wait_for_timeout(300)
        for scheme in ("light", "dark"):
            begun.page.emulate_media(color_scheme=scheme)
            found[f"{page} {scheme}"] = faults(begun.page)
    return {page: wrong for page, wrong in found.items() if wrong}


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.slow)])
def test_nothing_is_wrong_with_a_page(
    visit: Begin, site: Path, address: str, language: str
) -> None:
    pages = pages_of(site, language)
    assert len(pages) >= 14 + len(OF_NO_LANGUAGE), pages
    assert wrong_with(visit(address, viewport=DESK), pages) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wrong_with_a_page_on_a_phone(
    visit: Begin, site: Path, address: str, language: str
) -> None:
    phone = visit(address, viewport=PHONE, has_touch=True, is_mobile=True)
    assert wrong_with(phone, pages_of(site, language)) == {}


def test_lists_that_a_visitor_filled_have_nothing_wrong(visit: Begin, address: str) -> None:
    """What was saved and what is compared: empty pages have little to be wrong."""
    begun = visit(address, viewport=DESK)
    begun.open("en/exhibitors/yuance/")
    begun.page.get_by_role("button", name="Save", exact=True).first.click()
    begun.open("en/products/vmc-500/")
    begun.page.get_by_role("button", name="Save", exact=True).first.click()
    begun.page.locator(".compare-toggle").first.click()
    expect(begun.page.locator(".compare-tray")).to_be_visible()
    wrong = wrong_with(begun, ["en/shortlist/", "en/compare/", "en/products/vmc-500/"])
    assert wrong == {}


@pytest.mark.parametrize("zoom", [2, 4])
def test_a_page_made_larger_needs_no_scrolling_to_the_side(
    visit: Begin, site: Path, address: str, zoom: int
) -> None:
    """A window 1280 px wide has 640 at a zoom of 200 %, and 320 at 400 %."""
    across = 1280 // zoom
    begun = visit(address, viewport={"width": across, "height": 800 // zoom})
    wide = {}
    for page in pages_of(site, "en"):
        begun.open(page)
        wide[page] = begun.page.evaluate("document.documentElement.scrollWidth")
    assert {page: found for page, found in wide.items() if found > across} == {}


@pytest.mark.parametrize(
    "across", [390, *(pytest.param(n, marks=pytest.mark.slow) for n in (768, 1024)), 1280]
)
def test_letters_twice_as_large_need_no_scrolling_to_the_side(
    visit: Begin, site: Path, address: str, across: int
) -> None:
    """As phones enlarge them: the text alone, and not what widths of windows are compared with."""
    begun = visit(address, viewport={"width": across, "height": 800})
    wide = {}
    for page in pages_of(site, "en"):
        begun.open(page)
        for scale in (100, 200):
            begun.page.evaluate(f"document.documentElement.style.fontSize = '{scale}%'")
            wide[page, scale] = begun.page.evaluate("document.documentElement.scrollWidth")
    assert {page: found for page, found in wide.items() if found > across} == {}
