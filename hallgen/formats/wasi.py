"""The few functions of WASI that a program needs that turns one file into another.

There is no file system behind it: what may be read is handed over as bytes, what is written comes
back as bytes, and no other path exists. The signatures are those of gltfpack's `library.js`, whose
module has 64-bit offsets made into 32-bit ones (`path_open32`, `fd_seek32`).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import cast

from wasmtime import Caller, Func, FuncType, ImportType, Memory, Store, WasmtimeError

#: Errors of wasi_snapshot_preview1.
_OK, _BAD_FILE, _INVALID, _IO, _UNSUPPORTED = 0, 8, 28, 29, 52
_FOLDER, _FILE = 3, 4
#: The flag of `path_open` that makes a new file.
_CREATE = 1
_OUTPUT, _ERRORS = 1, 2
_ROOTS = {3: b"/", 4: b"/gltfpack-$pwd"}


@dataclass(slots=True)
class _Open:
    """A file that is open, and where its next byte is read or written."""

    name: str
    data: bytearray
    written: bool
    position: int = 0


@dataclass(slots=True)
class MemoryFiles:
    """The files of one run: `given` can be read; `made` is what the program wrote, by name.

    `log` is what it printed.
    """

    given: Mapping[str, bytes]
    made: dict[str, bytes] = field(default_factory=dict)
    log: bytearray = field(default_factory=bytearray)
    _open: dict[int, _Open] = field(default_factory=dict)

    def imported(self, store: Store, kind: ImportType) -> Func:
        """The function that a module asks for. Raises KeyError for one that is not here."""
        calls: dict[str, Callable[..., int | None]] = {
            "proc_exit": self._exit,
            "fd_close": self._close,
            "fd_fdstat_get": self._status,
            "fd_fdstat_set_flags": lambda *_: _UNSUPPORTED,
            "fd_prestat_get": self._root,
            "fd_prestat_dir_name": self._root_name,
            "fd_seek32": self._seek,
            "fd_read": self._read,
            "fd_write": self._write,
            "path_filestat_get": self._path_status,
            "path_open32": self._path_open,
        }
        return Func(store, cast("FuncType", kind.type), calls[kind.name or ""], access_caller=True)

    def _exit(self, _: Caller, status: int) -> None:
        raise WasmtimeError(f"It ended itself with status {status}.")

    def _close(self, _: Caller, number: int) -> int:
        file = self._open.pop(number, None)
        if file is None:
            return _BAD_FILE
        if file.written:
            self.made[file.name] = bytes(file.data)
        return _OK

    def _status(self, caller: Caller, number: int, target: int) -> int:
        if number not in _ROOTS and number not in self._open and number > _ERRORS:
            return _BAD_FILE
        kind = _FOLDER if number in _ROOTS else _FILE
        return _put(caller, target, struct.pack("<B23x", kind))

    def _root(self, caller: Caller, number: int, target: int) -> int:
        if number not in _ROOTS:
            return _BAD_FILE
        return _put(caller, target, struct.pack("<B3xI", 0, len(_ROOTS[number])))

    def _root_name(self, caller: Caller, number: int, target: int, size: int) -> int:
        if number not in _ROOTS:
            return _BAD_FILE
        return _put(caller, target, _ROOTS[number]) if size == len(_ROOTS[number]) else _INVALID

    def _path_status(self, caller: Caller, _: int, __: int, at: int, size: int, to: int) -> int:
        kind = _FOLDER if _get(caller, at, size) == b"." else _FILE
        return _put(caller, to, struct.pack("<16xB47x", kind))

    def _path_open(
        self,
        caller: Caller,
        _root: int,
        _lookup: int,
        at: int,
        size: int,
        flags: int,
        *others: int,
    ) -> int:
        name = _get(caller, at, size).decode()
        written = bool(flags & _CREATE)
        if not written and name not in self.given:
            return _IO
        number = next(n for n in count(max(_ROOTS) + 1) if n not in self._open)
        data = bytearray() if written else bytearray(self.given[name])
        self._open[number] = _Open(name, data, written)
        return _put(caller, others[-1], struct.pack("<I", number))

    def _seek(self, caller: Caller, number: int, offset: int, whence: int, target: int) -> int:
        file = self._open.get(number)
        if file is None:
            return _BAD_FILE
        if whence not in (0, 1, 2):
            return _INVALID
        place = (0, file.position, len(file.data))[whence] + offset
        if not 0 <= place <= len(file.data):
            return _INVALID
        file.position = place
        return _put(caller, target, struct.pack("<I", place))

    def _read(self, caller: Caller, number: int, parts: int, many: int, target: int) -> int:
        file = self._open.get(number)
        if file is None:
            return _BAD_FILE
        start = file.position
        for at, size in _vectors(caller, parts, many):
            chunk = bytes(file.data[file.position : file.position + size])
            _put(caller, at, chunk)
            file.position += len(chunk)
        return _put(caller, target, struct.pack("<I", file.position - start))

    def _write(self, caller: Caller, number: int, parts: int, many: int, target: int) -> int:
        chunk = b"".join(_get(caller, at, size) for at, size in _vectors(caller, parts, many))
        if number in (_OUTPUT, _ERRORS):
            self.log += chunk
        elif (file := self._open.get(number)) is not None:
            file.data[file.position : file.position + len(chunk)] = chunk
            file.position += len(chunk)
        else:
            return _BAD_FILE
        return _put(caller, target, struct.pack("<I", len(chunk)))


def _memory(caller: Caller) -> Memory:
    return cast("Memory", caller["memory"])


def _get(caller: Caller, at: int, size: int) -> bytes:
    at &= 0xFFFFFFFF
    return bytes(_memory(caller).read(caller, at, at + size))


def _put(caller: Caller, at: int, data: bytes) -> int:
    _memory(caller).write(caller, data, at & 0xFFFFFFFF)
    return _OK


def _vectors(caller: Caller, at: int, many: int) -> list[tuple[int, int]]:
    return list(struct.iter_unpack("<II", _get(caller, at, 8 * many)))
