from PIL import Image, ImageDraw

from hallgen.kit.graphics.brand import seen_share, stands_out


def logo(word: tuple[int, int, int]) -> Image.Image:
    """A heavy turquoise sign, and a thin word in some colour beside it."""
    picture = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 110, 119), fill=(70, 210, 200, 255))
    for x in range(140, 400, 26):
        draw.rectangle((x, 50, x + 10, 80), fill=(*word, 255))
    return picture


def test_a_thin_word_counts_as_much_as_a_heavy_sign() -> None:
    dark = logo((30, 30, 34))
    assert not stands_out(dark, (12, 55, 50))
    assert seen_share(dark, (12, 55, 50)) < 0.6
    assert stands_out(logo((255, 255, 255)), (12, 55, 50))


def test_an_opaque_logo_brings_its_own_ground() -> None:
    assert not stands_out(logo((0, 0, 0)).convert("RGB"), (255, 255, 255))
