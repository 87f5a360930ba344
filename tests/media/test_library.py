"""Files of a fair folder become pictures and logos, or one diagnostic each."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.media import MediaLibrary
from hallgen.media.library import LOGO_PIXELS
from tests.media.pictures.samples import drawn, saved

PLACE = Place("exhibitors.csv", 7)
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp", ".svg"}


@pytest.fixture
def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fair").mkdir()
    return tmp_path / "fair"


@pytest.fixture
def library(folder: Path, diagnostics: Diagnostics) -> MediaLibrary:
    return MediaLibrary(folder, diagnostics)


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return Path(name)


def test_a_photo_comes_at_every_size_whatever_its_name_says(
    folder: Path, library: MediaLibrary, diagnostics: Diagnostics
) -> None:
    path = put(folder, "photo.png", saved(drawn(size=(1000, 600)), "JPEG"))
    photo = library.photo(path, PLACE)
    assert photo is not None
    assert [picture.width for picture in photo.sizes] == [400, 800, 1000]
    assert not list(diagnostics)


def test_an_image_is_decoded_once_while_it_is_in_use(folder: Path, library: MediaLibrary) -> None:
    path = put(folder, "a.png", saved(drawn(), "PNG"))
    first = library.image(path, PLACE, 64)
    assert library.image(path, PLACE, 64) is first
    for number in range(60):
        library.image(put(folder, f"{number}.png", saved(drawn(), "PNG")), PLACE, 64)
    again = library.image(path, PLACE, 64)
    assert again is not first
    assert again == first


def test_a_logo_is_cut_free_and_shown_on_white(folder: Path, library: MediaLibrary) -> None:
    boxed = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(boxed).rectangle((200, 100, 399, 299), fill=(20, 30, 90))
    path = put(folder, "logo.jpg", saved(boxed, "JPEG", quality=90))
    logo = library.logo(path, PLACE)
    assert logo is not None
    assert (logo.mode, logo.size) == ("RGBA", pytest.approx((200, 200), abs=4))
    shown = library.page_logo(path, PLACE)
    assert shown is not None
    assert Image.open(io.BytesIO(shown.data)).size == (shown.width, shown.height) == logo.size


def test_a_drawn_logo_is_as_large_as_signs_need(folder: Path, library: MediaLibrary) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M2 2h4v2H2z'/></svg>"
    logo = library.logo(put(folder, "logo.svg", svg), PLACE)
    assert logo is not None
    assert max(logo.size) == pytest.approx(LOGO_PIXELS, abs=12)
    assert logo.width / logo.height == pytest.approx(2, rel=0.02)


def test_what_can_not_be_used_is_told_once(
    folder: Path, library: MediaLibrary, diagnostics: Diagnostics
) -> None:
    whole = saved(drawn(size=(400, 400)), "PNG")
    (folder.parent / "secret.png").write_bytes(whole)
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "folder.png").mkdir()
    expected: dict[Path, Code] = {
        put(folder, "empty.png", b""): codes.PICTURE_BROKEN,
        put(folder, "cut.png", whole[:200]): codes.PICTURE_BROKEN,
        put(folder, "list.png", b"name;booth\nA;1\n"): codes.PICTURE_UNKNOWN,
        put(folder, "logo.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n"): codes.PICTURE_POSTSCRIPT,
        put(folder, "svg.png", b"<?xml version='1.0'?><svg/>"): codes.PICTURE_BLANK,
        put(folder, "white.png", saved(Image.new("RGB", (50, 50), "white"), "PNG")): (
            codes.PICTURE_BLANK
        ),
        Path("missing.png"): codes.FILE_MISSING,
        Path("folder.png"): codes.FILE_MISSING,
        Path("loop.png"): codes.FILE_MISSING,
        Path("a\0b.png"): codes.FILE_MISSING,
        Path("../secret.png"): codes.MEDIA_OUTSIDE,
        folder.parent / "secret.png": codes.MEDIA_OUTSIDE,
        Path("link.png"): codes.MEDIA_OUTSIDE,
    }
    for _ in range(2):
        for path in expected:
            assert library.logo(path, PLACE) is None
            assert library.page_logo(path, PLACE) is None
    assert [d.kind for d in diagnostics] == list(expected.values())
    assert {d.place for d in diagnostics} == {PLACE}


def test_a_small_logo_is_used_and_said_to_be_small(
    folder: Path, library: MediaLibrary, diagnostics: Diagnostics
) -> None:
    assert library.logo(put(folder, "icon.png", saved(drawn("RGBA"), "PNG")), PLACE) is not None
    assert [d.kind for d in diagnostics] == [codes.LOGO_SMALL]


@pytest.mark.real
def test_real_files_become_pictures_or_diagnostics(real_data: Path) -> None:
    diagnostics = Diagnostics()
    library = MediaLibrary(real_data, diagnostics)
    files = [f for f in sorted(real_data.rglob("*")) if f.is_file()]
    tried = [f for f in files if f.suffix.lower() in PICTURES]
    tried += [f for f in files if "nasty" in f.parts][:40]
    made = 0
    for file in tried:
        before = len(diagnostics)
        item = file.relative_to(real_data)
        picture = library.image(item, Place("list.csv", item=str(item)), 512)
        made += picture is not None
        assert (picture is None) == (len(diagnostics) == before + 1), item
    assert sum(file.suffix.lower() == ".svg" for file in tried) > 20
    assert made > 0.9 * (len(tried) - 40)
