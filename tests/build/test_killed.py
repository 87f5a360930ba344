"""Builds that are killed leave the site before whole, and nothing that stops the next."""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hallgen.build.publish import MARK, staged
from tests.conftest import ROOT
from tests.support.lingering import eventually
from tests.support.staging import build_again_and_again, write_build
from tests.support.tiny import write_tiny

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged")

FILES = 40


def test_builds_that_change_places(tmp_path: Path) -> None:
    """Killed at twenty moments, many of them between two steps of taking a place."""
    site = tmp_path / "site"
    chance = random.Random(6)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.staging"])
    for _ in range(20):
        builder = context.Process(target=build_again_and_again, args=(site, FILES))
        builder.start()
        eventually(site.is_dir)
        time.sleep(chance.uniform(0.0, 0.1))
        builder.kill()
        builder.join()
        found = {path.read_text() for path in site.rglob("*") if path.is_file()}
        assert len(found) == 1, "files of two builds"
        assert sum(path.is_file() for path in site.rglob("*")) == FILES + 1
    with staged(site) as aside:
        write_build(aside, -1, FILES)
    assert (site / MARK).read_text() == "-1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.slow
@pytest.mark.parametrize("kills", [3, 20], ids=lambda kills: f"{kills} kills")
def test_whole_builds(tmp_path: Path, kills: int) -> None:
    fair = write_tiny(tmp_path / "fair")
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    for name in (MARK, "index.html", "en/index.html"):
        (site / name).write_text("the site before")
    before = state(site)
    command = [sys.executable, "-m", "hallgen", "build", fair, "-o", site, "--jobs", "1"]
    command += ["--cache", tmp_path / "cache"]
    chance = random.Random(kills)
    longest = 0.0
    for number in range(kills):
        began = time.monotonic()
        build = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        aside = tmp_path / ".site.building"
        eventually(lambda: aside.is_dir() or build.poll() is not None)  # noqa: B023
        # Half of them soon after files begin to come, half anywhere in what a build takes.
        time.sleep(chance.uniform(0, 0.5 if number % 2 else max(1.0, longest)))
        build.kill()
        if build.wait() == 0:
            longest = (time.monotonic() - began) / 2
            before = state(site)
        assert state(site) == before
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (site / "en/halls/1/index.html").is_file()
    left = {"fair", "site", "cache", "site.report.json", "site.report.html"}
    left |= {".site.record.json", ".site.halls.json"}
    assert {path.name for path in tmp_path.iterdir()} == left
    built = state(site)
    command[command.index(site)] = tmp_path / "other"
    if kills > 3:
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        assert state(tmp_path / "other") == built


def state(site: Path) -> dict[str, str]:
    """Every file, and what is in it."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
