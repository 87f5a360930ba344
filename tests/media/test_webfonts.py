import io

from fontTools.ttLib import TTFont

from hallgen.media import font_stack, subset_fonts
from hallgen.media.webfonts import unicode_range

TEXTS = ["上海机床 Yuance CNC Łódź", "شركة", "機床 12"]


def test_every_character_is_in_a_font_of_its_range() -> None:
    fonts = subset_fonts(TEXTS, ("zh", "en"))
    assert {font.family for font in fonts} == {"Noto Sans", "Noto Sans SC", "Noto Sans Arabic"}
    covered: set[int] = set()
    for font in fonts:
        assert font.name.startswith("fonts/")
        assert font.name.endswith(".woff2")
        assert font.data[:4] == b"wOF2"
        with TTFont(io.BytesIO(font.data)) as opened:
            cmap = set(opened.getBestCmap())
            axes = {a.axisTag: (a.minValue, a.maxValue) for a in opened["fvar"].axes}
        assert axes == {"wght": (400, 700)}
        assert font.weights == (400, 700)
        assert unicode_range(map(chr, cmap)) == font.unicode_range
        covered |= cmap
    assert covered >= {ord(c) for text in TEXTS for c in text}


def test_letters_of_every_page_are_in_a_file_of_their_own_where_a_face_has_many() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
    fonts = subset_fonts([many, "中文 English"], ("zh",), "中文English")
    chinese = [font.unicode_range for font in fonts if font.family == "Noto Sans SC"]
    assert unicode_range("中文") in chinese
    assert len(chinese) == 1 + 5
    assert len([font for font in fonts if font.family == "Noto Sans"]) == 1


def test_each_language_has_its_own_shapes() -> None:
    families = {font.family for font in subset_fonts(["直"], ("zh", "ja", "ko"))}
    assert families == {"Noto Sans SC", "Noto Sans JP", "Noto Sans KR"}


def test_the_same_characters_give_the_same_bytes() -> None:
    first = subset_fonts(TEXTS, ("zh", "en"))
    second = subset_fonts(list(reversed(TEXTS)), ("zh", "en"))
    assert first == second


def test_what_no_font_has_is_left_to_the_visitor() -> None:
    assert subset_fonts(["😀\u200b"], ("en",)) == ()


def test_stack_begins_with_latin_and_the_languages_own_face() -> None:
    fonts = subset_fonts(TEXTS, ("zh", "ja"))
    assert font_stack("zh", fonts)[:2] == ("Noto Sans", "Noto Sans SC")
    assert font_stack("ja", fonts)[:2] == ("Noto Sans", "Noto Sans JP")
    assert set(font_stack("ja", fonts)) == {font.family for font in fonts}


def test_ranges() -> None:
    assert unicode_range("ABCabcZ上") == "U+41-43,U+5A,U+61-63,U+4E0A"
