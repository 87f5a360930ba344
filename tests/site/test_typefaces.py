"""How pages name fonts: ours, those of devices, and what is seen until ours have come."""

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from hallgen.media.fonts import SANS
from hallgen.media.webfonts import WebFont
from hallgen.site.typefaces import STAND_INS, first_font, font_rules

LATIN = WebFont("Noto Sans", "fonts/latin.woff2", b"wOF2", "U+20-7E,U+B7", (400, 700))
GREEK = WebFont("Noto Sans", "fonts/greek.woff2", b"wOF2", "U+391-3A9", (400, 700))
HAN = WebFont("Noto Sans SC", "fonts/han.woff2", b"wOF2", "U+4E2D", (400, 700))

#: Mean widths of a letter of English in ems, by how often letters are used, of fonts that are not
#: here: from the tables of the fonts themselves.
WIDTHS = {("roboto", 400): 911 / 2048, ("roboto", 700): 926 / 2048}
WIDTHS |= {("arial", 400): 913 / 2048, ("arial", 700): 983 / 2048}
LETTERS = (
    "eeeeeeeeeeeettttttttaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllccuummwwffggyyppbvk"
)


def rules(*fonts: WebFont, languages: tuple[str, ...] = ("zh", "en")) -> list[str]:
    return list(font_rules(languages, fonts))


def stack(language: str, *fonts: WebFont) -> list[str]:
    rule = next(rule for rule in rules(*fonts) if rule.startswith(f":lang({language})"))
    return [name.strip(' "') for name in rule.split("--font:")[1].rstrip("}").split(",")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_devices_own_chinese_font_goes_before_ours_and_ours_before_what_is_left(
    language: str,
) -> None:
    names = stack(language, LATIN, HAN)
    assert names[0] == "Noto Sans"
    ours = names.index("Noto Sans SC")
    for theirs in ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC of Android"):
        assert names.index(theirs) < ours
    assert ours < names.index("system-ui")
    assert len(set(names)) == len(names)


def test_chinese_is_chinese_where_no_file_of_ours_is() -> None:
    assert "PingFang SC" in stack("zh", LATIN)
    assert "Noto Sans SC of Android" not in stack("zh", LATIN)


def test_stand_ins_follow_latin_for_its_letters_alone() -> None:
    names = stack("en", LATIN, GREEK, HAN)
    assert names[1 : 1 + len(STAND_INS)] == [f"Noto Sans as {name}" for name in STAND_INS]
    found = [rule for rule in rules(LATIN, GREEK, HAN) if "size-adjust" in rule]
    assert len(found) == 2 * len(STAND_INS)
    assert all(rule.endswith("unicode-range:U+20-7E,U+B7,U+391-3A9}") for rule in found)
    assert not [rule for rule in rules(HAN) if "size-adjust" in rule]


@pytest.mark.parametrize("weight", [400, 700])
def test_stand_ins_are_as_wide_as_ours(weight: int) -> None:
    with TTFont(SANS.path) as font:
        instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
        names, widths = font.getBestCmap(), font["hmtx"]
        ours = sum(widths[names[ord(letter)]][0] for letter in LETTERS) / len(LETTERS)
        ours /= font["head"].unitsPerEm
    # A space is every sixth character of a text, and as wide in all of these fonts.
    for (name, of_weight), theirs in WIDTHS.items():
        if of_weight == weight:
            size = STAND_INS[name].sizes[weight] / 100
            assert size * theirs == pytest.approx(ours * 5 / 6 + 0.26 / 6, rel=0.03)


def test_the_first_font_is_the_one_with_the_letters_of_every_page() -> None:
    assert first_font((HAN, GREEK, LATIN)) is LATIN
    assert first_font((HAN, GREEK)) is None
