"""`hallgen media`: an exhibitor tries one file, and sees what comes of it or one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hallgen.build.trial import FileKind
from hallgen.cli.media import KINDS
from hallgen.formats import write_glb
from hallgen.scene import Material, Node, Scene
from tests.cli.commands import run
from tests.support.scenes import box

_PAINT = Material("paint", (0.1, 0.3, 0.6, 1.0))


def _model(path: Path) -> None:
    path.write_bytes(write_glb(Scene("crate", (Node(box(0.4, 0.3, 0.2, _PAINT)),))).data)


def _stl(path: Path) -> None:
    path.write_text(
        "solid a\nfacet normal 0 0 -1\nouter loop\nvertex 0 0 0\nvertex 0 900 0\nvertex 900 0 0\n"
        "endloop\nendfacet\nfacet normal 1 1 1\nouter loop\nvertex 900 0 0\nvertex 0 900 0\n"
        "vertex 0 0 900\nendloop\nendfacet\nendsolid\n"
    )


def _picture(path: Path) -> None:
    Image.new("RGB", (1200, 900), "teal").save(path)


def _captions(path: Path) -> None:
    path.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n")


@pytest.mark.parametrize(
    ("name", "make", "made"),
    [
        ("crate.glb", _model, {"crate.glb", "crate.near.glb", "crate.far.glb", "crate.webp"}),
        (
            "photo.jpg",
            _picture,
            {*(f"photo.{n}.webp" for n in (400, 800, 1200)), "photo.booth.png"},
        ),
    ],
)
def test_a_file_becomes_what_a_site_serves(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    make: Callable[[Path], None],
    made: set[str],
) -> None:
    make(tmp_path / name)
    assert run("media", tmp_path / name, "-o", tmp_path / "out") == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == made
    said = capsys.readouterr().out
    assert name in said
    assert all(word in said for word in made)


def _panorama(path: Path, told: str = "") -> None:
    shown = Image.new("RGB", (2048, 1024), "teal")
    shown.save(path, xmp=f"<x:xmpmeta {told}/>".encode() if told else b"")


_ALL_AROUND = 'GPano:ProjectionType="equirectangular" GPano:FullPanoWidthPixels="2048" '
_PART = _ALL_AROUND.replace("2048", "8192") + 'GPano:CroppedAreaImageWidthPixels="2048"'


@pytest.mark.parametrize(
    ("told", "options", "kind"),
    [
        (_ALL_AROUND, [], "panorama"),
        ("", ["--as", "panorama"], "panorama"),
        ("", [], "picture"),
        (_PART, [], "picture"),
        (_ALL_AROUND, ["--as", "picture"], "picture"),
    ],
)
def test_a_panorama_is_told_by_its_camera_or_by_who_tries_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], told: str, options: list[str], kind: str
) -> None:
    _panorama(tmp_path / "view.jpg", told)
    assert run("media", tmp_path / "view.jpg", "-o", tmp_path / "out", *options) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"view.jpg: {kind}\n")
    made = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")}
    if kind == "panorama":
        assert {"view.webp", *(f"view/512/{letter}.webp" for letter in "frblud")} <= made
        assert "six faces of 512 pixels" in said
    else:
        assert "view.1600.webp" in made
        assert "--as panorama" in said


def test_what_is_no_panorama_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _picture(tmp_path / "photo.jpg")
    options = ("-o", tmp_path / "out", "--as", "panorama")
    assert run("media", tmp_path / "photo.jpg", *options) == 1
    assert "1200 x 900 pixels" in capsys.readouterr().err


def test_a_logo_is_shown_as_pages_and_signs_have_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logo = Image.new("RGB", (300, 200), "white")
    logo.paste((160, 20, 30), (100, 80, 200, 120))
    logo.save(tmp_path / "logo.png")
    options = ("-o", tmp_path / "out", "--as", "logo")
    assert run("media", tmp_path / "logo.png", *options) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "logo.page.webp",
        "logo.sign.png",
    }
    told = capsys.readouterr()
    assert "a logo of 100 x 40 pixels" in told.out
    assert "#a0141e" in told.out
    assert "hint H412" in told.err
    Image.new("RGB", (300, 200), "white").save(tmp_path / "logo.png")
    assert run("media", tmp_path / "logo.png", *options) == 1
    assert "H409" in capsys.readouterr().err


def test_the_kinds_that_can_be_said_are_all_there_are() -> None:
    assert list(KINDS) == [kind.value for kind in FileKind]


def test_captions_are_written_as_web_vtt(tmp_path: Path) -> None:
    _captions(tmp_path / "film.vtt")
    assert run("media", tmp_path / "film.vtt", "-o", tmp_path / "out") == 0
    (written,) = (tmp_path / "out").rglob("*.vtt")
    assert written.read_text().startswith("WEBVTT")


def test_how_a_model_is_to_be_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _stl(tmp_path / "part.stl")
    assert run("media", tmp_path / "part.stl", "-o", tmp_path / "out", "--scale", "0.002") == 0
    assert "1.8 x" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("cut.glb", b"glTF\2\0\0\0\xff\xff\0\0", "H42"),
        ("old.fbx", b"Kaydara FBX Binary  \0", "H420"),
        ("empty.stl", b"", "H42"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 no more", "H403"),
        ("sheet.pdf", b"%PDF-1.7 broken", "H45"),
        ("film.vtt", b"no captions at all", "H44"),
    ],
)
def test_what_cannot_be_used_ends_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run("media", tmp_path / name, "-o", tmp_path / "out") == 1
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert f"error {code}" in line or f"warning {code}" in line
    assert name in line
    assert not (tmp_path / "out").exists()
