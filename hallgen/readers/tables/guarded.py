"""Cells that a spreadsheet would take for formulas, and the sign that keeps it from that.

A cell that begins with =, +, -, @ (or their full-width forms) may be run by the program that opens
a CSV file (CWE-1236). Whoever writes one puts an apostrophe before it, as OWASP advises ("CSV
Injection"); here both ways are in one place, so that what was written is what is read.
"""

from __future__ import annotations

import re
from typing import Final

#: What programs take for a formula, and what would be read as a guarded cell.
_RUN: Final = re.compile(r"^'*[=+\-@＝＋－＠\t\r]")
_GUARDED: Final = re.compile(r"^'+[=+\-@＝＋－＠\t\r]")


def guarded(text: str) -> str:
    """The text as a cell that no program runs. `unguarded` gives it back."""
    return f"'{text}" if _RUN.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell, without the apostrophe that guards it."""
    return text[1:] if _GUARDED.match(text) else text
