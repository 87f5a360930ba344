"""Sites of a few files, as a build leaves them, and targets that fail when they are told to."""

from __future__ import annotations

import hashlib
import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hallgen.publish import Target, open_target

#: What a file system does to files.
_WRITES = frozenset({"pipe_file", "cp_file", "mv", "rm", "rm_file"})
_numbers = itertools.count()


def files_of(words: str) -> dict[str, bytes]:
    """The files of a build: pages that name a picture, a tileset with a tile."""
    picture = f"picture of {words}".encode()
    name = f"media/{hashlib.sha256(picture).hexdigest()[:20]}.webp"
    page = f'<img src="../{name}"> {words}'.encode()
    return {
        "fair.json": b'{"format": 1}',
        "build.json": json.dumps({"format": 1, "build": words}).encode(),
        "_headers": b"/media/*\n  Cache-Control: public, max-age=31536000, immutable\n",
        "index.html": page,
        "en/index.html": page,
        "en/map/index.html": b"the same in all builds",
        f"en/{words}/index.html": page,
        "tiles/1/tileset.json": f"tileset of {words}".encode(),
        "tiles/1/block-001.glb": f"tile of {words}".encode(),
        name: picture,
        "media/shared.webp": b"in all builds",
    }


def write_site(folder: Path, words: str) -> Path:
    """A site in place of what was in the folder."""
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        path.rmdir() if path.is_dir() else path.unlink()
    for address, data in files_of(words).items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    return folder


def memory_target() -> Target:
    """A target of this process that nothing was ever published to."""
    return open_target(f"memory://fair-{next(_numbers)}/site", {})


def held(target: Target) -> dict[str, bytes]:
    """All that visitors could fetch, by its address."""
    found = {address: target.read(address) for address in target.listed()}
    return {a: data for a, data in found.items() if data and not a.startswith(".hallgen/")}


class Failing:
    """A file system whose k-th write fails, and all after it, as when a line breaks."""

    def __init__(self, system: Any, at: int) -> None:
        self._system = system
        self._left = at
        self.failed = False

    def __getattr__(self, name: str) -> Any:
        known = getattr(self._system, name)
        if name not in _WRITES:
            return known

        def counted(*arguments: Any, **options: Any) -> Any:
            self._left -= 1
            if self._left < 0:
                self.failed = True
                raise ConnectionError("the line broke")
            return known(*arguments, **options)

        return counted


class Keeping:
    """A file system that deletes nothing and says nothing, as stores do that only let write."""

    def __init__(self, system: Any) -> None:
        self._system = system

    def __getattr__(self, name: str) -> Any:
        return (lambda *_, **__: None) if name in {"rm", "rm_file"} else getattr(self._system, name)


def failing(target: Target, at: int) -> Target:
    return replace(target, system=Failing(target.system, at))
