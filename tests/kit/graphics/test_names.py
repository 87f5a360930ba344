import pytest

from hallgen.kit.graphics.names import Said, drawable, headline, initials, said, short, word
from hallgen.model import Text


@pytest.mark.parametrize(
    ("full", "brief"),
    [
        ("上海远策数控机床有限公司", "远策数控机床"),
        ("青岛市远海新能源研究院（集团）股份有限公司", "远海新能源研究院"),
        ("上海电气", "电气"),
        ("上海有限公司", "上海"),
        ("株式会社東亜精密工作所", "東亜精密工作所"),
        ("Yuance CNC Machine Tools Co., Ltd.", "Yuance CNC Machine Tools"),
        ("Dingchuan Group Co., Ltd.", "Dingchuan"),
        ("Muster GmbH & Co. KG", "Muster"),
        ("ООО «Станкосвет»", "«Станкосвет»"),
        ("Ampere", "Ampere"),
        ("Carcass", "Carcass"),
        ("AG", "AG"),
        ("有限公司", "有限公司"),
    ],
)
def test_short_names(full: str, brief: str) -> None:
    assert short(Said(full, "und")).words == brief


def test_initials() -> None:
    assert initials([Said("上海远策数控有限公司", "zh"), Said("yuance", "en")]).words == "Y"
    assert initials([Said("上海远策数控有限公司", "zh")]).words == "远"
    assert initials([Said("—", "en")]).words == "·"


def test_names_come_in_the_fairs_languages_without_repeats() -> None:
    text = Text.of(en="Toa", ja="東亜", zh="东亚")
    assert said(text, ("zh", "en")) == (Said("东亚", "zh"), Said("Toa", "en"))
    assert said(Text.of(en="Q", zh="Q"), ("zh", "en")) == (Said("Q", "zh"),)
    assert said(Text.model_validate("東亜"), ("en", "ja")) == (Said("東亜", "ja"),)
    assert said(Text.of(en="😀"), ("en",)) == ()
    assert drawable("灵😀 境 😀") == "灵 境"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("公司成立于2003年，专注五轴联动加工中心。产品用于航空。", "专注五轴联动加工中心"),
        ("感知每一微米", "感知每一微米"),
        (
            "Founded in 1970, Muster GmbH is big. We build stiff machines.",
            "We build stiff machines",
        ),
        ("Great bearings for all! Visit us.", "Great bearings for all"),
    ],
)
def test_headlines(text: str, title: str) -> None:
    assert headline(Said(text, "und"))[0].words == title


def test_a_headline_is_never_empty() -> None:
    for text in ("。", "a", "，，", "x" * 400, "一" * 300):
        assert headline(Said(text, "zh"))[0].words


def test_sign_words_in_the_fairs_languages() -> None:
    assert [line.words for line in word("exit", ("zh", "en"))] == ["安全出口", "Exit"]
    assert [line.words for line in word("booth", ("pt-BR", "xx"))] == ["Estande", "Booth"]
    assert word("exit", ("xx",)) == (Said("Exit", "en"),)
