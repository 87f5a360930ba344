"""Exhibitors' files that would do harm: each is refused in one line, or does none."""

from __future__ import annotations

import base64
import gzip
import io
import json
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.media.documents import read_document
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.beside import Beside
from hallgen.media.models.reading import archives, read_model
from hallgen.media.opening import open_picture
from hallgen.media.video import convert_video, find_ffmpeg, read_captions
from tests.support.hostile import png_of

SECRET = b"the-secret-beside-the-fair"


def _zip(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def _gltf(**more: object) -> bytes:
    """A triangle whose array has `more` to it."""
    array = base64.b64encode(struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)).decode()
    accessor = {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}
    buffer = {"byteLength": 36, "uri": f"data:application/octet-stream;base64,{array}"}
    view = {"buffer": 0, "byteLength": 36}
    return json.dumps(
        {
            "asset": {"version": "2.0"},
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0}],
            "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
            "accessors": [accessor | {k: v for k, v in more.items() if k in {"count"}}],
            "bufferViews": [view | {k: v for k, v in more.items() if k in {"byteLength"}}],
            "buffers": [buffer | {k: v for k, v in more.items() if k in {"uri"}}],
        }
    ).encode()


_TRIANGLE = b"solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
_STL = _TRIANGLE + b"endloop\nendfacet\nendsolid a\n"
_ENTITIES = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 30))
_BOMB = f'<!DOCTYPE x [<!ENTITY a0 "xxxx">{_ENTITIES}]>'
_FOREIGN = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.gltf", _gltf(count=2**31), codes.MODEL_TOO_LARGE),
        ("a.gltf", _gltf(byteLength=2**40), codes.MODEL_BROKEN),
        ("a.gltf", _gltf(uri="file:///etc/passwd"), codes.MODEL_INCOMPLETE),
        ("a.gltf", _gltf(uri="../../secret.bin"), codes.MODEL_INCOMPLETE),
        ("a.gltf", b"[" * 100_000, codes.MODEL_BROKEN),
        ("a.stl", b"\0" * 80 + b"\xff" * 4 + b"\0" * 50, codes.MODEL_EMPTY),
        ("a.dae", f'{_BOMB}<COLLADA a="&a29;"/>'.encode(), codes.MODEL_BROKEN),
        ("a.dae", f"{_FOREIGN}<COLLADA>&e;</COLLADA>".encode(), codes.MODEL_BROKEN),
        ("a.3mf", _zip(**{"3D/3dmodel.model": f"{_BOMB}<model>&a29;</model>".encode()}), None),
        ("a.zip", _zip(**{"../../a.txt": b"x", "/etc/b": b"x"}), None),
    ],
)
def test_models(name: str, data: bytes, code: Code | None) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        read_model(name, data, lambda _: None)
    assert code is None or refused.value.code is code
    assert "\n" not in refused.value.message
    assert "root:" not in refused.value.message


def test_an_archive_unpacks_nothing_and_no_more_than_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    slipping = _zip(**{"../../slipped.stl": _STL})
    read_model("a.zip", slipping, lambda _: None)
    assert list(tmp_path.rglob("*")) == []
    assert not (tmp_path.parent / "slipped.stl").exists()
    monkeypatch.setattr(archives, "_MOST", 1000)
    with pytest.raises(MediaRefusedError) as refused:
        read_model("a.zip", _zip(**{"a.stl": _STL + b" " * 2000}), lambda _: None)
    assert refused.value.code is codes.MODEL_TOO_LARGE


@pytest.mark.parametrize(
    "uri",
    [
        *("../../secret.bin", "../../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"),
        *("..\\..\\secret.bin", "link.bin", "a\0b", "x" * 5000, "", "."),
    ],
)
def test_a_model_names_nothing_outside_of_the_fair(tmp_path: Path, uri: str) -> None:
    fair = tmp_path / "fair"
    (fair / "media").mkdir(parents=True)
    (tmp_path / "secret.bin").write_bytes(SECRET)
    (fair / "media/link.bin").symlink_to(tmp_path / "secret.bin")
    assert Beside(fair, Path("media/a.gltf"))(uri) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png_of(60_000, 60_000), codes.PICTURE_TOO_LARGE),
        (gzip.compress(b"<svg>" + b" " * 9_000_000), codes.DRAWING_REFUSED),
        (f"<svg>{'<g>' * 5000}</svg>".encode(), codes.DRAWING_REFUSED),
        (f"{_BOMB}<svg><text>&a29;</text><rect id='&a29;'/></svg>".encode(), codes.DRAWING_REFUSED),
        (b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file", codes.PICTURE_POSTSCRIPT),
        (b"<html><script>alert(1)</script></html>", codes.PICTURE_UNKNOWN),
    ],
)
def test_pictures(data: bytes, code: Code) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        open_picture(data, 400)
    assert refused.value.code is code
    assert "\n" not in refused.value.message


def _written(data: bytes, name: str, read: Callable[[Path], object], folder: Path) -> None:
    file = folder / name
    file.write_bytes(data)
    read(file)


def test_captions_and_documents(tmp_path: Path) -> None:
    many = b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\nx\n\n" * 200_000
    with pytest.raises(MediaRefusedError) as refused:
        _written(many, "a.vtt", read_captions, tmp_path)
    assert refused.value.code is codes.CAPTIONS_BROKEN
    page = b"<html><script>alert(1)</script></html>"
    with pytest.raises(MediaRefusedError) as refused:
        _written(page, "a.pdf", read_document, tmp_path)
    assert refused.value.code is codes.DOCUMENT_UNKNOWN


@pytest.mark.parametrize(
    "data",
    [
        b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        b"ffconcat version 1.0\nfile '/etc/passwd'\n",
        b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n",
    ],
)
def test_a_list_of_files_is_no_video(tmp_path: Path, data: bytes) -> None:
    ffmpeg = find_ffmpeg()
    if ffmpeg is None:
        pytest.skip("there is no ffmpeg here")
    with pytest.raises(MediaRefusedError) as refused:
        _written(data, "film.mp4", partial(convert_video, ffmpeg=ffmpeg), tmp_path)
    assert "root:" not in refused.value.message
