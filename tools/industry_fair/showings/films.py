"""Two films of six seconds: a camera passes before a machine in the workshop."""

from __future__ import annotations

import math
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from hallgen.light.pictures import Camera
from hallgen.media.video import Ffmpeg
from tools.industry_fair.marks import sans
from tools.industry_fair.showings.workshop import picture

_SIZE = (640, 360)
_RATE, _SECONDS = 15, 6


@dataclass(frozen=True, slots=True)
class Pass:
    """What a camera passes: a middle (x, height, z), how far off, and between which headings."""

    name: str
    title: str
    middle: tuple[float, float, float]
    away: tuple[float, float]
    headings: tuple[float, float]


PASSES = (
    Pass("vm650", "VM650", (-4.4, 1.15, -3.0), (4.6, 3.2), (-32.0, 26.0)),
    Pass("sl200", "SL200", (4.0, 0.95, -3.2), (4.2, 3.0), (28.0, -30.0)),
)


def film(shot: Pass, ffmpeg: Ffmpeg, file: Path) -> None:
    """Write a film as an exhibitor might send it: 640 x 360, H.264, without sound."""
    command = [
        ffmpeg.program, "-v", "error", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "{}x{}".format(*_SIZE), "-r", str(_RATE),
        "-i", "pipe:0",
        "-c:v", "libx264", "-preset", "veryslow", "-crf", "27", "-pix_fmt", "yuv420p",
        "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", str(file),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        if process.stdin is None:
            raise RuntimeError("no way to hand frames to ffmpeg")
        for frame in _frames(shot):
            process.stdin.write(frame.tobytes())
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _frames(shot: Pass) -> Iterator[NDArray[np.uint8]]:
    count = _RATE * _SECONDS
    for number in range(count):
        part = number / (count - 1)
        eased = part * part * (3 - 2 * part)
        frame = Image.fromarray(picture(_camera(shot, eased), *_SIZE, rays=2))
        _caption(frame, shot.title, min(1.0, number / _RATE, (count - 1 - number) / _RATE))
        yield np.asarray(frame)


def _camera(shot: Pass, part: float) -> Camera:
    """Looking at the middle all the time, nearer as it goes."""
    heading, away = (a + (b - a) * part for a, b in (shot.headings, shot.away))
    x, y, z = shot.middle
    turn = math.radians(heading)
    eye = (x - away * math.sin(turn), 1.6, z + away * math.cos(turn))
    pitch = math.degrees(math.atan2(y - eye[1], away))
    return Camera(eye, heading, pitch, 48.0)


def _caption(frame: Image.Image, title: str, strength: float) -> None:
    """The name in a bar that comes and goes."""
    veil = Image.new("RGBA", frame.size)
    pen = ImageDraw.Draw(veil)
    alpha = round(230 * strength)
    pen.rectangle((24, 292, 190, 334), fill=(14, 22, 38, alpha))
    pen.rectangle((24, 292, 29, 334), fill=(240, 150, 30, alpha))
    pen.text((44, 313), title, font=sans(24, 700, 100), fill=(255, 255, 255, alpha), anchor="lm")
    frame.paste(veil.convert("RGB"), mask=veil.getchannel("A"))
