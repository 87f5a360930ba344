"""Basis Universal's transcoder: its own WebAssembly, as three.js brings it, run by wasmtime.

https://github.com/BinomialLLC/basis_universal (Apache-2.0). It was made for JavaScript: through
Emscripten's embind it tells its host of its classes when it starts, and asks it for properties of
the host's objects. The host here is so much of JavaScript as its class KTX2File needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any, Final

from wasmtime import Func, Instance, Memory, Module, Store, Table, Trap, WasmtimeError

from hallgen.resources import wasm

_RGBA32: Final = 13
_PAGE: Final = 65536
#: Handles below this are of values that every program knows.
_FIRST_HANDLE, _UNDEFINED = 100, 2
#: What a caller is given for each argument, in bytes.
_STEP: Final = 8


class BasisError(ValueError):
    """A picture that Basis cannot transcode."""


@dataclass(frozen=True, eq=False, slots=True)
class _Word:
    """A property of a JavaScript object that is an object itself, by its name."""

    name: str


@dataclass(eq=False, slots=True)
class _Bytes:
    """A Uint8Array of the host."""

    data: bytes


@dataclass(frozen=True, eq=False, slots=True)
class _View:
    """A Uint8Array over the module's memory."""

    start: int
    length: int


@dataclass(eq=False, slots=True)
class _Class:
    """What the module says of one of its classes: numbers of functions in its table."""

    invoker: int = 0
    constructor: int = 0
    methods: dict[str, tuple[int, int]] = field(default_factory=dict)


def transcode(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the RGBA of the largest level of a KTX2 picture. Raises BasisError."""
    transcoder = _transcoder()
    try:
        return transcoder.transcode(data)
    except BasisError:
        raise
    except (Trap, WasmtimeError, IndexError) as error:
        _transcoder.cache_clear()  # what it left behind in its memory is anybody's guess
        raise BasisError("it is damaged") from error


@cache
def _transcoder() -> _Transcoder:
    folder = wasm()
    names = json.loads((folder / "basis_transcoder.json").read_text(encoding="utf-8"))
    return _Transcoder((folder / "basis_transcoder.wasm").read_bytes(), names)


class _Transcoder:
    """One instance of the module, for one caller at a time; others wait."""

    def __init__(self, module: bytes, names: dict[str, str]) -> None:
        self._store = Store()
        self._lock = Lock()
        self._objects: dict[int, Any] = {}
        self._next = _FIRST_HANDLE
        self._classes: dict[int, _Class] = {}
        self._named: dict[str, _Class] = {}
        self._functions: dict[str, tuple[int, int]] = {}
        code = Module(self._store.engine, module)
        imports = [self._host(names[item.name or ""], item.type) for item in code.imports]
        instance = Instance(self._store, code, imports)
        exports = list(instance.exports(self._store).values())
        (self._heap,) = (item for item in exports if isinstance(item, Memory))
        (self._table,) = (item for item in exports if isinstance(item, Table))
        functions = [item for item in exports if isinstance(item, Func)]
        (start,) = (item for item in functions if not item.type(self._store).params)
        start(self._store)
        self._invoke(*self._functions["initializeBasis"])

    def transcode(self, data: bytes) -> tuple[int, int, bytes]:
        with self._lock:
            self._objects.clear()
            kind = self._named["KTX2File"]
            file = self._invoke(kind.invoker, kind.constructor, self._handle(_Bytes(data)))
            try:
                return self._transcoded(kind, file)
            finally:
                self._call(kind, file, "close")

    def _transcoded(self, kind: _Class, file: int) -> tuple[int, int, bytes]:
        if not self._call(kind, file, "isValid"):
            raise BasisError("it is damaged")
        width, height = self._call(kind, file, "getWidth"), self._call(kind, file, "getHeight")
        target = _Bytes(b"")
        where = (self._handle(target), 0, 0, 0, _RGBA32, 0, -1, -1)
        if not (
            self._call(kind, file, "startTranscoding")
            and self._call(kind, file, "transcodeImage", *where)
            and len(target.data) == width * height * 4
        ):
            raise BasisError("it cannot be transcoded")
        return width, height, target.data

    def _call(self, kind: _Class, instance: int, method: str, *arguments: int) -> int:
        return self._invoke(*kind.methods[method], instance, *arguments)

    def _invoke(self, invoker: int, context: int, *arguments: int) -> int:
        """A function of the module by its number, and by the one that knows how to call it."""
        function = self._table.get(self._store, invoker)
        if not isinstance(function, Func):
            raise BasisError("it cannot be transcoded")
        return int(function(self._store, context, *arguments) or 0)

    def _host(self, name: str, kind: Any) -> Func:
        """The host's function of a name; one that does nothing where it is not needed."""
        own: Callable[..., Any] | None = getattr(self, f"_on_{name}", None)
        returns = bool(list(kind.results))
        return Func(self._store, kind, own or (lambda *_: 0 if returns else None))

    def _handle(self, value: Any) -> int:
        self._next += 1
        self._objects[self._next] = value
        return self._next

    def _text(self, start: int) -> str:
        """Characters of the module's memory up to a zero."""
        found = bytes(self._heap.read(self._store, start, start + 256))
        return found[: found.find(0)].decode("latin-1")

    def _word(self, start: int) -> int:
        found = bytes(self._heap.read(self._store, start, start + 4))
        return int.from_bytes(found, "little")

    def _on_embind_register_class(self, kind: int, *more: int) -> None:
        self._named[self._text(more[9])] = self._classes.setdefault(kind, _Class())

    def _on_embind_register_class_constructor(
        self, kind: int, _count: int, _types: int, _signature: int, invoker: int, constructor: int
    ) -> None:
        own = self._classes.setdefault(kind, _Class())
        own.invoker, own.constructor = invoker, constructor

    def _on_embind_register_class_function(self, kind: int, name: int, *more: int) -> None:
        _, _, _, invoker, context, *_ = more
        self._classes.setdefault(kind, _Class()).methods[self._text(name)] = (invoker, context)

    def _on_embind_register_function(self, name: int, *more: int) -> None:
        _, _, _, invoker, function, *_ = more
        self._functions[self._text(name)] = (invoker, function)

    def _on_emval_new_cstring(self, text: int) -> int:
        return self._handle(_Word(self._text(text)))

    def _on_emval_get_module_property(self, name: int) -> int:
        return self._handle(_Word(self._text(name)))

    def _on_emval_get_property(self, value: int, key: int) -> int:
        holder, name = self._objects.get(value), self._objects[key].name
        if isinstance(holder, _Bytes) and name in ("length", "byteLength"):
            return self._handle(len(holder.data))
        return self._handle(_Word(name))

    def _on_emval_as(self, value: int, _kind: int, _destructors: int) -> float:
        found = self._objects.get(value)
        return float(found) if isinstance(found, int) else 0.0

    def _on_emval_get_method_caller(self, _count: int, _types: int, _kind: int) -> int:
        return 1

    def _on_emval_call(self, _caller: int, _value: int, _destructors: int, given: int) -> float:
        """A `new Uint8Array(memory, start, length)`: no other call is made."""
        return float(self._handle(_View(self._word(given + _STEP), self._word(given + 2 * _STEP))))

    def _on_emval_call_method(
        self, _caller: int, value: int, _method: int, _destructors: int, given: int
    ) -> float:
        """A `target.set(source)`: one is over the module's memory and the other the host's."""
        target, source = self._objects.get(value), self._objects.get(self._word(given))
        if isinstance(target, _View) and isinstance(source, _Bytes):
            self._heap.write(self._store, source.data[: target.length], target.start)
        elif isinstance(target, _Bytes) and isinstance(source, _View):
            start, end = source.start, source.start + source.length
            target.data = bytes(self._heap.read(self._store, start, end))
        return float(_UNDEFINED)

    def _on_emscripten_memcpy_js(self, target: int, source: int, length: int) -> None:
        data = bytes(self._heap.read(self._store, source, source + length))
        self._heap.write(self._store, data, target)

    def _on_emscripten_resize_heap(self, size: int) -> int:
        more = -(-(size - self._heap.data_len(self._store)) // _PAGE)
        try:
            self._heap.grow(self._store, max(more, 0))
        except WasmtimeError:
            return 0
        return 1

    def _on_cxa_throw(self, *_: int) -> None:
        raise BasisError("it cannot be transcoded")

    def _on_abort_js(self) -> None:
        raise BasisError("it cannot be transcoded")
