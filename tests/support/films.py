"""Videos made by ffmpeg as cameras and programs make them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hallgen.media.video import Ffmpeg, find_ffmpeg

Maker = Callable[..., Path]


@pytest.fixture(scope="session")
def ffmpeg() -> Ffmpeg:
    """The ffmpeg there is; tests that need one are skipped without."""
    found = find_ffmpeg()
    if found is None:
        pytest.skip("no ffmpeg: neither on the path nor by the extra `video`")
    return found


@pytest.fixture
def film(ffmpeg: Ffmpeg, tmp_path: Path) -> Maker:
    """Makes a file by ffmpeg's own arguments, from a moving test picture and a tone."""

    def make(name: str, *arguments: str, size: str = "320x180", seconds: float = 1) -> Path:
        path = tmp_path / name
        subprocess.run(
            [
                ffmpeg.program, "-v", "error", "-y",
                "-f", "lavfi", "-i", f"testsrc2=size={size}:rate=50:d={seconds}",
                "-f", "lavfi", "-i", f"sine=440:d={seconds}",
                *arguments, str(path),
            ],
            check=True,
        )  # fmt: skip
        return path

    return make
