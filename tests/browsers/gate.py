"""A server of a site that holds the viewer back until it is told."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hallgen.build.serve import LocalServer, SiteHandler, read_headers


@dataclass(frozen=True)
class Gate:
    """The viewer comes from `address` once it is opened."""

    address: str
    open: threading.Event


@contextmanager
def gated(site: Path, page: str) -> Iterator[Gate]:
    """Serve a site, and hold back the one file that starts the viewer of a page: a browser has six
    connections to a server, and who holds all of them holds back fonts and pictures too.
    """
    opened = threading.Event()
    text = (site / page / "index.html").read_text("utf-8")
    data = re.search(r'id="hallgen-boot">([^<]*)<', text)
    assert data is not None
    module = "/" + json.loads(data[1])["module"]

    class Held(SiteHandler):
        def do_GET(self) -> None:  # noqa: N802 - the base's name
            if self.path == module:
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
