"""What a subject stands on: its ground and its shadow."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from hallgen.media.pictures import plain_ground, with_shadow, without_ground
from hallgen.media.pictures.grounds import joined, outside
from tests.media.pictures.samples import picture_in, saved

GROUND = (248, 248, 248)


def machine(body: tuple[int, int, int], shadow: int = 130) -> Image.Image:
    """A machine on white with a soft shadow at its foot, through a JPEG."""
    photo = Image.new("RGB", (600, 450), GROUND)
    dark = Image.new("L", photo.size)
    ImageDraw.Draw(dark).ellipse((140, 320, 480, 390), fill=shadow)
    photo.paste((40, 40, 40), (0, 0), dark.filter(ImageFilter.GaussianBlur(14)))
    ImageDraw.Draw(photo).rectangle((190, 90, 420, 350), fill=body)
    return picture_in(saved(photo, "JPEG", quality=85), 768)


def cut(photo: Image.Image) -> np.ndarray:
    ground = plain_ground(photo)
    assert ground == pytest.approx(GROUND, abs=2)
    return np.asarray(with_shadow(without_ground(photo, ground), photo, ground), int)


@pytest.mark.parametrize("body", [(70, 90, 110), (200, 60, 20), (30, 30, 30)])
def test_a_shadow_becomes_a_shadow_and_the_machine_stays_whole(body: tuple[int, int, int]) -> None:
    found = cut(machine(body))
    assert found[100:330, 200:410, 3].min() == 255
    assert np.abs(found[100:330, 200:410, :3] - np.array(body)).max() < 12
    beside = found[362:372, 230:400]
    assert beside[..., :3].max() == 0
    assert 40 < beside[..., 3].mean() < 190
    assert found[20, 20, 3] == 0
    assert found[440, 300, 3] == 0


@pytest.mark.parametrize("tone", [170, 196, 215])
def test_a_machine_of_the_shadows_own_tone_stays_whole(tone: int) -> None:
    found = cut(machine((tone, tone + 2, tone + 4)))
    assert found[100:330, 200:410, 3].min() > 240


def test_a_body_as_soft_as_a_shadow_is_no_shadow() -> None:
    photo = Image.new("L", (300, 300), 248)
    ImageDraw.Draw(photo).ellipse((60, 60, 240, 240), fill=120)
    ball = photo.filter(ImageFilter.GaussianBlur(24)).convert("RGB")
    ground = plain_ground(ball)
    assert ground is not None
    cut_out = without_ground(ball, ground)
    assert with_shadow(cut_out, ball, ground).getpixel((150, 110))[3] == 255


def test_what_is_joined_is_found_around_corners() -> None:
    drawn = np.array([[c == "." for c in row] for row in (
        "..#.....",
        ".##.###.",
        "....#...",
        "#####.##",
        "....#...",
    )])  # fmt: skip
    start = np.zeros_like(drawn)
    start[0, 0] = True
    reached = joined(drawn, start)
    assert reached.sum() == drawn.sum() - 4  # all but the lower left
    assert not reached[4, 0]
    ring = np.ones((5, 5), bool)
    ring[1:4, 1:4] = False
    ring[2, 2] = True
    assert outside(ring).sum() == 16


def test_many_colours_on_the_rim_are_no_ground() -> None:
    chance = np.random.default_rng(2)
    scene = Image.fromarray(chance.integers(0, 255, (80, 90, 3), dtype=np.uint8))
    assert plain_ground(scene) is None
    assert plain_ground(Image.new("RGB", (1, 1), (9, 9, 9))) == (9, 9, 9)
