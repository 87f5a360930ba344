"""Workbooks written by hand, cell by cell, so that no library stands between test and file."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
</Types>"""
_ROOT = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: Style 1 is a day (number format 14).
_STYLES = f"""<?xml version="1.0"?><styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>
<fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>
</styleSheet>"""


class Day(float):
    """A day as a workbook counts it: days since the end of 1899."""


Cell = str | float | None


def write_book(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    merged: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """A workbook with these sheets; `merged` are ranges such as "B2:B4" by sheet."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", _TYPES)
        book.writestr("_rels/.rels", _ROOT)
        book.writestr("xl/styles.xml", _STYLES)
        names, links = "", ""
        for at, (name, rows) in enumerate(sheets.items(), start=1):
            names += f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"/>'
            links += (
                f'<Relationship Id="r{at}" Target="worksheets/s{at}.xml" Type="{_REL}/worksheet"/>'
            )
            cells = "".join(_row(number, row) for number, row in enumerate(rows, start=1))
            ranges = "".join(f'<mergeCell ref="{ref}"/>' for ref in (merged or {}).get(name, ()))
            joined = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
            book.writestr(
                f"xl/worksheets/s{at}.xml",
                f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{joined}</worksheet>',
            )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{names}</sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}</Relationships>",
        )
    return path


def _row(number: int, cells: Sequence[Cell]) -> str:
    inner = "".join(_cell(f"{chr(65 + at)}{number}", cell) for at, cell in enumerate(cells))
    return f'<row r="{number}">{inner}</row>'


def _cell(ref: str, cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Day():
            return f'<c r="{ref}" s="1"><v>{float(cell)}</v></c>'
        case str():
            return f'<c r="{ref}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        case _:
            return f'<c r="{ref}"><v>{cell}</v></c>'
