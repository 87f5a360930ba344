"""What a build's phases took, and how much of each was there already."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a build: `made` of so many things `of`, the rest were kept, and the seconds."""

    name: str
    seconds: float
    made: int = 0
    of: int = 0


@dataclass(slots=True)
class Tally:
    """Counts things of a phase while it goes on."""

    made: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """Notes the phases of one build, in their order."""

    phases: list[Phase] = field(default_factory=list)

    @contextmanager
    def phase(self, name: str) -> Iterator[Tally]:
        """A phase that lasts as long as the block; the block may count in the tally."""
        tally, began = Tally(), time.perf_counter()
        yield tally
        self.phases.append(Phase(name, round(time.perf_counter() - began, 2), tally.made, tally.of))
