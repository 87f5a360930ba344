"""Where a session is shown: at an address, or as a video in the fair folder."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.model import Session
from hallgen.readers.fair_file import TableSource
from hallgen.readers.join import Directory
from hallgen.readers.programme import ProgrammeReader
from hallgen.readers.tables import read_table


def sessions(folder: Path, text: str) -> tuple[tuple[Session, ...], list[str]]:
    (folder / "programme.csv").write_text(text, encoding="utf-8")
    found, source = Diagnostics(), TableSource(file="programme.csv")
    table = read_table(folder / source.file, source, source.file, found)
    assert table is not None
    reader = ProgrammeReader(Directory({}), ["en"], found, folder)
    return reader.read(table, source), [f"{d.code}:{d.place.line}" for d in found]


def test_a_recording_is_a_path_and_a_stream_an_address(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "talk.mp4").write_bytes(b"")
    rows = ("talk.mp4", "https://live.example/a.mp4", "gone.mov", "somewhere")
    text = "Title,Start,Watch\n" + "".join(
        f"S{n},2027-05-10 09:00,{w}\n" for n, w in enumerate(rows)
    )
    read, faults = sessions(tmp_path, text)
    assert [(one.watch, one.recording) for one in read] == [
        (None, Path("media/talk.mp4")),
        ("https://live.example/a.mp4", None),
        (None, Path("gone.mov")),
        (None, None),
    ]
    assert faults == ["H122:5"]
