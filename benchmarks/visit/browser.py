"""Pages in Chromium whose every call of WebGL and every byte is counted."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright

from tests.support.browser import PATIENCE_MS, started, wait_for

COUNTERS = (Path(__file__).parent / "counters.js").read_text(encoding="utf-8")
#: A phone, at one pixel a point: software draws it, and only counts are of interest.
SCREEN = {"width": 390, "height": 844}
#: Flags of a browser whose heap is told exactly.
MEMORY_TO_THE_BYTE = ("--enable-precise-memory-info",)
#: What hosts send by gzip; what is packed inside already they send as it is.
_GZIPPED = frozenset({".html", ".js", ".css", ".json", ".svg", ".txt", ".webmanifest"})


@dataclass(frozen=True, slots=True)
class Costs:
    """What a visit costs at one time. Bytes and requests since the page's start; `milliseconds`
    are of the script in a frame, the median of many; `gpu` bytes now, `most` at most.
    """

    bytes: int
    requests: int
    draws: int
    calls: int
    triangles: int
    gpu: int
    most: int
    heap: int
    milliseconds: float
    longest: float
    lost: int


@dataclass(eq=False)
class Counted:
    """A page of a served site, and the files it asked for."""

    page: Page
    site: Path
    base: str
    _session: CDPSession
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def wait_for(self, condition: str) -> None:
        """Wait until JavaScript finds a condition true."""
        wait_for(self.page, condition, self.errors)

    def wire(self) -> tuple[int, int]:
        """Bytes as hosts send them, and requests, so far."""
        return self._weighed(self.asked)

    def page_alone(self) -> tuple[int, int]:
        """The same of the page without what it asked for."""
        return self._weighed(self.asked[:1])

    def wire_at(self, promise: str) -> tuple[int, int]:
        """The same of what had come when a promise was resolved, but for what the page shows
        beside a view: its text, fonts and pictures.
        """
        script = f"""{promise}.then(() => {{
            const now = performance.now();
            const sent = (one) => one.responseEnd <= now && one.transferSize > 0;
            return performance.getEntriesByType('resource').filter(sent)
                .filter((one) => one.initiatorType !== 'img').map((one) => one.name);
        }})"""
        come: list[str] = self.page.evaluate(script)
        files = [file for url in come for file in _address(url, self.base)]
        return self._weighed([file for file in files if not file.startswith("fonts/")])

    def _weighed(self, files: list[str]) -> tuple[int, int]:
        return sum(_wire_size(self.site / file) for file in files), len(files)

    def forget_frames(self) -> None:
        """Count the times of frames from now on."""
        self.page.evaluate("counted.times.length = 0, counted.long.length = 0")

    def costs(self) -> Costs:
        """All of it, after garbage was collected."""
        self._session.send("HeapProfiler.collectGarbage")
        heap = self._session.send("Runtime.getHeapUsage")["usedSize"]
        seen: dict[str, Any] = self.page.evaluate("({...counted})")
        sent, requests = self.wire()
        return Costs(
            bytes=sent,
            requests=requests,
            draws=seen["draws"],
            calls=seen["calls"],
            triangles=seen["triangles"],
            gpu=seen["textures"] + seen["buffers"] + seen["targets"],
            most=seen["most"],
            heap=int(heap),
            milliseconds=statistics.median(seen["times"]) if seen["times"] else 0.0,
            longest=max((duration for _, duration in seen["long"]), default=0.0),
            lost=seen["lost"],
        )


def start(playwright: Playwright) -> Browser:
    """A browser that counts its memory to the byte."""
    return started(playwright, *MEMORY_TO_THE_BYTE)


@contextmanager
def opened(browser: Browser, site: Path, base: str, path: str) -> Iterator[Counted]:
    """A page of its own context, which has nothing in its cache."""
    context = _context(browser)
    page = context.new_page()
    counted = Counted(page, site, base, context.new_cdp_session(page))
    page.on("request", lambda request: counted.asked.extend(_address(request.url, base)))
    page.on("pageerror", lambda error: counted.errors.append(str(error)))
    page.on("crash", lambda _: counted.errors.append("the page crashed"))
    try:
        page.goto(base + path, wait_until="commit")
        yield counted
    finally:
        context.close()


def _context(browser: Browser) -> BrowserContext:
    # A worker's requests are not the page's, and a first visit has none.
    context = browser.new_context(viewport=SCREEN, service_workers="block", locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(COUNTERS)
    return context


def _address(url: str, base: str) -> list[str]:
    """The file of an address, if it is one of the site's."""
    if not url.startswith(base):
        return []
    path = unquote(urlsplit(url).path).lstrip("/")
    return [path + "index.html" if not path or path.endswith("/") else path]


@cache
def _wire_size(file: Path) -> int:
    if not file.is_file():
        return 0
    data = file.read_bytes()
    return len(gzip.compress(data, 9)) if file.suffix in _GZIPPED else len(data)


def least(rounds: list[Costs]) -> Costs:
    """The smallest of each figure: what is above it is the machine's noise."""
    return Costs(**{f.name: min(getattr(one, f.name) for one in rounds) for f in fields(Costs)})
