"""Counts, bytes and budgets of a built site or of one GLB, for `hallgen inspect`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallgen.build.budgets import budgets
from hallgen.build.figures import Figure, measure, tell
from hallgen.build.files import sizes
from hallgen.build.report import as_record
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.formats import packed_draws, read_stats

Facts = dict[str, int | str]

#: What a client takes that draws a GLB's meshes as they are; "draw calls" are our own viewer's.
_STOCK = "draw calls in a stock viewer"


@dataclass(frozen=True, slots=True)
class Inspection:
    """Facts by name; a site's figures beside their budgets, and what is told of them."""

    facts: Facts
    figures: tuple[Figure, ...]
    diagnostics: Diagnostics

    def as_record(self) -> Mapping[str, Any]:
        """The inspection as a JSON object."""
        return {
            "facts": self.facts,
            "figures": [figure.line.as_record() for figure in self.figures],
            "diagnostics": [as_record(found) for found in self.diagnostics.by_place()],
        }


def inspect_path(target: Path) -> Inspection:
    """A GLB file, or a site's folder. Raises UsageError for others."""
    diagnostics = Diagnostics()
    if target.is_dir():
        facts = _site_facts(target)
        figures = measure(target, budgets())
        tell(figures, diagnostics)
        return Inspection(facts, figures, diagnostics)
    if target.suffix.lower() == ".glb":
        return Inspection(_glb_facts(target.read_bytes()), (), diagnostics)
    raise UsageError(f"{target} is neither a site's folder nor a GLB.")


def _glb_facts(data: bytes) -> Facts:
    stats = read_stats(data)
    return {
        "bytes": stats.bytes,
        "meshes": stats.meshes,
        "draw calls": packed_draws(data),
        _STOCK: stats.draw_calls,
        "triangles": stats.triangles,
        "textures": len(stats.textures),
        "extensions": ", ".join(stats.extensions),
    }


def _site_facts(site: Path) -> Facts:
    if not (site / "fair.json").is_file():
        raise UsageError(f"{site} is not a site of hallgen: it has no fair.json.")
    made = sizes(site)
    facts: Facts = {"files": len(made), "bytes": sum(made.values())}
    kinds = {"pages": ".html", "tiles and booths": ".glb", "pictures": ".webp", "fonts": ".woff2"}
    for name, suffix in kinds.items():
        of_kind = [size for path, size in made.items() if path.endswith(suffix)]
        facts[name] = len(of_kind)
        facts[f"{name}: bytes"] = sum(of_kind)
    for path in sorted(site.glob("tiles/*/tileset.json")):
        tiles = [_glb_facts(glb.read_bytes()) for glb in sorted(path.parent.rglob("*.glb"))]
        hall = path.parent.name
        for name in ("bytes", "draw calls", _STOCK, "triangles"):
            facts[f"hall {hall}: {name}"] = sum(int(tile[name]) for tile in tiles)
    return facts
