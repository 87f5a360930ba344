"""Every code a diagnostic can have, in ranges, each with its cause and cure.

H1xx  files, tables and fair.yaml      H2xx  plans and what stands on them
H3xx  how the tables belong together   H4xx  exhibitors' media
H5xx  budgets of the built site
"""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
HINT: Final = Severity.HINT

# H1xx: files, tables and fair.yaml

MISSING_FILE: Final = Code(
    "H101",
    ERROR,
    "fair.yaml names a file that does not exist.",
    "Correct the path in fair.yaml, or put the file there. Paths start at the fair folder.",
)
UNREADABLE_FILE: Final = Code(
    "H102",
    ERROR,
    "A file is broken, or may not be read.",
    "Open it in the program it comes from and save it again.",
)
UNKNOWN_FORMAT: Final = Code(
    "H103",
    ERROR,
    "A table has a format that is not known.",
    "Save it as CSV, XLSX, JSON or YAML.",
)
BAD_SYNTAX: Final = Code(
    "H104",
    ERROR,
    "A YAML or JSON file is not well formed.",
    "Correct this line or the one before it; in YAML mind the indentation and use no tabs.",
)
REPEATED_KEY: Final = Code(
    "H105",
    ERROR,
    "A key stands twice in the same map, so that one value hides the other.",
    "Keep one of them.",
)
UNKNOWN_KEY: Final = Code(
    "H106",
    ERROR,
    "fair.yaml has a key that means nothing.",
    "Remove it, or see docs for the keys there are.",
)
MISSING_KEY: Final = Code(
    "H107",
    ERROR,
    "fair.yaml lacks a key that is needed.",
    "Add it.",
)
BAD_VALUE: Final = Code(
    "H108",
    ERROR,
    "A value in fair.yaml is not of its kind.",
    "Correct the value.",
)
REPEATED_ID: Final = Code(
    "H109",
    ERROR,
    "Two halls or two zones of fair.yaml have the same id.",
    "Give each its own id.",
)
EMPTY_TABLE: Final = Code(
    "H110",
    ERROR,
    "A table has no header and no rows.",
    "Check that this is the right file and sheet; `header` in fair.yaml says which line it is.",
)
TOO_MANY_CELLS: Final = Code(
    "H111",
    WARNING,
    "A row has more cells than the table has columns.",
    "Put a cell that contains the separator in double quotes.",
)
OPEN_QUOTE: Final = Code(
    "H112",
    ERROR,
    "A double quote opens a cell and is never closed.",
    'Close it, or write "" for a quote inside a cell.',
)
UNREADABLE_CHARACTERS: Final = Code(
    "H113",
    WARNING,
    "Some bytes of a file are no text in its encoding.",
    "Save the file as UTF-8, or name its encoding in fair.yaml.",
)
UNKNOWN_ENCODING: Final = Code(
    "H114",
    WARNING,
    "fair.yaml names an encoding that is not known; it is guessed instead.",
    "Write a name such as utf-8, gb18030, big5, shift_jis, euc-kr or cp1252.",
)
BAD_SEPARATOR: Final = Code(
    "H115",
    WARNING,
    "fair.yaml names a separator that cannot be one; it is guessed instead.",
    "Write one character, or tab.",
)
UNKNOWN_SHEET: Final = Code(
    "H116",
    ERROR,
    "fair.yaml names a sheet that the workbook does not have.",
    "Correct the name of the sheet.",
)
NO_RECORDS: Final = Code(
    "H117",
    ERROR,
    "A JSON or YAML file has no list of records where it is looked for.",
    "Write the path to the list in fair.yaml, as in `records: data.exhibitors`.",
)
MISSING_COLUMN: Final = Code(
    "H118",
    ERROR,
    "fair.yaml names a column that the table does not have.",
    "Correct the name of the column in fair.yaml.",
)
UNKNOWN_FIELD: Final = Code(
    "H119",
    ERROR,
    "`columns` in fair.yaml gives a column to a field that does not exist.",
    "Correct the name of the field.",
)
NO_NAME_COLUMN: Final = Code(
    "H120",
    ERROR,
    "A column that every table of this kind needs was not found.",
    "Say in fair.yaml which column it is, as in `columns: {name: Firm}`.",
)
ROW_WITHOUT_NAME: Final = Code(
    "H121",
    ERROR,
    "A row lacks what it cannot do without; it is left out.",
    "Fill the cell in, or delete the row.",
)
BAD_CELL: Final = Code(
    "H122",
    WARNING,
    "A cell has a value that cannot be used; it is passed over.",
    "Correct the cell.",
)
REMOTE_MEDIA: Final = Code(
    "H123",
    HINT,
    "Logos or pictures are given as web addresses; a site makes no requests to others.",
    "Download them into the folder `media` and write their file names.",
)
BAD_ADDRESSES: Final = Code(
    "H124",
    ERROR,
    "A row of addresses.csv cannot be used.",
    "Each row has a kind (exhibitor or product), an id, and a slug that no other id has.",
)
UNSAFE_ID: Final = Code(
    "H125",
    WARNING,
    "An id has characters that cannot be part of a web address; it is written otherwise.",
    "Use letters, digits, dots, hyphens and underscores, and put the rest in `name`.",
)

# H2xx: plans and what stands on them

PLAN_UNREADABLE: Final = Code(
    "H200",
    ERROR,
    "A plan's file is missing, damaged, or not of the format that its name ends in.",
    "Export the plan again as SVG, DXF or GeoJSON, or give a table of its booths.",
)
PLAN_WITHOUT_SCALE: Final = Code(
    "H201",
    ERROR,
    "Nothing says how many metres a unit of the drawing is, or what it says cannot be.",
    "Set scale (metres per unit of the drawing) or unit of the hall's plan in fair.yaml.",
)
PLAN_WITHOUT_BOOTHS: Final = Code(
    "H202",
    ERROR,
    "No shape of the plan could be told to be a booth with a number.",
    "Set layers, numbers and number of the hall's plan in fair.yaml, to say which shapes are "
    "booths and where their numbers stand.",
)
PLAN_PART_UNREADABLE: Final = Code(
    "H204",
    WARNING,
    "A part of a drawing cannot be read: broken coordinates, or a reference to nothing.",
    "Correct or delete it in the drawing.",
)
PLAN_ROW_UNUSABLE: Final = Code(
    "H205",
    ERROR,
    "A row of a plan's table has no usable position and size.",
    "Give the row numbers for x, y, width and depth, or a list of points.",
)
SHAPE_OPEN: Final = Code(
    "H206",
    ERROR,
    "A booth's outline is not closed, so it has no area.",
    "Close it in the drawing, or draw the side that is missing.",
)
SHAPE_NEARLY_CLOSED: Final = Code(
    "H207",
    WARNING,
    "An outline's ends do not quite meet; it is read as closed.",
    "Close it in the drawing.",
)
SHAPE_REPAIRED: Final = Code(
    "H208",
    WARNING,
    "An outline crosses or touches itself; it could be repaired without changing its area.",
    "Draw it again without the loop.",
)
SHAPE_CROSSED: Final = Code(
    "H209",
    ERROR,
    "An outline crosses itself, and it cannot be told what was meant.",
    "Draw it again, its corners in order around it.",
)
SHAPE_WITHOUT_AREA: Final = Code(
    "H210",
    ERROR,
    "A shape of a plan has no area.",
    "Delete it, or give it a width and a depth.",
)
NUMBER_TWICE: Final = Code(
    "H211",
    ERROR,
    "Two shapes that do not touch bear the same booth number; only the first is used.",
    "Give one of them another number.",
)
BOOTH_IN_PARTS: Final = Code(
    "H212",
    HINT,
    "A booth is drawn in several shapes that touch and bear one number; they are joined.",
    "Nothing, if it is one booth; else give each its own number.",
)
SHAPE_WITH_NUMBERS: Final = Code(
    "H213",
    WARNING,
    "A shape holds several booth numbers; it bears the first.",
    "Draw the line between the booths, or remove the numbers that are not its own.",
)
NUMBER_WITHOUT_SHAPE: Final = Code(
    "H214",
    WARNING,
    "A booth number stands outside of any shape.",
    "Draw a closed shape around it, or move it into its booth.",
)
SHAPE_WITHOUT_NUMBER: Final = Code(
    "H215",
    WARNING,
    "A shape on a layer of booths has no number, so it is left out.",
    "Write the booth's number into it, or move it to another layer.",
)
BOOTH_TOO_LARGE: Final = Code(
    "H216",
    WARNING,
    "A booth is larger than 5,000 m2.",
    "Check the scale; if the shape is a hall or a block, move it to another layer.",
)
BOOTH_TOO_SMALL: Final = Code(
    "H217",
    WARNING,
    "A booth is smaller than 1 m2.",
    "Check the scale; if the shape is no booth, move it to another layer.",
)
LAYER_UNKNOWN: Final = Code(
    "H218",
    WARNING,
    "A layer pattern in fair.yaml matches nothing in the drawing.",
    "Correct the pattern, or remove it.",
)
PLAN_COORDINATES_GUESSED: Final = Code(
    "H219",
    HINT,
    "The plan does not say what its coordinates are, or says it in a way not known here.",
    "Set unit or scale of the hall's plan in fair.yaml if that is wrong.",
)
OUTLINE_UNUSABLE: Final = Code(
    "H220",
    WARNING,
    "The hall's outline is drawn more than once, or not closed.",
    "Leave one closed outline on its layer.",
)
SIZE_TOO_SMALL: Final = Code(
    "H221",
    WARNING,
    "The size given for a hall is smaller than what stands in it.",
    "Correct size, scale or unit of the hall's plan in fair.yaml.",
)
NUMBER_PATTERN_BROKEN: Final = Code(
    "H222",
    ERROR,
    "The regular expression for booth numbers in fair.yaml is broken.",
    'Correct it; "space-(.+)" takes what follows "space-".',
)

# Layout and checks of halls and lists (H230-H299)
BOOTH_WITHOUT_AREA: Final = Code(
    "H230",
    ERROR,
    "A booth's outline encloses no floor.",
    "Draw the booth as a closed shape of at least 0.1 m2.",
)
HALL_OUTLINE_BROKEN: Final = Code(
    "H231",
    WARNING,
    "A hall's outline encloses no floor; one is made around its booths.",
    "Draw the hall's outline as a closed shape, or give its size in fair.yaml.",
)
BOOTHS_OVERLAP: Final = Code(
    "H232",
    ERROR,
    "Two booths stand on the same floor.",
    "Move or shrink one of them.",
)
BOOTH_OUTSIDE: Final = Code(
    "H233",
    WARNING,
    "A booth stands partly or wholly outside of its hall.",
    "Move the booth into the hall, or correct the hall's outline.",
)
BOOTH_ENCLOSED: Final = Code(
    "H234",
    WARNING,
    "A booth has no side open to an aisle, so nobody can enter it.",
    "Leave at least 1 m of one side free of other booths and walls.",
)
BOOTH_UNREACHABLE: Final = Code(
    "H235",
    WARNING,
    "No way leads from any gate to a booth.",
    "Leave ways of at least 0.6 m, or draw a gate where visitors come in.",
)
BOOTH_OVER_COLUMN: Final = Code(
    "H236",
    HINT,
    "A column stands in a booth.",
    "Tell the exhibitor; the column is drawn in the booth.",
)
AISLE_NARROW: Final = Code(
    "H237",
    WARNING,
    "An aisle is narrower than the 3 m that fire rules ask for.",
    "Widen the aisle to 3 m, or check the scale of the plan.",
)
NO_GATE: Final = Code(
    "H238",
    HINT,
    "A hall's plan has no gate; one is assumed where the main aisle meets a wall.",
    "Draw the gates and name their layer under `layers: gates` of the hall's plan.",
)
GATE_OFF_WALL: Final = Code(
    "H239",
    WARNING,
    "A gate is not in its hall's wall.",
    "Move the gate onto the hall's outline.",
)
COLUMN_OUTSIDE: Final = Code(
    "H240",
    HINT,
    "A column stands outside of its hall.",
    "Correct the column or the hall's outline, or check which layer holds the columns.",
)
ZONE_UNKNOWN: Final = Code(
    "H250",
    WARNING,
    "A booth or a hall is in a zone that the fair does not have.",
    "Add the zone under `zones` in fair.yaml, or correct its id.",
)
ZONE_UNUSED: Final = Code(
    "H251",
    HINT,
    "A zone of the fair has no booth.",
    "Name the zone at a hall or its booths in fair.yaml, or remove it.",
)
EXHIBITOR_WITHOUT_BOOTH: Final = Code(
    "H260",
    HINT,
    "An exhibitor has no booth; it is in the list, but not in a hall.",
    "Give its booth number in the list, if it has one.",
)
NAME_UNTRANSLATED: Final = Code(
    "H261",
    HINT,
    "An exhibitor has no name in one of the fair's languages; another one is shown.",
    "Add the name in a column of that language.",
)
PRODUCT_WITHOUT_PICTURE: Final = Code(
    "H262",
    HINT,
    "A product has no picture, so its page and its poster show words only.",
    "Put pictures into media/ and name them in the list of products.",
)
SESSION_OUTSIDE_DATES: Final = Code(
    "H263",
    WARNING,
    "A session of the programme is on a day when the fair is not.",
    "Correct its date, or the fair's dates in fair.yaml.",
)
SESSION_BACKWARDS: Final = Code(
    "H264",
    WARNING,
    "A session of the programme ends before it starts.",
    "Correct its start or its end.",
)

# H3xx: how the tables belong together

UNMATCHED_REFERENCE: Final = Code(
    "H301",
    WARNING,
    "The list puts an exhibitor in a booth that is on no plan.",
    "Correct the booth number in the list, or the plan.",
)
EMPTY_BOOTHS: Final = Code(
    "H302",
    HINT,
    "Booths of a hall have no exhibitor in the list.",
    "Check that the list is complete; an empty booth is shown as free.",
)
AMBIGUOUS_REFERENCE: Final = Code(
    "H303",
    WARNING,
    "A booth number is in several halls and the list does not say which is meant.",
    "Fill in the hall's column, or write the hall before the number, as in `4.1-A012`.",
)
HALL_NOT_IN_FAIR: Final = Code(
    "H305",
    WARNING,
    "The list names a hall that fair.yaml does not have.",
    "Add the hall with its plan to fair.yaml, or correct the list.",
)
REPEATED_EXHIBITOR: Final = Code(
    "H306",
    ERROR,
    "Two different exhibitors have the same id; the second is left out.",
    "Give each exhibitor its own id.",
)
JOINED_ROWS: Final = Code(
    "H307",
    HINT,
    "An exhibitor has several rows; they are taken for one exhibitor.",
    "If they are different firms, give each its own id.",
)
UNKNOWN_EXHIBITOR: Final = Code(
    "H308",
    ERROR,
    "A product belongs to an exhibitor that is not in the list; it is left out.",
    "Write the exhibitor's id, or its name as in the list.",
)
UNKNOWN_MAIN_EXHIBITOR: Final = Code(
    "H309",
    WARNING,
    "A co-exhibitor names a main exhibitor that is not in the list.",
    "Write the main exhibitor's id, or its name as in the list.",
)
REPEATED_BOOTH: Final = Code(
    "H310",
    ERROR,
    "Two booths of a hall have the same number; the second is left out.",
    "Give each booth its own number on the plan.",
)
IDLE_PATTERN: Final = Code(
    "H311",
    WARNING,
    "A pattern of booth numbers in fair.yaml fits no booth.",
    "Correct the pattern; * stands for any characters and ? for one.",
)
REPEATED_PRODUCT: Final = Code(
    "H312",
    ERROR,
    "Two products have the same id; the second is left out.",
    "Give each product its own id.",
)
UNKNOWN_SESSION_EXHIBITOR: Final = Code(
    "H313",
    WARNING,
    "A session names an exhibitor that is not in the list.",
    "Write the exhibitor's id, or its name as in the list, or leave the cell empty.",
)
EXHIBITORS_OF_ONE_NAME: Final = Code(
    "H314",
    WARNING,
    "Rows with the same name say different things; they are taken for different exhibitors.",
    "Correct what differs, or give each exhibitor its own id.",
)

# H4xx: exhibitors' media

PICTURE_MISSING: Final = Code(
    "H401",
    WARNING,
    "A picture that the tables name is not in the fair folder.",
    "Put the file there, or correct its path; paths start at the fair folder.",
)
MEDIA_OUTSIDE: Final = Code(
    "H402",
    ERROR,
    "A file that the tables name lies outside of the fair folder, itself or through a link.",
    "Copy the file into the fair folder and name it from there.",
)
PICTURE_BROKEN: Final = Code(
    "H403",
    WARNING,
    "A picture is empty, cut off or damaged.",
    "Export it again, or ask the exhibitor for it once more.",
)
PICTURE_UNKNOWN: Final = Code(
    "H404",
    WARNING,
    "A file is no picture of a kind that is read.",
    "Save it as PNG, JPEG, WebP, GIF, AVIF, TIFF or BMP.",
)
PICTURE_TOO_LARGE: Final = Code(
    "H405",
    WARNING,
    "A picture has more than 200 million pixels.",
    "Make it smaller: 4000 pixels on its longer side are plenty.",
)
PICTURE_VECTOR: Final = Code(
    "H406",
    HINT,
    "A picture is an SVG drawing, which is not read yet.",
    "Save it as PNG, 1000 pixels wide, with a transparent ground.",
)
CHARACTER_WITHOUT_FONT: Final = Code(
    "H410",
    WARNING,
    "A text has a character that none of the fonts has; signs and posters leave it out.",
    "Write it in another way, or ignore this: pages show it with the visitor's own fonts.",
)

# H5xx: budgets of the built site


def every_code() -> tuple[Code, ...]:
    """All codes, sorted; what the documentation lists."""
    return tuple(
        sorted((v for v in globals().values() if isinstance(v, Code)), key=lambda c: c.code)
    )
