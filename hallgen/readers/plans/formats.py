"""Which frontend reads which file."""

from __future__ import annotations

import re
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.formats import UnreadableError, plan_format, plan_suffixes
from hallgen.readers.inputs import MOST_OF_PLAN, is_small
from hallgen.readers.plans import imdf
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.dxf import read_dxf
from hallgen.readers.plans.geojson import read_geojson
from hallgen.readers.plans.lettering import without_title_blocks
from hallgen.readers.plans.pdf import read_pdf
from hallgen.readers.plans.portion import portion_of
from hallgen.readers.plans.svg import read_svg
from hallgen.readers.plans.table import add_other_tables, read_plan_table

TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls", ".ods", ".json", ".yaml", ".yml")
#: Illustrator's own files hold a PDF, unless that was switched off.
PDFS = (".pdf", ".ai")
SUFFIXES = (".svg", ".dxf", ".geojson", *imdf.SUFFIXES, *PDFS, *TABLES)
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
        if not is_small(path, name, MOST_OF_PLAN, diagnostics):
            return None
        drawing = _by_format(path, source, name, diagnostics)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    if drawing is None:
        return None
    drawing.titles.extend(drawing.labels)
    drawing = without_title_blocks(portion_of(drawing, source))
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
    if suffix in PDFS:
        return read_pdf(path, source.page, name, diagnostics)
    if imdf.is_imdf(path):
        return imdf.read_imdf(path, source, name, diagnostics)
    if is_geojson(path):
        return read_geojson(path, source, name, diagnostics)
    if suffix in TABLES:
        return read_plan_table(path, source, name, diagnostics)
    if (installed := plan_format(suffix)) is not None:
        try:
            return installed.read(path, name)
        except UnreadableError as fault:
            diagnostics.add(codes.PLAN_UNREADABLE, Place(name), f"It cannot be read: {fault}.")
            return None
    known = ", ".join((*SUFFIXES, *plan_suffixes()))
    message = f'A plan cannot be a "{path.suffix}" file; it can be one of {known}.'
    advice = f"{codes.PLAN_UNREADABLE.cure} Over a picture, draw it with `hallgen plan edit`."
    diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message, advice)
    return None
