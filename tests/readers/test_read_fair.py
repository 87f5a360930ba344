"""A whole fair folder, written by hand with faults in it, into the model."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import FairError
from hallgen.model import BoothKind, Fair, FairIndex, Text
from hallgen.readers import read_fair
from hallgen.readers.addresses import read_addresses, updated_addresses

FAIR = """\
format: 1
id: sample
name: {zh: 样品展, en: Sample fair}
languages: [zh, en]
zones: [{id: cnc, name: CNC}, {id: robots, name: Robots}]
halls:
  - id: "4.1"
    zones: [cnc]
    booth_zones: {"B*": robots, "Z*": cnc}
    pavilions: [A03]
    plan: {file: plan.csv, unit: m, y: up, table: {file: plan.csv}}
  - id: 5号馆
    name: {zh: 5号馆}
    plan: {file: plan5.csv, unit: m, y: up, table: {file: plan5.csv}}
  - id: gone
    plan: {file: gone.csv, unit: m}
"""
PLAN = """\
number,x,y,width,depth
A01,0,0,3,3
A02,3,0,3,3
A03,6,0,3,3
B01,0,9,9,9
"""
PLAN5 = "number,x,y,width,depth\nA01,0,0,3,3\nC02,6,0,3,3\n"
EXHIBITORS = """\
编号,公司名称,英文名称,展位号,展馆,网址,邮箱,主参展商,类别
e1,样品机床,Sample Tools,A01,4.1,sample.example,info@sample.example,,机床;刀具
e2,合作公司,Partner Co,A01,4.1,,,Sample Tools,
e3,机器人甲,Robot A,"B01",4.1,not a site,,,
e4,多展位,Many Booths,"4.1-A02, 5号馆 A01",,,nobody,,
e5,找不到,Lost Ltd,A99,4.1,,,,
e6,别馆,Elsewhere,D01,7.2,,,,
e7,,,A03,4.1,,,,
e1,另一家,Other Firm,A03,4.1,,,,
e8,两馆,Which Hall,A01,,,,,
e9,待定公司,Later Inc,待定,,,,No Such Firm,
"""
PRODUCTS = """\
id,name,exhibitor,description,spec: Payload,highlight,images
p1,Lathe,Sample Tools,"Turns, well",12 kg,yes,lathe.jpg; https://x.example/a.jpg
p2,Arm,e3,,,,
p3,Ghost,Nobody,,,,
p1,Twice,e3,,,,
"""
PROGRAMME = """\
title,date,start,end,location,exhibitor
Opening,2031-09-22,10:00,11:30,Stage 1,
Talk,2031年9月23日,2pm,,Stage 1,Robot A
Lost,soon,late,,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "fair.yaml": FAIR,
        "plan.csv": PLAN,
        "plan5.csv": PLAN5,
        "exhibitors.csv": EXHIBITORS,
        "products.csv": PRODUCTS,
        "programme.csv": PROGRAMME,
        "addresses.csv": "kind,id,slug\nexhibitor,e1,old-tools\nexhibitor,e1,older\n"
        "exhibitor,e0,robot-a\nplanet,e1,x\nexhibitor,e2,older\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "lathe.jpg").write_bytes(b"")
    return tmp_path


def read(folder: Path) -> tuple[Fair, Diagnostics]:
    found = Diagnostics()
    return read_fair(folder, found), found


def test_who_stands_where(folder: Path) -> None:
    fair, _ = read(folder)
    index = FairIndex(fair)
    assert [hall.id for hall in fair.halls] == ["4.1", "5HaoGuan"]
    assert list(index.booths) == [
        "4.1-A01",
        "4.1-A02",
        "4.1-A03",
        "4.1-B01",
        "5HaoGuan-A01",
        "5HaoGuan-C02",
    ]
    first = index.booths["4.1-A01"]
    assert (first.main_exhibitor, first.co_exhibitors) == ("e1", ("e2",))
    assert index.booths["4.1-B01"].main_exhibitor == "e3"
    assert index.exhibitors["e4"].booths == ("4.1-A02", "5HaoGuan-A01")
    assert index.exhibitors["e5"].references == ("A99",)
    assert index.booths["4.1-A03"].main_exhibitor is None


def test_what_booths_are(folder: Path) -> None:
    fair, _ = read(folder)
    booths = FairIndex(fair).booths
    kinds = {id_: booth.kind for id_, booth in booths.items()}
    assert kinds["4.1-A01"] is BoothKind.SHELL
    assert kinds["4.1-A03"] is BoothKind.PAVILION
    assert kinds["4.1-B01"] is BoothKind.RAW  # 81 m2
    assert [booths[f"4.1-{n}"].zone for n in ("A01", "B01")] == ["cnc", "robots"]
    assert booths["5HaoGuan-A01"].zone is None


def test_a_hall_that_is_not_drawn_has_a_margin(folder: Path) -> None:
    """Nine metres by eighteen of booths, and three metres around them."""
    fair, _ = read(folder)
    assert fair.halls[0].outline.bounds == (0, 0, 15, 24)
    assert fair.halls[0].booths[0].outline.bounds == (3, 3, 6, 6)


def test_every_fault_is_told_with_its_line(folder: Path) -> None:
    _, found = read(folder)
    told = sorted((d.code, d.place.file, d.place.line or 0) for d in found if d.code[1] in "13")
    assert told == [
        ("H101", "fair.yaml", 16),
        ("H121", "exhibitors.csv", 8),
        ("H121", "programme.csv", 4),
        ("H122", "exhibitors.csv", 4),
        ("H122", "exhibitors.csv", 5),
        ("H123", "products.csv", 0),
        ("H124", "addresses.csv", 5),
        ("H124", "addresses.csv", 6),
        ("H125", "fair.yaml", 12),
        ("H301", "exhibitors.csv", 6),
        ("H302", "fair.yaml", 7),
        ("H302", "fair.yaml", 12),
        ("H303", "exhibitors.csv", 10),
        ("H305", "exhibitors.csv", 7),
        ("H306", "exhibitors.csv", 9),
        ("H308", "products.csv", 4),
        ("H309", "exhibitors.csv", 11),
        ("H311", "fair.yaml", 9),
        ("H312", "products.csv", 5),
    ]
    assert found.count(Severity.ERROR) >= 7
    assert all(d.advice for d in found)


def test_texts_have_their_languages(folder: Path) -> None:
    fair, _ = read(folder)
    first = fair.exhibitors[0]
    assert first.name == Text.of(zh="样品机床", en="Sample Tools")
    assert first.categories == (Text.of(zh="机床"), Text.of(zh="刀具"))
    assert (first.website, first.email) == ("https://sample.example", "info@sample.example")


def test_products_and_sessions(folder: Path) -> None:
    fair, _ = read(folder)
    lathe, arm = fair.products
    assert (lathe.exhibitor, arm.exhibitor) == ("e1", "e3")
    assert lathe.images == (Path("media/lathe.jpg"),)
    assert lathe.highlight
    assert lathe.specifications[0].value.best() == "12 kg"
    opening, talk = fair.sessions
    assert (opening.start, opening.end) == (
        datetime(2031, 9, 22, 10),
        datetime(2031, 9, 22, 11, 30),
    )
    assert (talk.start, talk.exhibitor) == (datetime(2031, 9, 23, 14), "e3")


def test_addresses_stay(folder: Path) -> None:
    """A listed id keeps its slug, old ones are known, and none is given away."""
    fair, _ = read(folder)
    by_id = FairIndex(fair).exhibitors
    assert (by_id["e1"].slug, by_id["e1"].old_slugs) == ("old-tools", ("older",))
    assert by_id["e3"].slug == "robot-a-2"  # robot-a once was another's
    before = (folder / "addresses.csv").read_text()
    found = Diagnostics()
    updated = updated_addresses(read_addresses(folder / "addresses.csv", found), fair)
    assert updated.startswith(before)
    assert "exhibitor,e3,robot-a-2\n" in updated
    (folder / "addresses.csv").write_text(updated)
    again, _ = read(folder)
    assert [e.slug for e in again.exhibitors] == [e.slug for e in fair.exhibitors]
    table = read_addresses(folder / "addresses.csv", found)
    assert updated_addresses(table, again) == updated


def test_a_renamed_exhibitor_keeps_its_address(folder: Path) -> None:
    fair, _ = read(folder)
    table = read_addresses(folder / "addresses.csv", Diagnostics())
    (folder / "addresses.csv").write_text(updated_addresses(table, fair))
    text = EXHIBITORS.replace("Robot A", "Robots Unlimited")
    (folder / "exhibitors.csv").write_text(text, encoding="utf-8")
    renamed, _ = read(folder)
    assert FairIndex(renamed).exhibitors["e3"].slug == "robot-a-2"


def test_a_fair_without_any_hall_cannot_be_built(folder: Path) -> None:
    for name in ("plan.csv", "plan5.csv"):
        (folder / name).unlink()
    found = Diagnostics()
    with pytest.raises(FairError):
        read_fair(folder, found)
    assert [d.code for d in found].count("H101") == 3


def test_faults_of_lists_are_told_even_without_a_hall(folder: Path) -> None:
    for name in ("plan.csv", "plan5.csv"):
        (folder / name).unlink()
    (folder / "exhibitors.csv").write_text("name,booth,email\n,A1,a@b.example\nOne,Z9,\n")
    found = Diagnostics()
    with pytest.raises(FairError):
        read_fair(folder, found)
    told = [(d.code, str(d.place)) for d in found]
    assert ("H121", "exhibitors.csv:2") in told
    assert not any(code in {"H301", "H302"} for code, _ in told)  # no plan, so no booth is wrong
