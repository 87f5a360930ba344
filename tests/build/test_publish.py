"""A site takes its place whole, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hallgen.build import publish
from hallgen.errors import UsageError


def write_site(folder: Path, words: str) -> None:
    (folder / publish.MARK).write_text(words)
    (folder / "page.html").write_text(words)


def test_first_build_makes_the_folder(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    with publish.staged(site) as aside:
        write_site(aside, "one")
        assert not site.exists()
    assert (site / "page.html").read_text() == "one"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("can_exchange", ["yes", "no"])
def test_the_new_site_replaces_the_old_one_whole(
    tmp_path: Path, can_exchange: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if can_exchange == "no":
        monkeypatch.setattr(publish, "exchange", lambda one, other: False)
    site = tmp_path / "site"
    for words in ("one", "two"):
        with publish.staged(site) as aside:
            write_site(aside, words)
            (aside / words).touch()
    assert sorted(path.name for path in site.iterdir()) == ["fair.json", "page.html", "two"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with publish.staged(site) as aside:
        write_site(aside, "one")
    with pytest.raises(RuntimeError, match="half way"), publish.staged(site) as aside:
        write_site(aside, "two")
        raise RuntimeError("half way")
    assert (site / "page.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / ".site.building"
    left.mkdir()
    (left / "half.html").touch()
    with publish.staged(tmp_path / "site") as aside:
        write_site(aside, "one")
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["fair.json", "page.html"]


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="not a site of hallgen"), publish.staged(tmp_path):
        pass
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_second_build_says_that_one_is_at_work(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with publish.staged(site) as aside:
        write_site(aside, "one")
        with (
            pytest.raises(UsageError, match=r"Another build of .* is at work"),
            publish.staged(site),
        ):
            pass
        assert (aside / "page.html").read_text() == "one"
    assert (site / "page.html").read_text() == "one"
    with publish.staged(tmp_path / "other") as aside:
        write_site(aside, "two")


def test_a_full_disk_is_told_with_its_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with publish.staged(site) as aside:
        write_site(aside, "one")
    with pytest.raises(OSError, match="No space") as full, publish.staged(site) as aside:
        write_site(aside, "half of tw")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert full.value.filename == str(tmp_path)
    assert (site / "page.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_was_killed_between_two_renames(tmp_path: Path) -> None:
    """Where folders cannot be exchanged, there is a moment without a site: it is undone."""
    site, previous = tmp_path / "site", tmp_path / ".site.previous"
    previous.mkdir()
    write_site(previous, "one")
    with pytest.raises(RuntimeError), publish.staged(site):
        assert (site / "page.html").read_text() == "one"
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_this_linux_can_exchange(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "mark").touch()
    if publish.exchange(one, other):
        assert (other / "mark").exists()
    else:
        assert (one / "mark").exists(), "a failed exchange must change nothing"
