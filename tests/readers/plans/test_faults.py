"""Every fault of a plan, with its place, and what is still read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.plans.drawings import THREE, boxes, parts, read, read_all, svg, svg_booths

ONE = '<rect width="3" height="3"/>'
LABEL = '<text x="1" y="2" font-size="1">{}</text>'
SQUARE = ONE + LABEL.format("A1")


def codes(path: Path, **source: object) -> list[str]:
    return sorted({fault[:4] for fault in read(path, scale=1, **source)[1]})


def test_a_number_twice_apart(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", f'{SQUARE}\n<g transform="translate(9)">{SQUARE}</g>')
    plan, faults = read(path, scale=1)
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])
    assert parts(plan) == [(0, 0, 3, 3), (9, 0, 3, 3)]


def test_parts_that_touch_are_one_booth(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", f'{SQUARE}\n<g transform="translate(3.1)">{SQUARE}</g>')
    plan, faults = read(path, scale=1)
    assert (boxes(plan), faults) == ({"A1": (0, 0, 6.1, 3)}, [])
    assert parts(plan) == [(0, 0, 3, 3), (3.1, 0, 3, 3)]


def test_parts_touch_by_way_of_one_drawn_later(tmp_path: Path) -> None:
    moved = "".join(f'<g transform="translate({x})">{SQUARE}</g>' for x in (6, 3))
    plan, _ = read(svg(tmp_path / "a.svg", SQUARE + moved), scale=1)
    assert boxes(plan) == {"A1": (0, 0, 9, 3)}
    assert [x for x, *_ in parts(plan)] == [0, 6, 3]


def test_a_stand_drawn_around_its_cells_is_one_shape(tmp_path: Path) -> None:
    """In any order: only a plan whose shapes have ids says so, labels are in the smallest."""
    cells = [f'<rect id="A1" x="{x}" width="3" height="3"/>' for x in (0, 3, 6)]
    around = '<rect id="A1" width="9" height="3"/>'
    for at in range(4):
        body = "".join([*cells[:at], around, *cells[at:]])
        plan, _ = read(svg(tmp_path / "a.svg", body), scale=1, numbers="id")
        assert (boxes(plan), parts(plan)) == ({"A1": (0, 0, 9, 3)}, [])


def test_fill_and_outline_are_one_booth(tmp_path: Path) -> None:
    outline = '<path d="M0.05 0.05h2.9v2.9h-2.9z" fill="none"/>'
    for body in (SQUARE + outline, outline + SQUARE):
        path = svg(tmp_path / "a.svg", f'<g id="b">{body}</g>')
        plan, faults = read(path, scale=1, layers={"booths": ["b"]})
        assert (set(boxes(plan)), parts(plan), faults) == ({"A1"}, [], [])


def test_two_numbers_in_a_shape(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", f'{SQUARE}\n<text x="1" y="1" font-size=".5">A2</text>')
    plan, faults = read(path, scale=1)
    assert (set(boxes(plan)), faults) == ({"A1"}, ["H213:3"])


def test_a_number_outside_of_any_shape(tmp_path: Path) -> None:
    body = svg_booths(THREE) + '\n<text x="50" y="50">A9</text><text x="50" y="70">2026</text>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (boxes(plan), faults) == (THREE, ["H214:5"])  # a year is written as no booth is


def test_a_number_beside_its_shape(tmp_path: Path) -> None:
    body = svg_booths(THREE) + '<rect x="20" width="3" height="3"/>'
    body += '<text x="20.5" y="4" font-size="1">A9</text>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (set(boxes(plan)), faults) == ({"A1", "A2", "A9", "B7"}, [])


def test_a_block_and_the_hall_around_are_no_booths(tmp_path: Path) -> None:
    body = '<rect width="90" height="90"/><rect width="6" height="3" y="9"/>' + svg_booths(THREE)
    body += '<text x="60" y="60" font-size="2">Hall 5</text>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (boxes(plan), faults) == (THREE, [])


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ('<polyline points="0,0 3,0 3,3 0,3" fill="none"/>', "H206"),
        ('<polyline points="0,0 3,0 3,3 0,3 0,0.9" fill="none"/>', "H207"),
        ('<polygon points="3,0 3,3 0,3 0.05,0 0,0.05"/>', "H208"),
        ('<polygon points="0,0 3,3 3,0 0,3"/>', "H209"),
    ],
)
def test_outlines_that_are_not_right(tmp_path: Path, shape: str, code: str) -> None:
    body = f'{svg_booths(THREE)}\n<g id="b" transform="translate(40)">{shape}</g>\n'
    body += '<text x="40.8" y="1.7" font-size="1">C1</text>'
    path = svg(tmp_path / "a.svg", body)
    plan, faults = read(path, scale=1)
    assert f"{code}:5" in faults
    assert ("C1" in boxes(plan)) is (code in ("H207", "H208"))
    if code in ("H207", "H208"):
        # The loop at the corner is 5 cm long.
        assert boxes(plan)["C1"] == pytest.approx((40, 9, 3, 3), abs=0.05)


def test_shapes_without_a_number_on_a_layer_of_booths(tmp_path: Path) -> None:
    body = f'<g id="booths">{SQUARE}\n<rect x="9" width="3" height="3"/>'
    body += '\n<polyline points="20,0 23,0 23,3" fill="none"/></g>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1, layers={"booths": ["booths"]})
    assert (set(boxes(plan)), sorted(faults)) == ({"A1"}, ["H206:4", "H215:3"])


def test_booths_of_unlikely_size(tmp_path: Path) -> None:
    body = '<rect width="80" height="80"/><text x="20" y="40">A1</text>'
    body += '<rect x="90" width=".5" height=".5"/><text x="90.1" y=".4" font-size=".1">A2</text>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert set(boxes(plan)) == {"A1", "A2"}
    assert [fault[:4] for fault in faults] == ["H216", "H217"]


def test_layers_that_are_not_there(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", SQUARE)
    assert codes(path, layers={"walls": ["wall*"], "gates": ["x"]}) == ["H218"]


def test_patterns_that_are_broken(tmp_path: Path) -> None:
    plan, diagnostics = read_all(svg(tmp_path / "a.svg", SQUARE), scale=1, number="(")
    assert plan is None
    assert "H222" in [fault.code for fault in diagnostics]


def test_a_plan_without_booths(tmp_path: Path) -> None:
    assert read(svg(tmp_path / "a.svg", ONE), scale=1) == (None, ["H202:None"])
    assert read(svg(tmp_path / "a.svg", ""), scale=1) == (None, ["H202:None"])


def test_all_faults_at_once(tmp_path: Path) -> None:
    """One run tells everything, whatever else is wrong."""
    body = f"""{svg_booths(THREE)}
<path d="M0 0 L x"/>
<polygon points="40,0 43,3 43,0 40,3"/><text x="41" y="2" font-size="1">C1</text>
<g transform="translate(60)">{SQUARE}</g>
<text x="90" y="90" font-size="1">C9</text>"""
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1, layers={"walls": ["none"]})
    assert set(boxes(plan)) == {"A1", "A2", "B7"}
    assert sorted(faults) == ["H204:5", "H209:6", "H214:8", "H218:None"]
