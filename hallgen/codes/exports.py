"""H56x: exports of a fair, and what of it a format cannot hold."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

EXPORT_LOSS: Final = Code(
    "H561",
    Severity.HINT,
    "The format of an export has no way to say a part of the fair.",
    "The whole fair is in `hallgen export FAIR json`.",
)
EXPORT_NOWHERE: Final = Code(
    "H562",
    Severity.HINT,
    "Nobody said where on the earth a fair is; its map is put at latitude 0, longitude 0.",
    "Say it with `--at LATITUDE,LONGITUDE`, as in `--at 31.1907,121.2994`.",
)
EXPORT_BROKEN_RELATION: Final = Code(
    "H563",
    Severity.ERROR,
    "A whole fair in JSON names an id that nothing in it has; that relation is left out.",
    "Correct the id, or add what it names.",
)
