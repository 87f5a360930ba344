"""H3xx: how the tables belong together."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

UNMATCHED_REFERENCE: Final = Code(
    "H301",
    Severity.WARNING,
    "The list puts an exhibitor in a booth that is on no plan.",
    "Correct the booth number in the list, or the plan.",
)
EMPTY_BOOTHS: Final = Code(
    "H302",
    Severity.HINT,
    "Booths of a hall have no exhibitor in the list.",
    "Check that the list is complete; an empty booth is shown as free.",
)
AMBIGUOUS_REFERENCE: Final = Code(
    "H303",
    Severity.WARNING,
    "A booth number is in several halls and the list does not say which is meant.",
    "Fill in the hall's column, or write the hall before the number, as in `4.1-A012`.",
)
HALL_NOT_IN_FAIR: Final = Code(
    "H305",
    Severity.WARNING,
    "The list names a hall that fair.yaml does not have.",
    "Add the hall with its plan to fair.yaml, or correct the list.",
)
REPEATED_EXHIBITOR: Final = Code(
    "H306",
    Severity.ERROR,
    "Two different exhibitors have the same id; the second is left out.",
    "Give each exhibitor its own id.",
)
NEAR_NAMES: Final = Code(
    "H320",
    Severity.HINT,
    "Two exhibitors have nearly the same name, and may be one firm.",
    "If they are one, write its name alike in both rows, or delete one of them.",
)
JOINED_ROWS: Final = Code(
    "H307",
    Severity.HINT,
    "An exhibitor has several rows; they are taken for one exhibitor.",
    "If they are different firms, give each its own id.",
)
UNKNOWN_EXHIBITOR: Final = Code(
    "H308",
    Severity.ERROR,
    "A product belongs to an exhibitor that is not in the list; it is left out.",
    "Write the exhibitor's id, or its name as in the list.",
)
UNKNOWN_MAIN_EXHIBITOR: Final = Code(
    "H309",
    Severity.WARNING,
    "A co-exhibitor names a main exhibitor that is not in the list.",
    "Write the main exhibitor's id, or its name as in the list.",
)
REPEATED_BOOTH: Final = Code(
    "H310",
    Severity.ERROR,
    "Two booths of a hall have the same number; the second is left out.",
    "Give each booth its own number on the plan.",
)
IDLE_PATTERN: Final = Code(
    "H311",
    Severity.WARNING,
    "A pattern of booth numbers in fair.yaml fits no booth.",
    "Correct the pattern; * stands for any characters and ? for one.",
)
REPEATED_PRODUCT: Final = Code(
    "H312",
    Severity.ERROR,
    "Two products have the same id; the second is left out.",
    "Give each product its own id.",
)
UNKNOWN_SESSION_EXHIBITOR: Final = Code(
    "H313",
    Severity.WARNING,
    "A session names an exhibitor that is not in the list.",
    "Write the exhibitor's id, or its name as in the list, or leave the cell empty.",
)
EXHIBITORS_OF_ONE_NAME: Final = Code(
    "H314",
    Severity.WARNING,
    "Rows with the same name say different things; they are taken for different exhibitors.",
    "Correct what differs, or give each exhibitor its own id.",
)
ADDRESS_OF_NOBODY: Final = Code(
    "H315",
    Severity.HINT,
    "addresses.csv keeps an address for an id that no exhibitor or product has any more.",
    "Nothing, if it is gone; if it got another id, write that id into the row to keep its address.",
)
UNKNOWN_BOOTH_FOLDER: Final = Code(
    "H316",
    Severity.WARNING,
    "The folder of a booth.yaml is named like no booth; the file is passed over.",
    "Name the folder as the booth's number, as in booths/A012/booth.yaml.",
)
AMBIGUOUS_BOOTH_FOLDER: Final = Code(
    "H317",
    Severity.WARNING,
    "The folder of a booth.yaml is named like booths in several halls; the file is passed over.",
    "Write the hall before the number, as in booths/4.1-A012/booth.yaml.",
)
UNKNOWN_CHOSEN_PRODUCT: Final = Code(
    "H318",
    Severity.WARNING,
    "A booth.yaml names a product that none of its exhibitors has; it is passed over.",
    "Write the product's id, or its name as in the list.",
)
UNKNOWN_DOOR: Final = Code(
    "H319",
    Severity.WARNING,
    "A door in fair.yaml leads to no hall of the fair, or no gate is there; it is passed over.",
    "Write north, east, south, west or a gate's name, and the id of another hall.",
)
REPEATED_BOOTH_FOLDER: Final = Code(
    "H321",
    Severity.WARNING,
    "Two folders of booths are of the same booth; the second is passed over.",
    "Keep one of them, best the one that is called by the hall and the number.",
)
