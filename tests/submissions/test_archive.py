"""What strangers send is looked through before a byte of it is unpacked."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics
from hallgen.submissions.archive import opened
from hallgen.submissions.contents import MOST_FILES, fault_of_name
from tests.submissions.zips import write_zip


def looked(file: Path) -> tuple[list[str] | None, list[tuple[Code, str | None]]]:
    """The files that may be unpacked, and what was told."""
    told = Diagnostics()
    with opened(file, told) as archive:
        found = None if archive is None else list(archive.files)
    return found, [(one.kind, one.place.item) for one in told]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../booth.yaml", codes.UNSAFE_NAME),
        ("media/../../fair.yaml", codes.UNSAFE_NAME),
        ("/etc/passwd", codes.UNSAFE_NAME),
        ("C:/windows/a.png", codes.UNSAFE_NAME),
        ("..\\..\\fair.yaml", codes.UNSAFE_NAME),
        ("media//a.png", codes.UNSAFE_NAME),
        ("media/a\n.png", codes.UNSAFE_NAME),
        ("media/gnp.\u202eexe.png", codes.UNSAFE_NAME),
        ("media/CON.png", codes.UNSAFE_NAME),
        ("media/a.png:stream", codes.UNSAFE_NAME),
        ("media/a.png.", codes.UNSAFE_NAME),
        (f"media/{'x' * 300}.png", codes.UNSAFE_NAME),
        ("BOOTH.yaml", codes.UNSAFE_NAME),  # beside booth.yaml
        ("booth.yaml/a.png", codes.UNSAFE_NAME),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, name: str, code: Code) -> None:
    found, told = looked(write_zip(tmp_path / "a.zip", {"booth.yaml": "", name: "x"}))
    assert found is None
    assert [kind for kind, _ in told] == [code]
    assert all((item or "").isprintable() for _, item in told)


def test_a_name_that_goes_on_behind_its_end(tmp_path: Path) -> None:
    """zipfile itself would take it for media/a."""
    file = write_zip(tmp_path / "a.zip", {"media/a!/../../b": "x"}, note=None)
    file.write_bytes(file.read_bytes().replace(b"a!/", b"a\x00/"))
    found, told = looked(file)
    assert found is None
    assert [kind for kind, _ in told] == [codes.UNSAFE_NAME]


@pytest.mark.parametrize(
    "name",
    ["media/a b.png", "media/it's.png", "media/🦾 机器人 👩‍🔧.png", f"media/{'x' * 251}.png"],
)
def test_names_that_are_no_trouble(tmp_path: Path, name: str) -> None:
    found, told = looked(write_zip(tmp_path / "a.zip", {name: "x"}))
    assert found == sorted([name, "submission.json"])
    assert told == []


def test_links(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": ""}, {"media/logo.png": "/etc/passwd"})
    assert looked(file) == (None, [(codes.ARCHIVE_LINK, "media/logo.png")])


def test_few_bytes_that_become_many(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "a.zip", {"media/a.bmp": bytes(20 << 20)})
    assert looked(file) == (None, [(codes.ARCHIVE_TOO_LARGE, "media/a.bmp")])
    file = write_zip(tmp_path / "b.zip", {"booth.yaml": bytes(2 << 20)})
    assert looked(file) == (None, [(codes.ARCHIVE_TOO_LARGE, "booth.yaml")])


def test_a_header_that_lies_about_its_size(tmp_path: Path) -> None:
    """No more is unpacked than the header says, and that is told as damage."""
    file = write_zip(tmp_path / "a.zip", {"media/a.bmp": bytes(1 << 20)}, note=None)
    data = file.read_bytes().replace((1 << 20).to_bytes(4, "little"), (99).to_bytes(4, "little"))
    file.write_bytes(data)
    told = Diagnostics()
    with opened(file, told) as archive:
        assert archive is not None
        with pytest.raises(zipfile.BadZipFile):
            archive.unpack("media/a.bmp", tmp_path / "out" / "a.bmp")
    assert (tmp_path / "out" / "a.bmp").stat().st_size <= 99


def test_too_many_files(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "a.zip", {f"media/{n}.png": "" for n in range(MOST_FILES)})
    assert looked(file) == (None, [(codes.ARCHIVE_TOO_LARGE, None)])


def test_entries_that_share_their_bytes(tmp_path: Path) -> None:
    """As in https://www.bamsoftware.com/hacks/zipbomb/: one kernel, named many times."""
    file = write_zip(tmp_path / "a.zip", {"media/a.png": b"x" * 500, "media/b.png": b"y" * 500})
    with zipfile.ZipFile(file, "a") as archive:
        first, second = (archive.getinfo(f"media/{name}.png") for name in "ab")
        second.header_offset = first.header_offset
        archive.comment = b"rewritten"
    found, told = looked(file)
    assert found is None
    assert (codes.ARCHIVE_BROKEN, "media/a.png") in told or (
        codes.ARCHIVE_BROKEN,
        "media/b.png",
    ) in told


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + bytes(50), b"PK\x05\x06"])
def test_what_is_no_zip(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert looked(tmp_path / "a.zip") == (None, [(codes.ARCHIVE_BROKEN, None)])


def test_all_faults_at_once(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "a.zip", {"../a": "", "media/b:": ""}, {"media/c": "d"})
    _, told = looked(file)
    assert [kind for kind, _ in told] == [
        codes.UNSAFE_NAME,
        codes.UNSAFE_NAME,
        codes.ARCHIVE_LINK,
    ]


def test_a_zipped_folder_and_what_systems_add(tmp_path: Path) -> None:
    files = {"A01/booth.yaml": "", "A01/media/a.png": "", "A01/.DS_Store": ""}
    files |= {"__MACOSX/A01/._booth.yaml": "", "A01/media/Thumbs.db": ""}
    told = Diagnostics()
    with opened(write_zip(tmp_path / "a.zip", files, note=None), told) as archive:
        assert archive is not None
        assert (archive.top, list(archive.files)) == ("A01", ["booth.yaml", "media/a.png"])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_of_old_programs(tmp_path: Path, encoding: str) -> None:
    """They write the bytes of their system and do not say which."""
    name = "媒体图片" if encoding == "gb18030" else "媒体"
    raw = f"media/{name}.png".encode(encoding)
    plain = ("m" * len(raw)).encode()
    file = write_zip(tmp_path / "a.zip", {plain.decode(): "x"}, note=None)
    file.write_bytes(file.read_bytes().replace(plain, raw))
    assert looked(file)[0] == [f"media/{name}.png"]


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    """Bytes in the middle of a sound ZIP changed: never an exception, never a way out."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("booth.yaml", "claim: a")
        archive.writestr("media/a.png", "x" * 50)
    spoilt = bytearray(whole.getvalue())
    for at, byte in enumerate(data):
        if byte % 3 == 0:
            spoilt[(at * 7 + byte) % len(spoilt)] = byte
    file = Path(tempfile.gettempdir(), f"hallgen-{os.getpid()}-{id(spoilt)}.zip")
    try:
        file.write_bytes(spoilt)
        found, told = looked(file)
    finally:
        file.unlink(missing_ok=True)
    assert (found is None) == bool(told)
    assert all(fault_of_name(path) is None for path in found or ())
