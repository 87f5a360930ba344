"""What rendering pages costs, beside Hugo and beside writing the same bytes.

    python -m benchmarks.page_rendering [--pages 18000] [--exhibitors 2800] [--folder /dev/shm]

Lists and plans of a fair are made and read, then its pages are rendered and written by one process,
to memory where the folder is one: a disk's writing would hide the rest. `written` writes the same
pages' bytes and does no more. Hugo, where it is installed, gets what stands between the body's tags
of the same pages as content in HTML, and sets head and title around it: it parses no Markdown, asks
for nothing, links nothing, so that it does less than it would have to for these pages. All seconds
are CPU seconds, Hugo's of all of its threads. The goals: an eighth of Hugo's, and four times what
writing takes.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.search import inputs_of
from hallgen.build.files import write_file
from hallgen.site import SiteInputs, render_site

_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.S)
_LAYOUT = """<!doctype html><html><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ .Content }}</body></html>"""
#: What Hugo makes besides pages, and would take time for.
_CONFIG = 'disableKinds = ["RSS", "sitemap", "taxonomy", "term", "home", "section", "404"]\n'


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page of a site: its path in it, and what is written there."""

    path: str
    data: bytes


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.page_rendering", description=__doc__
    )
    parser.add_argument("--pages", type=int, default=18_000)
    parser.add_argument("--exhibitors", type=int, default=2800)
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm"))
    said = parser.parse_args()
    place = said.folder if said.folder.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as scratch:
        folder = Path(scratch)
        inputs = inputs_of(folder / "fair", said.exhibitors)
        pages: list[RenderedPage] = []
        ours = _spent(lambda: pages.extend(_written(inputs, said.pages, folder / "site")))
        floor = _spent(lambda: _write(pages, folder / "floor"))
        size = sum(len(page.data) for page in pages)
        print(f"{len(pages):,} pages, {size / 1e6:.0f} MB\n")
        print("| | CPU s | of hallgen's |\n|---|---|---|")
        _row("hallgen, rendered and written", ours, ours)
        _row("written only", floor, ours)
        if shutil.which("hugo") is None:
            print("\nHugo is not installed: no row of it.")
            return
        _write_content(pages, folder / "hugo")
        _row("Hugo, same bodies", _spent_by_hugo(folder / "hugo", len(pages)), ours)


def _written(inputs: SiteInputs, most: int, site: Path) -> Iterator[RenderedPage]:
    """The first pages of a site, as they are written."""
    rendered = (file for file in render_site(inputs) if file.path.endswith(".html"))
    for file in islice(rendered, most):
        write_file(site, file.path, file.data)
        yield RenderedPage(file.path, file.data)


def _write(pages: Sequence[RenderedPage], folder: Path) -> None:
    for page in pages:
        write_file(folder, page.path, page.data)


def _write_content(pages: Sequence[RenderedPage], folder: Path) -> None:
    """The same pages as Hugo's content."""
    write_file(folder, "hugo.toml", _CONFIG.encode())
    write_file(folder, "layouts/_default/single.html", _LAYOUT.encode())
    for number, page in enumerate(pages):
        text = page.data.decode()
        title, body = _TITLE.search(text), _BODY.search(text)
        matter = json.dumps({"title": title[1] if title else page.path})
        words = f"{matter}\n{body[1] if body else text}"
        write_file(folder, f"content/pages/{number}.html", words.encode())


def _spent_by_hugo(folder: Path, pages: int) -> float:
    before = _children()
    subprocess.run(["hugo", "--source", folder, "--quiet"], check=True)
    spent = _children() - before
    made = sum(1 for _ in (folder / "public").rglob("*.html"))
    if made < pages:
        raise SystemExit(f"Hugo made {made} of {pages} pages.")
    return spent


def _spent(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _row(what: str, seconds: float, ours: float) -> None:
    print(f"| {what} | {seconds:.1f} | {seconds / ours:.2f} |", flush=True)


if __name__ == "__main__":
    main()
