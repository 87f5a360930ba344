"""Several pictures on one sheet."""

from __future__ import annotations

import io

from PIL import Image

from hallgen.media.pictures.photo_sheets import PHOTO, sheet_of


def test_each_picture_is_whole_in_its_cell_on_its_own_ground() -> None:
    wide, tall = Image.new("RGB", (960, 240), "#ff0000"), Image.new("RGB", (90, 360), "#0000ff")
    tall.paste("#00ff00", (40, 100, 50, 200))
    made = sheet_of((wide, tall), PHOTO)
    assert [cell.cell for cell in made.facts] == [0, 1]
    assert {(cell.width, cell.height) for cell in made.facts} == {(480, 720)}
    assert made.facts[1].address == f"{made.files[0].name}#cell=1"
    sheet = Image.open(io.BytesIO(made.files[0].data)).convert("RGB")
    for at, color in (((5, 5), (255, 0, 0)), ((5, 715), (0, 0, 255)), ((240, 510), (0, 255, 0))):
        shown = sheet.getpixel(at)
        assert isinstance(shown, tuple)
        assert max(abs(a - b) for a, b in zip(shown, color, strict=True)) < 40, at


def test_what_is_transparent_stays_so() -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    made = sheet_of((clear, Image.new("RGB", (10, 10), "red")), PHOTO)
    sheet = Image.open(io.BytesIO(made.files[0].data))
    assert sheet.mode == "RGBA"
    assert sheet.getpixel((240, 180))[3] == 0
