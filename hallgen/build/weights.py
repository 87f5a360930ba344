"""What each hall of a site weighs, read from its files, and kept as long as it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from hallgen.build.budgets import MemoryBudget
from hallgen.build.levels import HallFiles, read_hall
from hallgen.build.memory import HallMemory, Standing
from hallgen.build.step_keys import step_key
from hallgen.diagnostics import Diagnostics
from hallgen.formats import read_pictures, read_stats
from hallgen.site import addresses
from hallgen.store import Kind, Store, kept_or_made


@dataclass(frozen=True, slots=True)
class BoothModel:
    """A booth's own GLB: the bytes of its geometry, and the names of its pictures."""

    geometry: int
    pictures: frozenset[str]


@dataclass(frozen=True, slots=True)
class HallWeight:
    """A hall's tiles, its booths' own GLBs by id (None in a site of few files, which has none),
    and by tier of quality where a phone must hold most.
    """

    files: HallFiles
    models: dict[str, BoothModel] | None
    worst: dict[str, Standing]


def weigh(site: Path, budgets: Sequence[MemoryBudget]) -> tuple[HallWeight, ...]:
    """The halls of a site, in the order of their folders."""
    folders = sorted(path.parent.name for path in site.glob("tiles/*/tileset.json"))
    return tuple(_weighed(site, folder, budgets) for folder in folders)


def kept_weights(
    site: Path,
    keys: Mapping[str, str],
    budgets: Sequence[MemoryBudget],
    store: Store,
    diagnostics: Diagnostics,
) -> tuple[HallWeight, ...]:
    """The same of a site that is being built, where halls of these keys stand, by their ids: a
    hall that was weighed once is not read again.
    """
    by_folder = {addresses.segment(hall): key for hall, key in keys.items()}
    limits = repr(tuple(budgets))
    return tuple(
        kept_or_made(
            store,
            _WEIGHTS,
            step_key("weight", by_folder[folder], limits),
            partial(_weighed, site, folder, budgets),
            diagnostics,
        )
        for folder in sorted(by_folder)
    )


def _weighed(site: Path, folder: str, budgets: Sequence[MemoryBudget]) -> HallWeight:
    files = read_hall(site, folder)
    memory = HallMemory(site, folder)
    return HallWeight(
        files, _models(site, files), {one.tier: memory.worst(one.device) for one in budgets}
    )


def _models(site: Path, hall: HallFiles) -> dict[str, BoothModel] | None:
    paths = {
        booth: site / addresses.booth_model(booth)
        for group in hall.groups
        for booth in group.booths
    }
    if not all(path.is_file() for path in paths.values()):
        return None
    return {booth: _model(path.read_bytes()) for booth, path in paths.items()}


def _model(data: bytes) -> BoothModel:
    stats = read_stats(data)
    pictures = sum(texture.bytes or 0 for texture in stats.textures)
    return BoothModel(stats.bytes - pictures, frozenset(read_pictures(data)))


_HALL_WEIGHT: Final = TypeAdapter(HallWeight)


def _read(data: bytes) -> HallWeight | None:
    try:
        return _HALL_WEIGHT.validate_json(data)
    except ValidationError:
        return None


_WEIGHTS: Final = Kind("Weights of halls", _HALL_WEIGHT.dump_json, _read)
