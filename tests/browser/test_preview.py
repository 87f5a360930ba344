"""An exhibitor's booth on screen while its files change: `hallgen preview` as people run it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.browser import Visit

pytestmark = pytest.mark.browser

BOOTH = "booths/4.1-B039/booth.yaml"


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "examples" / "industry-fair", tmp_path / "fair")


@pytest.fixture
def running(fair: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, and the address that it tells."""
    (tmp_path / "scratch").mkdir()
    command = [sys.executable, "-u", "-m", "hallgen", "preview", "B039", "--fair", str(fair)]
    command += ["--no-open", "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"http://\S+", line):
            break
    else:
        raise AssertionError("".join(said))
    yield process, found[0]
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0, out
    assert out.rstrip().endswith("Stopped.")
    assert list((tmp_path / "scratch").iterdir()) == [], "nothing is left behind"


@pytest.mark.slow
def test_a_saved_change_is_seen_from_where_one_stands(
    running: tuple[subprocess.Popen[str], str], fair: Path, visit: Callable[..., Visit]
) -> None:
    address = running[1]
    base, path = address.split("/4.1-B039/")
    seen = visit(f"{base}/4.1-B039/", viewport={"width": 900, "height": 500})
    seen.enter(path)
    assert seen.page.locator(".report h1").inner_text() == "B039"
    seen.go_to({"pose": {"heading": seen.pose()["heading"] + 10}})
    pose = seen.pose()
    text = (fair / BOOTH).read_text("utf-8")
    shown = "document.querySelector('[data-part=preview]').dataset.version"

    def saved(text: str) -> None:
        before = int(seen.page.evaluate(shown))
        (fair / BOOTH).write_text(text, encoding="utf-8")
        seen.wait_for(f"Number({shown}) > {before}")

    saved(text.replace("#0b5fb3", "#a01818"))
    assert seen.pose() == pose
    assert seen.page.evaluate("performance.getEntriesByType('navigation').length") == 1
    saved("style: baroque\n")
    assert "baroque" in seen.page.locator(".report-faults").inner_text()
    saved(text)
    assert "baroque" not in seen.page.locator(".report").inner_text()
    assert seen.pose() == pose
    assert seen.errors == []
    assert seen.foreign == []
