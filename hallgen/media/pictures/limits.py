"""How large a picture may be: that is said by who opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image


@contextmanager
def without_pillows_limit() -> Iterator[None]:
    """Open pictures of any size, as long as the block lasts: Pillow refuses 179 million pixels
    and warns of half as many. Not for several threads at once.
    """
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before
