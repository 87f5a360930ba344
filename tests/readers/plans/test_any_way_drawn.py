"""However a plan is turned, scaled or mirrored in its file, the booths are the same."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Callable
from pathlib import Path

import ezdxf
import shapely
from ezdxf.enums import TextEntityAlignment
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.model import Plan
from tests.readers.plans.drawings import corners, feature, geojson, read, svg

#: Metres: corners are rounded to 0.1 mm, and files hold six digits of a coordinate up to 1e6.
EXACT = 0.005
Booths = dict[str, tuple[float, float, float, float]]
Ring = list[tuple[float, float]]


@st.composite
def rectangles(draw: st.DrawFn) -> Booths:
    """Booths in rows of a hall, some of them side by side, none overlapping."""
    booths: Booths = {}
    for row in range(draw(st.integers(1, 3))):
        x = 0.0
        for column in range(draw(st.integers(1, 4))):
            width = draw(st.sampled_from([2.0, 3.0, 4.5, 6.0]))
            depth = draw(st.sampled_from([3.0, 4.0]))
            booths[f"{'ABC'[row]}{column + 1:02}"] = (x, row * 8.0, width, depth)
            x += width + draw(st.sampled_from([0.0, 3.0]))
    return booths


def moved(booths: Booths, scale: float, angle: float, flip: bool) -> dict[str, Ring]:
    """The booths' corners in the units and axes of a file."""
    cosine, sine = math.cos(angle), math.sin(angle)

    def point(x: float, y: float) -> tuple[float, float]:
        x, y = x * cosine - y * sine, x * sine + y * cosine
        return round(x / scale + 500, 6), round((-y if flip else y) / scale + 700, 6)

    return {number: [point(*p) for p in corners(*box)] for number, box in booths.items()}


def middle(ring: Ring) -> tuple[float, float]:
    return sum(x for x, _ in ring) / 4, sum(y for _, y in ring) / 4


def write_svg(folder: Path, rings: dict[str, Ring], size: float) -> Path:
    body = "\n".join(
        f'<polygon points="{" ".join(f"{x},{y}" for x, y in ring)}" fill="none"/>'
        f'<text transform="matrix(1 0 0 1 {middle(ring)[0]} {middle(ring)[1]})" '
        f'font-size="{size}" text-anchor="middle">{number}</text>'
        for number, ring in rings.items()
    )
    return svg(folder / "a.svg", body)


def write_dxf(folder: Path, rings: dict[str, Ring], size: float) -> Path:
    document = ezdxf.new()
    document.header["$INSUNITS"] = 0
    space = document.modelspace()
    for number, ring in rings.items():
        space.add_lwpolyline(ring, close=True)
        align = TextEntityAlignment.MIDDLE_CENTER
        space.add_text(number, height=size).set_placement(middle(ring), align=align)
    document.saveas(folder / "a.dxf")
    return folder / "a.dxf"


def write_dxf_lines(folder: Path, rings: dict[str, Ring], size: float) -> Path:
    path = write_dxf(folder, rings, size)
    document = ezdxf.readfile(path)
    space = document.modelspace()
    for outline in space.query("LWPOLYLINE"):
        space.delete_entity(outline)
    for ring in rings.values():
        for start, end in zip(ring, [*ring[1:], ring[0]], strict=True):
            space.add_line(start, end)
    document.saveas(path)
    return path


def write_geojson(folder: Path, rings: dict[str, Ring], _: float) -> Path:
    features = [feature(ring, number=number) for number, ring in rings.items()]
    return geojson(folder / "a.geojson", features)


def write_table(folder: Path, rings: dict[str, Ring], _: float) -> Path:
    rows = [{"number": number, "points": ring} for number, ring in rings.items()]
    (folder / "a.json").write_text(json.dumps(rows))
    return folder / "a.json"


WRITERS: list[Callable[[Path, dict[str, Ring], float], Path]] = [
    write_svg,
    write_dxf,
    write_dxf_lines,
    write_geojson,
    write_table,
]


@settings(max_examples=40, deadline=None)
@given(
    booths=rectangles(),
    scale=st.sampled_from([0.001, 0.0254, 0.05263, 0.3048, 1.0]),
    angle=st.floats(0, 2 * math.pi),
    flip=st.booleans(),
    write=st.sampled_from(WRITERS),
)
def test_the_booths_are_the_same(
    booths: Booths,
    scale: float,
    angle: float,
    flip: bool,
    write: Callable[[Path, dict[str, Ring], float], Path],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rings = moved(booths, scale, angle, flip)
        path = write(Path(folder), rings, 0.3 / scale)
        plan, faults = read(path, scale=scale, y="down" if flip else "up")
    assert plan is not None
    assert [fault for fault in faults if not fault.startswith("H219")] == []
    expected = moved(booths, 1.0, angle, flip=False)
    assert {booth.number for booth in plan.booths} == set(expected)
    found = {booth.number: shapely.Polygon(booth.outline.outer) for booth in plan.booths}
    for number, polygon in found.items():
        assert polygon.exterior.is_ccw
        assert abs(polygon.area - booths[number][2] * booths[number][3]) < EXACT * 20
    # Up to where the origin is, every corner is where it was.
    west = min(x for ring in expected.values() for x, _ in ring)
    south = min(y for ring in expected.values() for _, y in ring)
    for number, ring in expected.items():
        meant = shapely.Polygon([(x - west, y - south) for x, y in ring])
        assert found[number].hausdorff_distance(meant) < EXACT


@settings(max_examples=20, deadline=None)
@given(booths=rectangles(), angle=st.floats(0, 2 * math.pi))
def test_two_readings_are_equal(booths: Booths, angle: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_svg(Path(folder), moved(booths, 0.01, angle, flip=True), size=30)
        plans: list[Plan | None] = [read(path, scale=0.01)[0] for _ in range(2)]
    assert plans[0] == plans[1]
