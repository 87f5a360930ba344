"""A long video in pieces (HLS, RFC 8216), and small as one file for browsers without it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from hallgen.codes import VIDEO_TOO_LONG
from hallgen.media.made import MOST_BYTES, MadeFile, MediaRefusedError, content_name, named
from hallgen.media.video.boxes import Contents
from hallgen.media.video.ffmpeg import ONE_THREAD, Ffmpeg
from hallgen.media.video.types import Source

#: Videos of more bytes than this come in pieces.
STREAMED_FROM: Final = 20_000_000

#: What the one file weighs at most, and the bits a second of its sound.
_WHOLE, _SOUND = 19_000_000, 64_000
_PIECE: Final = 6
_HLS: Final = "application/vnd.apple.mpegurl"


def stream(
    film: Path, contents: Contents, ffmpeg: Ffmpeg
) -> tuple[tuple[Source, ...], tuple[MadeFile, ...]]:
    """A converted video as a playlist of pieces of 6 seconds, and as one small file.

    Where a browser plays HLS it takes the first source. Raises MediaRefusedError.
    """
    pieces = _pieces(film, ffmpeg, contents.seconds)
    whole = _small(film, contents, ffmpeg)
    playlist = next(file.name for file in pieces if file.name.endswith(".m3u8"))
    if max(len(file.data) for file in (*pieces, whole)) > MOST_BYTES:
        raise MediaRefusedError(VIDEO_TOO_LONG, "a part of it has more than 25 MiB.")
    sources = (
        Source(address=playlist, mime=_HLS),
        Source(address=whole.name, mime="video/mp4"),
    )
    return sources, (*pieces, whole)


def _pieces(film: Path, ffmpeg: Ffmpeg, seconds: float) -> tuple[MadeFile, ...]:
    with tempfile.TemporaryDirectory(prefix="hallgen-hls-") as folder:
        ffmpeg.run(
            film,
            ("-c", "copy", "-f", "hls", "-hls_time", str(_PIECE), "-hls_playlist_type", "vod",
             "-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4",
             "-hls_segment_filename", f"{folder}/%04d.m4s", "-fflags", "+bitexact",
             f"{folder}/index.m3u8"),
            60 + seconds,
        )  # fmt: skip
        files = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}
    name = content_name(b"".join(files.values()))
    return tuple(MadeFile(f"media/{name}/{file}", data) for file, data in files.items())


def _small(film: Path, contents: Contents, ffmpeg: Ffmpeg) -> MadeFile:
    """One file of about 19 MB, whatever that makes of its pictures."""
    rate = int(_WHOLE * 8 / contents.seconds) - _SOUND
    height = 480 if rate > 500_000 else 360
    with tempfile.TemporaryDirectory(prefix="hallgen-video-") as folder:
        to = Path(folder) / "whole.mp4"
        ffmpeg.run(
            film,
            ("-vf", f"scale=w='2*round(iw*min(1,{height}/min(iw,ih))/2)':"
             f"h='2*round(ih*min(1,{height}/min(iw,ih))/2)'",
             "-c:v", "libx264", "-preset", "medium", "-profile:v", "high", "-pix_fmt", "yuv420p",
             "-b:v", str(rate), "-maxrate", str(int(1.5 * rate)), "-bufsize", str(3 * rate),
             "-c:a", "aac", "-b:a", str(_SOUND), "-ac", "2", "-map_metadata", "-1",
             *ONE_THREAD, "-fflags", "+bitexact", "-flags:v", "+bitexact",
             "-movflags", "+faststart", f"file:{to}"),
            180 + 4 * contents.seconds,
        )  # fmt: skip
        return named(to.read_bytes(), ".mp4")
