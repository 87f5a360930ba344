"""A preview while it runs: the fair, the booths that are looked at, and what changes meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path

from hallgen.build.files import write_file
from hallgen.diagnostics import Diagnostics
from hallgen.errors import FairError, UsageError
from hallgen.media.isolation import workshop
from hallgen.media.lifetime import end_group, end_with_parent
from hallgen.model import Booth, FairIndex
from hallgen.preview.bench import Bench, Tools
from hallgen.preview.reading import OwnFolder, Source
from hallgen.preview.watch import Watch
from hallgen.readers.named_booths import find_booth
from hallgen.resources import viewer
from hallgen.site import SiteInputs, addresses, booth_list, read_viewer
from hallgen.store import StorePlace

#: Called with a booth's id and its faults, whenever these may be others.
Tell = Callable[[str, Diagnostics], None]


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """Where light and media are kept, and who is told of faults."""

    store: StorePlace
    tell: Tell


class PreviewStudio:
    """Shows booths of one fair, each on a bench of its own. Not for several threads but `bench`."""

    def __init__(self, scratch: Path, tools: Tools, tell: Tell) -> None:
        self._scratch = scratch
        self._tools = tools
        self._tell = tell
        self._watch = Watch(tools.source.folder)
        self._checked = tools.source.read(Diagnostics())
        self._benches: dict[str, Bench] = {}
        self._busy = threading.RLock()

    @property
    def booths(self) -> tuple[Booth, ...]:
        """All booths with somebody in them."""
        halls = self._checked.fair.halls
        return tuple(booth for hall in halls for booth in hall.booths if booth.exhibitors)

    @property
    def only(self) -> Booth | None:
        """The booth that is meant where none is named: the one of a folder of its own, or the only
        one with somebody in it.
        """
        booths = self.booths
        own = isinstance(self._tools.source, OwnFolder)
        return booths[0] if own or len(booths) == 1 else None

    def find(self, name: str) -> Booth:
        """A booth by its id or number. Raises UsageError where there is none or nobody in it."""
        booth = find_booth(self._checked.fair, name)
        if not booth.exhibitors:
            raise UsageError(f"Booth {booth.number} is empty: no exhibitor of the list is in it.")
        return booth

    def bench(self, segment: str) -> Bench | None:
        """The bench at an address's first part; set up when it is first asked for."""
        if segment in self._benches:
            return self._benches[segment]
        with self._busy:
            known = self._benches.get(segment)
            booth = next((b for b in self.booths if addresses.segment(b.id) == segment), None)
            if known is not None or booth is None:
                return known
            bench = Bench(self._scratch / segment, booth.id, self._tools, self._checked)
            self._benches[segment] = bench
            self._tell(booth.id, bench.told)
            return bench

    def start_of(self, booth: Booth) -> str:
        """The address of the page that shows a booth, set up by then."""
        segment = addresses.segment(booth.id)
        bench = self.bench(segment)
        if bench is None:
            raise UsageError(f"There is no booth {booth.id} any more.")
        return f"{segment}/{bench.pages.start}"

    def list_booths(self) -> None:
        """Write the page that lists all booths, at the root."""
        index = FairIndex(self._checked.fair)
        inputs = SiteInputs(index, self._checked.layouts, {}, {}, self._tools.viewer)
        for file in booth_list(inputs, lambda booth: f"{addresses.segment(booth.id)}/"):
            write_file(self._scratch, file.path, file.data)

    def follow(self) -> None:
        """Show all changes since the last time, after a moment in which there may be some."""
        self._watch.wait()
        changed = self._watch.changed()
        with self._busy:
            for bench in self._benches.values():
                bench.settle()
            if changed:
                self._update(changed)

    def _update(self, changed: frozenset[Path]) -> None:
        told = Diagnostics()
        try:
            self._checked = self._tools.source.reread(changed, told)
        except (FairError, UsageError) as hopeless:
            self._fail(told, hopeless)
            return
        for bench in self._benches.values():
            try:
                bench.update(self._checked, changed)
            except UsageError as gone:
                self._fail(told, gone)
                continue
            self._tell(bench.booth, bench.told)

    def _fail(self, told: Diagnostics, why: Exception) -> None:
        for bench in self._benches.values():
            bench.fail(told)
        self._tell(str(why), told)


@contextmanager
def opened(source: Source, scratch: Path, options: PreviewOptions) -> Iterator[PreviewStudio]:
    """A preview's studio, and all processes that it needs while it lasts."""
    pieces = scratch / ".pieces"
    pieces.mkdir()
    with workshop(1, scratch) as shop, _background() as background:
        read = read_viewer(viewer())
        tools = Tools(source, pieces, options.store, shop, read, background)
        yield PreviewStudio(scratch, tools, options.tell)


@contextmanager
def _background() -> Iterator[Executor]:
    """A process that builds neighbourhoods. What it does is not waited for."""
    others = set(active_children())
    context = get_context("spawn")
    executor = ProcessPoolExecutor(1, context, initializer=end_with_parent)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        for process in set(active_children()) - others:
            end_group(process)
