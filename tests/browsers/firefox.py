"""Debian's Firefox over WebDriver BiDi, which it speaks itself.

https://www.w3.org/TR/webdriver-bidi/
"""

from __future__ import annotations

import base64
import io
import json
import re
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PIL import Image
from websockets.sync.client import connect

from tests.browsers.actions import ByActions
from tests.browsers.driven import HEIGHT, PATIENCE, WIDTH, Graphics, ScriptError
from tests.browsers.program import Program

NEEDS = ("firefox-esr", "xvfb-run")
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = ("log.entryAdded", "network.beforeRequestSent", "network.fetchError")
#: What becomes of requests of a page that is left: the visitor broke them off, which is no fault.
_BROKEN_OFF = "NS_BINDING_ABORTED"


class Firefox(ByActions):
    """One tab of a Firefox with a profile of its own."""

    name = "firefox"

    def __init__(self, folder: Path, graphics: Graphics) -> None:
        profile = folder / "profile"
        profile.mkdir()
        off = str(graphics is Graphics.NONE).lower()
        (profile / "user.js").write_text(f'user_pref("webgl.disabled", {off});\n')
        command = ["firefox-esr", "--no-remote", "--profile", str(profile)]
        self._events: list[dict[str, Any]] = []
        self._count = 0
        with ExitStack() as opened:
            program = Program([*command, "--remote-debugging-port", "0"], folder / "words.txt")
            opened.callback(program.end)
            socket = connect(f"{_listening(program)}/session", max_size=None)
            self._socket = opened.enter_context(socket)
            self.send("session.new", capabilities={})
            self.send("session.subscribe", events=list(_EVENTS))
            self._tab = self.send("browsingContext.create", type="tab")["context"]
            size = {"width": WIDTH, "height": HEIGHT}
            self.send("browsingContext.setViewport", context=self._tab, viewport=size)
            opened.callback(self.send, "browser.close")
            self._opened = opened.pop_all()

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result; events on the way are kept."""
        self._count += 1
        command = {"id": self._count, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message["type"] == "event":
                self._events.append(message)
            elif message["id"] == self._count:
                break
        if message["type"] == "error":
            raise ScriptError(f"{method}: {message['error']}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self._tab, url=address, wait="interactive")

    def address(self) -> str:
        tree = self.send("browsingContext.getTree", root=self._tab)["contexts"]
        return str(tree[0]["url"])

    def run(self, body: str) -> Any:
        told = self.send(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await (async () => {{{body}}})())",
            target={"context": self._tab},
            awaitPromise=True,
        )
        if told["type"] == "exception":
            raise ScriptError(told["exceptionDetails"]["text"])
        return json.loads(told["result"].get("value", "null"))

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self.send("input.performActions", context=self._tab, actions=actions)

    def picture(self) -> Image.Image:
        taken = self.send("browsingContext.captureScreenshot", context=self._tab)
        return Image.open(io.BytesIO(base64.b64decode(taken["data"]))).convert("RGB")

    def complaints(self) -> list[str]:
        entries = self._told("log.entryAdded")
        lost = self._told("network.fetchError")
        left = [one["request"]["url"] for one in lost if one["errorText"] == _BROKEN_OFF]
        told = [entry["text"] for entry in entries if entry["level"] in ("error", "warn")]
        return [text for text in told if not any(url in text for url in left)]

    def elsewhere(self, base: str) -> list[str]:
        asked = [sent["request"]["url"] for sent in self._told("network.beforeRequestSent")]
        return [url for url in asked if not url.startswith((base, "data:", "blob:", "about:"))]

    def close(self) -> None:
        self._opened.close()

    def _told(self, method: str) -> list[dict[str, Any]]:
        """The events of one kind so far, which are forgotten."""
        self.send("session.status")  # what happened before is told before the answer
        told = [event["params"] for event in self._events if event["method"] == method]
        self._events = [event for event in self._events if event["method"] != method]
        return told


def _listening(program: Program) -> str:
    """Where Firefox listens, once it does."""
    for _ in range(int(PATIENCE * 10)):
        found = _LISTENS.search(program.said())
        if found:
            return found[1]
        if program.ended():
            break
        time.sleep(0.1)
    raise RuntimeError(f"Firefox does not listen: {program.said()}")
