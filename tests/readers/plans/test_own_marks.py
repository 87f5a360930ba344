"""What exports write beside a shape comes back, whatever is in a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallgen.readers.plans.own_marks import as_texts, from_texts


@given(st.dictionaries(st.sampled_from(["number", "name", "zone"]), st.text(max_size=200)))
def test_texts_are_the_values_again(values: dict[str, str]) -> None:
    texts = as_texts(values)
    assert from_texts(texts) == values
    assert all(len(text.splitlines()) <= 1 for text in texts)


def test_a_line_break_and_what_stands_for_one() -> None:
    values = {"name": "North\nhall %000A\u2028", "zone": ""}
    assert from_texts(as_texts(values)) == values
