"""Figures by version: what got worse fails, a time never does, and a version is kept once."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figures import kept
from benchmarks.figures.__main__ import table
from benchmarks.figures.kept import Kept
from benchmarks.figures.measured import FAIRS, Measured

BYTES = Measured("one-hall", "bytes of the site", 1000, "bytes")
TIME = Measured("one-hall", "first build", 10.0, "s")


def now(value: float, of: Measured = BYTES) -> Measured:
    return Measured(of.subject, of.name, value, of.unit)


@pytest.mark.parametrize(("value", "faults"), [(900, 0), (1000, 0), (1019, 0), (1021, 1)])
def test_more_than_its_slack_is_worse(value: float, faults: int) -> None:
    last = kept.before([Kept("1", BYTES)])
    assert len(list(kept.worse([now(value)], last))) == faults


def test_times_and_new_figures_are_never_worse() -> None:
    last = kept.before([Kept("1", TIME)])
    assert list(kept.worse([now(900.0, TIME), BYTES], last)) == []


def test_from_nothing_to_something_is_worse() -> None:
    last = kept.before([Kept("1", now(0))])
    (line,) = kept.worse([BYTES], last)
    assert "bytes of the site is 1,000 bytes" in line


def test_the_last_version_is_what_counts() -> None:
    last = kept.before([Kept("1", now(500)), Kept("2", now(2000))])
    assert list(kept.worse([BYTES], last)) == []


def test_a_version_is_kept_once(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    assert kept.read(file) == []
    first = kept.with_version([], "1", [BYTES, TIME])
    again = kept.with_version(kept.with_version(first, "2", [now(900)]), "2", [now(800)])
    kept.write(file, again)
    assert kept.read(file) == again == [*first, Kept("2", now(800))]
    assert file.read_text(encoding="utf-8").startswith("version,subject,figure,value,unit\n1,")


def test_the_table_tells_what_was() -> None:
    lines = table([now(900), TIME], kept.before([Kept("1", BYTES)])).splitlines()
    assert lines[1].split() == ["one-hall", "bytes", "of", "the", "site", "900", "1,000", "bytes"]
    assert len(lines) == 3


def test_what_is_kept_can_be_read_and_is_of_these_fairs() -> None:
    known = kept.read(kept.FILE)
    assert known
    assert {one.figure.subject for one in known} >= set(FAIRS)
