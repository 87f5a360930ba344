"""Somebody who visits a site with a browser, whichever that is."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

from PIL import Image

from tests.browsers.driven import PATIENCE, Driven, ScriptError


@dataclass(frozen=True)
class Visitor:
    """What a visitor does and sees at a site whose address is `base`."""

    browser: Driven
    base: str

    def open(self, path: str) -> None:
        """Go to a page and wait until all of it is there."""
        self.browser.open(self.base + path)
        self.wait_for("document.readyState === 'complete'")

    def arrive(self, end: str) -> None:
        """Wait until a page is there to whose address something led, by the address's end."""
        _eventually(lambda: self.browser.address().partition("?")[0].endswith(end), end)
        self.wait_for("document.readyState === 'complete'")

    def be_in(self) -> None:
        """Wait until one can walk in the viewer."""
        self.wait_for("window.hallgen !== undefined")
        self.run("await window.hallgen.ready")

    def run(self, body: str) -> Any:
        return self.browser.run(body)

    def is_(self, condition: str) -> bool:
        """Whether a JavaScript expression is true; not so on a page that is just being left."""
        try:
            return bool(self.run(f"return {condition}"))
        except ScriptError:
            return False

    def wait_for(self, condition: str) -> None:
        """Wait until a JavaScript expression is true. Raises TimeoutError."""
        _eventually(lambda: self.is_(condition), condition)

    def read(self, selector: str, words: str) -> None:
        """Wait until an element has some words."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait_for(f"{found}?.innerText.includes({json.dumps(words)}) === true")

    def box(self, selector: str) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of an element, brought into the window, once it is there."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait_for(f"({found}?.getBoundingClientRect().width ?? 0) > 0")
        left, top, right, bottom = self.run(
            f"""const found = {found};
            found.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const box = found.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom];"""
        )
        return left, top, right, bottom

    def spot(self, selector: str, across: float = 0.5, down: float = 0.5) -> tuple[float, float]:
        """A place in an element, by shares of its box."""
        left, top, right, bottom = self.box(selector)
        return left + (right - left) * across, top + (bottom - top) * down

    def click(self, selector: str, across: float = 0.5, down: float = 0.5) -> None:
        self.browser.click(*self.spot(selector, across, down))

    def seen(self, selector: str) -> Image.Image:
        """An element as it is seen."""
        left, top, right, bottom = (round(edge) for edge in self.box(selector))
        picture = self.browser.picture()
        return picture.crop((left, max(0, top), right, min(picture.height, bottom)))

    def pose(self) -> dict[str, float]:
        pose: dict[str, float] = self.run("return window.hallgen.pose")
        return pose

    def stand(self, pose: dict[str, float]) -> None:
        """Be somewhere, and wait until that is what is drawn."""
        self.run(f"await window.hallgen.goTo({{pose: {json.dumps(pose)}}})")
        self.wait_for("window.hallgen.stats().tilesLoading === 0")
        self.see_a_frame()

    def see_a_frame(self) -> None:
        """Wait until what changed so far has been drawn."""
        frame = "await new Promise((drawn) => requestAnimationFrame(drawn));"
        self.run(frame * 2)

    def rest(self) -> None:
        """Wait until the visitor has stood still for a moment."""
        last: dict[str, float] = {}

        def still() -> bool:
            nonlocal last
            time.sleep(0.3)
            self.see_a_frame()
            before, last = last, self.pose()
            return before == last

        _eventually(still, "standing still")

    def all_well(self) -> None:
        """Nothing went wrong so far, and nothing was asked for elsewhere."""
        complaints, elsewhere = self.browser.complaints(), self.browser.elsewhere(self.base)
        assert (complaints, elsewhere) == ([], []), (complaints, elsewhere)


def _eventually(holds: Any, what: str) -> None:
    late = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > late:
            raise TimeoutError(what)
        time.sleep(0.1)
