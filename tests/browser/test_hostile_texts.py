"""Whatever people write, a browser shows it: nothing runs, nothing is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hallgen.build.files import write_file
from hallgen.resources import viewer
from hallgen.site import SiteInputs, addresses, read_viewer, search_files, search_records
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.naughty import COUNTS, naughty_inputs, write_naughty
from tests.support.payloads import OWN, naughty_strings
from tests.support.sites import write_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Begin = Callable[..., Visit]

#: What a page of this site lacks: the hall's tiles, which no text is in, and the pictures.
_LACKING = re.compile(r"404|tileset|tiles|WebGL|decode|hall did not|Failed to load", re.IGNORECASE)


def write_hostile(folder: Path, texts: tuple[str, ...]) -> SiteInputs:
    inputs = naughty_inputs(write_naughty(folder / "fair", texts), texts)
    inputs = replace(inputs, viewer=read_viewer(viewer()), url=None)
    write_site(inputs, folder / "site")
    for file in search_files(search_records(inputs, {})):
        write_file(folder / "site", file.path, file.data)
    return inputs


def pages_of_each_type(site: Path) -> list[str]:
    """A page of every type, and several of those that hold most."""
    kinds: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        kind = re.sub(r"^(en|zh)/|[^/]+/(?=index.html$)", "", path)
        if path.startswith("en/") or path.count("/") == 0:
            kinds.setdefault(kind if path.count("/") > 2 else path, []).append(path)
    return [path for paths in kinds.values() for path in paths[:3]]


@pytest.mark.parametrize("texts", ["own", pytest.param("real", marks=pytest.mark.real)])
def test_no_page_runs_what_people_wrote(
    visit: Begin, tmp_path: Path, texts: str, request: pytest.FixtureRequest
) -> None:
    said = OWN if texts == "own" else naughty_strings(request.getfixturevalue("real_data"))
    inputs = write_hostile(tmp_path, said)
    dialogs: list[str] = []
    with serving(tmp_path / "site") as address:
        here = visit(address)
        here.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        opened = pages_of_each_type(tmp_path / "site")
        assert len(opened) > 20
        for path in opened:
            here.open(path)
            assert here.page.evaluate("document.scripts.length") < 12, path
        use_what_scripts_show(here, inputs)
    assert dialogs == []
    # Who counts visits is named by the organiser, and so in the policy.
    assert {url for url in here.foreign if not url.startswith(COUNTS)} == set()
    unexpected = [error for error in here.errors if not _LACKING.search(error)]
    assert unexpected == []
    assert not [error for error in here.errors if "Content Security Policy" in error]


def use_what_scripts_show(here: Visit, inputs: SiteInputs) -> None:
    """What scripts write into pages: results, the comparison, the visitor's own list."""
    products = [product.slug for product in inputs.index.fair.products[:4]]
    here.open("en/exhibitors/")
    box = here.page.get_by_role("searchbox")
    for typed in ("script", "alert", "a", "<img", "A0"):
        box.fill(typed)
        here.page.wait_for_timeout(300)
    here.open("en/search/?q=a")
    here.page.wait_for_timeout(500)
    here.open("en/search/?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    here.page.wait_for_timeout(300)
    here.open("en/compare/?" + "&".join(f"p={slug}" for slug in products))
    here.page.wait_for_timeout(500)
    exhibitor = inputs.index.fair.exhibitors[0].slug
    listed = ["exhibitors/" + exhibitor + "/", *(f"products/{slug}/" for slug in products)]
    here.open(f"en/shortlist/#list={','.join(listed)},//evil.example/x/,javascript:alert(1)")
    here.page.wait_for_timeout(800)
    assert "evil.example/x/" not in here.page.content()
    for place in ("?booth=%3Cimg%20onerror%3Dalert(1)%3E", "?at=1e999,x,y&product=javascript:1"):
        here.open(f"{addresses.hall('en', next(iter(inputs.layouts)))}{place}")
        here.page.wait_for_timeout(300)
