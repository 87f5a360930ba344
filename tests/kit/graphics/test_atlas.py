import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hallgen.kit.graphics import pack
from hallgen.kit.graphics.atlas import GUTTER, sheet_size

SIZES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4),
    st.tuples(st.integers(1, 300), st.integers(1, 300)),
    min_size=1,
    max_size=12,
)


def tinted(sizes: dict[str, tuple[int, int]]) -> dict[str, Image.Image]:
    return {
        slot: Image.new("RGB", size, (40 * (n % 6) + 20, 30 * (n % 7) + 20, 25 * (n % 9)))
        for n, (slot, size) in enumerate(sorted(sizes.items()))
    }


@given(SIZES)
@settings(max_examples=40, deadline=None)
def test_pictures_lie_apart_at_their_own_size(sizes: dict[str, tuple[int, int]]) -> None:
    atlas = pack(tinted(sizes))
    width, height = atlas.texture.width, atlas.texture.height
    assert (width, height) == sheet_size(sizes)
    boxes = {}
    for slot, (u0, v0, u1, v1) in atlas.uv.items():
        box = [u0 * width, v0 * height, u1 * width, v1 * height]
        assert box == pytest.approx([round(value) for value in box], abs=1e-6)
        left, top, right, bottom = map(round, box)
        assert (right - left, bottom - top) == sizes[slot]
        assert left >= GUTTER
        assert top >= GUTTER
        assert right <= width - GUTTER
        assert bottom <= height - GUTTER
        boxes[slot] = (left - GUTTER, top - GUTTER, right + GUTTER, bottom + GUTTER)
    slots = sorted(boxes)
    for n, first in enumerate(slots):
        for second in slots[n + 1 :]:
            a, b = boxes[first], boxes[second]
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_the_sheet_is_a_webp_with_the_pictures_colours() -> None:
    images = tinted({"a": (200, 40), "b": (64, 64), "c": (30, 90)})
    atlas = pack(images)
    sheet = Image.open(io.BytesIO(atlas.texture.data))
    assert (sheet.format, atlas.texture.mime) == ("WEBP", "image/webp")
    for slot, (u0, v0, u1, v1) in atlas.uv.items():
        middle = ((u0 + u1) / 2 * sheet.width, (v0 + v1) / 2 * sheet.height)
        # WebP at quality 88 keeps flat colours within a few levels
        shown = sheet.convert("RGB").getpixel(tuple(map(int, middle)))
        assert shown == pytest.approx(images[slot].getpixel((0, 0)), abs=6)


def test_packing_wastes_little() -> None:
    sizes = {"fascia": (885, 96), **{f"p{n}": (270, 420) for n in range(3)}, "c": (207, 207)}
    width, height = sheet_size(sizes)
    used = sum(w * h for w, h in sizes.values())
    assert used / (width * height) > 0.8  # 5 pictures, measured 0.85


def test_the_same_pictures_give_the_same_texture() -> None:
    sizes = {"a": (100, 40), "b": (64, 64)}
    first, second = pack(tinted(sizes)), pack(dict(reversed(tinted(sizes).items())))
    assert first.texture.data == second.texture.data
    assert first.texture.name == second.texture.name
    assert first.uv == second.uv


def test_nothing_is_a_small_texture() -> None:
    atlas = pack({})
    assert atlas.uv == {}
    assert Image.open(io.BytesIO(atlas.texture.data)).size == (4, 4)
