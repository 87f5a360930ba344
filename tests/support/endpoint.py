"""An organiser's endpoint for what pages send."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Endpoint:
    """An organiser's endpoint: what it got, and what it answers."""

    address: str = ""
    answer: int = 204
    letters: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """An endpoint of another origin than the site's."""
    here = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def reply(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "content-type")
            self.end_headers()

        def do_OPTIONS(self) -> None:
            self.reply(204)

        def do_POST(self) -> None:
            here.letters.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.reply(here.answer)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    here.address = f"http://127.0.0.1:{server.server_port}/enquiries"
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
