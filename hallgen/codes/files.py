"""H1xx: files, tables and fair.yaml."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

MISSING_FILE: Final = Code(
    "H101",
    Severity.ERROR,
    "fair.yaml names a file that does not exist.",
    "Correct the path in fair.yaml, or put the file there. Paths start at the fair folder.",
)
UNREADABLE_FILE: Final = Code(
    "H102",
    Severity.ERROR,
    "A file is broken, or may not be read.",
    "Open it in the program it comes from and save it again.",
)
UNKNOWN_FORMAT: Final = Code(
    "H103",
    Severity.ERROR,
    "A table has a format that is not known.",
    "Save it as CSV, XLSX, JSON or YAML.",
)
BAD_SYNTAX: Final = Code(
    "H104",
    Severity.ERROR,
    "A YAML or JSON file is not well formed.",
    "Correct this line or the one before it; in YAML mind the indentation and use no tabs.",
)
REPEATED_KEY: Final = Code(
    "H105",
    Severity.ERROR,
    "A key stands twice in the same map, so that one value hides the other.",
    "Keep one of them.",
)
UNKNOWN_KEY: Final = Code(
    "H106",
    Severity.ERROR,
    "fair.yaml, a booth.yaml or tours.yaml has a key that means nothing.",
    "Remove it, or see docs for the keys there are.",
)
MISSING_KEY: Final = Code(
    "H107",
    Severity.ERROR,
    "fair.yaml or tours.yaml lacks a key that is needed.",
    "Add it.",
)
BAD_VALUE: Final = Code(
    "H108",
    Severity.ERROR,
    "A value in fair.yaml, a booth.yaml or tours.yaml is not of its kind.",
    "Correct the value.",
)
REPEATED_ID: Final = Code(
    "H109",
    Severity.ERROR,
    "Two halls, two zones, or two hot spots or tours have the same id.",
    "Give each its own id.",
)
EMPTY_TABLE: Final = Code(
    "H110",
    Severity.ERROR,
    "A table has no header and no rows.",
    "Check that this is the right file and sheet; `header` in fair.yaml says which line it is.",
)
TOO_MANY_CELLS: Final = Code(
    "H111",
    Severity.WARNING,
    "A row has more cells than the table has columns.",
    "Put a cell that contains the separator in double quotes.",
)
OPEN_QUOTE: Final = Code(
    "H112",
    Severity.ERROR,
    "A double quote opens a cell and is never closed.",
    'Close it, or write "" for a quote inside a cell.',
)
UNREADABLE_CHARACTERS: Final = Code(
    "H113",
    Severity.WARNING,
    "Some bytes of a file are no text in its encoding.",
    "Save the file as UTF-8, or name its encoding in fair.yaml.",
)
UNKNOWN_ENCODING: Final = Code(
    "H114",
    Severity.WARNING,
    "fair.yaml names an encoding that is not known; it is guessed instead.",
    "Write a name such as utf-8, gb18030, big5, shift_jis, euc-kr or cp1252.",
)
BAD_SEPARATOR: Final = Code(
    "H115",
    Severity.WARNING,
    "fair.yaml names a separator that cannot be one; it is guessed instead.",
    "Write one character, or tab.",
)
UNKNOWN_SHEET: Final = Code(
    "H116",
    Severity.ERROR,
    "fair.yaml names a sheet that the workbook does not have.",
    "Correct the name of the sheet.",
)
NO_RECORDS: Final = Code(
    "H117",
    Severity.ERROR,
    "A JSON or YAML file has no list of records where it is looked for.",
    "Write the path to the list in fair.yaml, as in `records: data.exhibitors`.",
)
MISSING_COLUMN: Final = Code(
    "H118",
    Severity.ERROR,
    "fair.yaml names a column that the table does not have.",
    "Correct the name of the column in fair.yaml.",
)
UNKNOWN_FIELD: Final = Code(
    "H119",
    Severity.ERROR,
    "`columns` in fair.yaml gives a column to a field that does not exist.",
    "Correct the name of the field.",
)
NO_NAME_COLUMN: Final = Code(
    "H120",
    Severity.ERROR,
    "A column that every table of this kind needs was not found.",
    "Say in fair.yaml which column it is, as in `columns: {name: Firm}`.",
)
ROW_WITHOUT_NAME: Final = Code(
    "H121",
    Severity.ERROR,
    "A row lacks what it cannot do without; it is left out.",
    "Fill the cell in, or delete the row.",
)
BAD_CELL: Final = Code(
    "H122",
    Severity.WARNING,
    "A cell has a value that cannot be used; it is passed over.",
    "Correct the cell.",
)
REMOTE_MEDIA: Final = Code(
    "H123",
    Severity.HINT,
    "Logos or pictures are given as web addresses; a site makes no requests to others.",
    "Download them into the folder `media` and write their file names.",
)
BAD_ADDRESSES: Final = Code(
    "H124",
    Severity.ERROR,
    "A row of addresses.csv cannot be used.",
    "Each row has a kind (exhibitor or product), an id, and a slug that no other id has.",
)
UNSAFE_ID: Final = Code(
    "H125",
    Severity.WARNING,
    "An id has characters that cannot be part of a web address; it is written otherwise.",
    "Use letters, digits, dots, hyphens and underscores, and put the rest in `name`.",
)
TABLE_WITHOUT_ROWS: Final = Code(
    "H126",
    Severity.WARNING,
    "A table has no rows, or none that `where` and `unless` in fair.yaml leave.",
    "Check that this is the right file, sheet or list.",
)
FREE_BOOTHS: Final = Code(
    "H127",
    Severity.HINT,
    "Rows of a list have a booth and nothing of an exhibitor; they are taken for free booths.",
    "Fill in the names of those that are let.",
)
EMPTY_PAGE: Final = Code(
    "H128",
    Severity.WARNING,
    "A page of the organiser's own has no text; it is left out.",
    "Write something into its file, or remove the page from fair.yaml.",
)
