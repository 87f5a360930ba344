"""Which frontend reads which file."""

from __future__ import annotations

import re
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans import imdf
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.dxf import read_dxf
from hallgen.readers.plans.geojson import read_geojson
from hallgen.readers.plans.svg import read_svg
from hallgen.readers.plans.table import add_other_tables, read_plan_table

TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls", ".ods", ".json", ".yaml", ".yml")
SUFFIXES = (".svg", ".dxf", ".geojson", *imdf.SUFFIXES, *TABLES)
_GEOJSON = re.compile(rb'"type"\s*:\s*"(FeatureCollection|Feature|Polygon|MultiPolygon)"')
#: A GeoJSON file says what it is within its first bytes, whatever it is called.
_HEAD = 4096


def read_drawing(
    path: Path, source: PlanSource, name: str, diagnostics: Diagnostics
) -> Drawing | None:
    """What the file draws, by its format; None, and an error, where it cannot be read."""
    if not path.is_file():
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), "There is no such file.")
        return None
    try:
        drawing = _by_format(path, source, name, diagnostics)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    if drawing is not None:
        add_other_tables(drawing, source, path, diagnostics)
    return drawing


def is_geojson(path: Path) -> bool:
    """Whether a file is GeoJSON by its name or its first bytes."""
    if path.suffix.lower() == ".geojson":
        return True
    if path.suffix.lower() != ".json":
        return False
    with path.open("rb") as file:
        return _GEOJSON.search(file.read(_HEAD)) is not None


def _by_format(
    path: Path, source: PlanSource, name: str, diagnostics: Diagnostics
) -> Drawing | None:
    suffix = path.suffix.lower()
    if suffix == ".svg":
        return read_svg(path, name, diagnostics)
    if suffix == ".dxf":
        return read_dxf(path, name, diagnostics)
    if imdf.is_imdf(path):
        return imdf.read_imdf(path, source, name, diagnostics)
    if is_geojson(path):
        return read_geojson(path, source, name, diagnostics)
    if suffix in TABLES:
        return read_plan_table(path, source, name, diagnostics)
    known = ", ".join(SUFFIXES)
    message = f'A plan cannot be a "{path.suffix}" file; it can be one of {known}.'
    diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
    return None
