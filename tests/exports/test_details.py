"""Parts of exports that a round trip does not show: what other programs see of them."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import ezdxf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point
from shapely import Polygon as Shape

from hallgen.diagnostics import Diagnostics
from hallgen.exports.csv_files import sheet_csv
from hallgen.exports.dxf import hall_dxf
from hallgen.exports.geojson import hall_geojson
from hallgen.exports.imdf import fair_imdf, inside
from hallgen.exports.lists import sheets_of
from hallgen.exports.svg import hall_svg
from hallgen.exports.workbook import MOST, sheets_xlsx
from hallgen.model import Fair, Polygon, Text
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans import read_plan
from hallgen.readers.plans.own_marks import as_texts, from_texts
from hallgen.readers.tables.guarded import guarded, unguarded
from tests.support.fairs import booth, exhibitor, fair_of, rectangle, small_fair


@given(st.text())
def test_every_cell_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert unguarded(cell) == text


@given(st.dictionaries(st.sampled_from(("number", "name", "zone", "kind")), st.text()))
def test_extended_data_comes_back(values: dict[str, str]) -> None:
    texts = as_texts(values)
    assert all(len(text.encode("utf-8", "replace")) <= 255 for text in texts)
    assert from_texts(texts) == values


def test_a_sheet_begins_with_what_excel_needs() -> None:
    sheet = sheets_of(small_fair(), Diagnostics())[0]
    data = sheet_csv(sheet)
    assert data.startswith(b"\xef\xbb\xbfid,name.zh,name.en")
    assert b"\r\n" in data


def test_cells_of_a_workbook_are_texts_and_too_long_ones_are_told() -> None:
    long = exhibitor("long", intro=Text.of(en="=" + "a" * MOST))
    fair = small_fair()
    fair = fair.model_copy(update={"exhibitors": (*fair.exhibitors, long)})
    told = Diagnostics()
    data = sheets_xlsx(sheets_of(fair, Diagnostics()), told)
    assert [one.code for one in told] == ["H561"]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode()


def test_layers_of_a_dxf() -> None:
    fair = small_fair()
    document = ezdxf.read(io.StringIO(hall_dxf(fair.halls[0], fair)))
    assert document.header["$INSUNITS"] == 6
    layers = {entity.dxf.layer for entity in document.modelspace()}
    assert layers == {"OUTLINE", "WALLS", "COLUMNS", "AREAS", "BOOTHS", "NUMBERS", "GATES"}
    assert not document.audit().errors


def test_an_svg_is_sound_whatever_names_have_in_them() -> None:
    evil = Text.of(en='"><script>alert(1)</script>\x00\x0b\ud800\ufffe')
    fair = small_fair()
    hall = fair.halls[0].model_copy(update={"name": evil})
    firms = tuple(one.model_copy(update={"name": evil}) for one in fair.exhibitors)
    text = hall_svg(hall, fair.model_copy(update={"exhibitors": firms}))
    root = ElementTree.fromstring(text)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_geojson_is_right_handed() -> None:
    fair = small_fair()
    document = json.loads(hall_geojson(fair.halls[0], fair))
    for feature in document["features"]:
        if feature["geometry"]["type"] == "Polygon":
            ring = feature["geometry"]["coordinates"][0]
            assert ring[0] == ring[-1]
            pairs = pairwise(ring)
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) > 0


def archive(fair: Fair) -> dict[str, list[dict[str, object]]]:
    with zipfile.ZipFile(io.BytesIO(fair_imdf(fair, (8.8, 53.1)))) as opened:
        names = [n for n in opened.namelist() if n != "manifest.json"]
        return {n.removesuffix(".geojson"): json.loads(opened.read(n))["features"] for n in names}


def test_imdf_hangs_together() -> None:
    """OGC 20-094: ids are UUIDs, and every reference leads to a feature of its type."""
    found = archive(small_fair())
    ids = {type_: {one["id"] for one in features} for type_, features in found.items()}
    everything = [id_ for some in ids.values() for id_ in some]
    assert len(set(everything)) == len(everything)
    assert all(uuid.UUID(str(id_)).version == 5 for id_ in everything)
    references = {"level_id": "level", "unit_id": "unit", "anchor_id": "anchor",
                  "address_id": "address", "building_ids": "building"}  # fmt: skip
    for features in found.values():
        for one in features:
            for key, value in dict(one["properties"]).items():  # type: ignore[call-overload]
                if key in references and value is not None:
                    some = value if isinstance(value, list) else [value]
                    assert set(some) <= ids[references[key]]
    assert len(found["occupant"]) == 4
    assert len(found["anchor"]) == 4


@pytest.mark.parametrize("hole", [False, True])
def test_points_of_units_are_inside(hole: bool) -> None:
    outer = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (6.0, 9.0), (6.0, 3.0), (0.0, 3.0))
    holes = (((6.5, 1.0), (6.5, 8.0), (8.5, 8.0), (8.5, 1.0)),) if hole else ()
    assert Shape(outer, holes).contains(Point(inside(Polygon(outer=outer, holes=holes))))


def test_a_booth_that_somebody_adds_to_an_svg_is_read(tmp_path: Path) -> None:
    stands = (booth("A1", rectangle(3, 3, 3, 3)), booth("A2", rectangle(6, 3, 3, 3)))
    fair = small_fair()
    hall = fair.halls[0].model_copy(update={"booths": stands, "areas": ()})
    shape = '<rect x="12" y="2" width="3" height="3"/>'
    added = f'<g>{shape}<text x="13" y="3.5" font-size="1">B7</text></g></svg>'
    text = hall_svg(hall, fair_of(hall)).replace("</svg>", added)
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    found = Diagnostics()
    plan = read_plan(tmp_path / "a.svg", PlanSource(file="a.svg"), "1", "a.svg", found)
    assert plan is not None
    assert [one.number for one in plan.booths] == ["A1", "A2", "B7"]
    assert [str(one) for one in found] == []
