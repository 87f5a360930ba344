"""Addresses made of names, and those that are kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.model import Text
from hallgen.readers.slugs import slug, slug_of, unique


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Müßig & Söhne GmbH", "mussig-sohne-gmbh"),
        ("上海示例", "shang-hai-shi-li"),
        ("重庆示例", "chong-qing-shi-li"),
        ("ООО Образец", "ooo-obrazets"),
        ("O'Sample Tools", "osample-tools"),
        ("4.1", "4-1"),
        ("…", ""),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=200))
def test_a_slug_is_safe_in_any_address(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))
    assert len(slug(name)) <= 60


def test_the_name_in_latin_letters_is_taken() -> None:
    assert slug_of(Text.of(zh="示例", en="Sample Works"), "x") == "sample-works"
    assert slug_of(Text.of(zh="示例", de="Muster AG"), "x") == "muster-ag"
    assert slug_of(Text.of(zh="示例", en=""), "x") == "shi-li"
    assert slug_of(Text.of(und="..."), "exhibitor") == "exhibitor"


def test_suffixes() -> None:
    taken = {"a", "a-2"}
    assert [unique("a", taken), unique("a", taken), unique("b", taken)] == ["a-3", "a-4", "b"]
