"""SVG: what drawing programs write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.plans.drawings import THREE, boxes, read, read_all, svg, svg_booths


def test_rectangles_with_their_numbers_written_inside(tmp_path: Path) -> None:
    plan, faults = read(svg(tmp_path / "a.svg", svg_booths(THREE)), scale=1)
    assert (boxes(plan), faults) == (THREE, [])


def test_places_name_the_line_and_the_element(tmp_path: Path) -> None:
    body = (
        '<g>\n<rect id="b-1" width="3" height="3"/>\n</g><text x="1" y="2" font-size="1">A1</text>'
    )
    plan, _ = read(svg(tmp_path / "a.svg", body), scale=1)
    assert plan is not None
    assert str(plan.booths[0].place) == "a.svg:3 (b-1)"


@pytest.mark.parametrize(
    "shape",
    [
        '<rect x="10" y="20" width="30" height="30"/>',
        '<rect x="10px" y="20" width="30px" height="30"/>',
        '<polygon points="10,20 40,20 40,50 10,50"/>',
        '<polyline points="10 20 40 20 40 50 10 50 10 20" fill="none"/>',
        '<polyline points="10 20 40 20 40 50 10 50"/>',
        '<path d="M10 20h30v30h-30z"/>',
        '<path d="m 10,20 30,0 0,30 -30,0 0,-30" style="fill:none"/>',
        '<g transform="translate(10 20)"><g transform="scale(30)">'
        '<rect width="1" height="1"/></g></g>',
        '<rect transform="matrix(0 1 -1 0 40 20)" width="30" height="30"/>',
        '<defs><rect id="r" width="30" height="30"/></defs><use href="#r" x="10" y="20"/>',
        '<symbol id="s"><rect width="30" height="30"/></symbol>'
        '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#s" transform="translate(10,20)"/>',
        '<svg x="10" y="20" width="30" height="30" viewBox="0 0 3 3">'
        '<rect width="3" height="3"/></svg>',
        '<a><switch><rect x="10" y="20" width="30" height="30"/></switch></a>',
    ],
)
def test_a_square_however_it_is_drawn(tmp_path: Path, shape: str) -> None:
    label = '<text x="20" y="40" font-size="5">A1</text><rect x="0" y="90" width="1" height="1"/>'
    plan, faults = read(svg(tmp_path / "a.svg", shape + label), scale=0.1)
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])


@pytest.mark.parametrize(
    "text",
    [
        '<text x="12" y="30">A 12</text>',
        '<text transform="matrix(1 0 0 1 12 30)">A 12</text>',
        '<text x="12" y="30"><tspan>A </tspan><tspan>12</tspan></text>',
        '<text><tspan x="12" y="30">A</tspan><tspan x="17" y="30"> 1</tspan>'
        "<tspan>2</tspan></text>",
        '<text x="12" y="25"><tspan>Acme GmbH</tspan><tspan x="12" dy="1.2em">A 12</tspan></text>',
        '<text x="25" y="30" style="text-anchor:middle">\n  A 12\n</text>',
        '<text x="38" y="30" class="end">A 12</text>',
        '<g font-size="4"><text transform="translate(30 40) rotate(-90)">A 12</text></g>',
        '<text x="12" y="30">Stand A 12</text>',
    ],
)
def test_a_number_however_it_is_written(tmp_path: Path, text: str) -> None:
    body = f"<style>.end{{text-anchor:end}} text{{font-size:4px}}</style>{text}"
    body += '<rect x="10" y="20" width="30" height="30"/>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=0.1)
    assert (list(boxes(plan)), faults) == (["A 12"], [])


@pytest.mark.parametrize(
    "hidden",
    [
        '<g style="display:none">{}</g>',
        '<g display="none">{}</g>',
        '<g class="off">{}</g>',
        "<defs>{}</defs>",
        "<clipPath>{}</clipPath>",
        '<g visibility="hidden">{}</g>',
    ],
)
def test_what_is_not_seen_is_not_read(tmp_path: Path, hidden: str) -> None:
    body = "<style>/* gone */ .off, .x { display: none }</style>" + svg_booths(THREE)
    body += hidden.format('<rect x="50" width="3" height="3"/><text x="51" y="2">C1</text>')
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (boxes(plan), faults) == (THREE, [])


def test_numbers_from_ids(tmp_path: Path) -> None:
    body = """<g id="walls"><rect id="space-9-shape" width="50" height="1"/></g>
    <rect id="space-101-shape" x="0" y="10" width="3" height="3"/>
    <rect id="space-101" x="0" y="10" width="3" height="3"/>
    <rect id="space-aa-7-shape" x="3" y="10" width="3" height="3"/>"""
    plan, faults = read(
        svg(tmp_path / "a.svg", body),
        scale=1,
        numbers="id",
        number="^space-(.+)-shape$",
        layers={"walls": ["wall*"]},
    )
    assert (set(boxes(plan)), faults) == ({"101", "AA-7"}, [])


def test_ids_of_illustrator_and_labels_of_inkscape(tmp_path: Path) -> None:
    body = """<rect id="_x31_01" width="3" height="3"/>
    <g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="Old" id="g1">
    <rect id="_x31_02" x="9" width="3" height="3"/></g>"""
    path = svg(tmp_path / "a.svg", body)
    plan, _ = read(path, scale=1, numbers="id")
    assert set(boxes(plan)) == {"101", "102"}
    plan, _ = read(path, scale=1, numbers="id", layers={"ignore": ["g1"]})
    assert set(boxes(plan)) == {"101"}


def test_a_compound_path_is_many_booths_and_their_holes(tmp_path: Path) -> None:
    d = "M0 0h9v9h-9z M3 3h3v3h-3z M9 0h3v3h-3z"
    body = f'<path d="{d}"/><text x="1" y="2" font-size="1">A1</text>'
    body += '<text x="10" y="2" font-size="1">A2</text>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert faults == []
    assert boxes(plan) == {"A1": (0, 0, 9, 9), "A2": (9, 6, 3, 3)}
    assert plan is not None
    assert [len(booth.outline.holes) for booth in plan.booths] == [1, 0]


def test_curves_are_followed(tmp_path: Path) -> None:
    body = '<circle cx="5" cy="5" r="5"/><text x="4" y="5" font-size="1">R1</text>'
    plan, _ = read(svg(tmp_path / "a.svg", body), scale=1)
    assert plan is not None
    # Each point is on the circle; the chords between leave it by at most 0.2 % of 10 m.
    assert len(plan.booths[0].outline.outer) > 20
    for x, y in plan.booths[0].outline.outer:
        assert ((x - 5) ** 2 + (y - 5) ** 2) ** 0.5 == pytest.approx(5, abs=0.001)


def test_the_sheets_own_unit(tmp_path: Path) -> None:
    """A sheet of 60 m by 60 m, a unit of the viewBox being a decimetre."""
    body = '<rect width="30" height="30"/><text x="5" y="20" font-size="8">A1</text>'
    head = 'width="60000mm" height="60000mm" viewBox="0 0 600 600"'
    plan, faults = read(svg(tmp_path / "a.svg", body, head))
    assert (boxes(plan), faults) == ({"A1": (0, 0, 3, 3)}, [])


def test_the_papers_unit_is_not_believed(tmp_path: Path) -> None:
    body = '<rect width="30" height="30"/><text x="5" y="20" font-size="8">A1</text>'
    head = 'width="420mm" height="297mm" viewBox="0 0 420 297"'
    plan, diagnostics = read_all(svg(tmp_path / "a.svg", body, head))
    assert plan is None
    (fault,) = diagnostics
    assert fault.code == "H201"
    assert "Perhaps scale: 0.1" in fault.advice


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<svg><g></svg>", 1),
        ("", 1),
        ("<html>\n</html>", 1),
        ('<!DOCTYPE svg [\n<!ENTITY a "b">]><svg>&a;</svg>', 2),
        ("<svg>" + "<g>" * 300 + "</g>" * 300 + "</svg>", 1),
        ("PNG\x00\x01", 1),
    ],
)
def test_files_that_are_no_drawing(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.svg"
    path.write_text(text, encoding="utf-8")
    assert read(path, scale=1) == (None, [f"H200:{line}"])
    assert read(tmp_path / "none.svg", scale=1) == (None, ["H200:None"])


def test_a_document_type_without_entities_is_harmless(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", svg_booths(THREE))
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">'
    path.write_text(doctype + path.read_text())
    assert read(path, scale=1)[1] == []


def test_broken_parts_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    body = f"""{svg_booths(THREE)}
<path d="M0 0 L x"/>
<rect width="30%" height="3"/>
<rect width="-3" height="3"/>
<polygon points="0,0 inf,0 3,3"/>
<use href="#nowhere"/>
<g id="loop"><use href="#loop"/></g>
<path d="M0 0 L1e999 5 L3 3z"/>"""
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert boxes(plan) == THREE
    assert [fault for fault in faults if fault.startswith("H204")] == faults
    assert {int(fault[5:]) for fault in faults} == {5, 6, 7, 8, 9, 10, 11}


@pytest.mark.parametrize(
    "attribute",
    ['transform="translate(3%,1)"', 'transform="rotate(2em)"', 'transform="scale(1e999)"'],
)
def test_transforms_that_are_no_numbers(tmp_path: Path, attribute: str) -> None:
    body = f'{svg_booths(THREE)}\n<g {attribute}><rect width="3" height="3"/></g>'
    plan, faults = read(svg(tmp_path / "a.svg", body), scale=1)
    assert (boxes(plan), faults) == (THREE, ["H204:5"])


@pytest.mark.parametrize("box", ["", "0 0 0 0", "a b c d", "0 0 1", "0 0 -1 1"])
def test_a_view_box_that_holds_nothing_is_none(tmp_path: Path, box: str) -> None:
    head = f'width="100mm" viewBox="{box}"'
    body = f'{svg_booths(THREE)}<svg width="9" height="9" viewBox="{box}"><rect y="1"/></svg>'
    assert boxes(read(svg(tmp_path / "a.svg", body, head), scale=1)[0]) == THREE
