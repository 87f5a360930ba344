import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import features
from PIL.ImageFont import FreeTypeFont

from hallgen.media.breaking import greedy, opportunities
from hallgen.media.typeset import Style, fit, measure, paragraph, set_lines

NAMES = st.sampled_from(
    [
        "上海远策数控机床有限公司",
        "Yuance CNC Machine Tools Co., Ltd.",
        "株式会社東亜精密工作所",
        "한빛산업기술원",
        "ООО «Станкосвет»",
        "شركة الصناعات الهندسية (ABC 123)",
        "Công ty Cổ phần Cơ khí",
        "บริษัท เครื่องจักรดี จำกัด",
        "W",
        "测",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "a " * 61,
    ]
)


def test_raqm_is_there() -> None:
    assert features.check("raqm")
    assert features.check("harfbuzz")


@given(
    NAMES,
    st.floats(12, 900),
    st.floats(8, 200),
    st.integers(1, 4),
    st.floats(6, 160),
    st.sampled_from([400, 700]),
)
@settings(max_examples=60, deadline=None)
def test_ink_stays_in_its_box(
    text: str, width: float, height: float, lines: int, size: float, weight: int
) -> None:
    setting = fit(text, Style(size, weight), "und", (width, height), lines=lines)
    # 2 px is the smallest type there is; below a box of its size nothing can be drawn
    if setting.style.size > 2:
        assert setting.width <= width
        assert setting.height <= height
    assert len(setting.lines) <= lines
    assert "".join(setting.lines).replace(" ", "") == text.replace(" ", "")


def test_a_fitting_text_keeps_its_size() -> None:
    setting = fit("科昂传感", Style(40, 700), "zh", (400, 60))
    assert setting.style == Style(40, 700)
    assert setting.lines == ("科昂传感",)


def test_narrower_letters_come_before_smaller_ones() -> None:
    style = Style(40, 700)
    room = measure("Keang Sensors", style, "en") * 0.92
    setting = fit("Keang Sensors", style, "en", (room, 60))
    assert setting.style.size == 40
    assert setting.style.width < 100


def test_weight_and_tracking_change_what_is_drawn() -> None:
    light, bold = (set_lines(("机床 AB",), Style(40, weight), "zh").ink for weight in (300, 800))
    assert sum(light.histogram()[128:]) < sum(bold.histogram()[128:])
    style = Style(40, tracking=0.1)
    plain = measure("机床", Style(40), "zh")
    assert measure("机床", style, "zh") == pytest.approx(plain + 0.1 * 40 * 2)


def test_advances_grow_with_size() -> None:
    one, two = (measure("Machining 加工", Style(size), "zh") for size in (10, 30))
    assert two == pytest.approx(3 * one)


def test_large_latin_letters_stand_closer_but_no_others() -> None:
    for text, language, closer in (("Machining", "en", True), ("Станок", "ru", True),
                                   ("加工中心", "zh", False), ("شركة", "ar", False),
                                   ("เครื่อง", "th", False)):  # fmt: skip
        small, large = (measure(text, Style(size), language) for size in (20, 60))
        share = large / (3 * small)
        assert (0.96 < share < 0.995) if closer else share == pytest.approx(1)


def test_scripts_that_join_or_stack_are_not_spaced() -> None:
    for text, language in (("شركة", "ar"), ("เครื่อง", "th"), ("मशीन", "hi")):
        plain, spaced = (measure(text, Style(20, tracking=t), language) for t in (0.0, 0.1))
        assert spaced == plain


def test_lines_never_begin_with_closing_marks_nor_end_with_opening_ones() -> None:
    text = "成立于2003年，专注“柔性制造”（FMS）的研发。产品出口（欧洲、亚洲）等。"
    style = Style(20)
    for width in range(60, 400, 20):
        for line in greedy(text, width, lambda words: measure(words, style, "zh")):
            assert line[0] not in "，。”）、"
            assert line[-1] not in "“（"


def test_words_stay_whole() -> None:
    lines = greedy("five-axis machining centres", 10, len)
    assert lines == ("five-axis", "machining", "centres")
    assert 3 not in opportunities("2026")
    assert opportunities("コーヒー") == [2]


def test_a_paragraph_fills_its_box_and_is_shortened_by_sentences() -> None:
    text = "我们制造机床。" * 60
    setting = paragraph(text, Style(24), "zh", (300, 120))
    assert setting.width <= 300
    assert setting.height <= 120
    assert "".join(setting.lines).endswith("。")


def test_the_same_text_gives_the_same_ink() -> None:
    first, second = (set_lines(("机床 شركة",), Style(31.5, 600), "zh") for _ in range(2))
    assert first.ink.tobytes() == second.ink.tobytes()
    assert first.baseline == second.baseline


def test_glyphs_too_dense_for_a_bold_cut_are_drawn_regular() -> None:
    assert set_lines(("\ufdfd",), Style(40, 800), "ar").width > 40


def test_few_large_fonts_stay_open() -> None:
    """Each Chinese font holds 6 MB: all sizes of a fair together would be gigabytes."""
    for size in range(20, 140):
        set_lines(("工业机器人",), Style(size, 700), "zh")
    named = (font.getname()[0] for font in gc.get_objects() if isinstance(font, FreeTypeFont))
    assert 0 < sum(1 for name in named if name and "Noto Sans SC" in name) <= 48
