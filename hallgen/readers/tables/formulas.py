"""Cells of CSV files that we write, so that no spreadsheet takes one for a formula.

Names, ids and numbers come from exhibitors; who opens a table would run what they wrote
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import re

#: What a formula begins with; full width is taken for the same where people write so. At a
#: semicolon, spreadsheets of countries with a decimal comma begin another cell. Apostrophes that
#: stand there already count, so that each text has a cell of its own.
_START = r"(?:^|[;\t\r\n])\s*"
_FORMULA = r"(?='*[=+\-@＝＋－＠])"
_BARE = re.compile(_START + _FORMULA)
_DISARMED = re.compile(f"({_START})'{_FORMULA}")
_NUMBER = re.compile(r"[+-]?[\d\s()./-]+")


def disarmed(text: str) -> str:
    """A cell's text as it is to be written: an apostrophe stands before what would be run."""
    return text if _NUMBER.fullmatch(text) else _BARE.sub(r"\g<0>'", text)


def rearmed(cell: str) -> str:
    """The text of which `disarmed` made a cell."""
    return _DISARMED.sub(r"\1", cell)
