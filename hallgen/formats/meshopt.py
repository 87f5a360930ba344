"""meshoptimizer's encoder: its own WebAssembly, from its npm package, run by wasmtime.

https://github.com/zeux/meshoptimizer (MIT). `viewer/modules.mjs` takes it out of the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from wasmtime import Func, Instance, Memory, Module, Store

from hallgen.resources import wasm
from hallgen.scene import Indices

#: The vertex stream that EXT_meshopt_compression specifies, and its most thorough search.
_VERTEX_VERSION, _VERTEX_LEVEL = 0, 3
_INDEX_VERSION = 1


@cache
def encoder() -> Encoder:
    """The encoder of this process: what it makes of the same input is the same everywhere."""
    return Encoder((wasm() / "meshopt_encoder.wasm").read_bytes())


class Encoder:
    """One instance of the module, for one caller at a time; others wait.

    Each call takes memory from the module's end, and gives it back.
    """

    def __init__(self, module: bytes) -> None:
        self._store = Store()
        exports = Instance(self._store, Module(self._store.engine, module), []).exports(self._store)
        self._functions = {k: v for k, v in exports.items() if isinstance(v, Func)}
        (self._heap,) = (v for v in exports.values() if isinstance(v, Memory))
        self._lock = Lock()
        self._call("__wasm_call_ctors")
        self._call("meshopt_encodeIndexVersion", _INDEX_VERSION)

    def vertices(self, rows: NDArray[np.uint8]) -> bytes:
        """Rows (n, stride) of bytes, the stride a multiple of 4 up to 256, as ATTRIBUTES."""
        count, stride = rows.shape
        bound = self._call("meshopt_encodeVertexBufferBound", count, stride)
        with self._memory(bound, rows.nbytes) as (target, source):
            self._write(source, rows)
            options = (_VERTEX_LEVEL, _VERTEX_VERSION)
            size = self._call(
                "meshopt_encodeVertexBufferLevel", target, bound, source, count, stride, *options
            )
            return self._read(target, size)

    def triangles(self, corners: NDArray[np.unsignedinteger[Any]]) -> bytes:
        """The corners of triangles (3 m,) as TRIANGLES."""
        indices = corners.astype("<u4")
        bound = self._call(
            "meshopt_encodeIndexBufferBound", len(indices), int(indices.max(initial=0)) + 1
        )
        with self._memory(bound, indices.nbytes) as (target, source):
            self._write(source, indices)
            size = self._call("meshopt_encodeIndexBuffer", target, bound, source, len(indices))
            return self._read(target, size)

    def reorder(self, triangles: Indices, vertices: int) -> Indices:
        """Triangles (m, 3) in an order in which each has corners of those shortly before it."""
        corners = triangles.astype("<u4")
        with self._memory(corners.nbytes, corners.nbytes) as (target, source):
            self._write(source, corners)
            self._call("meshopt_optimizeVertexCacheStrip", target, source, corners.size, vertices)
            found = np.frombuffer(self._read(target, corners.nbytes), "<u4")
        return found.astype(np.uint32).reshape(-1, 3)

    @property
    def memory(self) -> int:
        """How many bytes the module has in use."""
        return self._call("sbrk", 0)

    @contextmanager
    def _memory(self, *sizes: int) -> Iterator[list[int]]:
        """Addresses of so many bytes each, in the module's memory."""
        with self._lock:
            start = self.memory
            try:
                yield [self._call("sbrk", size + -size % 8) for size in sizes]
            finally:
                self._call("sbrk", start - self.memory)

    def _call(self, name: str, *arguments: int) -> int:
        return int(self._functions[name](self._store, *arguments) or 0)

    def _write(self, address: int, array: NDArray[Any]) -> None:
        self._heap.write(self._store, np.ascontiguousarray(array).tobytes(), address)

    def _read(self, address: int, size: int) -> bytes:
        return bytes(self._heap.read(self._store, address, address + size))
