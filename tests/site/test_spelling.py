"""How texts are spelled for the search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.model import Booth
from hallgen.site.spelling import numbers_of, romanized, singular, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yuance CNC", "yuance cnc"),
        ("沅峤精密", "沅峤 峤精 精密 密"),
        ("床", "床"),
        ("数控车床 YNO-VL800", "数控 控车 车床 床 yno vl800 ynovl800"),
        ("机床CNC", "机床 床 cnc"),
        ("ロボット", "ロボ ボッ ット ト"),
        ("로봇 산업", "로봇 산업"),
        ("A/B_C.D", "a b c d abcd"),
        ("Königsrode Lathes", "konigsrode lathe"),
        ("ＣＮＣ", "cnc"),
        ("& _ -", ""),
        ("", ""),
    ],
)
def test_texts_are_spelled_as_terms(text: str, expected: str) -> None:
    assert " ".join(terms(text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lathes", "lathe"),
        ("batteries", "battery"),
        ("presses", "press"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("status", "status"),
        ("axis", "axis"),
        ("gas", "gas"),
        ("a5s", "a5s"),
    ],
)
def test_plurals_are_left_out(word: str, expected: str) -> None:
    assert singular(word) == expected


@given(st.text())
def test_any_text_has_terms_of_letters_and_figures(text: str) -> None:
    for term in terms(text):
        assert term
        assert not any(sign.isspace() or sign == "_" for sign in term)


def test_chinese_is_found_by_the_pinyin_of_any_part_and_by_initials() -> None:
    found = romanized("精密车床 Lathes 重庆")
    for typed in ("jingmi", "chechuang", "chuang", "jmcc", "cc", "chongqing", "cq"):
        assert any(term.startswith(typed) for term in found), typed
    assert romanized("Lathes") == ()


def test_a_text_without_end_is_spelled_in_no_time() -> None:
    assert len(romanized("机" * 20_000)) < 100


def test_numbers_are_found_with_their_hall_and_without_with_zeros_and_none() -> None:
    booth = Booth.model_construct(id="4.1-A005", hall="4.1", number="A-005")
    assert numbers_of(booth) == ("a005", "a5", "41", "41a005", "41a5")


def test_only_zeros_before_a_number_are_left_out() -> None:
    booth = Booth.model_construct(id="1-A100", hall="1", number="A100")
    assert numbers_of(booth) == ("a100", "1", "1a100")
