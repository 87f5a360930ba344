"""Two builds of the same fair are the same bytes, whatever the hash seed and the processes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.planted import plant


def build(fair: Path, site: Path, seed: str, jobs: int) -> dict[str, str]:
    """Build with the real command; the hash of every file by its address."""
    command = [sys.executable, "-m", "hallgen", "build", fair, "-o", site, "--jobs", str(jobs)]
    # Nothing kept from the other build: light and pictures are made twice.
    command += ["--cache", site.with_suffix(".cache")]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment)
    assert done.returncode in (0, 1), done.stderr
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.mark.slow
def test_a_small_fair(tmp_path: Path) -> None:
    fair = plant(tmp_path / "fair")
    one = build(fair, tmp_path / "one", "1", jobs=1)
    two = build(fair, tmp_path / "two", "2", jobs=2)
    assert one == two
    reports = [
        json.loads((tmp_path / f"{name}.report.json").read_bytes()) for name in ("one", "two")
    ]
    for report in reports:
        del report["phases"]  # they are seconds
    assert reports[0] == reports[1]


@pytest.mark.slow
def test_the_sample_fair(tmp_path: Path) -> None:
    fair = ROOT / "examples" / "industry-fair"
    assert build(fair, tmp_path / "one", "1", jobs=1) == build(fair, tmp_path / "two", "2", jobs=2)
