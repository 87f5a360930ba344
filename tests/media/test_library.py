import io
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.media import MediaLibrary, Picture

PLACE = Place("exhibitors.csv", 7)
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp", ".svg"}


@pytest.fixture
def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.fixture
def library(tmp_path: Path, diagnostics: Diagnostics) -> MediaLibrary:
    (tmp_path / "fair").mkdir()
    return MediaLibrary(tmp_path / "fair", diagnostics)


def drawn(mode: str, size: tuple[int, int] = (64, 40)) -> Image.Image:
    image = Image.new("RGBA" if mode in {"RGBA", "LA", "PA"} else "RGB", size)
    ImageDraw.Draw(image).rectangle((8, 8, 40, 30), fill=(200, 30, 60))
    return image.convert("P" if mode == "P" else mode)


def written(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    image.save(folder / "fair" / name, **options)
    return Path(name)


def shown(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(io.BytesIO(picture.data))


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.png", "RGB"),
        ("a.png", "RGBA"),
        ("a.png", "P"),
        ("a.png", "L"),
        ("a.png", "LA"),
        ("a.png", "1"),
        ("a.jpg", "RGB"),
        ("a.jpg", "CMYK"),
        ("a.jpg", "L"),
        ("a.webp", "RGBA"),
        ("a.gif", "P"),
        ("a.avif", "RGB"),
        ("a.tif", "RGB"),
        ("a.tif", "CMYK"),
        ("a.bmp", "RGB"),
    ],
)
def test_kinds_that_are_read(
    tmp_path: Path, library: MediaLibrary, diagnostics: Diagnostics, name: str, mode: str
) -> None:
    path = written(tmp_path, name, drawn(mode))
    picture = library.picture(path, PLACE, 256)
    image = shown(picture)
    assert (image.format, image.size) == ("WEBP", (64, 40))
    assert image.mode == ("RGBA" if mode in {"RGBA", "LA"} else "RGB")
    assert not list(diagnostics)
    if mode not in {"1", "L", "LA"}:
        red, green, blue = image.convert("RGB").getpixel((20, 20))
        assert red > 120
        assert red > green + 60
        assert red > blue + 60
    assert library.files == {picture.name: picture.data}


def test_sixteen_bits_are_scaled_not_clipped(tmp_path: Path, library: MediaLibrary) -> None:
    deep = Image.new("I;16", (32, 32), 32768)
    image = shown(library.picture(written(tmp_path, "deep.png", deep), PLACE, 64))
    assert image.convert("L").getpixel((16, 16)) == pytest.approx(128, abs=3)  # WebP's loss


def test_transparent_palettes_keep_their_holes(tmp_path: Path, library: MediaLibrary) -> None:
    image = drawn("RGB").quantize(8)
    hole = image.getpixel((0, 0))
    path = written(tmp_path, "p.png", image, transparency=hole)
    assert shown(library.picture(path, PLACE, 64)).getpixel((0, 0))[3] == 0


def test_pictures_stand_upright(tmp_path: Path, library: MediaLibrary) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees clockwise
    path = written(tmp_path, "phone.jpg", drawn("RGB"), exif=exif)
    assert shown(library.picture(path, PLACE, 256)).size == (40, 64)


def test_pictures_are_made_smaller_and_never_larger(tmp_path: Path, library: MediaLibrary) -> None:
    path = written(tmp_path, "big.jpg", drawn("RGB", (1600, 900)))
    assert shown(library.picture(path, PLACE, 400)).size == (400, 225)
    assert shown(library.picture(path, PLACE, 4000)).size == (1600, 900)


def test_the_same_picture_is_one_file(tmp_path: Path, library: MediaLibrary) -> None:
    paths = [written(tmp_path, name, drawn("RGB")) for name in ("a.png", "b.png")]
    names = {library.picture(path, PLACE, 64).name for path in paths}
    assert len(names) == len(library.files) == 1


def fault(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / "fair" / name).write_bytes(data)
    return Path(name)


def png(size: tuple[int, int] = (64, 64)) -> bytes:
    buffer = io.BytesIO()
    drawn("RGB", size).save(buffer, "PNG")
    return buffer.getvalue()


def test_damaged_and_foreign_files(
    tmp_path: Path, library: MediaLibrary, diagnostics: Diagnostics
) -> None:
    whole = png((400, 400))
    bomb = bytearray(png())
    bomb[16:24] = (60000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    noise = bytearray(whole)
    noise[60:200] = bytes(140)
    (tmp_path / "secret.png").write_bytes(whole)
    (tmp_path / "fair" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "fair" / "loop.png").symlink_to(tmp_path / "fair" / "loop.png")
    (tmp_path / "fair" / "folder.png").mkdir()
    expected: dict[Path, Code] = {
        fault(tmp_path, "empty.png", b""): codes.PICTURE_BROKEN,
        fault(tmp_path, "cut.png", whole[:200]): codes.PICTURE_BROKEN,
        fault(tmp_path, "noise.png", bytes(noise)): codes.PICTURE_BROKEN,
        fault(tmp_path, "bomb.png", bytes(bomb)): codes.PICTURE_TOO_LARGE,
        fault(tmp_path, "list.png", b"name;booth\nA;1\n"): codes.PICTURE_UNKNOWN,
        fault(tmp_path, "logo.pdf", b"%PDF-1.7"): codes.PICTURE_UNKNOWN,
        fault(tmp_path, "logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"): (
            codes.PICTURE_VECTOR
        ),
        fault(tmp_path, "svg.png", b"<?xml version='1.0'?><svg/>"): codes.PICTURE_VECTOR,
        Path("missing.png"): codes.FILE_MISSING,
        Path("folder.png"): codes.FILE_MISSING,
        Path("loop.png"): codes.FILE_MISSING,
        Path("a\0b.png"): codes.FILE_MISSING,
        Path("../secret.png"): codes.MEDIA_OUTSIDE,
        tmp_path / "secret.png": codes.MEDIA_OUTSIDE,
        Path("link.png"): codes.MEDIA_OUTSIDE,
    }
    for path in expected:
        assert library.picture(path, PLACE, 256) is None
    assert [d.kind for d in diagnostics] == list(expected.values())
    assert {d.place for d in diagnostics} == {PLACE}
    assert library.files == {}


def test_a_fault_is_told_once(library: MediaLibrary, diagnostics: Diagnostics) -> None:
    for _ in range(3):
        assert library.image(Path("gone.png"), PLACE, 64) is None
    assert len(diagnostics) == 1


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
        picture = library.picture(item, Place("list.csv", item=str(item)), 512)
        made += picture is not None
        assert (picture is None) == (len(diagnostics) == before + 1), item
    vectors = sum(file.suffix.lower() == ".svg" for file in tried)
    assert vectors > 20
    assert made == len(tried) - vectors - 40
