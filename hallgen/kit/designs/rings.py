"""Headers that hang over a stand: what one sees of it from across the hall."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hallgen.kit.assembly import Part, Surface, part
from hallgen.kit.designs.headers import chords
from hallgen.kit.designs.pictures import arc_length, curved
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import BLACK, LED, PAINT, PANEL, Finish
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.lights import ISLAND_POWER, downlight, key_light
from hallgen.kit.plots import facing
from hallgen.kit.shapes import box, cylinder, moved, placement, sheet, solid
from hallgen.kit.styles import RingPlan
from hallgen.media.colors import mix, to_hex
from hallgen.model import Point, Ring
from hallgen.scene import Mesh

#: Lamps share what lights the floor under a ring, its power over so many square metres; and none
#: has more than this part of it, as machines stand near the lamps.
_LIT, _MOST = 7.6, 0.62
#: Every second lamp looks down, with this part of its power; those between look at what stands
#: farther in, as far as this part of the way to the middle, at the height of a machine's front.
_DOWN_SHARE, _KEY_SHARE = 0.55, 1.45
_REACH, _FRONT, _STEEPEST = 0.6, 1.2, 50.0
#: Inside, where no lamp looks, the firm's colour would be black: it is mixed with this part of a
#: warm grey.
_CLOTH, _CLOTH_SHARE = (226, 222, 214), 0.25


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


def header(stand: Stand, hung: Hung, look: RingPlan) -> None:
    """Hang a header: lit names outside, colour inside, a line of light and spots below, cables."""
    outline = _plan(hung, look)
    if look is RingPlan.ROUND:
        _drum(stand, hung)
    else:
        _faces(stand, hung, outline)
    _inside(stand, hung, outline)
    _light(stand, hung, _around(_inner(outline, 0.14)))
    _hang_up(stand, hung, outline)


def _light(stand: Stand, hung: Hung, places: Sequence[Point]) -> None:
    """Lamps under a ring: from straight above, tops of machines would burn and fronts be dark."""
    area = hung.width * hung.depth
    power = ISLAND_POWER * min(_MOST, area / (_LIT * len(places)))
    down = downlight(_DOWN_SHARE * power)
    for number, at in enumerate(places):
        away = math.dist(at, hung.middle)
        lean = math.degrees(math.atan2(_REACH * away, hung.bottom - stand.assembly.level - _FRONT))
        key = key_light(_KEY_SHARE * power, min(_STEEPEST, 5.0 * round(lean / 5)))
        out = facing((at[0] - hung.middle[0], at[1] - hung.middle[1]))
        lamp = key if number % 2 else down
        stand.assembly.place(lamp, *at, hung.bottom - stand.assembly.level, out)


def _around(ring: Sequence[Point]) -> list[Point]:
    """Places about 2.2 m apart along a ring, twenty at most, none in a corner."""
    ends = np.array([*ring, ring[0]])
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(ends, axis=0), axis=1))])
    count = min(20, max(4, round(run[-1] / 2.2)))
    along = (np.arange(count) + 0.5) * run[-1] / count
    xs, ys = (np.interp(along, run, ends[:, k]) for k in (0, 1))
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


def cable() -> Part:
    """A metre of steel cable, scaled to the roof."""
    return _CABLE


_CABLE = part("cable", cylinder(BLACK, 0.008, 1.0, 4))


def _hang_up(stand: Stand, hung: Hung, outline: Ring) -> None:
    """Two bars across the top, and the cables that hold them."""
    length = stand.clear_height - 0.5 - hung.top
    for y in (hung.middle[1] - 0.38 * hung.depth, hung.middle[1] + 0.38 * hung.depth):
        for left, right in chords(outline, y):
            middle, width = (left + right) / 2, right - left - 0.2
            bar = box(BLACK, width, 0.06, 0.06)
            stand.assembly.add(moved(bar, placement(middle, y, hung.top - 0.08, 0)))
            for x in (middle - width * 0.42, middle + width * 0.42):
                if length > 0.3:
                    height = hung.top - 0.02 - stand.assembly.level
                    stand.assembly.place(cable(), x, y, height, scale=(1, length, 1))


def _plan(hung: Hung, look: RingPlan) -> Ring:
    (x, y), a, b = hung.middle, hung.width / 2, hung.depth / 2
    if look is RingPlan.SQUARE:
        return _rectangle(hung.middle, hung.width, hung.depth)
    if look is RingPlan.ROUND:
        angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        return tuple((x + float(a * np.cos(t)), y + float(b * np.sin(t))) for t in angles)
    c = 0.32 * min(a, b)
    return (
        (x - a + c, y - b), (x + a - c, y - b), (x + a, y - b + c), (x + a, y + b - c),
        (x + a - c, y + b), (x - a + c, y + b), (x - a, y + b - c), (x - a, y - b + c),
    )  # fmt: skip


def _faces(stand: Stand, hung: Hung, outline: Ring) -> None:
    """A lit name on every long face, plain colour on the short ones."""
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


def _hang(stand: Stand, mesh: Mesh, width: float, tall: float) -> None:
    graphic = Graphic(
        f"header/{width:.2f}x{tall:.2f}", GraphicKind.HEADER, round(width, 2), round(tall, 2)
    )
    stand.assembly.hang(graphic, Surface.LIGHTBOX, mesh)


def _drum(stand: Stand, hung: Hung) -> None:
    """A round band: the name four times around, to the front, the back and the sides."""
    radii = hung.width / 2, hung.depth / 2
    for quarter in range(4):
        start = -3 * math.pi / 4 + quarter * math.pi / 2
        angles = (start, start + math.pi / 2)
        mesh = curved(hung.middle, radii, angles, (hung.bottom, hung.top))
        _hang(stand, mesh, arc_length(radii, angles), hung.top - hung.bottom)


def _inside(stand: Stand, hung: Hung, outline: Ring) -> None:
    """The inner faces, the white soffit with its line of light, and the upper edge."""
    inner = _inner(outline, 0.22)
    deep, soffit = stand.color(PANEL, "deep"), PANEL
    lining = PANEL.tinted(to_hex(mix(stand.palette.base, _CLOTH, _CLOTH_SHARE)))
    stand.assembly.add(_band(lining, inner, hung))
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
    for points, normals_at in ((ground, start), (np.roll(ground, -1, axis=0), end)):
        unit = normals_at / np.linalg.norm(normals_at, axis=1, keepdims=True)
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
