"""A table as a CSV file that Excel opens as it is meant, and runs nothing of."""

from __future__ import annotations

import csv
import io

from hallgen.exports.lists import Sheet
from hallgen.readers.tables.guarded import guarded


def sheet_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a mark that says so, commas, CRLF; formulas guarded by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows(
        [guarded(row.get(column, "")) for column in sheet.columns] for row in sheet.rows
    )
    return out.getvalue().encode("utf-8-sig", errors="replace")
