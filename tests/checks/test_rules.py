"""Every rule: silent on a sound fair, and on a planted fault exact about what and where."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from hallgen import checks, codes
from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostic, Diagnostics, Place
from hallgen.layout import lay_out
from hallgen.model import (
    Exhibitor,
    Fair,
    Gate,
    Hall,
    Polygon,
    Product,
    Session,
    Text,
    Zone,
)
from hallgen.readers.media_files import find_media
from hallgen.readers.venue_rules import usual_rules
from tests.layout.plans import box, hall_of

GATE = Gate(id="g", name=Text(), position=(24, 0), width=5)
ROW = {f"A{i:02}": box(10 + 3 * i, 10, 3, 3) for i in range(6)}


def exhibitor(line: int, name: Text, *booths: str, references: tuple[str, ...] = ()) -> Exhibitor:
    return Exhibitor(
        id=f"e{line}", slug=f"e{line}", name=name, place=Place("exhibitors.csv", line),
        booths=booths, references=references or booths,
    )  # fmt: skip


BOTH = Text.of(zh="甲", en="Ace")


def fair(hall: Hall | None = None, **changes: Any) -> Fair:
    sound: dict[str, Any] = {
        "id": "f",
        "name": Text.of(zh="展", en="Fair"),
        "folder": Path("f"),
        "languages": ("zh", "en"),
        "start": date(2026, 9, 22),
        "end": date(2026, 9, 26),
        "rules": usual_rules(),
        "zones": (Zone(id="cnc", name=Text()),),
        "halls": (hall or hall_of(ROW, gates=(GATE,), zones=("cnc",)),),
        "exhibitors": (exhibitor(2, BOTH, "A00"),),
    }
    return Fair(**{**sound, **changes})


def found(fair: Fair) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    layouts = {hall.id: lay_out(hall, diagnostics) for hall in fair.halls}
    check_fair(fair, layouts, diagnostics)
    return list(diagnostics)


def planted(booths: dict[str, Polygon], **hall: Any) -> list[str]:
    """What is said of a hall with these booths beside the sound row."""
    drawn = hall_of({**ROW, **booths}, **{"gates": (GATE,), "zones": ("cnc",), **hall})
    return [str(diagnostic) for diagnostic in found(fair(drawn))]


def test_a_sound_fair_has_nothing_to_report() -> None:
    assert found(fair()) == []


def test_booths_overlap() -> None:
    assert planted({"B": box(10, 12.9, 4, 3)}) == [
        "plans/1.svg: error H232: booth A00 overlaps B by 0.30 m2. Move or shrink one of them.",
        "plans/1.svg: error H232: booth A01 overlaps B by 0.10 m2. Move or shrink one of them.",
    ]
    assert "A00 overlaps B by 9.00 m2" in planted({"B": ROW["A00"]})[0]


@pytest.mark.parametrize("booth", [box(10, 12.96, 9, 3), box(27.9, 12.9, 3, 3)])
def test_slivers_are_the_drawings_inaccuracy(booth: Polygon) -> None:
    # 4 cm thick but 0.36 m2; and a corner of 0.1 by 0.1 m.
    assert planted({"B": booth}) == []


def test_a_booth_outside() -> None:
    (line,) = planted({"B": box(45.9, 20, 4, 3)})
    assert "H233: 40% of booth B is outside" in line  # 1.6 of 4 m, past 0.3 m for the wall
    assert planted({"B": box(45.2, 20, 3, 3)}) == []


def test_an_enclosed_booth() -> None:
    ring = {f"n{i}": box(30 + 3 * (i % 3), 20 + 3 * (i // 3), 3, 3) for i in range(9)}
    (line,) = planted(ring)
    assert "H234: Booth n4 has no open side." in line


def test_a_booth_that_no_way_leads_to() -> None:
    walls = (
        box(28, 18, 12, 0.2),
        box(28, 30, 12, 0.2),
        box(28, 18, 0.2, 12),
        box(40, 18, 0.2, 12.2),
    )
    (line,) = planted({"B": box(32, 22, 4, 4)}, walls=walls)
    assert "H235: No way leads from a gate to booth B." in line


def test_a_column_in_a_booth() -> None:
    (line,) = planted({}, columns=(box(11, 11, 0.8, 0.8),))
    assert "hint H236: A column stands in booth A00." in line


def test_narrow_aisles() -> None:
    (line,) = planted({"B": box(10, 15.4, 18, 3)})
    assert "H237: An aisle is narrower than 3 m in hall 1; the narrowest is 2.40 m" in line
    assert planted({"B": box(10, 16, 18, 3)}) == []


def test_gates() -> None:
    (line,) = planted({}, gates=())
    assert "hint H238: Hall 1 has no gate on its plan; assumed at (" in line
    (line,) = planted({}, gates=(GATE.model_copy(update={"position": (24, 4)}),))
    assert "H239: Gate g of hall 1 is 4.0 m off the wall." in line


def test_columns_outside() -> None:
    (line,) = planted({}, columns=(box(60, 60, 1, 1),))
    assert "H240: The column at (60, 60) m is not in hall 1." in line


def test_zones() -> None:
    (line,) = planted({}, zones=())
    assert line.startswith("fair.yaml (zones.cnc): hint H251: No booth is in zone cnc.")


def test_exhibitors_without_booths_are_summed_up() -> None:
    few = fair(exhibitors=(exhibitor(2, BOTH, "A00"), exhibitor(3, BOTH)))
    assert [str(d) for d in found(few)] == [
        "exhibitors.csv:3: hint H260: 甲 has no booth. "
        "Give its booth number in the list, if it has one."
    ]
    many = fair(
        exhibitors=tuple(exhibitor(i, Text.of(zh=f"甲{i}", en=f"A{i}")) for i in range(2, 14))
    )
    (line,) = [str(d) for d in found(many)]
    assert line.startswith(
        "exhibitors.csv: hint H260: 12 of 12 exhibitors have no booth: "
        "甲2, 甲3, 甲4, 甲5, 甲6, 甲7, 甲8, 甲9 and 4 more."
    )


def test_a_reference_without_a_booth_is_not_said_twice() -> None:
    assert found(fair(exhibitors=(exhibitor(2, BOTH, references=("Z99",)),))) == []


def test_names_in_every_language() -> None:
    listed = (
        exhibitor(2, Text(said=(("und", "甲"),)), "A00"),
        exhibitor(3, Text.of(en="B"), "A01"),
    )
    assert [d.message for d in found(fair(exhibitors=listed))] == [
        "B has no name in zh.",
        "甲 has no name in en.",
    ]


def product(line: int, **said: Any) -> Product:
    return Product(
        id=f"p{line}", slug=f"p{line}", name=Text.of(en="Lathe"), exhibitor="e2",
        place=Place("products.csv", line), **said,
    )  # fmt: skip


def test_products_without_pictures(tmp_path: Path) -> None:
    (tmp_path / "q.jpg").touch()
    products = (product(5), product(6, images=(Path("q.jpg"),)))
    (line,) = [str(d) for d in found(fair(products=products, folder=tmp_path))]
    assert line.startswith("products.csv:5: hint H262: Lathe has no picture.")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "fair").mkdir()
    (tmp_path / "secret.png").touch()
    (tmp_path / "fair" / "a.png").touch()
    firm = exhibitor(2, BOTH, "A00").model_copy(update={"logo": Path("media/logo.png")})
    images = (Path("a.png"), Path("../secret.png"))
    products = (product(5, images=images, model=Path("arm.glb")),)
    told = found(fair(exhibitors=(firm,), products=products, folder=tmp_path / "fair"))
    assert [str(d).split(" Put")[0].split(" Copy")[0] for d in told] == [
        "exhibitors.csv:2: warning H401: There is no file media/logo.png.",
        "products.csv:5: error H402: ../secret.png leads out of the fair folder.",
        "products.csv:5: warning H401: There is no file arm.glb.",
    ]
    media_tell = Diagnostics()
    find_media(tmp_path / "fair", Path("media/logo.png"), firm.place, media_tell)
    assert list(media_tell) == told[:1]  # so that a build, which does both, tells it once


def test_addresses_of_ids_that_nothing_has(tmp_path: Path) -> None:
    rows = ["exhibitor,ace-tools,ace", "exhibitor,e2,e2", "exhibitor,gone,gone", "product,p,p"]
    (tmp_path / "addresses.csv").write_text("\n".join(["kind,id,slug", *rows]))
    renamed = exhibitor(3, BOTH, "A01").model_copy(update={"id": "ace-tool-works"})
    listed = (exhibitor(2, BOTH, "A00"), renamed)
    told = [str(d) for d in found(fair(exhibitors=listed, folder=tmp_path))]
    assert told == [
        "addresses.csv:2: hint H315: no exhibitor has the id 'ace-tools' any more. If it is "
        "'ace-tool-works' now, write that id here: the address 'ace' stays.",
        f"addresses.csv:4: hint H315: no exhibitor has the id 'gone' any more. "
        f"{codes.ADDRESS_OF_NOBODY.cure}",
    ]  # nothing of products, of which there are none: their list may be broken
    with (tmp_path / "addresses.csv").open("a") as table:
        table.write("\nexhibitor,ace-tool-works,ace-tool-works\n")  # as a build adds it
    assert "'ace-tool-works' now" in str(found(fair(exhibitors=listed, folder=tmp_path))[0])


def test_sessions() -> None:
    def session(day: int, start: int, end: int) -> Session:
        return Session(
            id=f"{day}-{start}", title=Text.of(en="Talk"), place=Place("programme.yaml", 3),
            start=datetime(2026, 9, day, start), end=datetime(2026, 9, day, end),
        )  # fmt: skip

    sessions = (session(22, 10, 11), session(21, 10, 11), session(26, 12, 11))
    assert [d.message for d in found(fair(sessions=sessions))] == [
        "Talk is on 2026-09-21, but the fair lasts from 2026-09-22 to 2026-09-26.",
        "Talk ends before it starts.",
    ]


def test_every_rule_is_registered() -> None:
    modules = (
        checks.booths, checks.halls, checks.zones,
        checks.exhibitors, checks.products, checks.programme, checks.files, checks.addresses,
        checks.venue,
    )  # fmt: skip
    written = {
        rule
        for module in modules
        for name, rule in vars(module).items()
        if callable(rule) and rule.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(checks.RULES)


def test_codes_are_unique_and_say_what_to_do() -> None:
    every = codes.every_code()
    assert len({code.code for code in every}) == len(every)
    for code in every:
        assert code.cause.endswith(".")
        assert code.cure.endswith(".")
