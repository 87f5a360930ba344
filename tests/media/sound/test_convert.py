"""Recordings: what all browsers play comes out, and what is none is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from hallgen.media.sound import convert, convert_sound, sound_as_it_is
from hallgen.media.video import Ffmpeg
from tests.support.films import ffmpeg

__all__ = ["ffmpeg"]


def tone(ffmpeg: Ffmpeg, path: Path, seconds: float = 1) -> Path:
    source = ("-f", "lavfi", "-i", f"sine=440:d={seconds}", "-metadata", "artist=Somebody")
    subprocess.run([ffmpeg.program, "-v", "error", "-y", *source, str(path)], check=True)
    return path


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.m4a", "a.flac", "a.ogg"])
def test_any_recording_becomes_one_voice(ffmpeg: Ffmpeg, tmp_path: Path, name: str) -> None:
    made = convert_sound(tone(ffmpeg, tmp_path / name), ffmpeg)
    (file,) = made.files
    assert (made.facts.address, made.facts.mime) == (file.name, "audio/mp4")
    assert made.facts.seconds == pytest.approx(1, abs=0.1)
    assert convert.form_of(written(tmp_path / "made", file.data)) == "m4a"
    assert b"Somebody" not in file.data
    assert made == convert_sound(tmp_path / name, ffmpeg)


@pytest.mark.parametrize(("name", "mime"), [("a.mp3", "audio/mpeg"), ("a.m4a", "audio/mp4")])
def test_without_ffmpeg_what_browsers_play_is_taken_as_it_is(
    ffmpeg: Ffmpeg, tmp_path: Path, name: str, mime: str
) -> None:
    made = sound_as_it_is(tone(ffmpeg, tmp_path / name))
    (file,) = made.files
    assert (made.facts.address, made.facts.mime) == (file.name, mime)
    assert b"Somebody" not in file.data
    assert "Audio: " in ffmpeg.told(written(tmp_path / f"again-{name}", file.data), 60)


def test_without_ffmpeg_others_are_refused(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        sound_as_it_is(tone(ffmpeg, tmp_path / "a.wav"))
    assert refused.value.code is codes.SOUND_NOT_PLAYED


@pytest.mark.parametrize("data", [b"", b"not a sound at all", b"ID3\x04\x00\x00\x00\x00\x00\x00"])
def test_what_is_no_recording_is_refused(ffmpeg: Ffmpeg, tmp_path: Path, data: bytes) -> None:
    file = written(tmp_path / "a.mp3", data)
    for attempt in (lambda: convert_sound(file, ffmpeg), lambda: sound_as_it_is(file)):
        with pytest.raises(MediaRefusedError) as refused:
            attempt()
        assert refused.value.code is codes.SOUND_UNKNOWN


def test_a_long_one_is_refused(
    ffmpeg: Ffmpeg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "LONGEST", 0.5)
    with pytest.raises(MediaRefusedError) as refused:
        convert_sound(tone(ffmpeg, tmp_path / "a.wav"), ffmpeg)
    assert refused.value.code is codes.SOUND_TOO_LONG


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
