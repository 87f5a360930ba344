import pytest

from hallgen.kit.graphics.motifs import DRAWINGS, drawing_for, picture, tones_for
from hallgen.kit.graphics.palettes import designed


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["六轴机器人"], "arm"),
        (["Deep groove ball bearings"], "bearing"),
        (["五轴加工中心"], "machine"),
        (["Servo motor"], "motor"),
        (["공작기계"], "machine"),
        (["AI platform"], "chip"),
        (["Painting"], None),
        (["", "软件"], "software"),
        (["お茶"], "cup"),
    ],
)
def test_words_choose_a_drawing(words: list[str], name: str | None) -> None:
    drawing = drawing_for(words, 0)
    if name is None:
        assert drawing is drawing_for(["???"], 0)
        assert drawing is not drawing_for(["???"], 1)
    else:
        assert drawing is DRAWINGS[name]


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawings_fill_their_square_on_every_ground(name: str) -> None:
    for palette in designed()[:3]:
        for ground in (palette.base, palette.paper):
            shown = picture(DRAWINGS[name], tones_for(palette, ground), 96)
            alpha = shown.getchannel("A")
            assert shown.size == (96, 96)
            left, top, right, bottom = alpha.getbbox()
            assert max(right - left, bottom - top) > 70
            assert len({c for _, c in shown.getcolors(96 * 96) if c[3] == 255}) >= 3
