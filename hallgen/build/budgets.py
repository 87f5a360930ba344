"""What a site may weigh: `assets/budgets.yaml` as frozen types."""

from __future__ import annotations

import math
from functools import cache

import yaml

from hallgen.model import Frozen
from hallgen.resources import assets


class BoothBudget(Frozen):
    """Bytes of a booth near, for booths of less than `area` m2 that no smaller kind takes."""

    kind: str
    area: float
    bytes: int


class SectionBudget(Frozen):
    """What so many booths may take to draw, near."""

    booths: int
    draw_calls: int
    triangles: int


class FarBudget(Frozen):
    """Triangles of a booth from afar."""

    triangles: int


class ShellBudget(Frozen):
    """Bytes of each `area` m2 of a hall's own geometry and light."""

    area: float
    bytes: int


class ModelBudget(Frozen):
    """What a product's own model may take where it stands: bytes, triangles, draw calls."""

    bytes: int
    triangles: int
    draw_calls: int


class Device(Frozen):
    """A screen in CSS pixels and degrees, and how much of an error it shows, in pixels.

    `targets` are bytes of what is drawn into: the canvas, the floor's reflection, the probe.
    Pictures are kept at the share `pictures` of their size along an edge, those that repeat at
    `pattern` pixels. Tiles of the names in `without` are not shown.
    """

    height: int
    field: float
    error: float
    targets: int
    pictures: float = 1.0
    pattern: int = 512
    without: tuple[str, ...] = ()

    def seen(self, error: float, distance: float) -> float:
        """How large an error of so many metres is at a distance, in pixels."""
        half = math.tan(math.radians(self.field / 2))
        return error * self.height / (2 * half * max(distance, 1e-3))


class MemoryBudget(Frozen):
    """What a phone may have to hold on its GPU, wherever a visitor stands."""

    tier: str
    device: Device
    bytes: int


class Budgets(Frozen):
    """All of them. `booths` from the smallest kind up; `file` is the bytes of any one file."""

    booths: tuple[BoothBudget, ...]
    section: SectionBudget
    far: FarBudget
    shell: ShellBudget
    model: ModelBudget
    memory: tuple[MemoryBudget, ...]
    file: int


@cache
def budgets() -> Budgets:
    """The budgets that ship with hallgen."""
    text = (assets() / "budgets.yaml").read_text(encoding="utf-8")
    return Budgets.model_validate(yaml.safe_load(text))
