"""Lighting a hall: each booth's design once, however many booths use it, and the hall last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallgen.diagnostics import Diagnostics
from hallgen.kit import STEEL_ROOF, BuiltBooth, BuiltHall
from hallgen.light import (
    BOOTH,
    HALL,
    BakedLight,
    HallSight,
    LightQuality,
    Recipe,
    Shiners,
    Surroundings,
    bake_key,
    bake_light,
    closed,
    environment_texture,
    from_bytes,
    in_a_hall,
    known_of,
    known_together,
    lit,
    shiners_of,
    to_bytes,
)
from hallgen.model import Hall
from hallgen.scene import Scene, bounds, place
from hallgen.store import Kind, Store, kept_or_made
from hallgen.tiles import frame_matrix

#: How high lamps hang over a booth, in metres: in a hall with a steel roof, and under a ceiling.
_LAMPS, _CEILING_LAMPS = 10.0, 3.6

_LIGHT = Kind("Baked light", to_bytes, from_bytes)


class Lighting:
    """Bakes light of one quality, or takes what was baked before from a store."""

    def __init__(self, quality: LightQuality, store: Store, diagnostics: Diagnostics) -> None:
        self._quality = quality
        self._store = store
        self._diagnostics = diagnostics

    def booth(self, booth: BuiltBooth, hall: Hall) -> BuiltBooth:
        """A booth in the light of its own lamps and of a hall like this one."""
        around = in_a_hall(_LAMPS if hall.height >= STEEL_ROOF else _CEILING_LAMPS)
        light = self._baked(booth.scene, around, BOOTH)
        return replace(booth, scene=lit(booth.scene, light), sheet=light.sheet)

    def hall(self, hall: BuiltHall, booths: Sequence[BuiltBooth]) -> BuiltHall:
        """A hall in the light of its lamps and windows, with its lit booths in the way."""
        placed = [(place(b.scene, frame_matrix(b.frame)), b.sheet) for b in booths]
        known = known_together([known_of(s, sheet) for s, sheet in placed if sheet is not None])
        around = closed(known, Shiners.joined([shiners_of(scene) for scene, _ in placed]))
        sight = HallSight(_middle(hall.scene), hall.people)
        light = self._baked(hall.scene, around, HALL, sight)
        seen = light.environment
        return replace(
            hall,
            scene=lit(hall.scene, light),
            people=lit(hall.people, light, len(hall.scene.nodes)),
            sheet=light.sheet,
            environment=None if seen is None else environment_texture(seen),
        )

    def _baked(
        self, scene: Scene, around: Surroundings, recipe: Recipe, hall: HallSight | None = None
    ) -> BakedLight:
        return kept_or_made(
            self._store,
            _LIGHT,
            bake_key(scene, around, recipe, self._quality, hall),
            lambda: bake_light(scene, around, recipe, self._quality, hall),
            self._diagnostics,
        )


def _middle(scene: Scene) -> tuple[float, float, float]:
    """The middle of a hall, at a visitor's eyes."""
    corners = bounds(scene)
    if corners is None:
        return (0.0, 2.2, 0.0)
    x, _, z = corners.mean(axis=0)
    return (float(x), 2.2, float(z))
