"""Gestures as WebDriver has them, the same in both of its protocols.

https://www.w3.org/TR/webdriver2/#actions
"""

from __future__ import annotations

from typing import Any

from tests.browsers.driven import Key

_STEPS = 4


class ByActions:
    """Gestures of a browser that performs WebDriver's actions."""

    def perform(self, actions: list[dict[str, Any]]) -> None:
        """Perform sequences of input sources. Keys and buttons stay as they are at the end."""
        raise NotImplementedError

    def click(self, x: float, y: float) -> None:
        self._point("mouse", [_move(x, y), _down(), _up()])

    def tap(self, x: float, y: float) -> None:
        self._point("touch", [_move(x, y), _down(), _up()])

    def drag(self, x: float, y: float, dx: float, dy: float) -> None:
        way = [_move(x + dx * n / _STEPS, y + dy * n / _STEPS) for n in range(1, _STEPS + 1)]
        self._point("mouse", [_move(x, y), _down(), *way, _up()])

    def press(self, key: Key) -> None:
        self._keys([{"type": "keyDown", "value": key.value}])

    def release(self, key: Key) -> None:
        self._keys([{"type": "keyUp", "value": key.value}])

    def type(self, text: str) -> None:
        ways = ("keyDown", "keyUp")
        self._keys([{"type": way, "value": letter} for letter in text for way in ways])

    def _keys(self, steps: list[dict[str, Any]]) -> None:
        self.perform([{"type": "key", "id": "keyboard", "actions": steps}])

    def _point(self, kind: str, steps: list[dict[str, Any]]) -> None:
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
        self.perform([{**source, "actions": steps}])


def _move(x: float, y: float) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}


def _down() -> dict[str, Any]:
    return {"type": "pointerDown", "button": 0}


def _up() -> dict[str, Any]:
    return {"type": "pointerUp", "button": 0}
