"""A build that is stopped leaves neither processes nor half a site behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.support.lingering import ROOT, at_work, eventually, is_gone, lingering

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


def test_halls_end_with_the_build(tmp_path: Path) -> None:
    with lingering("halls", tmp_path, 2) as program:
        program.kill()
        program.wait()
        eventually(lambda: all(map(is_gone, at_work(tmp_path))))


def _started_by(program: int) -> list[int]:
    """The processes that a process started, and those that these did."""
    found = []
    for task in Path(f"/proc/{program}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *_started_by(child)]
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_stopped_build_leaves_nothing(number: int, tmp_path: Path) -> None:
    fair = tmp_path / "fair"
    shutil.copytree(ROOT / "examples" / "industry-fair", fair)
    command = [sys.executable, "-m", "hallgen", "build", str(fair), "-o", str(tmp_path / "site")]
    command += ["--jobs", "2", "--cache", str(tmp_path / "cache")]
    (tmp_path / "scratch").mkdir()
    environment = os.environ | {"TMPDIR": str(tmp_path / "scratch")}
    # Tests that run in the background have SIGINT ignored, and so would what they start.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, preexec_fn=heeding
    ) as build:
        try:
            eventually(lambda: len(_started_by(build.pid)) >= 3 or build.poll() is not None)
            assert build.poll() is None
            started = _started_by(build.pid)
            build.send_signal(number)
            code = build.wait()
            eventually(lambda: all(map(is_gone, started)))
        finally:
            build.kill()
    assert not (tmp_path / "site").exists()
    if number != signal.SIGKILL:  # then there was time to clean up
        assert code == 128 + number
        assert not list((tmp_path / "scratch").glob("hallgen-*"))
        assert not list(tmp_path.glob(".site*"))
