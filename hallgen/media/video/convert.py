"""A video as browsers play it: H.264 in an MP4, 720p at most, with a poster; or as it came."""

from __future__ import annotations

import math
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hallgen.codes import (
    VIDEO_BROKEN,
    VIDEO_NOT_PLAYED,
    VIDEO_TOO_LONG,
    VIDEO_UNKNOWN,
)
from hallgen.media.made import MOST_BYTES, Account, Made, MadeFile, MediaRefusedError, named
from hallgen.media.video.boxes import Contents, read_mp4, read_webm, without_metadata
from hallgen.media.video.ffmpeg import FORGET, ONE_THREAD, Ffmpeg, seconds_of
from hallgen.media.video.poster import poster_of
from hallgen.media.video.streaming import STREAMED_FROM, stream
from hallgen.media.video.types import Film, Source

#: Videos longer than so many seconds are refused.
LONGEST: Final = 20 * 60.0

#: Screens in halls repeat so many seconds of a video at most.
_LOOP: Final = 60.0

#: A probe, and each conversion for each second of video and at least, in seconds.
_PROBE, _EACH, _LEAST = 60.0, 6.0, 180.0

_MP4: Final = "video/mp4"
_PICTURES: Final = re.compile(r"Stream #\S+: Video: (?!.*\(attached pic\))")

#: The stream of a video that browsers play, square pixels and all: its sides, and its rate.
_READY: Final = re.compile(
    r"Stream #\S+: Video: h264 \((?:High|Main|Baseline|Constrained Baseline)\).*"
    r" yuv420p[(,].* (\d+)x(\d+)(?: \[SAR 1:1 [^\]]*\])?,.* ([\d.]+) fps"
)
_RATE: Final = re.compile(r"Duration: .* bitrate: (\d+) kb/s")
_SOUNDS: Final = re.compile(r"Stream #\S+: Audio: (\w+)")

#: How the stream of a phone's HDR video is told, and what makes the colours of others of it.
_BRIGHT: Final = re.compile(r"Stream #\S+: Video: .*(arib-std-b67|smpte2084)")
_TONES: Final = (
    "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv,format=yuv420p"
)

#: Codecs that all browsers of today play: in an MP4 and in a WebM, and those of sound.
_PLAYED: Final = frozenset({"avc1", "avc3", "av01", "vp09", "V_VP8", "V_VP9", "V_AV1"})
_HEARD: Final = frozenset({"mp4a", "Opus", "fLaC", "A_OPUS", "A_VORBIS", ".mp3"})
_SILENT_TRACKS: Final = frozenset({"tmcd", "text", "mp4s", "rtp "})


@dataclass(frozen=True, slots=True)
class _Form:
    """How a video is encoded: the longer and shorter side, bits and seconds at most; its sound."""

    longer: int
    shorter: int
    quality: int
    most: int
    seconds: float
    sound: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """A video as it came: how long it is, whether in high dynamic range, as phones film, and
    whether it is already what pages show, so that it is only packed anew.
    """

    file: Path
    seconds: float
    bright: bool
    ready: bool


_PAGE: Final = _Form(
    1280, 720, 23, 2_500_000, LONGEST,
    ("-map", "0:a:0?", "-c:a", "aac", "-b:a", "128k", "-ac", "2"),
)  # fmt: skip
_SCREEN: Final = _Form(640, 480, 27, 700_000, _LOOP, ("-an",))


def convert_video(file: Path, ffmpeg: Ffmpeg) -> Made[Film]:
    """A video made web-ready: played the right way up, never enlarged, at most 30 pictures a
    second, without what a camera tells of place and time. Raises MediaRefusedError.
    """
    kind_of(file)
    source = _probed(file, ffmpeg)
    with tempfile.TemporaryDirectory(prefix="hallgen-video-") as folder:
        page, screen = (Path(folder) / name for name in ("page.mp4", "screen.mp4"))
        if source.ready:
            _pack(source, ffmpeg, page)
        else:
            _encode(source, ffmpeg, page, _PAGE)
        _encode(source, ffmpeg, screen, _SCREEN)
        contents = _made(page.read_bytes())
        poster, poster_file = poster_of(page, contents, ffmpeg)
        if page.stat().st_size > STREAMED_FROM:
            sources, files = stream(page, contents, ffmpeg)
        else:
            whole = named(page.read_bytes(), ".mp4")
            sources, files = (Source(address=whole.name, mime=_MP4),), (whole,)
        loop = named(screen.read_bytes(), ".mp4")
        film = Film(
            sources=sources,
            width=contents.width,
            height=contents.height,
            seconds=round(contents.seconds, 2),
            silent=loop.name,
            poster=poster,
        )
        return Made(film, (*files, loop, poster_file), account=_account(source, film, ffmpeg))


def take_as_it_is(file: Path) -> Made[Film]:
    """A video that browsers play as it came, without a poster. Raises MediaRefusedError."""
    kind = kind_of(file)
    if file.stat().st_size > MOST_BYTES:
        message = f"it has {file.stat().st_size / 2**20:.0f} MiB; as it is, 25 MiB are the most."
        raise MediaRefusedError(VIDEO_NOT_PLAYED, message)
    if kind == "avi":
        raise MediaRefusedError(VIDEO_NOT_PLAYED, "it is AVI.")
    data = file.read_bytes()
    try:
        contents = read_webm(data) if kind == "webm" else read_mp4(data)
        if kind == "mp4":
            data = without_metadata(data)
    except ValueError as fault:
        raise MediaRefusedError(VIDEO_BROKEN, f"{fault}.") from None
    if not _plays(contents):
        shown = ", ".join(contents.codecs) or "nothing"
        message = f"it is {kind.upper()} with {shown}"
        late = "" if contents.ready else ", not made for streaming (its index is at the end)"
        raise MediaRefusedError(VIDEO_NOT_PLAYED, f"{message}{late}.")
    whole = named(data, f".{kind}")
    film = Film(
        sources=(Source(address=whole.name, mime=f"video/{kind}"),),
        width=contents.width,
        height=contents.height,
        seconds=round(contents.seconds, 2),
        silent=whole.name,
    )
    return Made(film, (whole,), account=Account(notes=("taken as it is",)))


def kind_of(file: Path) -> str:
    """`mp4` (MOV too), `webm` (MKV too) or `avi`, by how a file begins."""
    try:
        with file.open("rb") as opened:
            head = opened.read(16)
    except OSError as fault:
        raise MediaRefusedError(VIDEO_BROKEN, f"it cannot be read: {fault.strerror}.") from None
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
        return "mp4"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "webm"
    if head.startswith(b"RIFF") and head[8:12] == b"AVI ":
        return "avi"
    message = "it is empty." if not head else "it is neither MP4, MOV, WebM, MKV nor AVI."
    raise MediaRefusedError(VIDEO_UNKNOWN, message)


def _account(source: _Source, film: Film, ffmpeg: Ffmpeg) -> Account:
    done = "already what pages show: packed anew" if source.ready else "converted to H.264"
    notes = [f"{done}, {film.width} x {film.height} pixels, {film.seconds:g} s"]
    if source.bright and ffmpeg.maps_tones:
        notes.append("brought from high dynamic range to ordinary colours")
    if len(film.sources) > 1:
        notes.append("in pieces, and as one small file")
    return Account(notes=tuple(notes))


def _plays(contents: Contents) -> bool:
    pictures = [codec for codec in contents.codecs if codec in _PLAYED]
    others = set(contents.codecs) - _PLAYED - _HEARD - _SILENT_TRACKS
    return bool(pictures) and not others and contents.ready and contents.width > 0


def _probed(file: Path, ffmpeg: Ffmpeg) -> _Source:
    said = ffmpeg.told(file, _PROBE)
    length = seconds_of(said)
    if not _PICTURES.search(said) or length is None:
        raise MediaRefusedError(VIDEO_BROKEN, "it has no moving picture that ffmpeg can read.")
    if length > LONGEST:
        message = f"it is {length / 60:.0f} minutes long; {LONGEST / 60:.0f} are the most."
        raise MediaRefusedError(VIDEO_TOO_LONG, message)
    return _Source(file, length, bool(_BRIGHT.search(said)), _is_ready(said))


def _is_ready(said: str) -> bool:
    """Whether a file is what we would make of it: then another encoding only makes it worse."""
    picture = _READY.search(said)
    rate = _RATE.search(said)
    if picture is None or rate is None:
        return False
    sides = sorted(int(side) for side in picture.group(1, 2))
    return (
        sides[1] <= _PAGE.longer
        and sides[0] <= _PAGE.shorter
        and not any(side % 2 for side in sides)
        and float(picture[3]) <= 30
        and int(rate[1]) * 1000 <= _PAGE.most
        and set(_SOUNDS.findall(said)) <= {"aac"}
        and "displaymatrix" not in said
    )


def _pack(source: _Source, ffmpeg: Ffmpeg, to: Path) -> None:
    """The same pictures and sound in a file that begins with its index and tells nothing else."""
    ffmpeg.run(
        source.file,
        (
            "-map", "0:v:0", "-map", "0:a:0?", "-c", "copy", *FORGET,
            "-fflags", "+bitexact", "-movflags", "+faststart", f"file:{to}",
        ),
        _LEAST,
    )  # fmt: skip


def _encode(source: _Source, ffmpeg: Ffmpeg, to: Path, form: _Form) -> None:
    seconds = min(source.seconds, form.seconds)
    tones = f",{_TONES}" if source.bright and ffmpeg.maps_tones else ""
    ffmpeg.run(
        source.file,
        (
            "-map", "0:v:0", *form.sound, "-t", f"{seconds + 1:.2f}", "-sn", "-dn",
            *FORGET,
            "-vf", _fitted(form) + tones, "-fpsmax", "30",
            "-c:v", "libx264", "-preset", "medium", "-profile:v", "high", "-pix_fmt", "yuv420p",
            "-crf", str(form.quality), "-maxrate", str(form.most), "-bufsize", str(2 * form.most),
            *ONE_THREAD, "-fflags", "+bitexact", "-flags:v", "+bitexact",
            "-movflags", "+faststart", f"file:{to}",
        ),
        _LEAST + _EACH * seconds,
    )  # fmt: skip


def _fitted(form: _Form) -> str:
    """Square pixels, both sides even, within a form whichever way up, never larger."""
    share = f"min(1,min({form.longer}/max(iw*sar,ih),{form.shorter}/min(iw*sar,ih)))"
    width, height = (f"max(2,2*round({side}*{share}/2))" for side in ("iw*sar", "ih"))
    return f"scale=w='{width}':h='{height}':flags=lanczos,setsar=1"


def _made(data: bytes) -> Contents:
    """What our own result holds; ffmpeg ends well also where it read no picture at all."""
    try:
        contents = read_mp4(data)
    except ValueError:
        contents = Contents((), 0, 0, math.nan, ready=False)
    if not contents.width or not contents.seconds > 0:
        raise MediaRefusedError(VIDEO_BROKEN, "nothing in it could be decoded.")
    return contents


__all__ = ["LONGEST", "MadeFile", "convert_video", "kind_of", "take_as_it_is"]
