import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.media import fonts
from hallgen.media.bidi import is_right_to_left, levels
from hallgen.media.typeset import Style, set_lines

SAMPLES = {
    "zh": "上海数控机床，“智造”2026（第3届）",
    "zh-Hant": "臺灣體驗館",
    "ja": "株式会社ヶ丘・精密ー",
    "ko": "한빛산업 뷁",
    "ru": "Станкосвет ЁЖЪ",
    "el": "Μηχανές ΰ",
    "vi": "Cơ khí ếộữặ",
    "th": "เครื่องจักร ำ",
    "ar": "شركة الصناعات پچگ",
    "he": "תעשיות",
    "hi": "हिन्दी",
    "ta": "தமிழ்",
    "pl": "Łódź ąćęńśźż",
    "tr": "İğüş",
    "en": "±0.002 mm ≥ 12 kg · 5 m² ℃ €",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_every_character_has_a_glyph_that_is_not_the_missing_one(language: str, text: str) -> None:
    assert fonts.undrawable(text) == ()
    drawn = "".join(run.text for run in fonts.runs(text, language))
    assert sorted(drawn) == sorted(fonts.clean(text))
    for run in fonts.runs(text, language):
        cmap = fonts.coverage(run.face)
        assert all(ord(character) in cmap for character in run.text)


@pytest.mark.parametrize("face", fonts.FACES, ids=lambda face: face.name)
def test_faces_open_and_draw_their_own_letters_differently(face: fonts.Face) -> None:
    letters = [
        c
        for c in map(chr, sorted(fonts.coverage(face)))
        if unicodedata.category(c) in {"Lo", "Lu", "So"}
    ]
    first, second = letters[0], letters[len(letters) // 2]
    inks = [set_lines((c,), Style(40), "und").ink.tobytes() for c in (first, second)]
    assert inks[0] != inks[1]


def test_languages_choose_their_own_shapes() -> None:
    faces = {
        lang: fonts.face_of("直", lang) for lang in ("zh", "zh-Hant", "zh-TW", "ja", "ko", "en")
    }
    assert faces == {
        "zh": fonts.SC,
        "zh-Hant": fonts.TC,
        "zh-TW": fonts.TC,
        "ja": fonts.JP,
        "ko": fonts.KR,
        "en": fonts.SC,
    }
    assert fonts.runs("東京のカメラ", "und")[0].face is fonts.JP
    assert fonts.runs("서울 東", "und")[0].face is fonts.KR


def test_punctuation_goes_with_its_script() -> None:
    assert [run.text for run in fonts.runs("ABC“机械”有限", "zh")] == ["ABC", "“机械”有限"]
    assert [run.face for run in fonts.runs("Müller（上海）", "zh")] == [fonts.SANS, fonts.SC]


def test_unknown_characters_are_left_out_and_named() -> None:
    assert fonts.undrawable("灵境😀😀 A\U0001f9ff") == ("😀", "\U0001f9ff")
    assert "".join(run.text for run in fonts.runs("灵😀境", "zh")) == "灵境"


def test_controls_and_selectors_are_no_fault() -> None:
    assert fonts.undrawable("A\u200b\ufe0f\u202eB\x07") == ()
    assert fonts.clean("A\u0301 \n B") == "Á B"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("שלום ABC", ["ABC", " ", "שלום"]),
        ("ABC שלום", ["ABC ", "שלום"]),
        ("السعر 12.5%", ["12.5%", " ", "السعر"]),
        ("ABC שלום 12 עולם", ["ABC ", "עולם", " ", "12", " ", "שלום"]),
    ],
)
def test_right_to_left_order(text: str, seen: list[str]) -> None:
    drawn = "".join(run.text for run in fonts.runs(text, "und"))
    assert drawn.replace(" ", "") == "".join(seen).replace(" ", "")


def test_levels_follow_the_line() -> None:
    assert levels("ab") == [0, 0]
    assert levels("אב") == [1, 1]
    assert levels("אב 12") == [1, 1, 1, 2, 2]
    assert is_right_to_left("12 שלום")
    assert not is_right_to_left("")


@given(st.text(max_size=40))
def test_any_text_becomes_runs_with_all_that_can_be_drawn(text: str) -> None:
    line = fonts.clean(text)
    missing = fonts.undrawable(text)
    drawn = "".join(run.text for run in fonts.runs(text, "zh"))
    assert sorted(drawn) == sorted(c for c in line if c not in missing)
