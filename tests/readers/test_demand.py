"""Lists of wanted booths, in the words that they come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.model import BoothKind
from hallgen.readers.demand import read_demand

LIST = """\
Company,Area (m2),Open sides,Booth type,Zone,Category,Tier,Near,Avoid
Alpha Robots,9,2,shell,robots,Arms,gold,Beta Drives,Gamma
Beta Drives,"18,5 m2",island,raw,drives,,,,
Gamma,36,7,,,,,"alpha robots; Nobody Ltd",
Delta,,,,,,,,
"""


def test_a_list_with_wishes(tmp_path: Path) -> None:
    file = tmp_path / "wanted.csv"
    file.write_text(LIST, encoding="utf-8")
    diagnostics = Diagnostics()
    alpha, beta, gamma = read_demand(file, diagnostics).wanted
    assert (alpha.id, alpha.name, alpha.area, alpha.open_sides) == (
        "alpha-robots", "Alpha Robots", 9, 2,
    )  # fmt: skip
    assert (alpha.kind, alpha.zone, alpha.category, alpha.tier) == (
        BoothKind.SHELL, "robots", "Arms", 3,
    )  # fmt: skip
    assert (alpha.near, alpha.avoid) == (("beta-drives",), ("gamma",))
    assert (beta.area, beta.open_sides, beta.kind, beta.tier) == (18.5, 4, BoothKind.RAW, 1)
    assert (gamma.open_sides, gamma.near) == (1, ("alpha-robots",))
    assert [(d.code, d.place.line) for d in diagnostics.by_place()] == [
        ("H286", 4), ("H287", 4), ("H285", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "公司名称;宽;深;开口\n甲;3;6;2\n"),
        ("a.yaml", "- {name: 甲, width: 3, depth: 6, open sides: 2}\n"),
        ("a.json", '[{"exhibitor": "甲", "size": "18 m2", "open_sides": 2}]'),
    ],
)
def test_other_words_and_formats(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    (one,) = read_demand(file, diagnostics).wanted
    assert (one.name, one.area, one.open_sides) == ("甲", 18, 2)
    assert list(diagnostics) == []


def test_nothing_to_place(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Company,Area\nAlpha,\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no row with an area"):
        read_demand(file, Diagnostics())
