"""A planetary gearbox, cut open by a quarter, as a CAD assembly. Millimetres."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tools.industry_fair.machines.brep import (
    Arc,
    Line,
    Loop,
    Segment,
    Solid,
    backwards,
    circle,
    gear,
    polygon,
    pulled,
    rounded,
    turned,
)
from tools.industry_fair.machines.step import Part, Placed, Rgb, step

#: The module in millimetres; teeth of sun and planet, and of the ring that follows from them.
_MODULE, _SUN, _PLANET = 1.0, 15, 15
_RING = _SUN + 2 * _PLANET
#: Where the planets run, in millimetres.
_ORBIT = _MODULE * (_SUN + _PLANET) / 2
#: The cut: open from -10 to 80 degrees (the output looks at the viewer, 90 is up).
_OPEN, _SWEEP = 80.0, 270.0

_ANODISED: Rgb = (0.22, 0.25, 0.29)
_CASE: Rgb = (0.62, 0.65, 0.68)
_GEAR: Rgb = (0.56, 0.58, 0.61)
_PLANETS: Rgb = (0.82, 0.64, 0.25)
_BRIGHT: Rgb = (0.80, 0.82, 0.84)
_BRONZE: Rgb = (0.66, 0.42, 0.22)
_BLACK: Rgb = (0.05, 0.05, 0.06)


def gearbox() -> bytes:
    """66 mm across, 122 mm long, its output to the front; four screws hold it on a motor."""
    return step("PG60 planetary gearbox", list(_placed()))


def _placed() -> Iterator[Placed]:
    yield _on_axis(Part("Output flange", _ANODISED, [_flange()]))
    yield _on_axis(Part("Housing", _CASE, [_housing()]))
    yield _on_axis(Part("Ring gear", _GEAR, [_ring_gear()]))
    yield _on_axis(Part("Carrier with output shaft", _BRIGHT, [_shaft(), _back_plate()]))
    yield _on_axis(Part("Key", _GEAR, [pulled(_key(), 14.0, 32.0)]))
    yield _on_axis(
        Part("Shaft seal", _BLACK, [turned([(8.0, 7.0), (16.9, 7.0), (16.9, 9.6), (8.0, 9.6)])])
    )
    bearing = Part("Bearing 16 x 34", _BRIGHT, list(_bearing()))
    shield = Part(
        "Bearing shield", _BLACK, [turned([(11.4, 0.5), (14.6, 0.5), (14.6, 5.5), (11.4, 5.5)])]
    )
    yield _on_axis(bearing, at=0.8)
    yield _on_axis(shield, at=0.8)
    yield _on_axis(
        Part(
            "Sun gear",
            _BRIGHT,
            [pulled(gear(_MODULE, _SUN), -36, -14, [circle(3.5, way=-1)]), _hub()],
        )
    )
    planet = Part(
        "Planet gear", _PLANETS, [pulled(gear(_MODULE, _PLANET), -35, -15, [circle(4.2, way=-1)])]
    )
    bush = Part(
        "Needle sleeve", _BRONZE, [turned([(3.0, -35.4), (4.2, -35.4), (4.2, -14.6), (3.0, -14.6)])]
    )
    pin = Part(
        "Planet pin",
        _GEAR,
        [turned([(0, -41.5), (2.6, -41.5), (3.0, -41.1), (3.0, -8.0), (0, -8.0)])],
    )
    for number in range(3):
        angle = math.radians(120 * number + 48)
        for part in (planet, bush, pin):
            yield _on_axis(
                part, _ORBIT * math.cos(angle), _ORBIT * math.sin(angle), turn=angle, number=number
            )
    yield _on_axis(Part("Motor adapter", _ANODISED, list(_adapter())))
    yield _on_axis(
        Part(
            "Clamp hub",
            _BRIGHT,
            [turned([(7.0, -74), (14.5, -74), (15, -73.5), (15, -56), (7.0, -56)])],
        )
    )
    screw = Part("Cap screw M5", _BLACK, [_screw()])
    for number in range(4):
        angle = math.radians(90 * number + 45)
        yield _on_axis(screw, 36 * math.cos(angle), 36 * math.sin(angle), at=-46.0, number=number)
    small = Part("Cap screw M4", _GEAR, [_screw(0.75)])
    for number in range(8):
        angle = math.radians(45 * number + 22.5)
        yield _on_axis(
            small, 21.4 * math.cos(angle), 21.4 * math.sin(angle), at=10.0, number=number
        )


def _on_axis(
    part: Part,
    x: float = 0.0,
    y: float = 0.0,
    *,
    at: float = 0.0,
    turn: float = 0.0,
    number: int | None = None,
) -> Placed:
    """A part of the gearbox's frame (Z its axis) in the world: Z up, the output to -Y.

    The gearbox lies on its flange, so its axis is as high as that is wide.
    """
    name = part.name if number is None else f"{part.name} {number + 1}"
    return Placed(part, name, (x, -at, 33 + y), (0, -1, 0), (math.cos(turn), 0, math.sin(turn)))


def _flange() -> Solid:
    holes = [circle(2.75, sx * 25.46, sy * 25.46, -1) for sx in (-1, 1) for sy in (-1, 1)]
    return pulled(rounded(66, 66, 9), 0.0, 10.0, [circle(17.0, way=-1), *holes])


def _housing() -> Solid:
    profile = [
        (26.0, -46.0),
        (29.0, -46.0),
        (30.0, -45.0),
        (30.0, -34.0),
        (29.2, -33.2),
        (29.2, -31.8),
        (30.0, -31.0),
        (30.0, -19.0),
        (29.2, -18.2),
        (29.2, -16.8),
        (30.0, -16.0),
        (30.0, -5.0),
        (32.0, 0.0),
        (26.0, 0.0),
    ]
    return turned(profile, _OPEN, _SWEEP)


def _ring_gear() -> Solid:
    """An internal gear over three quarters of a turn."""
    start, end = math.radians(_OPEN), math.radians(_OPEN + _SWEEP)
    outer = 25.95

    def at(angle: float, radius: float) -> tuple[float, float]:
        return radius * math.cos(angle), radius * math.sin(angle)

    teeth = _between(gear(_MODULE, _RING, tip=1.25, root=1.0, backlash=-0.04), start, end)
    middle = (start + end) / 2
    loop: list[Segment] = [
        Arc(at(start, outer), at(middle, outer), (0, 0), 1),
        Arc(at(middle, outer), at(end, outer), (0, 0), 1),
        Line(at(end, outer), teeth[-1].end),
        *backwards(teeth),
        Line(teeth[0].start, at(start, outer)),
    ]
    return pulled(loop, -37.0, -13.0)


def _between(loop: Loop, start: float, end: float) -> Loop:
    """The segments whose middles lie between two angles, which is one run of them."""

    def angle(segment: Segment) -> float:
        x, y = (a + b for a, b in zip(segment.start, segment.end, strict=True))
        return (math.atan2(y, x) - start) % (2 * math.pi)

    inside = [(angle(s), s) for s in loop if 0.01 < angle(s) < end - start - 0.01]
    inside.sort(key=lambda pair: pair[0])
    return [segment for _, segment in inside]


def _shaft() -> Solid:
    return turned(
        [
            (0.0, -12.0),
            (19.5, -12.0),
            (20.0, -11.5),
            (20.0, -6.5),
            (19.5, -6.0),
            (11.0, -6.0),
            (11.0, 0.0),
            (8.0, 0.0),
            (8.0, 37.4),
            (7.4, 38.0),
            (0.0, 38.0),
        ]
    )


def _back_plate() -> Solid:
    return turned(
        [(9.5, -42.0), (19.5, -42.0), (20.0, -41.5), (20.0, -38.5), (19.5, -38.0), (9.5, -38.0)]
    )


def _key() -> Loop:
    """Seen along the axis: a bar that stands out of the shaft."""
    return polygon([(-2.5, 5.0), (2.5, 5.0), (2.5, 10.0), (-2.5, 10.0)])


def _bearing() -> Iterator[Solid]:
    yield turned([(14.6, 0.0), (16.7, 0.0), (17.0, 0.3), (17.0, 5.7), (16.7, 6.0), (14.6, 6.0)])
    yield turned([(8.3, 0.0), (11.4, 0.0), (11.4, 6.0), (8.3, 6.0), (8.0, 5.7), (8.0, 0.3)])


def _hub() -> Solid:
    return turned([(3.5, -56.0), (6.5, -56.0), (7.0, -55.5), (7.0, -36.0), (3.5, -36.0)])


def _adapter() -> Iterator[Solid]:
    """Two square flanges with a round body between them."""
    angles = [math.pi * (quarter / 2 + 0.25) for quarter in range(4)]
    holes = [circle(2.7, 36 * math.cos(a), 36 * math.sin(a), -1) for a in angles]
    for bottom, top in ((-84.0, -76.0), (-53.0, -46.0)):
        yield pulled(rounded(66, 66, 9), bottom, top, [circle(19.0, way=-1), *holes])
    yield turned(
        [(19.0, -76.0), (32.0, -76.0), (29.0, -73.0), (29.0, -56.0), (32.0, -53.0), (19.0, -53.0)]
    )


def _screw(scale: float = 1.0) -> Solid:
    """A socket head, standing on the origin."""
    s = scale
    profile = [
        (0, -6),
        (2.5, -6),
        (2.5, 0),
        (4.25, 0),
        (4.25, 4.4),
        (3.8, 5),
        (2.2, 5),
        (2.2, 2.4),
        (0, 2.4),
    ]
    return turned([(r * s, z * s) for r, z in profile])
