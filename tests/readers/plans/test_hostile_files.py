"""Files that are damaged, or made to do harm: a plan or faults, never an exception or a hang."""

from __future__ import annotations

import tempfile
from pathlib import Path

import ezdxf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.plans.drawings import THREE, corners, feature, geojson, read_all, svg, svg_booths


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A sound file of each format."""
    folder = tmp_path_factory.mktemp("sound")
    document = ezdxf.new("R12")
    for number, box in THREE.items():
        document.modelspace().add_polyline2d(corners(*box), close=True)
        document.modelspace().add_text(number, height=0.3).set_placement((box[0] + 1, box[1] + 1))
    document.saveas(folder / "a.dxf")
    features = [feature(corners(*box), number=number) for number, box in THREE.items()]
    rows = [f"{n},{x},{y},{w},{d}" for n, (x, y, w, d) in THREE.items()]
    (folder / "a.csv").write_text("\n".join(["number,x,y,width,depth", *rows]))
    svg(folder / "a.svg", svg_booths(THREE))
    geojson(folder / "a.geojson", features)
    return {path.suffix: path.read_bytes() for path in sorted(folder.iterdir())}


@settings(max_examples=150, deadline=None)
@given(
    suffix=st.sampled_from([".svg", ".dxf", ".geojson", ".csv"]),
    cuts=st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 40),
            st.sampled_from(
                [b"", b"\0", b"\xff\xfe", b"nan", b"1e999", b"-", b"<", b"]", b'"', b"\n"]
            )
            | st.binary(max_size=6),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_damaged_files(
    sound: dict[str, bytes], suffix: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    data = sound[suffix]
    for at, length, instead in cuts:
        start = int(at * len(data))
        data = data[:start] + instead + data[start + length :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        plan, diagnostics = read_all(path, scale=1)
    assert plan is not None or len(diagnostics) > 0


def test_uses_that_grow_without_bounds(tmp_path: Path) -> None:
    levels = "".join(f'<g id="l{n}">' + f'<use href="#l{n + 1}"/>' * 10 + "</g>" for n in range(18))
    body = f'{svg_booths(THREE)}<defs>{levels}<g id="l18"/></defs><use href="#l0"/>'
    plan, diagnostics = read_all(svg(tmp_path / "a.svg", body), scale=1)
    assert plan is not None
    assert [fault.code for fault in diagnostics] == ["H204"]


def test_blocks_in_a_million_rows(tmp_path: Path) -> None:
    document = ezdxf.new()
    document.blocks.new("B").add_line((0, 0), (1, 0))
    many = {"row_count": 30_000, "column_count": 30_000, "row_spacing": 1, "column_spacing": 1}
    document.modelspace().add_blockref("B", (0, 0), many)
    document.saveas(tmp_path / "a.dxf")
    _, diagnostics = read_all(tmp_path / "a.dxf", scale=1)
    assert [fault.code for fault in diagnostics] == ["H204", "H202"]


def test_an_outline_that_crosses_itself_everywhere(tmp_path: Path) -> None:
    """To repair it would take hours, and all memory."""
    scribble = " ".join(f"{at * 7919 % 1000},{at * 104729 % 997}" for at in range(3000))
    body = f'{svg_booths(THREE)}<polygon points="{scribble}"/>'
    plan, diagnostics = read_all(svg(tmp_path / "a.svg", body), scale=1)
    assert plan is not None
    assert [booth.number for booth in plan.booths] == list(THREE)
    assert [fault.code for fault in diagnostics] == []


def test_a_path_of_rings_within_rings(tmp_path: Path) -> None:
    rings = "".join(f"M{n} {n}H{9000 - n}V{9000 - n}H{n}z" for n in range(3000))
    plan, _ = read_all(svg(tmp_path / "a.svg", f'{svg_booths(THREE)}<path d="{rings}"/>'), scale=1)
    assert plan is not None


def test_sizes_beyond_all_measure(tmp_path: Path) -> None:
    rows = "A1,0,0,1e300,1e300\nA2,1e308,0,3,3\nA3,0,0,3,3\n"
    (tmp_path / "a.csv").write_text(f"number,x,y,width,depth\n{rows}")
    plan, diagnostics = read_all(tmp_path / "a.csv", scale=1)
    assert plan is not None
    assert [booth.number for booth in plan.booths] == ["A3"]
    assert [(fault.code, fault.place.line) for fault in diagnostics][:2] == [
        ("H205", 2),
        ("H205", 3),
    ]
