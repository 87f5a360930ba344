"""How large a drawing is: said, stated or proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.readers.plans.printed import area_in
from tests.readers.plans.drawings import read_all, svg


def row(width: float, depth: float, gap: float, wide: int = 0) -> str:
    """Eight single booths with gaps between, and `wide` double ones, none of them numbered."""
    step = width + gap
    singles = [f'<rect x="{i * step}" width="{width}" height="{depth}"/>' for i in range(8)]
    doubles = [
        f'<rect x="{i * 3 * step}" y="500" width="{2 * width + gap}" height="{depth}"/>'
        for i in range(wide)
    ]
    return "\n".join(singles + doubles)


def proposal(path: Path, body: str) -> str:
    plan, diagnostics = read_all(svg(path, body))
    assert plan is None
    (fault,) = diagnostics
    assert fault.code == "H201"
    return fault.advice.rpartition("Perhaps ")[2]


def test_the_commonest_shape_is_a_booth_of_3_by_3_m(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    assert proposal(path, row(30, 30, 0)).startswith("scale: 0.1, ")
    # 2 x 4.5 units are not a square, so they are taken for 9 m2.
    assert proposal(path, row(20, 45, 0)).startswith("scale: 0.1, ")


def test_gaps_belong_to_booths(tmp_path: Path) -> None:
    """Singles of 53, doubles of 110: from one to the next it is 57 units."""
    path = tmp_path / "a.svg"
    assert proposal(path, row(53, 53, 4, wide=3)).startswith("scale: 0.0526316, ")
    assert proposal(path, row(53, 53, 4)).startswith("scale: 0.0566038, ")


def test_printed_sizes_are_better(tmp_path: Path) -> None:
    text = '<text x="5" y="20" font-size="5">3x5 / 15 m2</text>'
    body = (
        row(30, 30, 0)
        + f'<g transform="translate(0 200)">{text}<rect width="60" height="100"/></g>'
    )
    # The sheet's text is in a shape of 6,000 units2, so a unit is sqrt(15 / 6000) = 0.05 m.
    assert proposal(tmp_path / "a.svg", body).startswith("scale: 0.05, from 1 size printed")


def test_nothing_to_go_by(tmp_path: Path) -> None:
    assert proposal(tmp_path / "a.svg", '<circle r="5"/>').endswith("in fair.yaml.")


@pytest.mark.parametrize(
    ("text", "m2"),
    [
        ("3x5 / 15 m2", 15),
        ("3 x 3", 9),
        ("3m x 6m", 18),
        ("2,5 × 4", 10),
        ("36㎡", 36),
        ("12.5 sqm", 12.5),
        ("10x10 ft", 9.290304),
        ("10' x 20'", 18.580608),
        ("A12", None),
        ("2026", None),
        ("0 m2", None),
    ],
)
def test_printed_areas(text: str, m2: float | None) -> None:
    assert area_in(text) == (None if m2 is None else pytest.approx(m2))
