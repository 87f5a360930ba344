"""DXF: of every version, with every way of drawing a booth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest
from ezdxf.document import Drawing
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts import Modelspace

from tests.readers.plans.drawings import boxes, corners, read, read_all

Draw = Callable[[Modelspace, Drawing], object]
SQUARE = corners(0, 0, 3000, 3000)


def dxf(path: Path, *draw: Draw, version: str = "R2010", units: int = 4) -> Path:
    document = ezdxf.new(version)
    document.header["$INSUNITS"] = units
    for one in draw:
        one(document.modelspace(), document)
    document.saveas(path)
    return path


def number(text: str = "A1", x: float = 1500, y: float = 1500) -> Draw:
    return lambda msp, _: msp.add_text(text, height=300).set_placement(
        (x, y), align=TextEntityAlignment.MIDDLE_CENTER
    )


def sides(msp: Modelspace, _: Drawing) -> None:
    for start, end in zip(SQUARE, [*SQUARE[1:], SQUARE[0]], strict=True):
        msp.add_line(start, end)


def sides_not_quite_meeting(msp: Modelspace, _: Drawing) -> None:
    for (x0, y0), (x1, y1) in zip(SQUARE, [*SQUARE[1:], SQUARE[0]], strict=True):
        msp.add_line((x0, y0 + 6), (x1, y1 - 6))


def block(msp: Modelspace, document: Drawing) -> None:
    """A unit square on layer 0 with its number as an attribute, placed large."""
    inner = document.blocks.new("BOOTH")
    inner.add_lwpolyline(corners(0, 0, 1, 1), close=True)
    insert = msp.add_blockref("BOOTH", (0, 0), {"layer": "BOOTHS", "xscale": 3000, "yscale": 3000})
    insert.add_attrib("NO", "A1", (1000, 1000), {"height": 300})


def hatch(msp: Modelspace, _: Drawing) -> None:
    msp.add_hatch(color=2).paths.add_polyline_path(SQUARE, is_closed=True)


@pytest.mark.parametrize("version", ["R12", "R2000", "R2004", "R2007", "R2010", "R2018"])
def test_every_version(tmp_path: Path, version: str) -> None:
    path = dxf(
        tmp_path / "a.dxf",
        lambda msp, _: msp.add_polyline2d(SQUARE, close=True),
        number(),
        version=version,
    )
    unit = {"unit": "mm"} if version == "R12" else {}
    plan, faults = read(path, **unit)
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])


@pytest.mark.parametrize(
    "draw",
    [
        lambda msp, _: msp.add_lwpolyline(SQUARE, close=True),
        lambda msp, _: msp.add_lwpolyline([*SQUARE, SQUARE[0]]),
        lambda msp, _: msp.add_polyline3d(SQUARE, close=True),
        lambda msp, _: msp.add_solid([SQUARE[0], SQUARE[1], SQUARE[3], SQUARE[2]]),
        lambda msp, _: msp.add_3dface(SQUARE),
        sides,
        sides_not_quite_meeting,
        hatch,
    ],
)
def test_every_way_to_draw_a_square(tmp_path: Path, draw: Draw) -> None:
    plan, faults = read(dxf(tmp_path / "a.dxf", draw, number()))
    assert faults == []
    x, y, width, depth = boxes(plan)["A1"]
    # The sides that do not quite meet are 12 mm off.
    assert (x, y, width, depth) == pytest.approx((0, 0, 3, 3), abs=0.013)


def test_blocks_are_drawn_where_they_are_placed(tmp_path: Path) -> None:
    plan, diagnostics = read_all(dxf(tmp_path / "a.dxf", block), layers={"booths": ["booths"]})
    assert (boxes(plan), list(diagnostics)) == ({"A1": (0, 0, 3, 3)}, [])
    assert plan is not None
    place = plan.booths[0].place
    lines = (tmp_path / "a.dxf").read_text().splitlines()
    assert place.item is not None
    assert place.item.endswith(lines[(place.line or 0) - 1].strip())


def test_a_block_in_rows_and_columns_turned_and_flat(tmp_path: Path) -> None:
    def rows(msp: Modelspace, document: Drawing) -> None:
        document.blocks.new("B").add_lwpolyline(SQUARE, close=True)
        attributes = {"column_count": 2, "column_spacing": 6000, "zscale": 0, "rotation": 90}
        msp.add_blockref("B", (3000, 0), attributes)

    labels = (number(), number("A2", 1500, 7500))
    plan, faults = read(dxf(tmp_path / "a.dxf", rows, *labels))
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3), "A2": (0, 6, 3, 3)}, [])


def test_bulges_circles_and_splines_are_curves(tmp_path: Path) -> None:
    path = dxf(
        tmp_path / "a.dxf",
        lambda msp, _: msp.add_lwpolyline(
            [(0, 0, 0, 0, 0), (3000, 0, 0, 0, 1), (3000, 3000, 0, 0, 0), (0, 3000, 0, 0, 0)],
            close=True,
        ),
        lambda msp, _: msp.add_circle((9000, 1500), 1500),
        lambda msp, _: msp.add_spline([*corners(12600, 600, 1800, 1800), (12600, 600)]),
        lambda msp, _: msp.add_ellipse((19500, 1500), (1500, 0), 0.5),
        number(),
        number("A2", 9000),
        number("A3", 13500),
        number("A4", 19500),
    )
    plan, faults = read(path)
    assert faults == []
    found = boxes(plan)
    # A half circle of 1.5 m on one side; flattened to 0.2 % of what it spans.
    assert found["A1"] == pytest.approx((0, 0, 4.5, 3), abs=0.01)
    assert found["A2"] == pytest.approx((7.5, 0, 3, 3), abs=0.01)
    assert found["A4"] == pytest.approx((18, 0.75, 3, 1.5), abs=0.01)
    assert set(found) == {"A1", "A2", "A3", "A4"}


@pytest.mark.parametrize(
    "draw",
    [
        lambda msp, _: msp.add_text("A1", height=300).set_placement((500, 1200)),
        lambda msp, _: msp.add_text("A1", height=300).set_placement(
            (2900, 2900), align=TextEntityAlignment.TOP_RIGHT
        ),
        lambda msp, _: msp.add_text("A1", height=300, rotation=90).set_placement((1500, 500)),
        lambda msp, _: msp.add_mtext(
            r"{\fArial;Acme}\PA1\P9 m2", {"char_height": 300, "insert": (100, 2900)}
        ),
        lambda msp, _: msp.add_mtext(
            "A1", {"char_height": 300, "insert": (2900, 100), "attachment_point": 9}
        ),
    ],
)
def test_every_way_to_write_a_number(tmp_path: Path, draw: Draw) -> None:
    square: Draw = lambda msp, _: msp.add_lwpolyline(SQUARE, close=True)  # noqa: E731
    plan, faults = read(dxf(tmp_path / "a.dxf", square, draw))
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])


def test_layers_that_are_off_or_frozen_are_not_seen(tmp_path: Path) -> None:
    def hidden(msp: Modelspace, document: Drawing) -> None:
        document.layers.add("OFF").off()
        document.layers.add("ICE").freeze()
        msp.add_lwpolyline(corners(0, 0, 1000, 1000), close=True, dxfattribs={"layer": "OFF"})
        msp.add_lwpolyline(corners(0, 0, 2900, 2900), close=True, dxfattribs={"layer": "ICE"})

    plan, faults = read(dxf(tmp_path / "a.dxf", hidden, sides, number()))
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])


def test_a_drawing_without_units_needs_a_scale(tmp_path: Path) -> None:
    path = dxf(tmp_path / "a.dxf", sides, number(), units=0)
    assert read(path) == (None, ["H201:None"])
    assert boxes(read(path, unit="cm")[0]) == {"A1": (0, 0, 30, 30)}


def test_a_damaged_file_is_repaired_where_it_can_be(tmp_path: Path) -> None:
    path = dxf(tmp_path / "a.dxf", sides, number())
    text = path.read_text()
    path.write_text(text.replace("ENDSEC\n", "ENDSEC\n999\nstray comment\n", 1))
    assert boxes(read(path)[0]) == {"A1": (0, 0, 3, 3)}


@pytest.mark.parametrize("data", [b"", b"no drawing", b"0\nSECTION\n2\n", b"\x00\x01\x02"])
def test_files_that_are_no_drawing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.dxf"
    path.write_bytes(data)
    plan, faults = read(path, scale=1)
    assert plan is None
    assert faults in (["H200:None"], ["H202:None"])


def test_a_block_in_itself_ends(tmp_path: Path) -> None:
    def loop(msp: Modelspace, document: Drawing) -> None:
        first, second = document.blocks.new("ONE"), document.blocks.new("TWO")
        first.add_blockref("TWO", (0, 0))
        second.add_blockref("ONE", (0, 0))
        msp.add_blockref("ONE", (0, 0))

    plan, faults = read(dxf(tmp_path / "a.dxf", loop, sides, number()))
    assert boxes(plan) == {"A1": (0, 0, 3, 3)}
    assert {fault[:4] for fault in faults} <= {"H204"}
