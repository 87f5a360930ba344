"""What goes out comes back: a fair exported and read again is the same fair."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from hallgen.diagnostics import Diagnostics, Severity
from hallgen.exports import ExportFormat, exported, write_export
from hallgen.exports.fair_yaml import fair_yaml
from hallgen.exports.lists import sheets_of
from hallgen.model import Fair, Hall
from hallgen.readers import read_fair
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans import read_plan
from hallgen.readers.whole_fair import read_whole_fair
from hallgen.resources import assets
from tests.support.fair_strategies import fairs, halls
from tests.support.fairs import fair_of, small_fair
from tests.support.same import bare, differences, gates_by_order

#: Without shrinking, which takes minutes: what differs is told by its path.
MANY = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def write(fair: Fair, format_: ExportFormat, output: Path) -> Diagnostics:
    """The export, and what it tells."""
    told = Diagnostics()
    write_export(exported(fair, format_, told, (121.3, 31.19)), output, "")
    return told


def of_lists(fair: Fair) -> Fair:
    """What lists say: no addresses of pages, no hall, no choices."""
    update = {"slug": "", "old_slugs": ()}
    return fair.model_copy(
        update={
            "exhibitors": tuple(one.model_copy(update=update) for one in fair.exhibitors),
            "products": tuple(one.model_copy(update=update) for one in fair.products),
            "halls": tuple(
                hall.model_copy(update={"booths": tuple(map(without_choices, hall.booths))})
                for hall in fair.halls
            ),
            "trails": (),
            "pages": (),
        }
    )


def without_choices(booth):  # type: ignore[no-untyped-def]
    return booth.model_copy(update={"choices": type(booth.choices)()})


@MANY
@given(fairs())
def test_a_folder_is_the_fair_again(fair: Fair) -> None:
    with TemporaryDirectory() as name:
        told = write(fair, ExportFormat.FOLDER, Path(name))
        found = Diagnostics()
        read = read_fair(Path(name), found)
        assert differences(fair, read) == []
        assert [str(one) for one in found if one.severity is Severity.ERROR] == []
        assert not [one for one in told if one.code == "H561"]


@MANY
@given(fairs())
def test_a_whole_fair_is_the_fair_again_and_valid(fair: Fair) -> None:
    schema = json.loads((assets() / "schema" / "whole-fair.schema.json").read_text())
    with TemporaryDirectory() as name:
        path = Path(name) / "made.fair.json"
        write(fair, ExportFormat.JSON, path)
        read = read_whole_fair(path, found := Diagnostics())
        assert read.model_copy(update={"folder": fair.folder}) == fair
        assert len(found) == 0
        jsonschema.validate(json.loads(path.read_text()), schema)


@pytest.mark.parametrize("format_", [ExportFormat.CSV, ExportFormat.XLSX])
@MANY
@given(fair=fairs())
def test_lists_are_the_fair_again(format_: ExportFormat, fair: Fair) -> None:
    """Beside the plans of the fair, as an organiser would put them back."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(of_lists(fair), ExportFormat.GEOJSON, folder / "plans")
        write(fair, format_, folder / "made.xlsx" if format_ is ExportFormat.XLSX else folder)
        plans = {
            hall.id: str(path.relative_to(folder))
            for hall, path in zip(fair.halls, sorted((folder / "plans").iterdir()), strict=True)
        }
        sheets = [(one, f"{one.kind}.csv") for one in sheets_of(fair, Diagnostics())]
        text = fair_yaml(of_lists(fair), plans, sheets)
        if format_ is ExportFormat.XLSX:
            for sheet, file in sheets:
                text = text.replace(file, f"made.xlsx\n    sheet: {sheet.kind}")
        (folder / "fair.yaml").write_text(text, encoding="utf-8")
        read = read_fair(folder, Diagnostics())
        assert differences(of_lists(fair), of_lists(read)) == []


def read_back(path: Path, hall: Hall) -> tuple[object, Diagnostics]:
    found = Diagnostics()
    plan = read_plan(path, PlanSource(file=path.name, level=None), hall.id, path.name, found)
    return plan, found


def drawn(plan: object) -> Iterator[object]:
    """What a plan and a hall have both."""
    booths = getattr(plan, "booths", ())
    yield [(b.number, b.kind, b.zone, bare(b.outline)) for b in booths]
    yield [bare(getattr(plan, name)) for name in ("outline", "walls", "columns", "areas")]
    yield gates_by_order(getattr(plan, "gates", ()))


@pytest.mark.parametrize("format_", ["geojson", "svg", "dxf", "imdf"])
@MANY
@given(hall=halls("1", ("cnc", "robots")))
def test_a_plan_is_the_hall_again(format_: str, hall: Hall) -> None:
    fair = fair_of(hall)
    with TemporaryDirectory() as name:
        path = Path(name) / f"hall.{'zip' if format_ == 'imdf' else format_}"
        write(fair, ExportFormat(format_), path)
        plan, found = read_back(path, hall)
        assert list(drawn(plan)) == list(drawn(hall))
        assert [str(one) for one in found] == []


@pytest.mark.parametrize("format_", list(ExportFormat))
def test_two_exports_are_the_same_bytes(format_: ExportFormat) -> None:
    fair = small_fair()
    one, two = (exported(fair, format_, Diagnostics(), (1.0, 2.0)) for _ in range(2))
    assert one == two
