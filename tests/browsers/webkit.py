"""Debian's WebKitGTK over WebDriver.

https://www.w3.org/TR/webdriver2/
"""

from __future__ import annotations

import base64
import io
import json
import socket
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from PIL import Image

from tests.browsers.actions import ByActions
from tests.browsers.deadend import DeadEnd
from tests.browsers.driven import (
    HEIGHT,
    PATIENCE,
    WIDTH,
    Graphics,
    ScriptError,
    UnableError,
)
from tests.browsers.program import Program
from tests.browsers.witness import TESTIMONY

NEEDS = ("WebKitWebDriver", "xvfb-run")
#: The browser that Debian's library brings, as each version of its interface has one.
_BROWSERS = "usr/lib/*/webkit2gtk-4*/MiniBrowser"


#: Hears by what the page is touched next.
_LISTEN = """\
const once = { capture: true, once: true };
window.touchedBy = new Promise((told) =>
  addEventListener('pointerdown', (event) => told(event.pointerType), once));"""


def minibrowser() -> Path | None:
    return next(iter(sorted(Path("/").glob(_BROWSERS), reverse=True)), None)


class WebKit(ByActions):
    """The one page of a MiniBrowser. What it asks for elsewhere goes to a proxy that answers
    nothing and remembers. Its driver tells nothing of its console, so a witness in the pages does.
    """

    name = "webkit"

    def __init__(self, folder: Path, graphics: Graphics) -> None:
        with ExitStack() as opened:
            self._proxy = opened.enter_context(DeadEnd())
            port = _free_port()
            command = ["WebKitWebDriver", f"--port={port}"]
            self._program = Program(command, folder / "words.txt")
            opened.callback(self._program.end)
            self._http = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            opened.callback(self._http.close)
            self._connect()
            self._session = ""
            wanted = {"alwaysMatch": self._capabilities(graphics)}
            begun = self.send("POST", "/session", {"capabilities": wanted})
            self._session = f"/session/{begun['sessionId']}"
            opened.callback(self.send, "DELETE", "")
            limits = {"script": int(PATIENCE * 1000), "pageLoad": int(PATIENCE * 1000)}
            self.send("POST", "/timeouts", limits)
            self._fit()
            self._opened = opened.pop_all()

    def _capabilities(self, graphics: Graphics) -> dict[str, Any]:
        on = str(graphics is Graphics.SOFTWARE).lower()
        return {
            "proxy": {
                "proxyType": "manual",
                "httpProxy": self._proxy.address,
                "sslProxy": self._proxy.address,
                "noProxy": ["127.0.0.1"],
            },
            "webkitgtk:browserOptions": {
                "binary": str(minibrowser()),
                "args": ["--automation", f"--enable-webgl={on}"],
            },
        }

    def send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send a command of the session and return its value."""
        data = None if body is None else json.dumps(body)
        self._http.request(method, self._session + path, data)
        value = json.loads(self._http.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise ScriptError(f"{path}: {value['error']}: {value['message']}")
        return value

    def open(self, address: str) -> None:
        self.send("POST", "/url", {"url": address})

    def address(self) -> str:
        return str(self.send("GET", "/url"))

    def run(self, body: str) -> Any:
        script = f"return (async () => JSON.stringify(await (async () => {{{body}}})()))()"
        told = self.send("POST", "/execute/sync", {"script": script, "args": []})
        return None if told is None else json.loads(told)

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self.send("POST", "/actions", {"actions": actions})

    def tap(self, x: float, y: float) -> None:
        self.run(_LISTEN)
        super().tap(x, y)
        kind = self.run("return await window.touchedBy")
        if kind != "touch":
            raise UnableError(f"WebKitWebDriver performs a touch as a {kind}")

    def picture(self) -> Image.Image:
        data = base64.b64decode(self.send("GET", "/screenshot"))
        return Image.open(io.BytesIO(data)).convert("RGB")

    def complaints(self) -> list[str]:
        return list(self.run(TESTIMONY))

    def elsewhere(self, base: str) -> list[str]:
        return self._proxy.taken()

    def close(self) -> None:
        self._opened.close()

    def _connect(self) -> None:
        """Wait until the driver listens."""
        for _ in range(int(PATIENCE * 10)):
            try:
                self._http.connect()
            except ConnectionError:
                if self._program.ended():
                    break
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(f"WebKitWebDriver does not listen: {self._program.said()}")

    def _fit(self) -> None:
        """Make the window as large as the page in it is to be, and what the browser has around."""
        for _ in range(2):
            inner = self.run("return [innerWidth, innerHeight]")
            outer = self.send("GET", "/window/rect")
            width = outer["width"] + WIDTH - inner[0]
            height = outer["height"] + HEIGHT - inner[1]
            self.send("POST", "/window/rect", {"width": width, "height": height})


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
