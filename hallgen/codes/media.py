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
    "Save it as PNG, JPEG, WebP, AVIF, GIF, TIFF or BMP, a logo as SVG or PDF.",
)
PICTURE_TOO_LARGE: Final = Code(
    "H405",
    Severity.WARNING,
    "A picture has more than 200 million pixels.",
    "Make it smaller: 4000 pixels on its longer side are plenty.",
)
DRAWING_REFUSED: Final = Code(
    "H406",
    Severity.WARNING,
    "A drawing is no well-formed XML, or too large or too deeply nested to be drawn.",
    "Export it again as plain SVG, or as PNG, 1000 pixels wide, with a transparent ground.",
)
PICTURE_HEIC: Final = Code(
    "H407",
    Severity.WARNING,
    "A picture is HEIC, as iPhones take them, and what reads it is not installed.",
    "Install it by `pip install 'hallgen[heic]'`, or save the picture as JPEG.",
)
PICTURE_POSTSCRIPT: Final = Code(
    "H408",
    Severity.WARNING,
    "A logo is PostScript (EPS, or an old Illustrator file), which is a program and is not run.",
    "Open it where it was drawn and save it as SVG or PDF.",
)
PICTURE_BLANK: Final = Code(
    "H409",
    Severity.WARNING,
    "Nothing can be seen in a picture or a logo.",
    "Look at the file: it may be white on white, or its drawing lies outside of the page.",
)
CHARACTER_WITHOUT_FONT: Final = Code(
    "H410",
    Severity.WARNING,
    "A text has a character that none of the fonts has; signs and posters leave it out.",
    "Write it in another way, or ignore this: pages show it with the visitor's own fonts.",
)
PICTURE_LOCKED: Final = Code(
    "H411",
    Severity.WARNING,
    "A PDF file needs a password.",
    "Save it without one, or ask the exhibitor for one that is open.",
)
LOGO_SMALL: Final = Code(
    "H412",
    Severity.HINT,
    "A logo has fewer than 160 pixels on its longer side, so signs show it soft.",
    "Ask for it as SVG or PDF, or as PNG, 1000 pixels wide.",
)
FILE_CHANGED: Final = Code(
    "H413",
    Severity.WARNING,
    "A file changed again and again while it was read; this build leaves it out.",
    "Let whatever writes it come to its end, and build again.",
)
