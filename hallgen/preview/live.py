"""The server of a preview: its files, pages made when asked for, and a stream of changes."""

from __future__ import annotations

import functools
import io
import json
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import ValidationError

from hallgen.build.serve import LocalServer, Rules, SiteHandler
from hallgen.errors import HallgenError
from hallgen.preview.answers import STEPS, answer_drop
from hallgen.preview.bench import Bench
from hallgen.preview.dropped import Drop
from hallgen.preview.studio import PreviewStudio
from hallgen.site.preview import EVENTS
from hallgen.site.preview_form import FORM

#: Seconds after which the stream says that it is still there, so that a closed page is noticed.
_PULSE: Final = 15.0
#: What a form sends, and the bytes of it and of a file that is dropped, at most.
_BYTES: Final = "application/octet-stream"
_MOST: Final = 1_000_000
_MOST_OF_FILE: Final = 1_000_000_000
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
        kind = "text/html; charset=utf-8" if address.endswith("/") else self.guess_type(address)
        return io.BytesIO(self.begin(200, kind, made))

    def do_POST(self) -> None:  # noqa: N802 - the base's name
        """Do what a booth's form asks."""
        url = urlsplit(self.path)
        segment, _, address = unquote(url.path).removeprefix("/").partition("/")
        act = address.removeprefix(FORM).removeprefix("/")
        dropped = act == "file"
        kind, most = (_BYTES, _MOST_OF_FILE) if dropped else ("application/json", _MOST)
        size = self.sent(kind, most)
        if size is None:
            return
        bench = self._studio.bench(segment) if segment else None
        if bench is None or not address.startswith(FORM) or act not in ("", "file", *STEPS):
            self.send_error(404)
            return
        try:
            if dropped:
                asked = Drop.model_validate(dict(parse_qsl(url.query)))
                made = answer_drop(bench, asked, self.rfile, size)
            else:
                made = STEPS[act](bench, self.rfile.read(size))
        except ValidationError as fault:
            self._say(422, str(fault.errors()[0]["msg"]).encode())
        except (HallgenError, OSError) as fault:
            self._say(409, str(fault).encode())
        else:
            self._say(200, json.dumps(made, ensure_ascii=False).encode())

    def _say(self, status: int, data: bytes) -> None:
        kind = "application/json" if status == HTTPStatus.OK else "text/plain"
        self.wfile.write(self.begin(status, f"{kind}; charset=utf-8", data))

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
