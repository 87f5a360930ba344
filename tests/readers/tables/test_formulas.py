"""No table that we write has a cell which a spreadsheet would run."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.readers.tables.formulas import disarmed, rearmed

WILD = st.lists(st.sampled_from([*"=+-@＝＋－＠';\t\n a1", "cmd|' /C calc'!A0"])).map("".join)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("A; @SUM(1)", "A; '@SUM(1)"),
        ("＝1", "'＝1"),
        ("+49 30 123-4", "+49 30 123-4"),
        ("-12", "-12"),
        ("A = B", "A = B"),
        ("'=1", "''=1"),
        ("=;'=", "'=;''="),
    ],
)
def test_what_would_be_run_is_text(text: str, cell: str) -> None:
    assert disarmed(text) == cell


@given(WILD | st.text())
def test_every_text_comes_back(text: str) -> None:
    cell = disarmed(text)
    assert rearmed(cell) == text
    if not re.fullmatch(r"[+-]?[\d\s()./-]+", text):
        assert not re.search(r"(?:^|[;\t])\s*[=+\-@＝＋－＠]", cell)
