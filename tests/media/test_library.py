"""Booths get pictures and logos as they were made, in whatever process they are built."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from hallgen.media import MediaLibrary
from hallgen.media.made import Made, MediaRefusedError
from hallgen.media.pictures import PictureUse, WebPicture
from hallgen.media.webpictures import BOOTH_PIXELS, make_picture
from tests.media.pictures.samples import RED, drawn, saved

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp", ".svg"}
PATH = Path("a")


def made(folder: Path, data: bytes, *uses: PictureUse) -> Made[WebPicture]:
    (folder / PATH).write_bytes(data)
    return make_picture(uses, folder / PATH)


def library(folder: Path, of: Made[WebPicture]) -> MediaLibrary:
    for piece in of.pieces:
        (folder / piece.name).write_bytes(piece.data)
    return MediaLibrary({PATH: of.facts}, folder)


def test_a_logo_is_cut_free_and_shown_on_white(tmp_path: Path) -> None:
    boxed = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(boxed).rectangle((200, 100, 399, 299), fill=(20, 30, 90))
    of = made(tmp_path, saved(boxed, "JPEG", quality=90), PictureUse.LOGO)
    logo = library(tmp_path, of).logo(PATH)
    assert logo is not None
    assert of.facts.logo is not None
    assert (logo.image.mode, logo.image.size) == ("RGBA", pytest.approx((200, 200), abs=4))
    assert logo.image.size == (of.facts.logo.width, of.facts.logo.height)
    assert logo.colors[0] == pytest.approx((20, 30, 90), abs=6)
    (page,) = of.files
    assert page.name == of.facts.logo.page.address
    assert (of.facts.logo.page.width, of.facts.logo.page.height) == logo.image.size


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_logo_that_fills_its_picture_keeps_its_mode(tmp_path: Path, mode: str) -> None:
    """Whether there is alpha tells whether a logo brings a ground of its own."""
    blue = Image.new(mode, (400, 300), (20, 40, 160))
    ImageDraw.Draw(blue).ellipse((100, 50, 300, 250), fill=(250, 250, 250))
    logo = library(tmp_path, made(tmp_path, saved(blue, "PNG"), PictureUse.LOGO)).logo(PATH)
    assert logo is not None
    assert logo.image.mode == "RGB"


def test_a_drawn_logo_is_as_large_as_signs_need(tmp_path: Path) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M2 2h4v2H2z'/></svg>"
    logo = library(tmp_path, made(tmp_path, svg, PictureUse.LOGO)).logo(PATH)
    assert logo is not None
    assert max(logo.image.size) == pytest.approx(BOOTH_PIXELS, abs=12)
    assert logo.image.width / logo.image.height == pytest.approx(2, rel=0.02)


def test_a_photo_is_cut_out_pixel_by_pixel(tmp_path: Path) -> None:
    of = made(tmp_path, saved(drawn(size=(1800, 1200)), "PNG"), PictureUse.BOOTH)
    photo = library(tmp_path, of).cut_out(PATH)
    assert photo is not None
    assert photo.mode == "RGBA"
    assert photo.size == pytest.approx((384, 282), abs=4)
    assert photo.getpixel((100, 100)) == (*RED, 255)
    assert of.files == ()


def test_a_library_travels_and_reads_a_picture_once(tmp_path: Path) -> None:
    of = made(tmp_path, saved(drawn(size=(300, 200)), "PNG"), *PictureUse)
    there = pickle.loads(pickle.dumps(library(tmp_path, of)))
    assert there.cut_out(PATH) is there.cut_out(PATH)
    assert there.logo(PATH).image is there.logo(PATH).image


def test_what_is_not_there_is_none() -> None:
    empty = MediaLibrary({PATH: WebPicture()})
    for path in (PATH, Path("b")):
        assert empty.logo(path) is None
        assert empty.cut_out(path) is None


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    data = saved(drawn(size=(1700, 900)), "JPEG")
    assert made(tmp_path, data, *PictureUse) == made(tmp_path, data, *PictureUse)


@pytest.mark.real
def test_real_files_become_pictures_or_are_refused(real_data: Path) -> None:
    files = [f for f in sorted(real_data.rglob("*")) if f.is_file()]
    tried = [f for f in files if f.suffix.lower() in PICTURES]
    tried += [f for f in files if "nasty" in f.parts][:40]
    good, said = 0, list[str]()
    for file in tried:
        try:
            good += make_picture((PictureUse.BOOTH,), file).facts.booth is not None
        except MediaRefusedError as refused:
            said.append(refused.message)
    assert sum(file.suffix.lower() == ".svg" for file in tried) > 20
    assert good > 0.9 * (len(tried) - 40)
    assert all(message.endswith(".") and "\n" not in message for message in said)
