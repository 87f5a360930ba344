from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media import report_undrawable
from hallgen.model import Exhibitor, Fair, Hall, Polygon, Text


def test_each_character_without_a_font_is_told_once_at_its_first_place() -> None:
    hall = Hall(
        id="1",
        name=Text.of(en="Hall"),
        outline=Polygon(outer=((0, 0), (9, 0), (9, 9))),
        height=9,
        booths=(),
        place=Place("fair.yaml", 3),
    )
    exhibitors = tuple(
        Exhibitor(id=n, slug=n, name=Text.of(zh=name), place=Place("list.csv", line))
        for line, (n, name) in enumerate((("a", "灵境😀"), ("b", "😀\U0001f9ff𠮷")), start=2)
    )
    fair = Fair(
        id="f",
        name=Text.of(en="Fair"),
        folder=Path(),
        languages=("zh",),
        halls=(hall,),
        exhibitors=exhibitors,
    )
    diagnostics = Diagnostics()
    report_undrawable(fair, diagnostics)
    found = [(d.kind, d.place.line, d.message.split()[3]) for d in diagnostics]
    assert found == [
        (codes.CHARACTER_WITHOUT_FONT, 2, "😀"),
        (codes.CHARACTER_WITHOUT_FONT, 3, "\U0001f9ff"),
    ]
