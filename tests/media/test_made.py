"""What is made of exhibitors' files lies with the media, under kinds of files that run nothing."""

from __future__ import annotations

import pytest

from hallgen.media.made import Made, MadeFile, insist_on_passive, named, piece
from hallgen.model import Frozen


@pytest.mark.parametrize("suffix", [".webp", ".glb", ".mp4", ".pdf", ".vtt", ".m4a"])
def test_what_shows_something(suffix: str) -> None:
    insist_on_passive(Made(Frozen(), (named(b"x", suffix),), (piece(b"x", ".npz"),)))


@pytest.mark.parametrize(
    "name",
    [
        *("media/a.html", "media/a.svg", "media/a.js", "media/a.xml", "media/a.xhtml", "media/a"),
        *("index.html", "_headers", "viewer/main.js", "en/a.webp", "worker.js", "media/a.webp\n"),
        *("media/../a.webp", "/media/a.webp", "media//a.webp", "media/.a.webp", "media/a.webp/"),
        *("media/a.html.", "media/a.webp.html", "media\\a.webp", "media/a\0.webp", "media/a?.webp"),
    ],
)
def test_nothing_else(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        insist_on_passive(Made(Frozen(), (MadeFile(name, b"x"),)))


@pytest.mark.parametrize("name", ["../a.npz", "/etc/a", "a/b", ".a", "", "a\0"])
def test_pieces_lie_where_they_may(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        insist_on_passive(Made(Frozen(), (), (MadeFile(name, b"x"),)))
