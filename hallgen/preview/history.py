"""Changes of an exhibitor's files, each of which can be taken back and made again."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hallgen.build.files import file_digest
from hallgen.errors import UsageError

#: The content of files by the hash of it; None where there is no file.
Contents = Mapping[Path, str | None]


@dataclass(frozen=True, slots=True)
class _Change:
    before: Contents
    after: Contents


class History:
    """Writes files, and remembers what was in them in a folder of its own."""

    def __init__(self, attic: Path) -> None:
        self._attic = attic
        self._done: list[_Change] = []
        self._undone: list[_Change] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def write(self, files: Mapping[Path, bytes | Path | None]) -> None:
        """Have files hold bytes, or what another file holds, or be gone: one change.

        Raises OSError where one cannot be written; then all are as they were.
        """
        before = self._kept(files)
        try:
            after = {path: self._keep(given) for path, given in files.items()}
            self._put(after)
        except OSError:
            self._put(before)
            raise
        self._done.append(_Change(before, after))
        self._undone.clear()

    def undo(self) -> None:
        """Take the last change back. Raises UsageError where there is none, or somebody else has
        changed a file since: then nothing is taken back any more.
        """
        change = _last(self._done)
        self._replace(change.after, change.before)
        self._undone.append(self._done.pop())

    def redo(self) -> None:
        """Make the change again that was taken back last. Raises UsageError as `undo` does."""
        change = _last(self._undone)
        self._replace(change.before, change.after)
        self._done.append(self._undone.pop())

    def _replace(self, old: Contents, new: Contents) -> None:
        other = [p for p, name in old.items() if (file_digest(p) if p.is_file() else None) != name]
        if other:
            self._done.clear()
            self._undone.clear()
            raise UsageError(f"{other[0].name} was changed elsewhere since; it stays as it is.")
        self._put(new)

    def _kept(self, paths: Iterable[Path]) -> Contents:
        """What files hold now, kept in the attic."""
        return {path: self._keep(path if path.is_file() else None) for path in paths}

    def _keep(self, given: bytes | Path | None) -> str | None:
        if given is None:
            return None
        name = hashlib.sha256(given).hexdigest() if isinstance(given, bytes) else file_digest(given)
        kept = self._attic / name
        if kept.exists():
            return name
        self._attic.mkdir(parents=True, exist_ok=True)
        if isinstance(given, bytes):
            kept.write_bytes(given)
        else:
            shutil.copyfile(given, kept)
        return name

    def _put(self, contents: Contents) -> None:
        for path, name in contents.items():
            if name is None:
                path.unlink(missing_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{path.name}.new")
            shutil.copyfile(self._attic / name, aside)
            aside.replace(path)


def _last(changes: list[_Change]) -> _Change:
    if not changes:
        raise UsageError("There is nothing to take back.")
    return changes[-1]
