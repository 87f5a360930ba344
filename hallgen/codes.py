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

# H2xx: plans and what stands on them

# Layout and checks of a hall (H230-H299)
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

# H3xx: how the tables belong together

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
