"""The whole site of the sample fair: valid tiles, no dead link, no file too large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from hallgen.build.budgets import budgets
from hallgen.build.figures import measure
from hallgen.build.files import sizes
from hallgen.model import Fair
from tests.conftest import ROOT
from tests.support.validators import assert_valid_glbs, assert_valid_tileset

#: GitHub Pages takes no larger site.
LARGEST_SITE = 1000**3
#: A picture of a booth, of which a list shows many.
LARGEST_PICTURE = 40_000


class Links(HTMLParser):
    """Collects what a page links to or loads, and the ids it has."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.add(str(found["id"]))
        if tag == "link" and found.get("rel") == "canonical":
            return
        self.targets += [str(found[name]) for name in ("href", "src", "data") if found.get(name)]


def read_links(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text("utf-8"))
    return links


def dead_links(site: Path) -> Iterator[str]:
    """Every link of every page that leads to no file or to no element of a page."""
    pages = {page: read_links(page) for page in site.rglob("*.html")}
    for page, links in pages.items():
        folder = page.parent.relative_to(site).as_posix()
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = normpath(f"{folder}/{unquote(parts.path)}") if parts.path else None
            file = page if path is None else site / path
            if path is not None and (path.startswith("..") or target.startswith("/")):
                yield f"{page}: {target} leaves the site"
                continue
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                yield f"{page}: {target} is not there"
            elif parts.fragment and file in pages and parts.fragment not in pages[file].ids:
                yield f"{page}: no #{parts.fragment} in {file}"


def test_every_glb_and_tileset_is_valid(sample_site: Path) -> None:
    assert_valid_glbs(sorted((sample_site / "booths").glob("*.glb")))
    for tileset in sorted(sample_site.glob("tiles/*/tileset.json")):
        assert_valid_tileset(tileset.parent)


def test_no_link_is_dead(sample_site: Path) -> None:
    # The page for addresses that are not there is served from everywhere: it is the host's.
    assert [dead for dead in dead_links(sample_site) if "404.html:" not in dead] == []


def test_it_fits_static_hosts(sample_site: Path) -> None:
    assert sum(sizes(sample_site).values()) < LARGEST_SITE


def test_it_keeps_to_budgets(sample_site: Path) -> None:
    figures = measure(sample_site, budgets())
    assert len(figures) == 13
    assert {figure.name: figure.above for figure in figures if figure.above} == {}


def test_every_booth_is_in_the_site(sample_site: Path) -> None:
    from hallgen.diagnostics import Diagnostics
    from hallgen.readers import read_fair

    fair: Fair = read_fair(ROOT / "examples" / "industry-fair", Diagnostics())
    booths = {booth.id for hall in fair.halls for booth in hall.booths}
    assert {path.stem for path in (sample_site / "booths").glob("*.glb")} == booths
    for size in ("booths", "small"):
        pictures = list((sample_site / "stills" / size).glob("*.webp"))
        assert {path.stem for path in pictures} == booths
        assert max(path.stat().st_size for path in pictures) <= LARGEST_PICTURE
    for exhibitor in fair.exhibitors:
        for language in fair.languages:
            page = sample_site / language / "exhibitors" / exhibitor.slug / "index.html"
            assert exhibitor.name.best(language).split()[0] in page.read_text("utf-8")


@pytest.mark.parametrize("kind", ["", "exhibitors/*", "halls/*", "products/*", "programme", "map"])
def test_html_is_well_formed(sample_site: Path, kind: str) -> None:
    """One page of each kind; every kind is made by one template."""
    page = sorted((sample_site / "zh").glob(f"{kind}/index.html" if kind else "index.html"))[0]
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page.read_text("utf-8"))
    assert not re.search(r"\bon[a-z]+=|style=", page.read_text("utf-8").split("<svg")[0])
