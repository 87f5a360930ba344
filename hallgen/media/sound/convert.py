"""A recording as browsers play it: AAC in an MP4, one voice, or as it came."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Final

from hallgen.codes import SOUND_NOT_PLAYED, SOUND_TOO_LONG, SOUND_UNKNOWN
from hallgen.media.made import MOST_BYTES, Account, Made, MediaRefusedError, named
from hallgen.media.sound.types import Sound
from hallgen.media.video.boxes import without_metadata
from hallgen.media.video.ffmpeg import FORGET, ONE_THREAD, Ffmpeg, seconds_of

#: Recordings longer than so many seconds are refused: nobody stands so long at a stop.
LONGEST: Final = 10 * 60.0

#: A probe, and a conversion for each second of sound and at least, in seconds.
_PROBE, _EACH, _LEAST = 60.0, 1.0, 60.0

_VOICE: Final = re.compile(r"Stream #\S+: Audio: ")

#: What all browsers play as it came, by the name of its form.
_PLAYED: Final = {"mp3": "audio/mpeg", "m4a": "audio/mp4"}


def convert_sound(file: Path, ffmpeg: Ffmpeg) -> Made[Sound]:
    """A recording made web-ready, without what it tells of its maker. Raises MediaRefusedError."""
    form_of(file)
    try:
        data, seconds = _converted(file, ffmpeg)
    except MediaRefusedError as refused:
        if refused.code is SOUND_TOO_LONG:
            raise
        # What ffmpeg says of a broken file is said of videos.
        raise MediaRefusedError(SOUND_UNKNOWN, refused.message) from None
    voice = named(data, ".m4a")
    sound = Sound(address=voice.name, mime="audio/mp4", seconds=round(seconds, 2))
    return Made(sound, (voice,), account=Account(notes=(f"converted to AAC, {seconds:g} s",)))


def sound_as_it_is(file: Path) -> Made[Sound]:
    """A recording that browsers play as it came. Raises MediaRefusedError."""
    form = form_of(file)
    if form not in _PLAYED:
        raise MediaRefusedError(SOUND_NOT_PLAYED, f"it is {form.upper()}.")
    if file.stat().st_size > MOST_BYTES:
        message = f"it has {file.stat().st_size / 2**20:.0f} MiB; as it is, 25 MiB are the most."
        raise MediaRefusedError(SOUND_NOT_PLAYED, message)
    try:
        data = (
            _bare_mp3(file.read_bytes()) if form == "mp3" else without_metadata(file.read_bytes())
        )
    except ValueError as fault:
        raise MediaRefusedError(SOUND_UNKNOWN, f"{fault}.") from None
    voice = named(data, f".{form}")
    sound = Sound(address=voice.name, mime=_PLAYED[form], seconds=0)
    return Made(sound, (voice,), account=Account(notes=("taken as it is",)))


def _converted(file: Path, ffmpeg: Ffmpeg) -> tuple[bytes, float]:
    """The recording as an M4A, and its seconds."""
    said = ffmpeg.told(file, _PROBE)
    seconds = seconds_of(said)
    if not _VOICE.search(said) or seconds is None:
        raise MediaRefusedError(SOUND_UNKNOWN, "it has no sound that ffmpeg can read.")
    if seconds > LONGEST:
        message = f"it is {seconds / 60:.0f} minutes long; {LONGEST / 60:.0f} are the most."
        raise MediaRefusedError(SOUND_TOO_LONG, message)
    with tempfile.TemporaryDirectory(prefix="hallgen-sound-") as folder:
        to = Path(folder) / "voice.m4a"
        ffmpeg.run(
            file,
            (
                "-map", "0:a:0", "-vn", *FORGET,
                "-c:a", "aac", "-b:a", "96k", "-ac", "1", "-ar", "44100",
                *ONE_THREAD, "-fflags", "+bitexact", "-flags:a", "+bitexact",
                "-movflags", "+faststart", f"file:{to}",
            ),
            _LEAST + _EACH * seconds,
        )  # fmt: skip
        return to.read_bytes(), seconds


def _bare_mp3(data: bytes) -> bytes:
    """An MP3 without what stands before and behind the sound (https://id3.org/id3v2.4.0-structure).

    Raises ValueError where nothing else is in it.
    """
    if data.startswith(b"ID3"):
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte & 0x7F
        data = data[10 + size :]
    if data[-128:-125] == b"TAG":
        data = data[:-128]
    if not data:
        raise ValueError("it has no sound")
    return data


def form_of(file: Path) -> str:
    """`mp3`, `m4a`, `wav`, `ogg` or `flac`, by how a file begins. Raises MediaRefusedError."""
    try:
        with file.open("rb") as opened:
            head = opened.read(16)
    except OSError as fault:
        raise MediaRefusedError(SOUND_UNKNOWN, f"it cannot be read: {fault.strerror}.") from None
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"):
        return "mp3"
    if head[4:8] == b"ftyp":
        return "m4a"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"fLaC"):
        return "flac"
    message = "it is empty." if not head else "it is neither MP3, M4A, WAV, OGG nor FLAC."
    raise MediaRefusedError(SOUND_UNKNOWN, message)
