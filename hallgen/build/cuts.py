"""Blocks and districts of a hall's tileset, kept by the booths that stand in them."""

from __future__ import annotations

import base64
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hallgen.build.kept_files import kept_or_made_files
from hallgen.build.step_keys import step_key
from hallgen.diagnostics import Diagnostics
from hallgen.formats import Tile
from hallgen.media.made import Made, MadeFile
from hallgen.model import Frozen
from hallgen.store import Store
from hallgen.tiles import Cut


class _CutFacts(Frozen):
    """A cut but for its files: its tile, pickled, in base 64, and which files are pictures."""

    tile: str
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptCuts:
    """A `tiles.CutKeeper`. `keys` name booths with all they are made of, by their ids.

    What `stand_ins` are in is made for this build alone.
    """

    store: Store
    keys: Mapping[str, str]
    stand_ins: frozenset[str]
    diagnostics: Diagnostics

    def __call__(self, name: str, booths: Sequence[str], make: Callable[[], Cut]) -> Cut:
        if self.stand_ins.intersection(booths):
            return make()
        key = step_key("cut", name, *(self.keys[booth] for booth in booths))
        return _read(
            kept_or_made_files(
                self.store, key, _CutFacts, lambda: _written(make()), "Tiles", self.diagnostics
            )
        )


def _written(cut: Cut) -> Made[_CutFacts]:
    files = [MadeFile(name, data) for name, data in (*cut.tiles.items(), *cut.pictures.items())]
    tile = base64.b64encode(pickle.dumps(cut.tile, protocol=5)).decode()
    return Made(_CutFacts(tile=tile, pictures=tuple(cut.pictures)), tuple(files))


def _read(made: Made[_CutFacts]) -> Cut:
    tile: Tile | None = pickle.loads(base64.b64decode(made.facts.tile))  # noqa: S301 - sealed, and as trusted as code
    pictures = set(made.facts.pictures)
    return Cut(
        tile,
        {file.name: file.data for file in made.files if file.name not in pictures},
        {file.name: file.data for file in made.files if file.name in pictures},
    )
