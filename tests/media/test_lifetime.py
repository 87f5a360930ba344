"""Processes end with the one that started them, whatever they are at and however that ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.lingering import at_work, eventually, is_gone, lingering

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@pytest.mark.parametrize(("way", "processes"), [("kernel", 1), ("thread", 2), ("workshop", 2)])
def test_a_process_ends_with_its_parent_and_so_does_what_it_runs(
    way: str, processes: int, tmp_path: Path
) -> None:
    with lingering(way, tmp_path, processes) as program:
        program.kill()
        program.wait()
        eventually(lambda: all(map(is_gone, at_work(tmp_path))))
