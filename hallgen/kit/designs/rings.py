"""Headers that hang over a stand: what one sees of it from across the hall."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from hallgen.kit.assembly import Part, Surface, part
from hallgen.kit.designs.pictures import curved
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import BLACK, LED, PAINT, PANEL, Finish
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.lights import downlight
from hallgen.kit.shapes import box, cylinder, moved, placement, sheet, solid
from hallgen.model import Point, Ring
from hallgen.scene import Mesh


class RingLook(StrEnum):
    """The plan of a hung header."""

    SQUARE = "square"
    ROUND = "round"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Hung:
    """Where a header hangs: its middle, its size in plan, and its lower and upper edge."""

    middle: Point
    width: float
    depth: float
    bottom: float
    top: float


def place_for(stand: Stand, share: float = 0.72) -> Hung | None:
    """The largest place over a stand for a header; None where the hall is too low for one.

    It hangs 5.3 m over the floor with a band of 1.35 m, less where the hall is lower.
    """
    clear = stand.clear_height - 0.6
    band = min(1.35, max(0.7, (clear - 3.4) * 0.5))
    bottom = min(5.3, clear - band)
    if bottom < 3.3:
        return None
    x0, y0, x1, y1 = stand.plot.bounds
    for scale in (1.0, 0.85, 0.7, 0.55, 0.4):
        for middle in (
            ((x0 + x1) / 2, (y0 + y1) / 2),
            *((p, q) for p, q in _thirds(x0, y0, x1, y1)),
        ):
            width, depth = (x1 - x0) * share * scale, (y1 - y0) * share * scale
            ring = _rectangle(middle, width, depth)
            if min(width, depth) > 1.6 and stand.plot.contains(_dense(ring), 0.2):
                return Hung(middle, min(width, 14.0), min(depth, 10.0), bottom, bottom + band)
    return None


def _thirds(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    return [(x0 + (x1 - x0) * a, y0 + (y1 - y0) * b) for a in (0.33, 0.67) for b in (0.33, 0.67)]


def _rectangle(middle: Point, width: float, depth: float) -> Ring:
    (x, y), a, b = middle, width / 2, depth / 2
    return ((x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b))


def _dense(ring: Ring) -> list[Point]:
    return [
        (ax + (bx - ax) * t, ay + (by - ay) * t)
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
        for t in (0.0, 0.25, 0.5, 0.75)
    ]


def header(stand: Stand, hung: Hung, look: RingLook) -> None:
    """Hang a header: lit names outside, colour inside, a line of light and spots below, cables."""
    outline = _plan(hung, look)
    names = _faces(stand, hung, outline) if look is not RingLook.ROUND else _drum(stand, hung)
    _inside(stand, hung, outline)
    for at in _inner(outline, 0.14)[:: 1 if names <= 8 else 2]:
        stand.assembly.place(downlight(), *at, hung.bottom - stand.assembly.level)
    for at in _inner(_rectangle(hung.middle, hung.width * 0.8, hung.depth * 0.8), 0.0):
        if stand.clear_height - hung.top > 0.3:
            length = stand.clear_height - 0.5 - hung.top
            stand.assembly.place(
                cable(), *at, hung.top - stand.assembly.level, scale=(1, length, 1)
            )
            _bridge(stand, hung, at)


def cable() -> Part:
    """A metre of steel cable, scaled to the roof."""
    return _CABLE


_CABLE = part("cable", cylinder(BLACK, 0.008, 1.0, 4))


def _bridge(stand: Stand, hung: Hung, at: Point) -> None:
    """The bar across the top that cables hold."""
    y = at[1]
    half = hung.width / 2 - 0.1
    bar = moved(box(BLACK, 2 * half, 0.06, 0.06), placement(hung.middle[0], y, hung.top - 0.08, 0))
    if at[0] < hung.middle[0]:
        stand.assembly.add(bar)


def _plan(hung: Hung, look: RingLook) -> Ring:
    (x, y), a, b = hung.middle, hung.width / 2, hung.depth / 2
    if look is RingLook.SQUARE:
        return _rectangle(hung.middle, hung.width, hung.depth)
    if look is RingLook.ROUND:
        radius = min(a, b)
        angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        return tuple((x + float(radius * np.cos(t)), y + float(radius * np.sin(t))) for t in angles)
    c = 0.32 * min(a, b)
    return (
        (x - a + c, y - b), (x + a - c, y - b), (x + a, y - b + c), (x + a, y + b - c),
        (x + a - c, y + b), (x - a + c, y + b), (x - a, y + b - c), (x - a, y - b + c),
    )  # fmt: skip


def _faces(stand: Stand, hung: Hung, outline: Ring) -> int:
    """A lit name on every long face, plain colour on the short ones; returns their number."""
    tall = hung.top - hung.bottom
    longest = max(math.dist(a, b) for a, b in zip(outline, outline[1:] + outline[:1], strict=True))
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        length = math.dist((ax, ay), (bx, by))
        right = (bx - ax, 0.0, -(by - ay))
        mesh = sheet(PAINT, (ax, hung.bottom, -ay), right, (0, tall, 0), uv=(0, 0, 1, 1))
        if length < 1.5:
            # Lit like the others: a face of the picture's own ground, from beside its left edge.
            ground = np.tile(np.array([0.01, 0.5], np.float32), (len(mesh.positions), 1))
            mesh = replace(mesh, uvs=ground)
            length = longest
        _hang(stand, mesh, length, tall)
    return len(outline)


def _hang(stand: Stand, mesh: Mesh, width: float, tall: float) -> None:
    graphic = Graphic(
        f"header/{width:.2f}x{tall:.2f}", GraphicKind.HEADER, round(width, 2), round(tall, 2)
    )
    stand.assembly.hang(graphic, Surface.LIGHTBOX, mesh)


def _drum(stand: Stand, hung: Hung) -> int:
    """A round band: the name three times around, each over a third."""
    radius, tall = min(hung.width, hung.depth) / 2, hung.top - hung.bottom
    for third in range(3):
        start = -math.pi / 2 + (third - 0.5) * math.tau / 3
        angles = (start, start + math.tau / 3)
        mesh = curved(hung.middle, radius, angles, (hung.bottom, hung.top))
        _hang(stand, mesh, radius * math.tau / 3, tall)
    return 12


def _inside(stand: Stand, hung: Hung, outline: Ring) -> None:
    """The inner faces, the white soffit with its line of light, and the upper edge."""
    inner = _inner(outline, 0.22)
    deep, soffit = stand.color(PANEL, "deep"), PANEL
    stand.assembly.add(_band(deep, inner, hung))
    for (a, b), (c, d) in zip(
        zip(outline, outline[1:] + outline[:1], strict=True),
        zip(inner, inner[1:] + inner[:1], strict=True),
        strict=True,
    ):
        stand.assembly.add(
            _quad(soffit, (a, b, d, c), hung.bottom, -1), _quad(deep, (a, b, d, c), hung.top, 1)
        )
        trim = [
            _between(p, q, s) for p, q, s in ((a, c, 0.0), (b, d, 0.0), (b, d, 0.16), (a, c, 0.16))
        ]
        stand.assembly.add(_quad(LED, trim, hung.bottom - 0.004, -1))


def _band(finish: Finish, ring: Sequence[Point], hung: Hung) -> Mesh:
    """The inner face of a ring, smooth where it bends little."""
    ground = np.array(ring)
    ahead = np.roll(ground, -1, axis=0) - ground
    flat = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    mild = (flat * np.roll(flat, 1, axis=0)).sum(axis=1) > 0.9
    start = np.where(mild[:, None], flat + np.roll(flat, 1, axis=0), flat)
    end = np.where(np.roll(mild, -1)[:, None], flat + np.roll(flat, -1, axis=0), flat)
    positions, normals = [], []
    for points, facing in ((ground, start), (np.roll(ground, -1, axis=0), end)):
        unit = facing / np.linalg.norm(facing, axis=1, keepdims=True)
        for height in (hung.bottom, hung.top):
            positions.append(np.stack([points[:, 0], np.full(len(ring), height), -points[:, 1]], 1))
            normals.append(np.stack([unit[:, 0], np.zeros(len(ring)), -unit[:, 1]], 1))
    k, count = np.arange(len(ring))[:, None], len(ring)
    triangles = np.concatenate(
        [np.hstack([k, k + 2 * count, k + 3 * count]), np.hstack([k, k + 3 * count, k + count])]
    )
    return solid(finish, np.concatenate(positions), np.concatenate(normals), triangles)


def _between(point: Point, other: Point, share: float) -> Point:
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _quad(finish: Finish, corners: Sequence[Point], height: float, up: int) -> Mesh:
    positions = [(x, height, -y) for x, y in corners]
    return solid(finish, positions, [(0.0, float(up), 0.0)] * 4, [(0, 1, 2), (0, 2, 3)])


def _inner(ring: Ring, inset: float) -> list[Point]:
    """A convex ring moved inward by `inset` at every side."""
    moved_in = []
    count = len(ring)
    for k in range(count):
        before, here, after = (
            np.array(ring[k - 1]),
            np.array(ring[k]),
            np.array(ring[(k + 1) % count]),
        )
        one, two = here - before, after - here
        n1 = np.array([-one[1], one[0]]) / np.linalg.norm(one)
        n2 = np.array([-two[1], two[0]]) / np.linalg.norm(two)
        shift = (n1 + n2) * inset / max(0.3, 1 + float(n1 @ n2))
        moved_in.append((float(here[0] + shift[0]), float(here[1] + shift[1])))
    return moved_in
