"""The files beside a model that it names: buffers, pictures, materials."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath


class Beside:
    """Reads what a model names, from within `folder` only, and remembers what that was."""

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder.resolve()
        self._start = (folder / model).resolve().parent
        self.used: dict[str, str | None] = {}

    def __call__(self, uri: str) -> bytes | None:
        """The bytes of a file named relative to the model; None where it is not to be had."""
        data = self._read(uri)
        self.used[uri] = None if data is None else hashlib.sha256(data).hexdigest()
        return data

    def unchanged(self, used: Mapping[str, str | None]) -> bool:
        """Whether files that were used before are what they were then."""
        for uri, digest in used.items():
            self(uri)
            if self.used[uri] != digest:
                return False
        return True

    def _read(self, uri: str) -> bytes | None:
        # Windows writes its own slashes into files meant for all.
        relative = PurePosixPath(uri.replace("\\", "/"))
        try:
            found = (self._start / relative).resolve()
            inside = found.is_relative_to(self._folder) and found.is_file()
            return found.read_bytes() if inside else None
        except (OSError, ValueError, RuntimeError):
            return None
