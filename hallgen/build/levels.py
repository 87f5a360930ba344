"""A hall's tiles as they lie in a site: its shell, and its booths in groups, near and far."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallgen.formats import GlbStats, packed_draws, read_booths, read_pictures, read_stats
from hallgen.model import Frozen


@dataclass(frozen=True, slots=True)
class TileFile:
    """A tile: its address in the site, its counts, and the names of its pictures.

    `draws` are those of our viewer, which packs a tile as it loads it.
    """

    address: str
    stats: GlbStats
    draws: int
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring booths by their ids, near and far; what is never replaced is both.

    `exhibits` are products with models of their own as they are seen from afar, a tile for each
    booth, and `models` what takes their place near by, each file once.
    """

    booths: tuple[str, ...]
    near: TileFile
    far: TileFile
    exhibits: tuple[TileFile, ...] = ()
    models: tuple[TileFile, ...] = ()


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
    groups: tuple[Group, ...]


def read_halls(site: Path) -> Iterator[HallFiles]:
    """The halls of a built site, in the order of their folders."""
    for path in sorted(site.glob("tiles/*/tileset.json")):
        root = json.loads(path.read_text("utf-8"))["root"]
        shard = _Shard.model_validate_json(min(path.parent.glob("hall.*.json")).read_text("utf-8"))
        x0, z0, x1, z1 = shard.bounds
        yield HallFiles(
            hall=path.parent.name,
            area=(x1 - x0) * (z1 - z0),
            booths={booth.id: _area(booth.outline) for booth in shard.booths},
            shell=_read(site, path.parent, root) if "content" in root else None,
            groups=tuple(
                group
                for tile in root.get("children", ())
                # The tile of the hall's people has no booths.
                if (group := _group(site, path.parent, tile)).booths
            ),
        )


def _group(site: Path, folder: Path, tile: dict[str, Any]) -> Group:
    # What is joined by its children, or has none, is shown whole from everywhere.
    whole = tile["refine"] == "ADD" or "children" not in tile
    nearer = tile if whole else tile["children"][0]
    near = _read(site, folder, nearer)
    products = nearer.get("children", ())
    models = {model["content"]["uri"]: model for one in products for model in one["children"]}
    return Group(
        read_booths((site / near.address).read_bytes()),
        near,
        near if whole else _read(site, folder, tile),
        tuple(_read(site, folder, one) for one in products),
        tuple(_read(site, folder, model) for model in models.values()),
    )


def _read(site: Path, folder: Path, tile: dict[str, Any]) -> TileFile:
    path = (folder / tile["content"]["uri"]).resolve()
    data = path.read_bytes()
    address = path.relative_to(site.resolve()).as_posix()
    return TileFile(address, read_stats(data), packed_draws(data), read_pictures(data))


def _area(outline: tuple[tuple[float, float], ...]) -> float:
    """The shoelace formula."""
    ends = zip(outline, (*outline[1:], outline[0]), strict=True)
    return abs(sum(x0 * z1 - x1 * z0 for (x0, z0), (x1, z1) in ends)) / 2
