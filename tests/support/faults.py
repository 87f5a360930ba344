"""A server that fails as bad networks do: a share of its answers, the same ones for a seed."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from hallgen.build.serve import SiteHandler
from tests.support.serving import serving

#: Seconds by which an answer is late.
LATE = 1.5
#: Seconds for which an answer that stands still does so: longer than any visitor waits for it.
STILL = 60


class Fault(Enum):
    """How an answer fails."""

    DROPPED = "the connection ends before the answer begins"
    LATE = "it comes late"
    TRUNCATED = "it ends in its middle"
    BROKEN = "the server says 500"
    STILL = "it stands still in its middle"


@dataclass
class Faults:
    """Which answers fail, once it is `on`: each whose address has `only` in it, with the chance
    `share`, in one of `kinds`, at `most` so many. `seen` counts what was done.
    """

    seed: int = 0
    share: float = 1 / 3
    kinds: tuple[Fault, ...] = (Fault.DROPPED, Fault.LATE, Fault.TRUNCATED, Fault.BROKEN)
    only: str = ""
    most: int | None = None
    on: bool = False
    seen: Counter[Fault] = field(default_factory=Counter)
    _asked: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, address: str) -> Fault | None:
        """What is to happen to this answer; the next one of the same address is another."""
        with self._lock:
            if not self.on or self.only not in address:
                return None
            if self.most is not None and self.seen.total() >= self.most:
                return None
            self._asked[address] += 1
            named = f"{self.seed} {address} {self._asked[address]}"
            chance = int.from_bytes(hashlib.sha256(named.encode()).digest()[:4]) / 2**32
            if chance >= self.share:
                return None
            fault = self.kinds[int(chance / self.share * len(self.kinds))]
            self.seen[fault] += 1
            return fault


def failing(site: Path, faults: Faults) -> AbstractContextManager[str]:
    """The address of such a server of `site` that lives as long as the block."""
    return serving(site, _Handler, faults=faults)


class _Handler(SiteHandler):
    def __init__(self, *arguments: Any, faults: Faults, **options: Any) -> None:
        self._faults = faults
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:  # noqa: N802 - the base's name
        match self._faults.of(self.path.split("?")[0]):
            case Fault.DROPPED:
                self.close_connection = True
            case Fault.BROKEN:
                self.send_error(500)
            case Fault.TRUNCATED:
                self._send_half()
            case Fault.STILL:
                self._send_half()
                time.sleep(STILL)
            case Fault.LATE:
                time.sleep(LATE)
                super().do_GET()
            case None:
                super().do_GET()

    def _send_half(self) -> None:
        self.close_connection = True
        file = self.send_head()
        if file is None:  # what is not there has no half
            return
        with file:
            data = file.read()
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
