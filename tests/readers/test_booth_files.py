"""booth.yaml: what exhibitors choose, and each fault of it told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import BoothChoices, Fair, FairIndex, StyleName, Text
from hallgen.readers import read_fair

FAIR = """\
format: 1
id: sample
name: Sample fair
languages: [zh, en]
halls:
  - {id: "1", plan: {file: plan.csv, unit: m, table: {file: plan.csv}}}
  - {id: "2", plan: {file: plan.csv, unit: m, table: {file: plan.csv}}}
"""
FILES = {
    "fair.yaml": FAIR,
    "plan.csv": "number,x,y,width,depth\nA01,0,0,3,3\nA02,3,0,3,3\n",
    "exhibitors.csv": "id,name,booth\ne1,Sample Tools,1-A01\ne2,Other,2-A02\n",
    "products.csv": "id,name.zh,name.en,exhibitor\np1,车床,Lathe,e1\np2,铣床,Mill,e1\np3,钻,D,e2\n",
}


def read(folder: Path, **booths: str) -> tuple[Fair, Diagnostics]:
    """The fair with a booth.yaml in each of the folders named (an underscore is a hyphen)."""
    files = FILES | {f"booths/{name}/booth.yaml": text for name, text in booths.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return read_fair(folder, diagnostics), diagnostics


def choices(fair: Fair, booth: str) -> BoothChoices:
    return FairIndex(fair).booths[booth].choices


def told(diagnostics: Diagnostics, folder: str) -> list[tuple[str, int | None]]:
    return [(d.code, d.place.line) for d in diagnostics if folder in d.place.file]


def test_an_exhibitor_chooses(tmp_path: Path) -> None:
    text = 'style: timber\ncolor: "#0b7683"\nclaim: {zh: 更快, en: Faster}\nproducts: [铣床, p1]\n'
    fair, diagnostics = read(tmp_path, **{"1-A01": text})
    assert choices(fair, "1-A01") == BoothChoices(
        style=StyleName.TIMBER,
        color="#0b7683",
        claim=Text.of(zh="更快", en="Faster"),
        products=("p2", "p1"),
    )
    assert choices(fair, "1-A02") == BoothChoices()
    assert not told(diagnostics, "booths/")


@pytest.mark.parametrize(
    ("folder", "text", "expected"),
    [
        ("1-A01", "style: timbre\n", [(codes.BAD_VALUE.code, 1)]),
        ("1-A01", "\ncolour: red\n", [(codes.UNKNOWN_KEY.code, 2)]),
        ("1-A01", "claim: Hi\ncolor: red\n", [(codes.BAD_VALUE.code, 2)]),
        ("1-A01", "claim: Hi\nproducts: [p1, p3]\n", [(codes.UNKNOWN_CHOSEN_PRODUCT.code, 2)]),
        ("1-A01", "- a\n", [(codes.BAD_SYNTAX.code, 1)]),
        ("1-A01", "claim: a\nclaim: b\n", [(codes.REPEATED_KEY.code, 2)]),
        ("1-B07", "claim: Hi\n", [(codes.UNKNOWN_BOOTH_FOLDER.code, None)]),
        ("A01", "claim: Hi\n", [(codes.AMBIGUOUS_BOOTH_FOLDER.code, None)]),
    ],
)
def test_a_fault_is_told_where_it_is(
    tmp_path: Path, folder: str, text: str, expected: list[tuple[str, int | None]]
) -> None:
    _, diagnostics = read(tmp_path, **{folder: text})
    assert told(diagnostics, folder) == expected


def test_what_is_right_is_kept_beside_a_fault(tmp_path: Path) -> None:
    fair, _ = read(tmp_path, **{"1-A01": "style: none\nclaim: Faster\nproducts: [p9, p2]\n"})
    assert choices(fair, "1-A01") == BoothChoices(claim=Text.of(und="Faster"), products=("p2",))


def test_a_style_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    _, diagnostics = read(tmp_path, **{"1-A01": "style: timbre\n"})
    (told_,) = [d for d in diagnostics if d.kind is codes.BAD_VALUE]
    assert "timber" in str(told_.advice)
