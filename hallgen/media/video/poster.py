"""The picture that stands for a video until it plays: an early frame that shows something."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from hallgen.codes import VIDEO_BROKEN
from hallgen.media.made import MadeFile, MediaRefusedError, named
from hallgen.media.video.boxes import Contents
from hallgen.media.video.ffmpeg import Ffmpeg
from hallgen.media.video.types import Poster

#: So many frames are looked at, each so many pixels in a square.
_FRAMES, _SIDE = 12, 48

#: The first frame is taken that has this share of what the richest has.
_ENOUGH: Final = 0.7
_SECONDS: Final = 120.0


def poster_of(film: Path, contents: Contents, ffmpeg: Ffmpeg) -> tuple[Poster, MadeFile]:
    """The poster of a converted video, and its WebP file."""
    rate = _FRAMES / max(contents.seconds, 0.04)
    raw = ffmpeg.run(
        film,
        ("-vf", f"fps={rate:.6f}:round=up,scale={_SIDE}:{_SIDE}", "-frames:v", str(_FRAMES), "-an",
         "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"),
        _SECONDS,
    )  # fmt: skip
    size = _SIDE * _SIDE * 3
    frames = np.frombuffer(raw[: len(raw) // size * size], np.uint8).reshape(-1, _SIDE * _SIDE, 3)
    at = best_frame(frames) / rate if len(frames) else 0.0
    png = ffmpeg.run(
        film,
        ("-ss", f"{at:.3f}", "-frames:v", "1", "-an", "-c:v", "png", "-f", "image2pipe", "pipe:1"),
        _SECONDS,
    )
    if not png:
        raise MediaRefusedError(VIDEO_BROKEN, "it has no frame that could be shown.")
    image = Image.open(io.BytesIO(png), formats=("PNG",)).convert("RGB")
    data = io.BytesIO()
    image.save(data, "WEBP", quality=80, method=4)
    file = named(data.getvalue(), ".webp")
    return Poster(address=file.name, width=image.width, height=image.height), file


def best_frame(frames: npt.NDArray[np.uint8]) -> int:
    """The first of the frames (n, pixels, 3) that shows about as much as the one that shows most.

    How much one shows is how its brightness varies; a black, a white or a fading one has little.
    """
    grey = frames.astype(np.float64).mean(axis=2)
    rich = grey.std(axis=1)
    return int(np.argmax(rich >= _ENOUGH * rich.max()))
