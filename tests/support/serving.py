"""Sites served on this machine for as long as a test needs them."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hallgen.build.serve import LocalServer, SiteHandler, read_headers


@contextmanager
def serving(site: Path, handler: type[SiteHandler] = SiteHandler, **options: Any) -> Iterator[str]:
    """The address of a server of `site` that lives as long as the block, with a slash at its end.

    `options` are what a handler of a test's own is made with besides.
    """
    rules = read_headers(site / "_headers")
    made = functools.partial(handler, directory=str(site), rules=rules, **options)
    server = LocalServer(made, 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server.address
    finally:
        server.stop()
        thread.join()
