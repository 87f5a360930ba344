"""What makes media web-ready, for tests of builds: here, in threads or in workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from hallgen.build.inline import InlineExecutor
from hallgen.build.kept_media import MediaMaker
from hallgen.diagnostics import Diagnostics
from hallgen.media.isolation import Limits, Workshop
from hallgen.store import Store

A = TypeVar("A")
B = TypeVar("B")


class Threads(Workshop):
    """Works in its threads, where tests can look on."""

    def do(self, work: Callable[[A], B], about: A, limits: Limits) -> B:
        return work(about)


class Here(Threads):
    """Does everything when it is started, here."""

    def __init__(self) -> None:
        super().__init__(1)

    def start(self, task: Callable[[], B]) -> Future[B]:
        return InlineExecutor().submit(task)


@contextmanager
def maker(folder: Path, shop: Workshop | None = None) -> Iterator[MediaMaker]:
    """What makes the media of the fair in a folder, whose site and store are below it."""
    shop = shop or Here()
    site, scratch, store = folder / "site", folder / "scratch", Store(folder / "store")
    scratch.mkdir(exist_ok=True)
    try:
        yield MediaMaker(folder, site, scratch, store, shop, lambda *_: None, Diagnostics())
    finally:
        shop.close()
