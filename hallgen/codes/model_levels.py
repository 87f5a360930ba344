"""H432 to H439: what product models cost a visitor."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

MODEL_BY_PICTURE: Final = Code(
    "H432",
    Severity.WARNING,
    "A model stays too large for a booth however it is reduced: a picture stands for it there.",
    "Leave out what is too small to be seen, and join what looks the same, before you export it.",
)
MODEL_HEAVY: Final = Code(
    "H433",
    Severity.WARNING,
    "A model takes more for a close look than a phone should have to load.",
    "Reduce its mesh or its pictures before you export it.",
)
MODEL_NOT_REDUCED: Final = Code(
    "H434",
    Severity.ERROR,
    "A model was read, but could not be reduced for the web.",
    "Export it again as GLB, without extensions, and with pictures as PNG or JPEG.",
)
