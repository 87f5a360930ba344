"""H46x: files whose conversion had to be ended."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

WORK_CRASHED: Final = Code(
    "H460",
    Severity.ERROR,
    "The program that reads a file broke down over it; everything else went on.",
    "Open it in the program it comes from and export it again, best in another format.",
)
WORK_SLOW: Final = Code(
    "H461",
    Severity.ERROR,
    "Reading a file took longer than it may.",
    "Send a simpler one: what is small and inside can be left out.",
)
WORK_LARGE: Final = Code(
    "H462",
    Severity.ERROR,
    "Reading a file needed more memory than it may have.",
    "Send a simpler one: what is small and inside can be left out.",
)
