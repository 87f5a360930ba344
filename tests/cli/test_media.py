"""`hallgen media`: an exhibitor tries one file, and sees what comes of it or one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

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
