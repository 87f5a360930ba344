"""The files beside a model, as trimesh asks for them, and what it asked for in vain."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from hallgen.formats import Resolver


class Beside(dict[str, bytes]):
    """Looks like a mapping of names to bytes, and remembers names that are missing."""

    def __init__(self, resolve: Resolver) -> None:
        super().__init__()
        self._resolve = resolve
        self.missing: dict[str, None] = {}

    def __missing__(self, name: str) -> bytes:
        path = str(name).strip().strip('"').replace("\\", "/")
        # As it is written, as a URL, and without the folders of the machine it was written on.
        ways = dict.fromkeys((path, unquote(path), unquote(path.rpartition("/")[2])))
        data = next((found for way in ways if (found := self._resolve(way)) is not None), None)
        if data is None:
            self.missing[path] = None
            raise FileNotFoundError(path)
        self[name] = data
        return data

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ARG002 - trimesh wants the fault
        return self[name]

    @property
    def notes(self) -> tuple[str, ...]:
        """A line for the report about what is missing."""
        if not self.missing:
            return ()
        names = ", ".join(list(self.missing)[:5])
        return (f"Files that it names are missing beside it: {names}.",)


def read_text(data: bytes) -> str:
    """Text of an unsaid encoding: UTF-8, else Chinese, else Latin."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
