"""H14x: files that are not where they may be, or that would outgrow the machine."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

INPUT_OUTSIDE: Final = Code(
    "H140",
    Severity.ERROR,
    "A file that is to be read lies outside of the fair folder, by its path or through a link.",
    "Copy the file into the fair folder and name it from there.",
)
INPUT_TOO_LARGE: Final = Code(
    "H141",
    Severity.ERROR,
    "A file is larger than any list, plan or page is; it is not read.",
    "Leave out what is no part of it, such as pictures inside, or divide it into several files.",
)
INPUT_SWELLS: Final = Code(
    "H142",
    Severity.ERROR,
    "A small file would need very much memory or time once it is unpacked.",
    "Open it in the program it comes from, copy what is needed into a new file, and save that.",
)
