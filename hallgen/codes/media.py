"""H4xx: exhibitors' media."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

FILE_MISSING: Final = Code(
    "H401",
    Severity.WARNING,
    "A picture or another file that the tables name is not in the fair folder.",
    "Put the file there, or correct its path; paths start at the fair folder.",
)
MEDIA_OUTSIDE: Final = Code(
    "H402",
    Severity.ERROR,
    "A file that the tables name lies outside of the fair folder, itself or through a link.",
    "Copy the file into the fair folder and name it from there.",
)
PICTURE_BROKEN: Final = Code(
    "H403",
    Severity.WARNING,
    "A picture is empty, cut off or damaged.",
    "Export it again, or ask the exhibitor for it once more.",
)
PICTURE_UNKNOWN: Final = Code(
    "H404",
    Severity.WARNING,
    "A file is no picture of a kind that is read.",
    "Save it as PNG, JPEG, WebP, GIF, AVIF, TIFF or BMP.",
)
PICTURE_TOO_LARGE: Final = Code(
    "H405",
    Severity.WARNING,
    "A picture has more than 200 million pixels.",
    "Make it smaller: 4000 pixels on its longer side are plenty.",
)
PICTURE_VECTOR: Final = Code(
    "H406",
    Severity.HINT,
    "A picture is an SVG drawing, which is not read yet.",
    "Save it as PNG, 1000 pixels wide, with a transparent ground.",
)
CHARACTER_WITHOUT_FONT: Final = Code(
    "H410",
    Severity.WARNING,
    "A text has a character that none of the fonts has; signs and posters leave it out.",
    "Write it in another way, or ignore this: pages show it with the visitor's own fonts.",
)
