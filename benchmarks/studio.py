"""Pictures of GLBs by three.js in a headless Chromium, all in the same light."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page, Route, sync_playwright

from tests.support.browser import PATIENCE_MS, started

ROOT = Path(__file__).parent.parent
THREE = ROOT / "tests" / "tools" / "node_modules" / "three"
PAGE = ROOT / "benchmarks" / "pages" / "models.html"
HERE = "http://models.invalid/"
SIZE = 420
#: Directions in radians: around from the front, and up.
VIEWS = ((0.6, 0.35), (3.6, 0.2))


@dataclass(frozen=True)
class Studio:
    """A page that draws models, one after the other."""

    page: Page
    _glbs: dict[str, bytes]

    def load(self, glb: bytes) -> dict[str, Any]:
        """Show a model: its box (`low`, `high`) and the names of its animations (`clips`)."""
        name = f"{len(self._glbs)}.glb"
        self._glbs[name] = glb
        found: dict[str, Any] = self.page.evaluate("name => load(name)", HERE + name)
        return found

    def pictures(self, box: dict[str, Any], time: float | None = None) -> list[NDArray[np.uint8]]:
        """What is shown, from all sides, framed by a box: (h, w, 3) each."""
        found = []
        for turn, rise in VIEWS:
            view = [box, turn, rise, time]
            self.page.evaluate("([box, turn, rise, time]) => draw(box, turn, rise, time)", view)
            with Image.open(io.BytesIO(self.page.screenshot())) as picture:
                found.append(np.asarray(picture.convert("RGB")))
        return found


@contextmanager
def studio() -> Iterator[Studio]:
    """A studio that lives as long as the block."""
    glbs: dict[str, bytes] = {}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HERE).split("?")[0]
        if path in glbs:
            route.fulfill(body=glbs[path], content_type="model/gltf-binary")
        elif path.startswith("three/"):
            file = THREE / path.removeprefix("three/")
            kind = "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(path)[0]
            route.fulfill(body=file.read_bytes(), content_type=kind or "application/octet-stream")
        else:
            route.fulfill(body=PAGE.read_text(), content_type="text/html")

    with sync_playwright() as playwright:
        browser = started(playwright)
        page = browser.new_page(viewport={"width": SIZE, "height": SIZE})
        page.set_default_timeout(PATIENCE_MS)
        page.route("**/*", answer)
        page.goto(HERE)
        page.wait_for_function("window.started === true")
        yield Studio(page, glbs)
        browser.close()
