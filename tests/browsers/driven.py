"""What a visit needs of a browser, however that is driven."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Protocol

from PIL import Image

#: Seconds. Software draws slowly and machines are shared: a limit against hanging, not a measure.
PATIENCE = 180.0
#: Of the page within the window, in CSS pixels; small, since software pays for each.
WIDTH, HEIGHT = 800, 600


class Graphics(StrEnum):
    """What a browser may draw with."""

    SOFTWARE = "software"
    NONE = "none"


class Key(StrEnum):
    """Keys that visits need, by their value in WebDriver's table of keys."""

    W = "w"
    RIGHT = "\ue014"


class UnableError(Exception):
    """The browser, or what drives it, cannot do this here; with its own words."""


class ScriptError(Exception):
    """A script threw in the page, or the page was left before it ended."""


class Driven(Protocol):
    """A browser with one page. Places are CSS pixels from the upper left of the page's view."""

    name: str

    def open(self, address: str) -> None:
        """Go to an address and wait until its page can be read."""

    def address(self) -> str:
        """Where the page is by now."""

    def run(self, body: str) -> Any:
        """What the body of an asynchronous function returns, as JSON. Raises ScriptError."""

    def click(self, x: float, y: float) -> None: ...

    def tap(self, x: float, y: float) -> None:
        """Touch the screen with a finger. Raises UnableError."""

    def drag(self, x: float, y: float, dx: float, dy: float) -> None: ...

    def press(self, key: Key) -> None:
        """Hold a key down until it is released."""

    def release(self, key: Key) -> None: ...

    def type(self, text: str) -> None: ...

    def picture(self) -> Image.Image:
        """The page as it is seen now, in RGB."""

    def complaints(self) -> list[str]:
        """Errors and warnings of scripts, and what the policy refused, since this was asked."""

    def elsewhere(self, base: str) -> list[str]:
        """Addresses that pages asked for outside of `base`, since this was asked."""

    def close(self) -> None: ...
