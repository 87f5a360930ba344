"""PDF plans: paths and texts of a page, as they are seen; pages are halls."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers.plans import guess_plan
from tests.readers.plans.drawings import boxes, read
from tests.readers.plans.sheets import box, text_at, write_pdf

#: Points: a booth of 3 m at 1:200.
SIDE = 3000 / 200 * 72 / 25.4


def row(first: str = "A", *, apart: bool = False) -> str:
    """Four booths in a row with their numbers."""
    return "".join(
        box(60 + at * SIDE, 300, SIDE, SIDE)
        + text_at(70 + at * SIDE, 315, f"{first}{at + 1:02}", apart=apart)
        for at in range(4)
    )


@pytest.mark.parametrize("apart", [False, True])
def test_booths_of_a_sheet_whose_scale_is_written_on_it(tmp_path: Path, apart: bool) -> None:
    title = (
        box(400, 20, 150, 60) + text_at(410, 60, "Drawn by: X") + text_at(410, 40, "Scale 1:200")
    )
    title += box(500, 20, 50, 30) + text_at(510, 30, "A3")
    path = write_pdf(tmp_path / "a.pdf", [row(apart=apart) + title])
    (hall,) = guess_plan(path).halls
    assert hall.numbers == ("A01", "A02", "A03", "A04")
    assert hall.source.scale == pytest.approx(200 * 0.0254 / 72, rel=1e-4)
    plan, _ = read(path, **hall.source.model_dump(exclude={"file"}))
    assert boxes(plan)["A02"] == pytest.approx((3, 0, 3, 3), abs=0.002)


def test_a_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    """Turned by 90 degrees clockwise, a row of booths is a column."""
    plan, _ = read(write_pdf(tmp_path / "a.pdf", [row()], rotate=90), scale=3 / SIDE)
    found = boxes(plan)
    assert found["A01"] == pytest.approx((0, 9, 3, 3), abs=0.002)
    assert found["A04"] == pytest.approx((0, 0, 3, 3), abs=0.002)


def test_pages_are_halls_by_their_names(tmp_path: Path) -> None:
    pages = [
        text_at(60, 700, f"Hall {n}", 20) + row(first) for n, first in (("1", "A"), ("2", "B"))
    ]
    path = write_pdf(tmp_path / "a.pdf", [*pages, text_at(60, 700, "Terms and conditions")])
    halls = guess_plan(path).halls
    assert [(hall.id, hall.source.page, hall.numbers[0]) for hall in halls] == [
        ("1", 1, "A01"),
        ("2", 2, "B01"),
    ]


def test_what_is_no_drawing_is_told(tmp_path: Path) -> None:
    assert read(write_pdf(tmp_path / "a.pdf", [text_at(9, 9, "A1")]))[1] == ["H200:None"]
    assert read(write_pdf(tmp_path / "a.pdf", [row()]), page=3)[1] == ["H200:None"]
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\nnothing")
    assert read(tmp_path / "b.pdf")[1] == ["H200:None"]
    assert guess_plan(tmp_path / "b.pdf", diagnostics=Diagnostics()).halls == ()
