"""A site takes its place whole, or not at all."""

from __future__ import annotations

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
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
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


def test_this_linux_can_exchange(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "mark").touch()
    if publish._exchange(one, other):
        assert (other / "mark").exists()
    else:
        assert (one / "mark").exists(), "a failed exchange must change nothing"
