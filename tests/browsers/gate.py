"""A server of a site that holds the viewer back until it is told."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hallgen.build.serve import SiteHandler
from tests.support.serving import serving


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

    with serving(site, Held) as address:
        try:
            yield Gate(address, opened)
        finally:
            opened.set()
