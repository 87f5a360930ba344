"""What can be searched for, and how it is spelled for an index."""

from __future__ import annotations

import pytest

from hallgen.model import Booth
from hallgen.site import search_records
from hallgen.site.search import numbers_of, romanized, spelled
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yuance CNC", "Yuance CNC"),
        ("沅峤精密", "沅 峤 精 密"),
        ("数控车床 YNO-VL800", "数 控 车 床 YNO-VL800 YNOVL800"),
        ("机床CNC", "机 床 CNC"),
        ("ロボット", "ロ ボ ッ ト"),
        ("로봇 산업", "로봇 산업"),
        ("A/B_C.D", "A/B_C.D ABCD"),
        ("", ""),
    ],
)
def test_words_are_as_an_index_takes_them(text: str, expected: str) -> None:
    assert spelled(text) == expected


def test_chinese_is_found_by_the_pinyin_of_any_part_and_by_initials() -> None:
    found = romanized("精密车床 Lathes 重庆").split()
    for typed in ("jingmi", "chechuang", "chuang", "jmcc", "cc", "chongqing", "cq"):
        assert any(word.startswith(typed) for word in found), typed
    assert romanized("Lathes") == ""


def test_numbers_are_found_with_their_hall_and_without_with_zeros_and_none() -> None:
    booth = Booth.model_construct(id="4.1-A005", hall="4.1", number="A-005")
    assert set(numbers_of(booth).split()) == {"A-005", "A005", "A5", "41", "41A005", "41A5"}


def test_only_zeros_before_a_number_are_left_out() -> None:
    booth = Booth.model_construct(id="1-A100", hall="1", number="A100")
    assert set(numbers_of(booth).split()) == {"A100", "1", "1A100"}


def test_a_text_without_end_is_spelled_in_no_time() -> None:
    assert len(romanized("机" * 20_000)) < 10_000


def test_each_exhibitor_product_and_session_is_found_in_each_language() -> None:
    fair = small_fair()
    records = list(search_records(inputs_of(fair)))
    things = len(fair.exhibitors) + len(fair.products) + len(fair.sessions)
    assert len(records) == things * len(fair.languages)
    assert {record.language for record in records} == set(fair.languages)
    assert all(record.title and record.names and record.address for record in records)
    first = fair.exhibitors[0]
    for record in records:
        assert record.address.startswith(f"{record.language}/")
    own = [record for record in records if record.address.endswith(f"/{first.slug}/")]
    for _, words in first.name.said:
        assert all(spelled(words) in record.names for record in own)


def test_a_result_says_where_an_exhibitor_is_and_leads_there() -> None:
    records = {record.address: record for record in search_records(inputs_of(small_fair()))}
    placed = [record for record in records.values() if record.walk]
    assert placed
    for record in placed:
        assert record.note
        assert record.shown["page"] == record.address
        assert "?booth=" in record.walk or "?product=" in record.walk
