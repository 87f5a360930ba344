"""What the kit hands on: a scene, and where nobody can walk."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallgen.light import Sheet
from hallgen.model import Frame, Ring
from hallgen.scene import Scene, Texture

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its lower left corner as its viewer sees it, and from there the way to the lower
    right and to the upper left one, (x, y, z) in metres.
    """

    corner: Vector
    along: Vector
    up: Vector


@dataclass(frozen=True, eq=False, slots=True)
class BuiltBooth:
    """One booth in its own frame (see `hallgen.model.Frame`).

    `obstacles` are rings of the frame's (x, z): panels, posts, furniture, whatever stops a
    visitor. The scene's features are this booth (row 0) and its products. `sheet` is the baked
    light that the scene's `light_uvs` lie on, once it has some. `screens` show pictures that
    may be videos.
    """

    booth: str
    frame: Frame
    scene: Scene
    obstacles: tuple[Ring, ...]
    sheet: Sheet | None = None
    screens: tuple[Screen, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class BuiltHall:
    """A hall's shell, floor, roof and signs, with the axes of a scene: (x, h, -y).

    `obstacles` are rings on the plan: walls (with gaps at doors), columns and the furniture of
    areas. `people` are apart, so that a viewer can leave them out; nobody is an obstacle.
    `sheet` is as a booth's; `environment` is what shining things in the hall reflect.
    """

    hall: str
    scene: Scene
    obstacles: tuple[Ring, ...]
    people: Scene = field(default_factory=lambda: Scene("people", ()))
    sheet: Sheet | None = None
    environment: Texture | None = None
