"""How a fair's halls are to be built."""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.build.report import Progress
from hallgen.light import LightQuality
from hallgen.store import StorePlace


@dataclass(frozen=True, slots=True)
class HallOptions:
    """In which light, with what kept where, by how many processes or whose.

    `executor` is None for processes of this machine, or the address of a scheduler of dask's.
    """

    light: LightQuality
    store: StorePlace
    jobs: int
    progress: Progress
    executor: str | None = None
