"""Pictures and logos of a fair: each decoded once, in a worker, kept, and told where it is bad."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen import codes
from hallgen.build import pictures
from hallgen.build.kept_media import MediaMaker
from hallgen.diagnostics import Code, Place
from hallgen.media import MediaLibrary, webpictures
from hallgen.media.isolation import Limits, Workshop
from hallgen.media.made import Made
from hallgen.media.opening import open_picture
from hallgen.media.pictures import OpenedPicture, PictureUse, WebPicture
from hallgen.media.webpictures import make_picture
from hallgen.model import Fair
from tests.media.pictures.samples import drawn, png, saved
from tests.support.fairs import exhibitor, fair_of, product
from tests.support.lingering import eventually
from tests.support.makers import Threads, maker

#: A photo is worth three sizes and a cut-out.
PHOTO = saved(drawn(size=(1800, 1200)), "JPEG", quality=90)


def fair(folder: Path, photos: dict[str, list[str]], logos: dict[str, str] | None = None) -> Fair:
    """Products that name pictures and exhibitors that name logos, each in a line of its own."""
    exhibitors = tuple(
        exhibitor(name, logo=Path(path), place=Place("exhibitors.csv", line))
        for line, (name, path) in enumerate((logos or {}).items(), start=2)
    )
    products = tuple(
        product(name, "acme", images=tuple(map(Path, paths)), place=Place("products.csv", line))
        for line, (name, paths) in enumerate(photos.items(), start=2)
    )
    return fair_of(folder=folder, products=products, exhibitors=exhibitors)


def made_of(
    folder: Path, of: Fair, shop: Workshop | None = None
) -> tuple[dict[Path, WebPicture], MediaMaker]:
    """What a build makes of a fair's pictures, and what there is to tell."""
    with maker(folder, shop) as making:
        return pictures.start_pictures(of, making).by_path(), making


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes at which files were decoded, in their order."""
    asked: list[int] = []

    def opened(data: bytes, longest: int) -> OpenedPicture:
        asked.append(longest)
        return open_picture(data, longest)

    monkeypatch.setattr(webpictures, "open_picture", opened)
    return asked


def test_a_picture_is_decoded_once_for_all_who_show_it(tmp_path: Path, decoded: list[int]) -> None:
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    of = fair(tmp_path, {"p": ["a.jpg"], "q": ["a.jpg", "a.jpg"]}, {"acme": "a.jpg"})
    found, making = made_of(tmp_path, of)
    assert decoded == [1600]
    assert not list(making.diagnostics)
    picture = found[Path("a.jpg")]
    assert picture.page is not None
    assert [size.width for size in picture.page.sizes] == [400, 800, 1600]
    assert picture.logo is not None
    for shown in (*picture.page.sizes, picture.logo.page):
        with Image.open(making.aside / shown.address) as image:
            assert image.size == (shown.width, shown.height)
    library = MediaLibrary(found, making.scratch)
    assert library.cut_out(Path("a.jpg")) is not None
    assert not list(making.aside.rglob("*.png"))  # what booths are composed of is not served


def test_the_next_build_decodes_nothing(tmp_path: Path, decoded: list[int]) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(PHOTO + name.encode())
    of = fair(tmp_path, {"p": ["a.jpg", "b.jpg"]}, {"acme": "b.jpg"})
    first, before = made_of(tmp_path, of)
    again, after = made_of(tmp_path, of)
    assert first == again
    assert len(decoded) == 2
    assert [line.kept for line in (*before.lines, *after.lines)] == [False, False, True, True]
    (tmp_path / "a.jpg").write_bytes(saved(drawn(), "PNG"))
    changed, _ = made_of(tmp_path, of)
    assert len(decoded) == 3
    assert changed[Path("a.jpg")] != again[Path("a.jpg")]


def test_a_new_use_is_made_though_the_file_is_known(tmp_path: Path, decoded: list[int]) -> None:
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    logo, _ = made_of(tmp_path, fair(tmp_path, {}, {"acme": "a.jpg"}))
    assert logo[Path("a.jpg")].page is None
    photo, _ = made_of(tmp_path, fair(tmp_path, {"p": ["a.jpg"]}))
    assert photo[Path("a.jpg")].logo is None
    assert photo[Path("a.jpg")].booth is not None
    assert decoded == [768, 1600]


def test_other_code_makes_anew(
    tmp_path: Path, decoded: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    of = fair(tmp_path, {}, {"acme": "a.jpg"})
    made_of(tmp_path, of)
    monkeypatch.setattr(webpictures, "code_key", lambda *_: "other code")
    made_of(tmp_path, of)
    assert len(decoded) == 2


def test_the_report_says_what_was_done(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    data = saved(drawn("CMYK", (1800, 1200)), "JPEG", exif=turned)
    (tmp_path / "a.jpg").write_bytes(data)
    (tmp_path / "logo.png").write_bytes(saved(drawn(size=(400, 300)), "PNG"))
    of = fair(tmp_path, {"p": ["a.jpg"]}, {"acme": "logo.png"})
    _, making = made_of(tmp_path, of)
    logo, photo = making.lines
    assert (photo.path, photo.kind, photo.bytes, photo.kept) == (
        "a.jpg", "picture", len(data), False,
    )  # fmt: skip
    files = [path.stat().st_size for path in making.aside.rglob("*.webp")]
    assert photo.made["site"]["files"] == 3
    assert photo.made["site"]["bytes"] + logo.made["site"]["bytes"] == sum(files)
    assert photo.notes == (
        "JPEG, 1800 x 1200 pixels",
        "metadata left out",
        "brought from CMYK to sRGB",
        "turned upright",
        "cut out of its plain ground",
    )
    assert logo.kind == "logo"
    assert "cut free of its ground" in logo.notes
    assert any(note.startswith("in #") for note in logo.notes)


def test_faults_are_told_once_where_a_file_is_named_first(tmp_path: Path) -> None:
    whole = saved(drawn(size=(400, 400)), "PNG")
    white = saved(Image.new("RGB", (300, 200), "white"), "PNG")
    files: dict[str, tuple[bytes, Code]] = {
        "empty.png": (b"", codes.PICTURE_BROKEN),
        "cut.png": (whole[:200], codes.PICTURE_BROKEN),
        "list.png": (b"name;booth\nA;1\n", codes.PICTURE_UNKNOWN),
        "logo.eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n", codes.PICTURE_POSTSCRIPT),
        "svg.png": (b"<?xml version='1.0'?><svg/>", codes.PICTURE_BLANK),
        "white.png": (white, codes.PICTURE_BLANK),
        "icon.png": (saved(drawn("RGBA"), "PNG"), codes.LOGO_SMALL),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    logos = {name: name for name in files} | {"gone": "gone.png", "out": "../secret.png"}
    found, making = made_of(tmp_path, fair(tmp_path, {"p": ["cut.png"]}, logos))
    lines = dict(zip(logos, range(2, 20), strict=False))
    expected = {(lines[name], code) for name, (_, code) in files.items()}
    expected |= {(lines["gone"], codes.FILE_MISSING), (lines["out"], codes.MEDIA_OUTSIDE)}
    assert {(d.place.line, d.kind) for d in making.diagnostics} == expected
    assert len(making.diagnostics) == len(expected)
    assert {d.place.file for d in making.diagnostics} == {"exhibitors.csv"}
    library = MediaLibrary(found, making.scratch)
    assert [name for name in files if library.logo(Path(name))] == ["icon.png"]


def rough(uses: tuple[PictureUse, ...], file: Path) -> Made[WebPicture]:
    """Pictures as a decoder with faults makes them, by their names."""
    match file.stem:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hang":
            time.sleep(600)
        case "swell":
            np.ones(2_000_000_000, np.uint8)
    return make_picture(uses, file)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is held to on Linux only")
def test_whatever_a_decoder_does_ends_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "make_picture", rough)
    monkeypatch.setattr(pictures, "LIMITS", Limits(seconds=300.0, memory=700_000_000))
    names = ["crash", "swell", "good"]
    for wider, name in enumerate(names):  # of one content, what is made of one serves the others
        (tmp_path / f"{name}.png").write_bytes(saved(drawn(size=(64 + wider, 40)), "PNG"))
    found, making = made_of(
        tmp_path, fair(tmp_path, {name: [f"{name}.png"] for name in names}), Workshop(2)
    )
    assert list(found) == [Path("good.png")]
    assert [(d.place.line, d.kind) for d in making.diagnostics] == [
        (2, codes.WORK_CRASHED),
        (3, codes.WORK_LARGE),
    ]
    for diagnostic, name in zip(making.diagnostics, names, strict=False):
        assert diagnostic.message.startswith(f"{name}.png ")
        assert "\n" not in diagnostic.message


def test_a_decoder_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "make_picture", rough)
    monkeypatch.setattr(pictures, "LIMITS", Limits(seconds=1.0, memory=700_000_000))
    (tmp_path / "hang.png").write_bytes(saved(drawn(), "PNG"))
    found, making = made_of(tmp_path, fair(tmp_path, {"p": ["hang.png"]}), Workshop(1))
    assert not found
    (told,) = making.diagnostics
    assert told.kind is codes.WORK_SLOW
    assert told.message == "hang.png took too long: more than 1 seconds."


@pytest.mark.skipif(sys.platform != "linux", reason="memory is held to on Linux only")
def test_a_bomb_ends_its_worker_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """36 million pixels of 16 bits in 80 kB, for the conversion of which there is no room."""
    monkeypatch.setattr(pictures, "LIMITS", Limits(seconds=60.0, memory=500_000_000))
    (tmp_path / "bomb.png").write_bytes(png(0, 16, b"\x80\0", (6000, 6000)))
    (tmp_path / "good.png").write_bytes(saved(drawn(), "PNG"))
    of = fair(tmp_path, {"p": ["bomb.png"], "q": ["good.png"]})
    found, making = made_of(tmp_path, of, Workshop(1))
    assert list(found) == [Path("good.png")]
    assert [d.kind for d in making.diagnostics] == [codes.WORK_LARGE]


def meet(uses: tuple[PictureUse, ...], file: Path) -> Made[WebPicture]:
    """A picture whose making ends when another is being made."""
    file.with_suffix(".begun").touch()
    eventually(lambda: len(list(file.parent.glob("*.begun"))) == 2)
    return make_picture(uses, file)


def test_pictures_are_made_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "make_picture", meet)
    for name in ("a", "b"):
        (tmp_path / f"{name}.png").write_bytes(saved(drawn(), "PNG") + name.encode())
    of = fair(tmp_path, {"p": ["a.png", "b.png"]})
    found, _ = made_of(tmp_path, of, Workshop(2))
    assert list(found) == [Path("a.png"), Path("b.png")]


def test_what_is_told_does_not_depend_on_who_is_ready_first(tmp_path: Path) -> None:
    for number in range(12):
        size = (1800, 1200) if number % 2 else (90, 60)
        data = saved(drawn(size=size), "PNG") + bytes([number])
        (tmp_path / f"{number}.png").write_bytes(data if number % 3 else data[:99])
    of = fair(tmp_path, {str(number): [f"{number}.png"] for number in range(12)})
    one, alone = made_of(tmp_path, of, Threads(1))
    many, together = made_of(tmp_path, of, Threads(4))
    assert list(one.items()) == list(many.items())
    assert list(alone.diagnostics) == list(together.diagnostics)
    assert [line.path for line in alone.lines] == [line.path for line in together.lines]
