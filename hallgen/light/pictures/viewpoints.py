"""Where pictures are taken from: a booth as a visitor comes up to it, a hall from its door."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import numpy as np

from hallgen.light.pictures.camera import Camera, Vector
from hallgen.light.pictures.target import Target
from hallgen.model import BoothLayout, BoothType, HallLayout
from hallgen.scene import Floats

#: Height of a standing visitor's eyes in metres, as the viewer has it.
EYES = 1.65

#: The vertical field in degrees of a visit, and how narrow and wide a picture of a booth may be.
_VISIT, _NARROWEST, _WIDEST = 60.0, 30.0, 60.0

#: A booth is seen from these angles off its front, in degrees: best a little aside, so that
#: two sides show.
_ASIDE = (-30.0, 30.0, -18.0, 18.0, -42.0, 42.0, -6.0, 6.0, -56.0, 56.0)
#: What stands free can be seen from further round as well.
_AROUND = (-72.0, 72.0, -90.0, 90.0, -115.0, 115.0)
#: And at these parts of a distance from which it fills the picture, in metres from its edge.
_NEARER = (1.0, 0.8, 0.62, 1.25, 0.45)
_LEAST, _MOST = 4.2, 16.0

#: What a booth takes of its picture's height and width; the rest is what stands around it.
_FILLED = 0.92

#: A booth is framed as if it were this high at least: an empty one is only a floor.
_LOWEST = 2.6

#: Rays of a trial picture, across and down.
_TRIAL = (40, 22)

#: What is lower than this, in metres, is the floor, and never in the way.
_SKIRTING = 0.3

#: A camera looks up no more than this, in degrees: walls would lean.
_STEEPEST = 9.0

#: Nothing is nearer to a camera than this, in metres.
_ELBOWS = 0.45

#: A hall is overlooked from this part of its height, at most so many metres up, this far from
#: its walls, looking down.
_RAISED, _UP, _INSET, _DOWN = 0.62, 9.0, 3.0, -16.0


def booth_camera(target: Target, layout: BoothLayout, aspect: float) -> Camera:
    """Where a booth is seen best from: standing, near its front, a little aside, nothing between.

    A booth that can be seen from nowhere is looked at from before its front.
    """
    height = max(_LOWEST, target.height(layout.booth) or 0.0)
    corners = _corners(layout, height)
    east, north = layout.frame.origin
    middle = (east, EYES, -north)
    trials = []
    angles = _ASIDE if layout.type < BoothType.PENINSULA else _ASIDE + _AROUND
    for nearer, aside in product(_NEARER, angles):
        place = _stand(layout, aside, nearer)
        whole = _framed(place, corners, aspect)
        camera = replace(whole, field=min(max(whole.field, _NARROWEST), _WIDEST))
        score = max(
            0.001, _seen(target, camera, layout.booth, aspect, math.dist(place, middle) / 2)
        )
        score *= _liking(aside, nearer) * min(1.0, _WIDEST / whole.field) ** 2
        trials.append((score if _room(target, camera) else score / 100, camera))
    return max(trials, key=lambda trial: trial[0])[1]


def start_camera(layout: HallLayout) -> Camera:
    """What a visitor of a hall sees first."""
    x, y = layout.start
    return Camera((x, EYES, -y), (90 - layout.start_heading) % 360, 0.0, _VISIT)


def overview_camera(target: Target, layout: HallLayout, height: float, aspect: float) -> Camera:
    """A hall from above: from that corner or wall from which most of its booths are seen."""
    min_x, min_y, max_x, max_y = layout.outline.bounds
    middle = ((min_x + max_x) / 2, (min_y + max_y) / 2)
    inset_x = min(_INSET, (max_x - min_x) / 4)
    inset_y = min(_INSET, (max_y - min_y) / 4)
    cameras = []
    for x, y in product(
        (min_x + inset_x, middle[0], max_x - inset_x), (min_y + inset_y, middle[1], max_y - inset_y)
    ):
        if (x, y) == middle:
            continue
        heading = math.degrees(math.atan2(middle[0] - x, middle[1] - y)) % 360
        cameras.append(Camera((x, min(_UP, _RAISED * height), -y), heading, _DOWN, _VISIT))
    return max(cameras, key=lambda camera: _seen(target, camera, None, aspect, _INSET))


def _stand(layout: BoothLayout, aside: float, nearer: float) -> Vector:
    """A place outside of a booth, at an angle off its front, in the hall's axes."""
    sin, cos = math.sin(math.radians(aside)), math.cos(math.radians(aside))
    ideal = min(max(layout.width * abs(cos), layout.depth * abs(sin), _LEAST), _MOST)
    edge = min(layout.width / max(2 * abs(sin), 1e-6), layout.depth / max(2 * abs(cos), 1e-6))
    distance = edge + ideal * nearer
    x, y = layout.frame.to_plan(distance * sin, distance * cos)
    return x, EYES, -y


def _liking(aside: float, nearer: float) -> float:
    """How well a picture from there looks, all else being the same."""
    return math.exp(-(((abs(aside) - 28) / 45) ** 2) - ((nearer - 1) / 0.9) ** 2)


def _corners(layout: BoothLayout, height: float) -> Floats:
    """The corners (8, 3) of a booth's box in the hall's axes."""
    found = []
    for x, z, h in product((-0.5, 0.5), (-0.5, 0.5), (0.0, height)):
        east, north = layout.frame.to_plan(x * layout.width, z * layout.depth)
        found.append((east, h, -north))
    return np.array(found, np.float32)


def _framed(position: Vector, corners: Floats, aspect: float) -> Camera:
    """A camera there that has all corners in its picture, however wide it must be."""
    ways = corners - np.array(position, np.float32)
    middle = ways.mean(axis=0)
    heading = math.degrees(math.atan2(middle[0], -middle[2]))
    camera = Camera(position, heading % 360)
    for _ in range(2):
        x, y = _projected(camera, ways)
        turn = math.degrees(math.atan((x.min() + x.max()) / 2))
        tilt = math.degrees(math.atan((y.min() + y.max()) / 2))
        pitch = min(max(camera.pitch + tilt, -_STEEPEST), _STEEPEST)
        camera = replace(camera, heading=(camera.heading + turn) % 360, pitch=pitch)
    x, y = _projected(camera, ways)
    tall = max(float(np.abs(y).max()), float(np.abs(x).max()) / aspect) / _FILLED
    return replace(camera, field=2 * math.degrees(math.atan(tall)))


def _projected(camera: Camera, ways: Floats) -> tuple[Floats, Floats]:
    """Where directions (n, 3) come in a picture, as tangents to the right and up."""
    right, up, ahead = camera.axes()
    depth = np.maximum(ways @ ahead, np.float32(0.5))
    return (ways @ right) / depth, (ways @ up) / depth


def _seen(
    target: Target, camera: Camera, booth: str | None, aspect: float, nearest: float
) -> float:
    """The share of a picture that shows a booth, or any; less what stands nearer, in metres."""
    across, down = (axis.ravel() for axis in np.meshgrid(*(_middles(n) for n in _TRIAL)))
    ahead = camera.directions(across, down, aspect)
    hits = target.cast(np.tile(np.array(camera.position, np.float32), (len(ahead), 1)), ahead)
    shown = target.shows(hits, booth)
    high = camera.position[1] + ahead[:, 1] * np.minimum(hits.distance, 1e3) > _SKIRTING
    near = high & (hits.distance < nearest)
    return float(shown.mean()) - 2 * float((near & ~shown).mean())


def _middles(count: int) -> Floats:
    return ((np.arange(count) + 0.5) / count).astype(np.float32)


def _room(target: Target, camera: Camera) -> bool:
    """Whether a visitor can stand there: floor below, and nothing within their elbows."""
    turns = np.arange(8) * (math.pi / 4)
    level = [(math.cos(turn), 0.0, math.sin(turn)) for turn in turns]
    rays = np.array([(0.0, -1.0, 0.0), *level, *level], np.float32)
    x, y, z = camera.position
    origins = np.array([(x, y, z)] * 9 + [(x, 1.0, z)] * 8, np.float32)
    distance = target.cast(origins, rays).distance
    return bool(EYES - 0.25 < distance[0] < EYES + 0.05 and (distance[1:] > _ELBOWS).all())
