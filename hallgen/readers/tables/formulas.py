"""Cells of CSV files that we write, so that no spreadsheet takes one for a formula.

Names, ids and numbers come from exhibitors; who opens a table would run what they wrote
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import re

#: Full width is taken for the same where people write so; at a semicolon, spreadsheets of countries
#: with a decimal comma begin another cell.
_FORMULA = re.compile(r"(?:^|[;\t\r\n])\s*(?=[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?[\d\s()./-]+")


def disarmed(text: str) -> str:
    """A cell's text as it is to be written: an apostrophe stands before what would be run."""
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub(r"\g<0>'", text)


def rearmed(cell: str) -> str:
    """The text of which `disarmed` made a cell; any other cell as it is."""
    bare = re.sub(r"((?:^|[;\t\r\n])\s*)'(?=[=+\-@＝＋－＠])", r"\1", cell)
    return bare if disarmed(bare) == cell else cell
