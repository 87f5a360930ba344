"""A server of a site that holds the viewer back until it is told."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hallgen.build.serve import LocalServer, SiteHandler, read_headers


@dataclass(frozen=True)
class Gate:
    """Files of the viewer come from `address` once it is opened."""

    address: str
    open: threading.Event


@contextmanager
def gated(site: Path) -> Iterator[Gate]:
    opened = threading.Event()

    class Held(SiteHandler):
        def do_GET(self) -> None:
            if "/viewer/" in self.path and self.path.endswith(".js"):
                opened.wait()
            super().do_GET()

    rules = read_headers(site / "_headers")
    server = LocalServer(functools.partial(Held, directory=str(site), rules=rules), 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield Gate(server.address, opened)
    finally:
        opened.set()
        server.stop()
        thread.join()
