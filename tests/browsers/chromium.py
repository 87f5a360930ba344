"""Debian's Chromium by Playwright, as most tests drive it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Error

from tests.browsers.driven import HEIGHT, PATIENCE, WIDTH, Graphics, Key, ScriptError
from tests.support.browser import of_the_driver

_KEYS = {Key.W: "KeyW", Key.RIGHT: "ArrowRight"}
_FLAGS = {Graphics.SOFTWARE: (), Graphics.NONE: ("--disable-3d-apis",)}


class Chromium:
    """One page of a Chromium on a device that is touched as well."""

    name = "chromium"

    def __init__(self, launch: Callable[..., Browser], graphics: Graphics) -> None:
        self._browser = launch(*_FLAGS[graphics])
        size = {"width": WIDTH, "height": HEIGHT}
        self._page = self._browser.new_page(viewport=size, has_touch=True)
        self._page.set_default_timeout(PATIENCE * 1000)
        self._complaints: list[str] = []
        self._asked: list[str] = []
        self._page.on("console", self._hear)
        self._page.on("pageerror", lambda error: self._complaints.append(str(error)))
        self._page.on("request", lambda request: self._asked.append(request.url))

    def open(self, address: str) -> None:
        self._page.goto(address, wait_until="domcontentloaded")

    def address(self) -> str:
        self._page.wait_for_timeout(1)  # Playwright hears of nothing unless it is called
        return self._page.url

    def run(self, body: str) -> Any:
        try:
            return self._page.evaluate(f"async () => {{{body}}}")
        except Error as error:
            raise ScriptError(str(error)) from error

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def tap(self, x: float, y: float) -> None:
        self._page.touchscreen.tap(x, y)

    def drag(self, x: float, y: float, dx: float, dy: float) -> None:
        self._page.mouse.move(x, y)
        self._page.mouse.down()
        self._page.mouse.move(x + dx, y + dy, steps=4)
        self._page.mouse.up()

    def press(self, key: Key) -> None:
        self._page.keyboard.down(_KEYS[key])

    def release(self, key: Key) -> None:
        self._page.keyboard.up(_KEYS[key])

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def picture(self) -> Image.Image:
        return Image.open(io.BytesIO(self._page.screenshot())).convert("RGB")

    def complaints(self) -> list[str]:
        return _taken(self._complaints)

    def elsewhere(self, base: str) -> list[str]:
        asked = _taken(self._asked)
        return [url for url in asked if not url.startswith((base, "data:", "blob:"))]

    def close(self) -> None:
        self._browser.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not of_the_driver(message.text):
            self._complaints.append(message.text)


def _taken(heard: list[str]) -> list[str]:
    taken = list(heard)
    heard.clear()
    return taken
