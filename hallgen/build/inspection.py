"""Counts and bytes of a built site or of one GLB, for `hallgen inspect`."""

from __future__ import annotations

from pathlib import Path

from hallgen.build.files import sizes
from hallgen.errors import UsageError
from hallgen.formats import read_stats

Facts = dict[str, int | str]


def inspect_path(target: Path) -> Facts:
    """Facts of a GLB file, or of a site's folder, by name. Raises UsageError for others."""
    if target.is_dir():
        return _inspect_site(target)
    if target.suffix.lower() == ".glb":
        return _glb_facts(target.read_bytes())
    raise UsageError(f"{target} is neither a site's folder nor a GLB.")


def _glb_facts(data: bytes) -> Facts:
    stats = read_stats(data)
    return {
        "bytes": stats.bytes,
        "meshes": stats.meshes,
        "draw calls": stats.draw_calls,
        "triangles": stats.triangles,
        "textures": len(stats.textures),
        "extensions": ", ".join(stats.extensions),
    }


def _inspect_site(site: Path) -> Facts:
    if not (site / "fair.json").is_file():
        raise UsageError(f"{site} is not a site of hallgen: it has no fair.json.")
    made = sizes(site)
    facts: Facts = {"files": len(made), "bytes": sum(made.values())}
    kinds = {"pages": ".html", "tiles and booths": ".glb", "pictures": ".webp", "fonts": ".woff2"}
    for name, suffix in kinds.items():
        of_kind = [size for path, size in made.items() if path.endswith(suffix)]
        facts[name] = len(of_kind)
        facts[f"{name}: bytes"] = sum(of_kind)
    largest = max(made, key=lambda path: (made[path], path))
    facts["largest file"] = largest
    facts["largest file: bytes"] = made[largest]
    for path in sorted(site.glob("tiles/*/tileset.json")):
        tiles = [_glb_facts(glb.read_bytes()) for glb in sorted(path.parent.rglob("*.glb"))]
        hall = path.parent.name
        for name in ("bytes", "draw calls", "triangles"):
            facts[f"hall {hall}: {name}"] = sum(int(tile[name]) for tile in tiles)
    return facts
