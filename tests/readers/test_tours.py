"""tours.yaml: stops found in the halls, tours made of what there is, each fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair, Narration, Showing, Stop, Text, Trail, TrailKind
from hallgen.readers import read_fair

FILES = {
    "fair.yaml": """\
format: 1
id: sample
name: Sample fair
languages: [zh, en]
zones: [{id: robots, name: Robotics}, {id: empty, name: Nothing}]
halls:
  - {id: "1", zones: [robots], plan: {file: 1.csv, unit: m, also: {gates: {file: gates.csv}}}}
  - {id: "2", plan: {file: 1.csv, unit: m, also: {gates: {file: gates.csv}}}}
""",
    "1.csv": (
        "number,x,y,width,depth,kind,name\nA01,0,0,3,3,,\nA02,9,0,3,3,,\nA03,3,0,3,3,,\n"
        ",0,12,6,3,stage,Main Stage\n"
    ),
    "gates.csv": "name,x,y\nWest gate,0,6\n",
    "exhibitors.csv": (
        "id,name.zh,name.en,booth,category.en\ne1,样品,Sample Tools,1-A01,Tools\n"
        'e2,其他,Other,"2-A02, 1-A02",Tools\ne3,第三,Third,1-A03,\ne4,无展位,Homeless,,\n'
    ),
    "products.csv": (
        "id,name.zh,name.en,exhibitor,category.en,video,highlight\n"
        "p1,车床,Lathe,e1,Turning,lathe.mp4,yes\np2,铣床,Mill,e1,Turning,,\n"
        "p3,钻,Drill,e2,Turning,,\np4,锯,Saw,e4,Turning,,\n"
    ),
    "lathe.mp4": "",
}
SPOT = """\
hot_spots:
  - id: green
    name: {zh: 绿色, en: Green}
    stops:
"""


def read(folder: Path, text: str) -> tuple[Fair, Diagnostics]:
    for name, content in (FILES | {"tours.yaml": text}).items():
        (folder / name).write_text(content, encoding="utf-8")
    diagnostics = Diagnostics()
    fair = read_fair(folder, diagnostics)
    return fair, Diagnostics(d for d in diagnostics if d.place.file == "tours.yaml")


def trails(folder: Path, text: str) -> tuple[Trail, ...]:
    """Those of a file without a fault."""
    fair, diagnostics = read(folder, text)
    assert [str(d) for d in diagnostics] == []
    return fair.trails


def where(stop: Stop) -> tuple[str | None, ...]:
    return stop.hall, stop.booth, stop.exhibitor, stop.product


def test_a_fair_without_the_file_has_no_trails(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert read_fair(tmp_path, Diagnostics()).trails == ()


def test_stops_are_found_however_they_are_named(tmp_path: Path) -> None:
    text = SPOT + (
        "      - {booth: 1-a 1, name: Here, text: {zh: 看, en: Look}}\n"
        "      - {exhibitor: other}\n"
        "      - {exhibitor: e2, hall: 1}\n"
        "      - {product: 车床, show: video}\n"
        "      - {product: p3, booth: 1-A02}\n"
        "      - {gate: west gate, hall: 2}\n"
        "      - {gate: west, hall: 1, name: In}\n"
        "      - {area: main, hall: Hall 1}\n"
    )
    (trail,) = trails(tmp_path, text)
    assert (trail.id, trail.kind, trail.name) == (
        "green", TrailKind.HOT_SPOT, Text.of(zh="绿色", en="Green"),
    )  # fmt: skip
    assert [where(stop) for stop in trail.stops] == [
        ("1", "1-A01", "e1", None),
        ("2", "2-A02", "e2", None),
        ("1", "1-A02", "e2", None),
        ("1", "1-A01", "e1", "p1"),
        ("1", "1-A02", "e2", "p3"),
        ("2", None, None, None),
        ("1", None, None, None),
        ("1", None, None, None),
    ]
    first, gate, stage = trail.stops[0], trail.stops[5], trail.stops[7]
    assert (first.name.best(), first.text, first.place.line) == (
        "Here", Text.of(zh="看", en="Look"), 5,
    )  # fmt: skip
    assert trail.stops[3].show is Showing.VIDEO
    assert (gate.gate is not None, gate.name.best()) == (True, "West gate")
    assert trail.stops[6].name.best() == "In"
    assert (stage.name.best(), stage.area) == ("Main Stage", 0)


def test_a_tour_is_made_of_a_hot_spot_a_category_or_a_zone(tmp_path: Path) -> None:
    text = (
        SPOT
        + "      - {product: p3}\n"
        + "tours:\n"
        + "  - {id: t1, name: A, hot_spot: green}\n"
        + "  - {id: t2, name: B, category: turning}\n"
        + "  - {id: t3, name: C, category: Tools}\n"
        + "  - {id: t4, name: D, zone: robots, stops: [{gate: west, hall: 1}]}\n"
    )
    spot, *tours = trails(tmp_path, text)
    assert tours[0].stops == spot.stops
    assert [t.kind for t in tours] == [TrailKind.TOUR] * 4
    assert [[where(stop) for stop in tour.stops] for tour in tours[1:]] == [
        [("1", "1-A01", "e1", "p1"), ("2", "2-A02", "e2", "p3")],
        [("1", "1-A01", "e1", None), ("2", "2-A02", "e2", None)],
        [
            ("1", None, None, None),
            ("1", "1-A01", "e1", "p1"),
            ("1", "1-A03", "e3", None),
            ("1", "1-A02", "e2", "p3"),
        ],
    ]


def test_narration_is_by_language(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.mp3").touch()
    text = SPOT + (
        "      - {booth: 1-A01, narration: a.mp3}\n"
        "      - {booth: 1-A01, narration: {en: b.mp3}, captions: {en: b.vtt}}\n"
    )
    fair, told = read(tmp_path, text)
    assert len(told) == 0
    first, second = fair.trails[0].stops
    assert first.narrations == (Narration(language="zh", file=Path("media/a.mp3")),)
    assert second.narrations == (
        Narration(language="en", file=Path("b.mp3"), captions=Path("b.vtt")),
    )
    missing = Diagnostics()
    check_fair(fair, {}, missing)
    assert [str(d).split(" Put")[0] for d in missing if d.place.file == "tours.yaml"] == [
        "tours.yaml:6 (hot_spots[0].stops[1]): warning H401: There is no file b.mp3.",
        "tours.yaml:6 (hot_spots[0].stops[1]): warning H401: There is no file b.vtt.",
    ]


@pytest.mark.parametrize(
    ("stop", "code", "said"),
    [
        ("{booth: Z9}", "H330", "no plan has a booth 'Z9'."),
        ("{booth: 1-B01}", "H330", "Did you mean '1-A01'?"),
        ("{booth: A01}", "H332", "booth 'A01' could be 1-A01 or 2-A01."),
        ("{product: Lathes}", "H330", "no product is 'Lathes'. Did you mean 'Lathe'?"),
        ("{exhibitor: Sampel Tools}", "H330", "Did you mean 'Sample Tools'"),
        ("{exhibitor: e3, hall: 9}", "H330", "there is no hall '9'."),
        ("{exhibitor: e3, hall: 2}", "H333", "第三 has no booth in hall 2."),
        (
            "{exhibitor: e1, booth: 1-A03}",
            "H330",
            "样品 is not in booth 1-A03. Its booths are: A01.",
        ),
        ("{product: p4}", "H333", "无展位 has no booth."),
        ("{gate: West gate}", "H332", "gate 'West gate' is in halls 1 and 2."),
        ("{gate: East gate}", "H330", "no plan has a gate 'East gate'. Did you mean 'West gate'?"),
        ("{area: Mian Stage}", "H330", "no plan has an area 'Mian Stage'. Did you mean"),
        ("{product: p1, exhibitor: e1}", "H331", "the stop names exhibitor and product."),
        ("{gate: west, booth: A01}", "H331", "the stop names gate and booth."),
        ("{text: Look}", "H331", "the stop names nothing."),
        ("{product: p1, show: panorama}", "H336", "there is no panorama to show."),
        ("{product: p1, show: film}", "H108", "'film', which is not"),
        ("{boot: A01}", "H106", "'boot' means nothing here. Did you mean 'booth'?"),
        ("{booth: 1-A01, captions: {en: a.vtt}}", "H337", "captions in en, but no narration."),
        ("{booth: 1-A01, narration: {fr: a.mp3}}", "H108", "the language 'fr', which the fair"),
        ("{booth: 1-A01, narration: 'https://a.example/a.mp3'}", "H123", "as a web address."),
    ],
)
def test_a_fault_of_a_stop_is_told_where_it_is(
    tmp_path: Path, stop: str, code: str, said: str
) -> None:
    fair, told = read(tmp_path, f"{SPOT}      - {{booth: 1-A03}}\n      - {stop}\n")
    assert code in [d.code for d in told]
    first = next(d for d in told if d.code == code)
    assert first.place.line == 6
    assert said in f"{first.message} {first.advice}"
    assert where(fair.trails[0].stops[0]) == ("1", "1-A03", "e3", None)


def test_faults_of_trails(tmp_path: Path) -> None:
    text = """\
hot_spots:
  - id: green
    name: Green
    stops: [{booth: 1-A01}]
  - id: green
    name: Again
    stops: [{booth: 1-A01}]
  - {id: none, name: None, stops: [{booth: Z1}]}
  - {id: gone, name: Gone}
tours:
  - {id: green, name: Third, zone: robots}
  - {id: a, name: A, zone: robot}
  - {id: b, name: B, hot_spot: gren}
  - {id: c, name: C, category: Turnng}
  - {id: d, name: D}
  - {id: E E, name: E, zone: robots}
  - {id: f, zone: robots}
tour: []
"""
    fair, told = read(tmp_path, text)
    assert [trail.id for trail in fair.trails] == ["green"]
    assert [(d.place.line, d.code) for d in told.by_place()] == [
        (5, "H109"), (8, "H334"), (8, "H330"), (9, "H107"), (11, "H109"),
        (12, "H334"), (12, "H335"), (13, "H334"), (13, "H335"), (14, "H334"), (14, "H335"),
        (15, "H334"), (16, "H108"), (17, "H107"), (18, "H106"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["- a\n", "hot_spots: [\n", "hot_spots: {a: b}\n"])
def test_a_file_that_is_none_of_it_is_told(tmp_path: Path, text: str) -> None:
    fair, told = read(tmp_path, text)
    assert fair.trails == ()
    assert len(told) == 1


def test_a_long_zone_is_cut_to_what_is_most_worth_seeing(tmp_path: Path) -> None:
    rows = "".join(f"B{n:02},{3 * n},20,3,3,,\n" for n in range(30))
    firms = "".join(f"f{n},F{n},F{n},1-B{n:02},\n" for n in range(30))
    goods = "id,name.en,exhibitor,highlight\ng,Best,f29,yes\n"
    longer = {
        "1.csv": FILES["1.csv"] + rows,
        "exhibitors.csv": FILES["exhibitors.csv"] + firms,
        "products.csv": goods,
    }
    for name, content in (FILES | longer).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "tours.yaml").write_text("tours: [{id: t, name: T, zone: robots}]\n")
    (tour,) = read_fair(tmp_path, Diagnostics()).trails
    assert len(tour.stops) == 12
    assert tour.stops[-1].product == "g"  # the farthest, and the only highlight
