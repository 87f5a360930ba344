"""H19x: the organiser's theme, and designs that other packages bring."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

UNKNOWN_THEME: Final = Code(
    "H190",
    Severity.WARNING,
    "fair.yaml names a theme's folder that is not there, or a theme that is not installed.",
    "Correct the name, or install the package that brings the theme.",
)
UNKNOWN_DESIGN: Final = Code(
    "H191",
    Severity.WARNING,
    "A design of booths is named that is not installed; the booth is built without it.",
    "Correct the name, or install the package that brings the design.",
)
