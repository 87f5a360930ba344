from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from hallgen.kit.graphics.brand import brand_of
from hallgen.kit.graphics.heroes import hero_of, no_forms
from hallgen.kit.graphics.renders import Side, portrait
from hallgen.kit.parts.exhibits import all_forms
from hallgen.media import MediaLibrary
from hallgen.media.pictures import cut_out
from hallgen.media.studio import Studio
from hallgen.model import FairIndex

STUDIO = Studio()


def photo(ground: tuple[int, int, int]) -> Image.Image:
    """A grey machine with a white label, on a plain ground."""
    picture = Image.new("RGB", (300, 200), ground)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 40, 240, 170), fill=(90, 100, 110))
    draw.rectangle((120, 80, 180, 110), fill=ground)
    return picture


@pytest.mark.parametrize("ground", [(255, 255, 255), (236, 238, 240), (20, 40, 160)])
def test_a_plain_ground_is_cut_off_but_not_what_looks_like_it(
    ground: tuple[int, int, int],
) -> None:
    cut = cut_out(photo(ground))
    assert cut.mode == "RGBA"
    assert cut.size == pytest.approx((181, 131), abs=4)
    alpha = np.asarray(cut.getchannel("A"))
    assert alpha[55, 90] == 255  # the label
    assert (alpha > 200).mean() > 0.95


def test_a_photo_that_fills_its_frame_stays_whole() -> None:
    chance = np.random.default_rng(1)
    scene = Image.fromarray(chance.integers(0, 255, (120, 200, 3), dtype=np.uint8))
    assert cut_out(scene) is scene


def test_a_transparent_photo_loses_its_empty_margin() -> None:
    picture = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((50, 60, 149, 139), fill=(200, 30, 30, 255))
    assert cut_out(picture).size == (100, 80)


def test_a_photo_comes_before_a_form_and_that_before_a_still_life(
    index: FairIndex, folder: Path, media: MediaLibrary
) -> None:
    photo((255, 255, 255)).save(folder / "machine.png")
    booth = index.halls["4.1"].booths[0]
    brand = brand_of(index.exhibitors["zh"], booth, index, media)
    product = brand.products[0]
    robot = all_forms()[0]()
    shown = product.model_copy(update={"images": (Path("machine.png"),)})
    assert hero_of(brand, shown, media, lambda _: robot).size == pytest.approx((181, 131), abs=4)
    rendered = hero_of(brand, product, media, lambda _: robot)
    assert rendered.tobytes() == portrait(STUDIO, robot, brand.palette.base).tobytes()
    assert hero_of(brand, product, media, no_forms).tobytes() != rendered.tobytes()


def test_trim_takes_the_colour_and_sides_differ() -> None:
    robot = all_forms()[0]()
    red, blue = (
        np.asarray(portrait(STUDIO, robot, c), int) for c in ((200, 20, 20), (20, 20, 200))
    )
    more = (red[..., 0] - blue[..., 0]) > 60
    assert 0.002 < more.mean() < 0.2  # the ring around its waist
    left, right = (portrait(STUDIO, robot, (9, 9, 9), side) for side in Side)
    assert left.tobytes() != right.tobytes()
