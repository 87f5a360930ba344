"""Words: every language has the same keys and blanks, and lists are in their order."""

from __future__ import annotations

import json
import re
import string
from datetime import date, datetime

import pytest
from babel import Locale

from hallgen import resources
from hallgen.model import FairIndex, Text
from hallgen.site import texts_of
from hallgen.site.dates import clock, date_range
from hallgen.site.plurals import category, counted
from hallgen.site.signs import initials
from hallgen.site.sorting import initial, sort_key
from hallgen.site.words import direction, interface, isolated, own_name, say, viewer_words
from tests.support.fairs import exhibitor, fair_of, small_fair

FILES = sorted((resources.assets() / "strings").glob("*.json"))
ENGLISH = json.loads((resources.assets() / "strings" / "en.json").read_text("utf-8"))


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_language_has_all_words_with_the_same_blanks(file) -> None:  # type: ignore[no-untyped-def]
    said = json.loads(file.read_text("utf-8"))
    stems = [key.removesuffix("one") for key in ENGLISH if key.endswith((".one", "_one"))]
    forms = Locale.parse(file.stem, sep="-").plural_form
    counted = {f"{stem}{category}" for stem in stems for category in (forms.tags | {"other"})}
    told = {f"{stem}{category}" for stem in stems for category in ("one", "other")}
    assert set(said) - counted - told == set(ENGLISH) - counted - told
    for key in counted | told:
        # Categories of fractions and of whole millions alone need no words of their own.
        needed = key.endswith("other") or forms_of(file.stem, key)
        assert key in said or not needed, key
    for key, words in said.items():
        assert words.strip() or key == "comma"
        if key in counted | told:
            assert blanks(words) <= {"n"}, key
        elif not key.startswith("date."):
            assert blanks(words) == blanks(ENGLISH[key]), key


def forms_of(language: str, key: str) -> bool:
    """Whether some number below a thousand is of the key's category in a language."""
    return any(key.endswith(category(n, language)) for n in range(1000))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", {1: "1 стенд", 3: "3 стенда", 5: "5 стендов", 11: "11 стендов", 22: "22 стенда"}),
        ("ar", {0: "لا أجنحة", 1: "جناح واحد", 2: "جناحان", 7: "7 أجنحة", 11: "11 جناحًا"}),
        ("ar", {100: "100 جناح", 103: "103 أجنحة", 2500: "2,500 جناح"}),
        ("fr", {0: "0 stand", 1: "1 stand", 2: "2 stands"}),
        ("de", {1: "1 Stand", 2: "2 Stände", 2500: "2.500 Stände"}),
        ("en", {1: "1 booth", 0: "0 booths", 2500: "2,500 booths"}),
        ("zh-TW", {2: "2 個攤位"}),
    ],
)
def test_numbers_of_things_as_each_language_counts(language: str, said: dict[int, str]) -> None:
    words = interface(language)
    assert {n: counted(words, "count.booths.", n, language) for n in said} == said


def test_a_language_without_words_of_a_category_says_what_it_says_of_others() -> None:
    assert counted({"a.other": "{n} wozy"}, "a.", 1, "pl") == "1 wozy"
    assert counted({"a.one": "{n} x", "a.other": "{n} y"}, "a.", 1, "tlh") == "1 y"


def test_templates_say_nothing_that_has_no_words() -> None:
    for file in sorted(resources.templates().glob("*.j2")):
        text = file.read_text("utf-8")
        keys = re.findall(r"\bt\('([a-z_.]+)'", text)
        counted = re.findall(r"\bcount\('([a-z_.]+)'", text)
        wanted = [*keys, *(f"{key}.{form}" for key in counted for form in ("one", "other"))]
        assert [key for key in wanted if key not in ENGLISH] == [], file.name


def test_a_missing_language_falls_back_to_english_and_a_region_to_its_language() -> None:
    assert interface("tlh")["nav.halls"] == "Halls"
    assert interface("zh-TW")["nav.booths"] == interface("zh-Hant")["nav.booths"] == "攤位"
    assert interface("zh-Hans")["nav.booths"] == interface("zh-CN")["nav.booths"] == "展位"
    assert interface("de-AT")["nav.booths"] == "Stände"
    assert own_name("de-CH") == "Deutsch"
    assert own_name("zh") == "中文"
    assert own_name("zh-HK") == "繁體中文"
    assert own_name("it") == "Italiano"
    assert own_name("tlh") == "tlh"


def test_words_of_the_fair_go_before_ours_and_a_language_needs_no_code() -> None:
    own = {"it": {"nav.halls": "Padiglioni", "language.own_name": "Italiano!"}}
    fair = small_fair().model_copy(update={"strings": {**own, "en": {"nav.booths": "Stands"}}})
    assert interface("it", fair)["nav.halls"] == "Padiglioni"
    assert interface("it-CH", fair)["nav.booths"] == "Stands"
    assert interface("en", fair)["nav.booths"] == "Stands"
    assert own_name("it", fair) == "Italiano!"
    assert interface("it")["nav.halls"] == "Halls"


def test_missing_words_are_seen_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALLGEN_STRINGS", "strict")
    assert interface("it")["nav.halls"] == "⟦nav.halls⟧"
    assert interface("de")["nav.halls"] == "Hallen"
    assert interface("en-GB")["nav.halls"] == "Halls"


def test_names_in_words_from_right_to_left_are_kept_apart() -> None:
    assert isolated({"booth": "5.1-A01", "n": 3}, "rtl") == {
        "booth": "\u20685.1-A01\u2069",
        "n": 3,
    }
    assert isolated({"booth": "5.1-A01"}, "ltr") == {"booth": "5.1-A01"}


def test_the_viewer_gets_its_words_only() -> None:
    words = viewer_words("en")
    assert words
    assert all(not key.startswith("view.") for key in words)
    assert len(words) == len([key for key in ENGLISH if key.startswith("view.")])


def test_texts_of_a_fair_hold_every_character_of_its_pages(site: dict[str, bytes]) -> None:
    known = set().union(*texts_of(FairIndex(small_fair())))
    for path, data in site.items():
        if path.endswith((".html", ".svg")):
            assert set(data.decode()) - known <= {"\n"}, path


def test_texts_of_a_fair_hold_the_initials_of_its_lists() -> None:
    names = {"ja": ("東京", "ガンダム"), "ko": ("꽃집",), "fr": ("straße", "éclat")}
    for language, said in names.items():
        exhibitors = [exhibitor(f"e{n}", name=Text.of(**{language: s})) for n, s in enumerate(said)]
        fair = fair_of(*small_fair().halls, languages=(language,), exhibitors=tuple(exhibitors))
        known = set().union(*texts_of(FairIndex(fair)))
        assert {initial(name, language) for name in said} <= known


def test_what_is_said_comes_with_its_language() -> None:
    text = Text.of(zh="上海", en="Shanghai")
    assert say(text, ("en", "zh")).language == "en"
    assert say(text, ("ja", "zh")).words == "上海"
    assert say(Text.model_validate("ACME"), ("zh",)).language is None
    assert direction("ar") == "rtl"
    assert direction("az-Arab") == "rtl"
    assert direction("en") == "ltr"


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("上海机床", "zh", "S"),
        ("重庆机床", "zh", "C"),
        ("ABB", "zh", "A"),
        ("Élan", "fr", "E"),
        ("3M", "en", "#"),
        ("（株）", "en", "漢"),
        ("ガンダム", "ja", "か"),
        ("ぱん", "ja", "は"),
        ("東京", "ja", "漢"),
        ("꽃집", "ko", "ㄱ"),
        ("한국", "ko", "ㅎ"),
        ("Жук", "ru", "Ж"),
        ("Йотун", "ru", "Й"),
        ("Ёлка", "ru", "Е"),
        ("Ñandú", "es", "Ñ"),
        ("Ñandú", "en", "N"),
        ("أرامكو", "ar", "ا"),
        ("", "en", "#"),
    ],
)
def test_initials_of_a_list(name: str, language: str, expected: str) -> None:
    assert initial(name, language) == expected


def test_letters_of_their_own_are_sorted_after_those_they_resemble() -> None:
    spanish = ["Ñandú", "Nzeta", "Oro", "Ana", "Ésta", "Caña", "Canz", "Cao"]
    assert sorted(spanish, key=lambda name: sort_key(name, "es")) == [
        "Ana",
        "Canz",
        "Caña",
        "Cao",
        "Ésta",
        "Nzeta",
        "Ñandú",
        "Oro",
    ]
    russian = ["Кама", "Йод", "Иж", "Яна"]
    assert sorted(russian, key=lambda name: sort_key(name, "ru")) == ["Иж", "Йод", "Кама", "Яна"]


def test_chinese_names_are_sorted_by_pinyin_among_latin_ones() -> None:
    names = ["中科", "ABB", "安川", "Bosch", "北京机床", "7云"]
    assert sorted(names, key=lambda name: sort_key(name, "zh")) == [
        "ABB",
        "安川",
        "北京机床",
        "Bosch",
        "中科",
        "7云",
    ]


@pytest.mark.parametrize(
    ("language", "start", "end", "expected"),
    [
        ("en", date(2026, 9, 22), date(2026, 9, 26), "22–26 September 2026"),
        ("en", date(2026, 9, 28), date(2026, 10, 2), "28 September – 2 October 2026"),
        ("en", date(2026, 12, 30), date(2027, 1, 2), "30 December 2026 – 2 January 2027"),
        ("en", date(2026, 9, 22), None, "22 September 2026"),
        ("en", None, None, ""),
        ("zh", date(2026, 9, 22), date(2026, 9, 26), "2026年9月22日–26日"),
        ("ko", date(2026, 9, 22), date(2026, 10, 1), "2026년 9월 22일–10월 1일"),
        ("de", date(2026, 9, 22), date(2026, 9, 26), "22.–26. September 2026"),
        ("es", date(2026, 9, 22), date(2026, 10, 1), "22 de septiembre – 1 de octubre de 2026"),
        ("ru", date(2026, 9, 22), date(2026, 9, 26), "22–26 сентября 2026 г."),
        ("ar", date(2026, 9, 22), None, "22 سبتمبر 2026"),
    ],
)
def test_dates_as_people_write_them(
    language: str, start: date | None, end: date | None, expected: str
) -> None:
    assert date_range(start, end, interface(language)) == expected


def test_times_of_a_session() -> None:
    start = datetime(2026, 9, 22, 9, 30)
    assert clock(start, datetime(2026, 9, 22, 10, 15)) == "09:30–10:15"
    assert clock(start, None) == "09:30"
    assert clock(start, datetime(2026, 9, 23, 10, 0)) == "09:30"


@pytest.mark.parametrize(
    ("name", "city", "expected"),
    [
        ("上海远策数控", "上海", "远策"),
        ("上海", "上海", "上海"),
        ("株式会社ガンダム", "", "ガン"),
        ("Yuance CNC", "", "YC"),
        ("Siemens", "", "SI"),
        ("ABB", "", "ABB"),
        ("!!", "", "·"),
        ("", "", "·"),
    ],
)
def test_signs_of_those_without_a_logo(name: str, city: str, expected: str) -> None:
    assert initials(name, city) == expected
