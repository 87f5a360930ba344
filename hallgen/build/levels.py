"""A hall's tiles as they lie in a site: its shell, and its booths in groups, near and far."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallgen.formats import (
    GlbStats,
    packed_draws,
    packed_tile,
    read_booths,
    read_pictures,
    read_stats,
)
from hallgen.model import Frozen
from hallgen.tiles import DISTRICT_NAME, PEOPLE


@dataclass(frozen=True, slots=True)
class TileFile:
    """A tile: its address in the site, its counts, and the names of its pictures.

    `draws` are those of our viewer, which packs a tile as it loads it. `booths` are those that
    its features name. `lightmap` is the name of one of the pictures, or ''.
    """

    address: str
    stats: GlbStats
    draws: int
    pictures: tuple[str, ...]
    booths: tuple[str, ...]
    lightmap: str


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring booths by their ids, near and far; what is never replaced is both.

    `exhibits` are products with models of their own as they are seen from afar, a tile for each
    booth, and `models` what takes their place near by, each file once. `prints` are the pictures
    of the booths that have some, to be read.
    """

    booths: tuple[str, ...]
    near: TileFile
    far: TileFile
    exhibits: tuple[TileFile, ...] = ()
    models: tuple[TileFile, ...] = ()
    prints: tuple[TileFile, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """Groups of booths, and what is seen of them together; None where it is one group alone."""

    far: TileFile | None
    groups: tuple[Group, ...]


class _Booth(Frozen, extra="ignore"):
    id: str
    outline: tuple[tuple[float, float], ...]


class _Shard(Frozen, extra="ignore"):
    bounds: tuple[float, float, float, float]
    booths: tuple[_Booth, ...]


@dataclass(frozen=True, slots=True)
class HallFiles:
    """A hall of a site. Areas are of floors, in m2; a hall's is that of its bounds."""

    hall: str
    area: float
    booths: dict[str, float]
    shell: TileFile | None
    people: TileFile | None
    districts: tuple[District, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(group for district in self.districts for group in district.groups)


def read_halls(site: Path) -> Iterator[HallFiles]:
    """The halls of a built site, in the order of their folders."""
    for path in sorted(site.glob("tiles/*/tileset.json")):
        yield read_hall(site, path.parent.name)


def read_hall(site: Path, folder: str) -> HallFiles:
    """The hall of a site whose files lie in that folder of its tiles."""
    whole = site / "tiles" / folder
    root = json.loads((whole / "tileset.json").read_text("utf-8"))["root"]
    shard = _Shard.model_validate_json(min(whole.glob("hall.*.json")).read_text("utf-8"))
    x0, z0, x1, z1 = shard.bounds
    below = {tile["content"]["uri"]: tile for tile in root.get("children", ())}
    people = below.pop(PEOPLE, None)
    return HallFiles(
        hall=folder,
        area=(x1 - x0) * (z1 - z0),
        booths={booth.id: _area(booth.outline) for booth in shard.booths},
        shell=_read(site, whole, root) if "content" in root else None,
        people=None if people is None else _read(site, whole, people),
        districts=tuple(_district(site, whole, tile) for tile in below.values()),
    )


def _district(site: Path, folder: Path, tile: dict[str, Any]) -> District:
    if not tile["content"]["uri"].startswith(DISTRICT_NAME):
        return District(None, (_group(site, folder, tile),))
    groups = tuple(_group(site, folder, block) for block in tile["children"])
    return District(_read(site, folder, tile), groups)


def _group(site: Path, folder: Path, tile: dict[str, Any]) -> Group:
    # What is joined by its children, or has none, is shown whole from everywhere.
    whole = tile["refine"] == "ADD" or "children" not in tile
    nearer = tile if whole else tile["children"][0]
    near = _read(site, folder, nearer)
    below = nearer.get("children", ())
    products = [tile for tile in below if "content" in tile]
    prints = [tile["children"][0] for tile in below if "content" not in tile]
    models = {model["content"]["uri"]: model for one in products for model in one["children"]}
    return Group(
        near.booths,
        near,
        near if whole else _read(site, folder, tile),
        tuple(_read(site, folder, one) for one in products),
        tuple(_read(site, folder, model) for model in models.values()),
        tuple(_read(site, folder, one) for one in prints),
    )


def _read(site: Path, folder: Path, tile: dict[str, Any]) -> TileFile:
    path = (folder / tile["content"]["uri"]).resolve()
    data = path.read_bytes()
    address = path.relative_to(site.resolve()).as_posix()
    pictures = read_pictures(data)
    lightmap = packed_tile(data).lightmap
    drawn = packed_draws(data)
    return TileFile(address, read_stats(data), drawn, pictures, read_booths(data), lightmap)


def _area(outline: tuple[tuple[float, float], ...]) -> float:
    """The shoelace formula."""
    ends = zip(outline, (*outline[1:], outline[0]), strict=True)
    return abs(sum(x0 * z1 - x1 * z0 for (x0, z0), (x1, z1) in ends)) / 2
