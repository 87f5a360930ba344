"""What a test needs to know of a built hall, read from the same shard the viewer reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Shard = dict[str, Any]


def read_shard(site: Path, hall: str, language: str) -> Shard:
    """The shard of a hall as plain JSON."""
    shard: Shard = json.loads((site / "tiles" / hall / f"hall.{language}.json").read_text("utf-8"))
    return shard


def halls(site: Path) -> list[str]:
    """The ids of a site's halls."""
    return [hall["id"] for hall in json.loads((site / "fair.json").read_text("utf-8"))["halls"]]


def let_booths(shard: Shard) -> list[dict[str, Any]]:
    """Booths that somebody has."""
    return [booth for booth in shard["booths"] if booth["exhibitors"]]


def centre(booth: dict[str, Any]) -> tuple[float, float]:
    """The middle of a booth's bounds, (x, z) in metres."""
    xs, zs = zip(*booth["outline"], strict=True)
    return (min(xs) + max(xs)) / 2, (min(zs) + max(zs)) / 2
