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

BOOTH_NOT_BUILT: Final = Code(
    "H510",
    Severity.ERROR,
    "A booth ended the process that built it, twice, and stands as a plain block.",
    "Look at what it shows, its largest models and pictures first; build with fewer --jobs if "
    "memory ran out.",
)
HALL_NOT_BUILT: Final = Code(
    "H511",
    Severity.ERROR,
    "A hall ended the process that built it, twice; nothing was published.",
    "Build with fewer --jobs if memory ran out; what was made of its booths is kept.",
)
