"""The server of a preview: its files, pages made when asked for, and a stream of changes."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from hallgen.build.serve import LocalServer, Rules, SiteHandler
from hallgen.preview.bench import Bench
from hallgen.preview.studio import PreviewStudio
from hallgen.site.preview import EVENTS

#: Seconds after which the stream says that it is still there, so that a closed page is noticed.
_PULSE: Final = 15.0
#: Nothing is kept: what an address shows changes all the time. No other site may use any of it.
_RULES: Final[Rules] = (
    (
        "*",
        (
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ),
    ),
)


class PreviewServer(LocalServer):
    """Serves a preview on the loopback address; port 0 takes a free one.

    Raises OSError when the port is taken.
    """

    def __init__(self, studio: PreviewStudio, scratch: Path, port: int) -> None:
        handler = functools.partial(
            _PreviewHandler, directory=str(scratch), rules=_RULES, studio=studio
        )
        super().__init__(handler, port)


class _PreviewHandler(SiteHandler):
    def __init__(self, *arguments: Any, studio: PreviewStudio, **options: Any) -> None:
        self._studio = studio
        super().__init__(*arguments, **options)

    def send_head(self) -> Any:
        """A page of a bench, else a file."""
        segment, _, address = unquote(urlsplit(self.path).path).removeprefix("/").partition("/")
        bench = self._studio.bench(segment) if segment else None
        if bench is None:
            return super().send_head()
        if address == "":
            return self._lead_to(f"/{segment}/{bench.pages.start}")
        if address == EVENTS:
            return self._stream(bench)
        made = bench.pages.make(address)
        if made is None:
            # Models are fetched packed; here they are sent as they are.
            self.path = self.path.removesuffix(".gz")
            return super().send_head()
        self.send_response(200)
        kind = "text/html; charset=utf-8" if address.endswith("/") else self.guess_type(address)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(made)))
        self.end_headers()
        return io.BytesIO(made)

    def _lead_to(self, address: str) -> None:
        self.send_response(303)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self, bench: Bench) -> None:
        """Say the bench's version, and again whenever it grows, until the page is closed:
        https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        said = None
        while True:
            with bench.changed:
                bench.changed.wait_for(lambda: bench.version != said, _PULSE)  # noqa: B023
                version = bench.version
            words = ":\n\n" if version == said else f"data: {version}\n\n"
            said = version
            self.wfile.write(words.encode())
            self.wfile.flush()
