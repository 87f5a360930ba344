"""The square picture that messengers show beside a link."""

from __future__ import annotations

import io

from PIL import Image

from hallgen.build.stills import Still, squared


def test_it_is_a_jpeg_of_the_middle_large_enough_for_wechat() -> None:
    image = Image.new("RGB", (640, 360), "red")
    image.paste("blue", (140, 0, 500, 360))
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True)
    made = squared(Still("a.webp", 640, 360, out.getvalue()), "b.jpg")
    shown = Image.open(io.BytesIO(made.data))
    assert (made.address, shown.format, shown.size) == ("b.jpg", "JPEG", (400, 400))
    assert (made.width, made.height) == shown.size
    assert min(shown.size) >= 300
    color = shown.getpixel((3, 200))
    assert isinstance(color, tuple)
    assert color[2] > 200 > color[0]
