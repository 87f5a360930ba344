"""H2xx: plans, and what stands on them."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

PLAN_UNREADABLE: Final = Code(
    "H200",
    Severity.ERROR,
    "A plan's file is missing, damaged, or not of the format that its name ends in.",
    "Export the plan again as SVG, DXF or GeoJSON, or give a table of its booths.",
)
PLAN_WITHOUT_SCALE: Final = Code(
    "H201",
    Severity.ERROR,
    "Nothing says how many metres a unit of the drawing is, or what it says cannot be.",
    "Set scale (metres per unit of the drawing) or unit of the hall's plan in fair.yaml.",
)
PLAN_WITHOUT_BOOTHS: Final = Code(
    "H202",
    Severity.ERROR,
    "No shape of the plan could be told to be a booth with a number.",
    "Set layers, numbers and number of the hall's plan in fair.yaml, to say which shapes are "
    "booths and where their numbers stand.",
)
PLAN_PART_UNREADABLE: Final = Code(
    "H204",
    Severity.WARNING,
    "A part of a drawing cannot be read: broken coordinates, or a reference to nothing.",
    "Correct or delete it in the drawing.",
)
PLAN_ROW_UNUSABLE: Final = Code(
    "H205",
    Severity.ERROR,
    "A row of a plan's table has no usable position and size.",
    "Give the row numbers for x, y, width and depth, or a list of points.",
)
SHAPE_OPEN: Final = Code(
    "H206",
    Severity.ERROR,
    "A booth's outline is not closed, so it has no area.",
    "Close it in the drawing, or draw the side that is missing.",
)
SHAPE_NEARLY_CLOSED: Final = Code(
    "H207",
    Severity.WARNING,
    "An outline's ends do not quite meet; it is read as closed.",
    "Close it in the drawing.",
)
SHAPE_REPAIRED: Final = Code(
    "H208",
    Severity.WARNING,
    "An outline crosses or touches itself; it could be repaired without changing its area.",
    "Draw it again without the loop.",
)
SHAPE_CROSSED: Final = Code(
    "H209",
    Severity.ERROR,
    "An outline crosses itself, and it cannot be told what was meant.",
    "Draw it again, its corners in order around it.",
)
SHAPE_WITHOUT_AREA: Final = Code(
    "H210",
    Severity.ERROR,
    "A shape of a plan has no area.",
    "Delete it, or give it a width and a depth.",
)
NUMBER_TWICE: Final = Code(
    "H211",
    Severity.ERROR,
    "Shapes that do not touch bear one booth number, and not as many exhibitors have it; "
    "only the first is used.",
    "Give each its own number, or list the exhibitor of each.",
)
BOOTH_IN_PARTS: Final = Code(
    "H212",
    Severity.HINT,
    "Shapes that touch bear one booth number, and not as many exhibitors have it; they are joined.",
    "Nothing, if it is one booth; else give each its own number, or list the exhibitor of each.",
)
SHAPE_WITH_NUMBERS: Final = Code(
    "H213",
    Severity.WARNING,
    "A shape holds several booth numbers; it bears the first.",
    "Draw the line between the booths, or remove the numbers that are not its own.",
)
NUMBER_WITHOUT_SHAPE: Final = Code(
    "H214",
    Severity.WARNING,
    "A booth number stands outside of any shape.",
    "Draw a closed shape around it, or move it into its booth.",
)
SHAPE_WITHOUT_NUMBER: Final = Code(
    "H215",
    Severity.WARNING,
    "A shape on a layer of booths has no number, so it is left out.",
    "Write the booth's number into it, or move it to another layer.",
)
BOOTH_TOO_LARGE: Final = Code(
    "H216",
    Severity.WARNING,
    "A booth is larger than 5,000 m2.",
    "Check the scale; if the shape is a hall or a block, move it to another layer.",
)
BOOTH_TOO_SMALL: Final = Code(
    "H217",
    Severity.WARNING,
    "A booth is smaller than 1 m2.",
    "Check the scale; if the shape is no booth, move it to another layer.",
)
LAYER_UNKNOWN: Final = Code(
    "H218",
    Severity.WARNING,
    "A layer pattern in fair.yaml matches nothing in the drawing.",
    "Correct the pattern, or remove it.",
)
PLAN_COORDINATES_GUESSED: Final = Code(
    "H219",
    Severity.HINT,
    "The plan does not say what its coordinates are, or says it in a way not known here.",
    "Set unit or scale of the hall's plan in fair.yaml if that is wrong.",
)
OUTLINE_UNUSABLE: Final = Code(
    "H220",
    Severity.WARNING,
    "The hall's outline is drawn more than once, or not closed.",
    "Leave one closed outline on its layer.",
)
SIZE_TOO_SMALL: Final = Code(
    "H221",
    Severity.WARNING,
    "The size given for a hall is smaller than what stands in it.",
    "Correct size, scale or unit of the hall's plan in fair.yaml.",
)
NUMBER_PATTERN_BROKEN: Final = Code(
    "H222",
    Severity.ERROR,
    "The regular expression for booth numbers in fair.yaml is broken.",
    'Correct it; "space-(.+)" takes what follows "space-".',
)

# Layout and checks of halls and lists (H230-H299)
BOOTH_WITHOUT_AREA: Final = Code(
    "H230",
    Severity.ERROR,
    "A booth's outline encloses no floor.",
    "Draw the booth as a closed shape of at least 0.1 m2.",
)
HALL_OUTLINE_BROKEN: Final = Code(
    "H231",
    Severity.WARNING,
    "A hall's outline encloses no floor; one is made around its booths.",
    "Draw the hall's outline as a closed shape, or give its size in fair.yaml.",
)
BOOTHS_OVERLAP: Final = Code(
    "H232",
    Severity.ERROR,
    "Two booths stand on the same floor.",
    "Move or shrink one of them.",
)
BOOTH_OUTSIDE: Final = Code(
    "H233",
    Severity.WARNING,
    "A booth stands partly or wholly outside of its hall.",
    "Move the booth into the hall, or correct the hall's outline.",
)
BOOTH_ENCLOSED: Final = Code(
    "H234",
    Severity.WARNING,
    "A booth has no side open to an aisle, so nobody can enter it.",
    "Leave at least 1 m of one side free of other booths and walls.",
)
BOOTH_UNREACHABLE: Final = Code(
    "H235",
    Severity.WARNING,
    "No way leads from any gate to a booth.",
    "Leave ways of at least 0.6 m, or draw a gate where visitors come in.",
)
BOOTH_OVER_COLUMN: Final = Code(
    "H236",
    Severity.HINT,
    "A column stands in a booth.",
    "Tell the exhibitor; the column is drawn in the booth.",
)
AISLE_NARROW: Final = Code(
    "H237",
    Severity.WARNING,
    "An aisle is narrower than the fire rules ask for.",
    "Widen the aisle, or check the scale of the plan.",
)
NO_GATE: Final = Code(
    "H238",
    Severity.HINT,
    "A hall's plan has no gate; one is assumed where the main aisle meets a wall.",
    "Draw the gates and name their layer under `layers: gates` of the hall's plan.",
)
GATE_OFF_WALL: Final = Code(
    "H239",
    Severity.WARNING,
    "A gate is not in its hall's wall.",
    "Move the gate onto the hall's outline.",
)
COLUMN_OUTSIDE: Final = Code(
    "H240",
    Severity.HINT,
    "A column stands outside of its hall.",
    "Correct the column or the hall's outline, or check which layer holds the columns.",
)
ZONE_UNKNOWN: Final = Code(
    "H250",
    Severity.WARNING,
    "A booth or a hall is in a zone that the fair does not have.",
    "Add the zone under `zones` in fair.yaml, or correct its id.",
)
ZONE_UNUSED: Final = Code(
    "H251",
    Severity.HINT,
    "A zone of the fair has no booth.",
    "Name the zone at a hall or its booths in fair.yaml, or remove it.",
)
EXHIBITOR_WITHOUT_BOOTH: Final = Code(
    "H260",
    Severity.HINT,
    "An exhibitor has no booth; it is in the list, but not in a hall.",
    "Give its booth number in the list, if it has one.",
)
NAME_UNTRANSLATED: Final = Code(
    "H261",
    Severity.HINT,
    "An exhibitor has no name in one of the fair's languages; another one is shown.",
    "Add the name in a column of that language.",
)
PRODUCT_WITHOUT_PICTURE: Final = Code(
    "H262",
    Severity.HINT,
    "A product has no picture, so its page and its poster show words only.",
    "Put pictures into media/ and name them in the list of products.",
)
SESSION_OUTSIDE_DATES: Final = Code(
    "H263",
    Severity.WARNING,
    "A session of the programme is on a day when the fair is not.",
    "Correct its date, or the fair's dates in fair.yaml.",
)
SESSION_BACKWARDS: Final = Code(
    "H264",
    Severity.WARNING,
    "A session of the programme ends before it starts.",
    "Correct its start or its end.",
)
