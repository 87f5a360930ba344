"""H5xx: the build itself."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

STORE_NOT_WRITTEN: Final = Code(
    "H501",
    Severity.HINT,
    "What was costly to make could not be kept for the next build.",
    "Free some space or name another folder with --cache; the site itself is whole.",
)
