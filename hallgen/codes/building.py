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
    "H515",
    Severity.ERROR,
    "A booth ended the process that built it, twice, and stands as a plain block.",
    "Look at what it shows, its largest models and pictures first; build with fewer --jobs if "
    "memory ran out.",
)
HALL_NOT_BUILT: Final = Code(
    "H516",
    Severity.ERROR,
    "A hall ended the process that built it, twice; nothing was published.",
    "Build with fewer --jobs if memory ran out; what was made of its booths is kept.",
)
HALL_AS_IT_WAS: Final = Code(
    "H517",
    Severity.HINT,
    "A hall changed since it was built, and --only left it as it was.",
    "Name it under --only as well, or build the whole fair.",
)
DRAFT_BOOTH: Final = Code(
    "H511",
    Severity.HINT,
    "A booth.yaml is a draft: visitors see the names and logos of its exhibitors alone.",
    "When it is as it should be, write `status: approved` into it.",
)
NOT_YET_PUBLISHED: Final = Code(
    "H512",
    Severity.HINT,
    "A product is left out of this build, since its day has not come.",
    "Build again on that day; `hallgen build --date` builds as of another.",
)
