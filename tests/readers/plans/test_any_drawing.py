"""What drawings of other people have: halls beside each other, sizes in words, odd numbers."""

from __future__ import annotations

import json
from pathlib import Path

import ezdxf
import pytest

from hallgen.readers.plans import PlanGuess, guess_plan
from hallgen.readers.plans.hall_names import hall_named
from tests.readers.plans.drawings import boxes, corners, feature, geojson, read, svg


def cell(number: str, x: float, y: float, side: float = 30, more: str = "") -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="none"/>'
        f'<text x="{x + side / 2}" y="{y + side / 2}" font-size="6" text-anchor="middle">{number}'
        f"</text>{more}"
    )


def row(first: str, x: float, y: float, count: int = 4) -> str:
    return "\n".join(cell(f"{first}{at + 1}", x + 30 * at, y) for at in range(count))


def halls(guess: PlanGuess) -> dict[str | None, tuple[str, ...]]:
    return {hall.id: hall.numbers for hall in guess.halls}


BOTH = {"1": ("A1", "A2", "A3", "A4"), "2": ("B1", "B2", "B3", "B4")}


def test_halls_on_layers(tmp_path: Path) -> None:
    body = f'<g id="Hall_1">{row("A", 0, 0)}</g><g id="Hall_2">{row("B", 0, 90)}</g>'
    assert halls(guess_plan(svg(tmp_path / "a.svg", body))) == BOTH


def test_halls_in_frames(tmp_path: Path) -> None:
    body = "".join(
        f'<rect x="{x}" y="0" width="190" height="200" fill="none"/>'
        f'<text x="{x + 20}" y="20">Halle {n}</text>{row(first, x + 20, 90)}'
        for n, first, x in (("1", "A", 0), ("2", "B", 300))
    )
    assert halls(guess_plan(svg(tmp_path / "a.svg", body))) == BOTH


def test_halls_that_lie_apart(tmp_path: Path) -> None:
    body = "".join(
        f'<text x="{x + 20}" y="20" font-size="12">{n}号馆</text>{row(first, x, 60)}'
        for n, first, x in (("1", "A", 0), ("2", "B", 900))
    )
    assert halls(guess_plan(svg(tmp_path / "a.svg", body))) == BOTH


def test_halls_on_levels(tmp_path: Path) -> None:
    """Of OpenStreetMap: stairs are on two levels, and booths of both at one place."""
    features = [
        feature(
            corners(0.0001 * at, 0, 0.00005, 0.00005),
            ref=f"{first}{at}",
            level=level,
            indoor="room",
        )
        for first, level in (("A", "0"), ("B", "1"), ("T", "0;1"))
        for at in range(1 if first == "T" else 3)
    ]
    guess = guess_plan(geojson(tmp_path / "a.geojson", features))
    assert halls(guess) == {
        "level 0": ("A0", "A1", "A2", "T0"),
        "level 1": ("B0", "B1", "B2", "T0"),
    }


@pytest.mark.parametrize(
    ("text", "hall"),
    [
        *(("Hall 4.1", "4.1"), ("HALL_A", "A"), ("N3馆", "N3"), ("3 홀", "3"), ("Halle 12", "12")),
        *(("Padiglione 5", "5"), ("제1전시관", None), ("Hallway 3", None), ("A12", None)),
    ],
)
def test_what_names_a_hall(text: str, hall: str | None) -> None:
    assert hall_named(text) == hall


@pytest.mark.parametrize(
    "shape",
    [
        '<g data-booth="{0}"><rect {1}/><text>Acme</text></g>',
        '<rect {1} data-stand-number="{0}"/>',
        "<rect {1}><title>{0}</title></rect>",
        '<rect {1} aria-label="Booth {0}"/>',
        '<rect {1} id="{{&quot;type&quot;:&quot;stand&quot;'
        ',&quot;booth&quot;:[&quot;{0}&quot;]}}"/>',
    ],
)
def test_numbers_that_shapes_say(tmp_path: Path, shape: str) -> None:
    box = 'x="{0}" y="0" width="3" height="3"'
    body = "".join(shape.format(f"A{at}", box.format(3 * at)) for at in range(3))
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (boxes(plan), faults) == ({f"A{at}": (3 * at, 0, 3, 3) for at in range(3)}, [])


def test_letters_set_one_by_one(tmp_path: Path) -> None:
    letters = "".join(
        f'<text x="{10 + 3.3 * at}" y="17" font-size="6">{char}</text>'
        for at, char in enumerate("A12")
    )
    body = f'<rect width="30" height="30" fill="none"/>{letters}{cell("B7", 30, 0)}'
    plan, _ = read(svg(tmp_path / "a.svg", body), scale=0.1)
    assert set(boxes(plan)) == {"A12", "B7"}


def test_sizes_in_feet_though_nothing_says_so(tmp_path: Path) -> None:
    body = "".join(
        cell(
            f"A{at}", 30 * at, 0, more=f'<text x="{30 * at + 9}" y="25" font-size="4">10x10</text>'
        )
        for at in range(4)
    )
    (hall,) = guess_plan(svg(tmp_path / "a.svg", body)).halls
    assert hall.source.scale == pytest.approx(3.048 / 30, rel=1e-4)


def test_dimension_lines(tmp_path: Path) -> None:
    lines = "".join(
        f'<line x1="0" y1="{y}" x2="{width}" y2="{y}" stroke="#000"/>'
        f'<text x="{width / 2}" y="{y - 1}" font-size="5" text-anchor="middle">{width / 10:.2f}'
        "</text>"
        for y, width in ((60, 120), (70, 60), (80, 90))
    )
    guess = guess_plan(svg(tmp_path / "a.svg", row("A", 0, 0) + lines))
    assert guess.halls[0].source.scale == pytest.approx(0.1)
    assert any("dimension" in line and "(sure)" in line for line in guess.lines)


def test_dimensions_of_a_dxf_that_are_written_by_hand(tmp_path: Path) -> None:
    document = ezdxf.new(setup=True)
    document.header["$INSUNITS"] = 0
    space = document.modelspace()
    for at in range(4):
        x = 120 * at
        space.add_lwpolyline([(x, 0), (x + 120, 0), (x + 120, 120), (x, 120)], close=True)
        space.add_text(f"A{at}", height=20).set_placement((x + 30, 50))
        space.add_linear_dim((x, 200), (x, 0), (x + 120, 0), text="3.00 m").render()
    document.saveas(tmp_path / "a.dxf")
    (hall,) = guess_plan(tmp_path / "a.dxf").halls
    assert hall.source.scale == pytest.approx(3 / 120)
    assert hall.numbers == ("A0", "A1", "A2", "A3")


def test_layers_by_their_colour(tmp_path: Path) -> None:
    wall = '<rect x="0" y="60" width="120" height="1" fill="#ff0000"/>'
    plan, faults = read(
        svg(tmp_path / "a.svg", row("A", 0, 0) + wall), scale=0.1, layers={"walls": ["#ff0000"]}
    )
    assert plan is not None
    assert (len(plan.walls), faults) == (1, [])


def test_numbers_under_any_word_for_them(tmp_path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[at * 4, 0], [at * 4 + 3, 0], [at * 4 + 3, 3], [at * 4, 3]]],
            },
            "properties": {"展位号": f"N{at}", "OBJECTID": at},
        }
        for at in range(3)
    ]
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    plan, _ = read(path, unit="m")
    assert set(boxes(plan)) == {"N0", "N1", "N2"}


def test_a_plan_kept_by_number_with_places_and_sizes_in_maps(tmp_path: Path) -> None:
    """As programs save it: no list, and x and y within a map of their own."""
    stalls = {
        f"A{at}": {"position": {"x": 60 * at, "y": 0}, "size": {"width": 60, "height": 60}}
        for at in range(4)
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"name": "Market", "stalls": stalls}), encoding="utf-8")
    (hall,) = guess_plan(path).halls
    assert hall.numbers == ("A0", "A1", "A2", "A3")
    assert hall.source.scale == pytest.approx(0.05)


def test_ids_and_texts_fill_in_each_other(tmp_path: Path) -> None:
    """As of AutoCAD by Illustrator: groups called by numbers, texts elsewhere, some of each."""

    def plan(ids: str, texts: str) -> set[str]:
        body = "".join(
            f'<g id="_{300 + at}" data-name="{300 + at}"><rect x="{30 * at}" width="30" '
            'height="30" fill="none"/></g>'
            if char == "x"
            else f'<g id="LWPOLYLINE-{at}"><rect x="{30 * at}" width="30" height="30"/></g>'
            for at, char in enumerate(ids)
        )
        body += "".join(
            f'<text x="{30 * at + 9}" y="17" font-size="6">{300 + at}</text>'
            for at, char in enumerate(texts)
            if char == "x"
        )
        return set(boxes(read(svg(tmp_path / "a.svg", body), scale=0.1)[0]))

    all_of_them = {f"{300 + at}" for at in range(6)}
    assert plan("xxxx-x", "xxxxx-") == all_of_them
    assert plan("xxxxx-", "xx-x-x") == all_of_them
    assert plan("xxxx--", "------") == {"300", "301", "302", "303"}


def test_booths_without_numbers_are_counted_as_one_reads(tmp_path: Path) -> None:
    """Outlined letters, a block around the booths, and a fill beside each outline."""
    letters = '<path d="M2 2h3v9h-3zM7 2h3v9h-3zM12 2h3v9h-3z"/>'
    body = '<rect width="120" height="70" fill="none"/>' + "".join(
        f'<g transform="translate({30 * column} {40 * row})"><rect width="30" height="30"/>'
        f'<path d="M0.2 0.2h29.6v29.6h-29.6z" fill="none"/>{letters}</g>'
        for row in range(2)
        for column in range(4)
    )
    guess = guess_plan(svg(tmp_path / "a.svg", body))
    (hall,) = guess.halls
    assert hall.numbers == tuple(map(str, range(1, 9)))
    assert any("counted (unsure" in line for line in guess.lines)
    plan, faults = read(tmp_path / "a.svg", scale=0.1, numbers="order")
    assert faults == []
    assert (boxes(plan)["1"], boxes(plan)["8"]) == ((0, 4, 3, 3), (9, 0, 3, 3))


def test_a_sheet_of_two_halls_drawn_line_by_line(tmp_path: Path) -> None:
    """As of an architect: no closed shape but the title block's, no unit, walls around halls."""
    document = ezdxf.new("R2000")
    document.header["$INSUNITS"] = 0
    space = document.modelspace()

    def line(x0: float, y0: float, x1: float, y1: float, layer: str) -> None:
        space.add_line((x0, y0), (x1, y1), dxfattribs={"layer": layer})

    for x, hall, row in ((0, "1", "A"), (40_000, "2", "B")):
        space.add_text(f"HALL {hall}", height=900).set_placement((x + 9000, 17_000))
        corners = ((x, 0), (x + 20_000, 0), (x + 20_000, 16_000), (x, 16_000))
        for first, last in zip(corners, (*corners[1:], corners[0]), strict=True):
            line(*first, *last, "A-WALL")
        line(x + 4000, 6000, x + 16_000, 6000, "B")
        line(x + 4000, 9000, x + 16_000, 9000, "B")
        for at in range(5):
            line(x + 4000 + 3000 * at, 6000, x + 4000 + 3000 * at, 9000, "B")
        for at in range(4):
            place = (x + 4500 + 3000 * at, 8000)
            space.add_text(f"{row}{at + 1}", height=400).set_placement(place)
            space.add_text("3x3", height=300).set_placement((place[0], 6500))
    block = [(70_000, 0), (80_000, 0), (80_000, 5000), (70_000, 5000)]
    space.add_lwpolyline(block, close=True)
    for at, text in enumerate(("DRAWN BY", "SCALE 1:200", "A1")):
        space.add_text(text, height=500).set_placement((71_000, 4000 - 1200 * at))
    document.saveas(tmp_path / "a.dxf")
    guess = guess_plan(tmp_path / "a.dxf")
    assert halls(guess) == BOTH
    assert {hall.source.scale for hall in guess.halls} == {0.001}
    for hall in guess.halls:
        plan, _ = read(tmp_path / "a.dxf", **hall.source.model_dump(exclude={"file"}))
        assert plan is not None
        assert plan.outline is not None
        assert plan.outline.bounds == pytest.approx((0, 0, 20.1, 16.1), abs=0.01)
