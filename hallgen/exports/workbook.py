"""Tables as a workbook, a sheet for each. Every cell is a text, which no program runs."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.exports.lists import Sheet

#: A cell of a workbook holds so many characters.
MOST: Final = 32_767
_WIDTHS: Final = {"intro": 60, "description": 60, "specifications": 50, "name": 30, "booth": 16}
#: No clock goes into a file that is made of the same input.
_WHEN: Final = datetime.datetime(2000, 1, 1)


def sheets_xlsx(sheets: Sequence[Sheet], diagnostics: Diagnostics) -> bytes:
    """The workbook's bytes. Texts too long for a cell are told and cut."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _WHEN})
    head = book.add_format({"bold": True, "bottom": 1})
    # Cells with a quote before them stay texts when somebody edits them.
    text = book.add_format({"quote_prefix": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.kind)
        page.freeze_panes(1, 2)
        for at, column in enumerate(sheet.columns):
            page.write_string(0, at, column, head)
            page.set_column(at, at, _WIDTHS.get(column.partition(".")[0], 18))
        for line, row in enumerate(sheet.rows, start=1):
            for at, column in enumerate(sheet.columns):
                cell = row.get(column, "")
                if len(cell) > MOST:
                    message = f"{column}: {len(cell):,} characters, of which {MOST:,} are kept."
                    diagnostics.add(codes.EXPORT_LOSS, Place(sheet.kind, line + 1), message)
                if cell:
                    page.write_string(line, at, cell[:MOST], text)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    book.close()
    return out.getvalue()
