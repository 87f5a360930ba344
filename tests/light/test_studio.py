"""Pictures of products, against what is known of simple bodies."""

import io

import numpy as np
import pytest
from PIL import Image

from hallgen.kit.finishes import CHROME, PAINT
from hallgen.kit.shapes import box, cylinder, lathe
from hallgen.light.studio import Photograph, photograph
from hallgen.scene import Material, Texture
from tests.support.scenes import box as textured_box

PIXELS = 120


@pytest.fixture(scope="module")
def crate() -> Photograph:
    return photograph([box(PAINT, 1.0, 1.0, 1.0)], [], PIXELS)


def test_the_picture_holds_the_product_and_room_for_its_shadow(crate: Photograph) -> None:
    rows, columns = np.nonzero(crate.coverage > 0.5)
    tall, wide = crate.coverage.shape
    assert max(np.ptp(rows), np.ptp(columns)) == pytest.approx(PIXELS, abs=3)
    assert rows.min() > 0
    assert rows.max() < tall - 1
    assert columns.min() > 0
    assert columns.max() < wide - 1


def test_edges_are_smooth_and_light_stays_within_them(crate: Photograph) -> None:
    shares = np.unique(crate.coverage)
    assert set(shares) == {0, 0.25, 0.5, 0.75, 1}  # four samples a pixel
    assert not crate.body[crate.coverage == 0].any()
    assert np.isfinite(crate.body).all()


def test_a_white_crate_has_three_tones_the_top_the_lightest(crate: Photograph) -> None:
    rows, columns = np.nonzero(crate.coverage == 1)
    light = crate.body[..., 0]
    top = light[rows.min() + 8 : rows.min() + 14, columns].max()
    middle = (rows.min() + rows.max() * 2) // 3
    left, right = light[middle, columns.min() + 15], light[middle, columns.max() - 15]
    assert top > left > right > 0.2


def test_the_floor_is_dark_at_the_foot_and_light_away_from_it(crate: Photograph) -> None:
    assert crate.shadow.max() > 0.3
    edges = [crate.shadow[0], crate.shadow[-1], crate.shadow[:, 0], crate.shadow[:, -1]]
    assert max(edge.max() for edge in edges) < 0.02  # nothing is cut off at the picture's edge
    assert not crate.shadow[crate.coverage == 1].any()


def test_trim_is_kept_apart() -> None:
    both = photograph([cylinder(PAINT, 0.4, 0.5)], [cylinder(PAINT, 0.41, 0.1)], PIXELS)
    assert both.trim.max() > 0.3
    assert both.body.max() > 0.3
    inside = both.coverage == 1
    mixed = (both.trim[..., 0] > 0) & (both.body[..., 0] > 0) & inside
    assert mixed.sum() < 0.06 * inside.sum()  # only where the two meet


def test_metal_has_highlights_and_darks() -> None:
    angles = np.radians(np.linspace(-90, 90, 19))
    ball = lathe(CHROME, [(max(0.0, float(np.cos(a))), float(np.sin(a))) for a in angles], 48)
    seen = photograph([ball], [], PIXELS)
    light = seen.body[seen.coverage == 1][:, 0]
    assert np.percentile(light, 99) > 6 * np.percentile(light, 2)


def test_the_same_product_gives_the_same_picture() -> None:
    first, second = (photograph([box(PAINT, 1, 0.5, 0.7)], [], 60, turn=64) for _ in range(2))
    assert np.array_equal(first.body, second.body)
    assert np.array_equal(first.shadow, second.shadow)
    other = photograph([box(PAINT, 1, 0.5, 0.7)], [], 60)
    assert other.body.shape != first.body.shape or not np.allclose(other.body, first.body)


def test_a_texture_is_seen_on_the_product() -> None:
    stripes = Image.new("RGB", (64, 64), (255, 255, 255))
    stripes.paste((200, 0, 0), (0, 0, 32, 64))
    data = io.BytesIO()
    stripes.save(data, "PNG")
    printed = Material("printed", texture=Texture("stripes", data.getvalue(), "image/png", 64, 64))
    body = photograph([textured_box(material=printed)], [], PIXELS).body
    red = (body[..., 0] > 0.3) & (body[..., 1] < 0.2)
    white = body.min(axis=2) > 0.3
    assert red.mean() > 0.1
    assert white.mean() > 0.1
