"""What a search costs on a fair of any size: the index, a first search, and each key after that.

    python -m benchmarks.search --exhibitors 2800

Only lists and plans are made, and of the site what searches need: its pages of the search, its
style, scripts and the search's files. Times in the browser are from a key to results on the page.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.fair.folder import make_fair, write_lists
from hallgen.build.files import write_file
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.media import subset_fonts
from hallgen.model import FairIndex
from hallgen.resources import viewer
from hallgen.site import SiteInputs, read_viewer, render_site, search_files, search_records
from tests.conftest import serving
from tests.support.browser import started, wait_for

#: What visitors type: names and things, one letter after the other.
TYPED = ("laser", "cnc machines", "激光切割", "jgqg", "5.1 a012", "precison lathes")
#: What is not rendered here: pages by the ten thousand, which no search opens.
DETAILS = ("/exhibitors/", "/products/", "/halls/", "/programme/")
#: Types a text, and gives the milliseconds until its results are drawn.
_KEY = """(text) => new Promise((resolve) => {
    const begin = performance.now();
    new MutationObserver((_, watch) => {
        watch.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - begin));
    }).observe(document.querySelector('.find-found'), { childList: true, subtree: true });
    const input = document.querySelector('.find-words');
    input.value = text;
    input.dispatchEvent(new Event('input'));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--exhibitors", type=int, default=2800)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs = inputs_of(Path(folder) / "fair", said.exhibitors)
        site = Path(folder) / "site"
        print(f"| {said.exhibitors} exhibitors, {len(inputs.index.products)} products |  |")
        print("|---|---|")
        write_index(inputs, site)
        write_pages(inputs, site)
        with serving(site) as address, sync_playwright() as playwright:
            browser = started(playwright)
            first_search(browser, address)
            keys(browser, address)
            browser.close()


def inputs_of(folder: Path, exhibitors: int) -> SiteInputs:
    """A fair with its halls laid out and nothing built."""
    write_lists(make_fair(exhibitors), folder)
    checked = read_and_check(folder, Diagnostics())
    index = FairIndex(checked.fair)
    return SiteInputs(
        index=index,
        layouts=checked.layouts,
        obstacles={},
        pictures={},
        viewer=read_viewer(viewer()),
        fonts=subset_fonts((), checked.fair.languages, ""),
    )


def write_index(inputs: SiteInputs, site: Path) -> None:
    begin = time.perf_counter()
    files = list(search_files(search_records(inputs)))
    took = time.perf_counter() - begin
    for file in files:
        write_file(site, file.path, file.data)
    row("index made", f"{took:.1f} s")
    row("files", f"{len(files):,}")
    row("all files", f"{sum(len(file.data) for file in files) / 1e6:.1f} MB")
    facets = next(file.data for file in files if file.path.endswith("facets.json"))
    row("filters", f"{kilobytes(len(facets))}, packed {kilobytes(len(gzip.compress(facets)))}")


def write_pages(inputs: SiteInputs, site: Path) -> None:
    for file in render_site(inputs):
        if not any(part in file.path for part in DETAILS):
            write_file(site, file.path, file.data)


def first_search(browser: Browser, address: str) -> None:
    """What comes over the network from the first key to the first results of a page's box."""
    page = browser.new_page(locale="en-GB", service_workers="block")
    page.goto(f"{address}en/", wait_until="networkidle")
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.get_by_role("searchbox").fill("laser")
    wait_for(page, "document.querySelector('.search-page') !== null")
    whole, packed = sum(map(len, bodies)), sum(len(gzip.compress(body)) for body in bodies)
    row("first search", f"{len(bodies)} files, {kilobytes(whole)}, packed {kilobytes(packed)}")
    page.close()


def keys(browser: Browser, address: str) -> None:
    """From each key to its results on the search's page, once what it needs was fetched."""
    page = browser.new_page(locale="en-GB", service_workers="block")
    page.goto(f"{address}en/search/")
    wait_for(page, "document.querySelector('.result') !== null")
    times: list[float] = []
    for _ in range(2):
        times = [took for typed in TYPED for took in typing(page, typed)]
    row("from key to results, warm: median", f"{statistics.median(times):.0f} ms")
    row("from key to results, warm: longest", f"{max(times):.0f} ms")
    page.close()


def typing(page: Page, typed: str) -> list[float]:
    """Milliseconds of each key of a text, but for spaces, which change nothing."""
    texts = (typed[:end] for end in range(1, len(typed) + 1))
    return [page.evaluate(_KEY, text) for text in texts if not text.endswith(" ")]


def kilobytes(number: int) -> str:
    return f"{number / 1000:.0f} kB"


def row(name: str, value: str) -> None:
    print(f"| {name} | {value} |", flush=True)


if __name__ == "__main__":
    main()
