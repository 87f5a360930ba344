"""meshoptimizer's decoder: its own WebAssembly, from its npm package, run by wasmtime.

https://github.com/zeux/meshoptimizer (MIT). `viewer/modules.mjs` takes it out of the package.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Final

from wasmtime import Func, Instance, Memory, Module, Store, Trap

from hallgen.resources import wasm

_DECODERS: Final = {
    "ATTRIBUTES": "meshopt_decodeVertexBuffer",
    "TRIANGLES": "meshopt_decodeIndexBuffer",
    "INDICES": "meshopt_decodeIndexSequence",
}
_FILTERS: Final = {
    "OCTAHEDRAL": "meshopt_decodeFilterOct",
    "QUATERNION": "meshopt_decodeFilterQuat",
    "EXPONENTIAL": "meshopt_decodeFilterExp",
    "COLOR": "meshopt_decodeFilterColor",
}


@cache
def decoder() -> Decoder:
    """The decoder of this process."""
    return Decoder((wasm() / "meshopt_decoder.wasm").read_bytes())


class Decoder:
    """One instance of the module, for one caller at a time; others wait."""

    def __init__(self, module: bytes) -> None:
        self._store = Store()
        exports = Instance(self._store, Module(self._store.engine, module), []).exports(self._store)
        self._functions = {k: v for k, v in exports.items() if isinstance(v, Func)}
        (self._heap,) = (v for v in exports.values() if isinstance(v, Memory))
        self._lock = Lock()
        self._call("__wasm_call_ctors")

    def decode(self, data: bytes, count: int, stride: int, mode: str, how: str) -> bytes:
        """The `count` rows of `stride` bytes that a view of EXT_meshopt_compression holds.

        `mode` and `how` are the extension's mode and filter. Raises ValueError for what is none,
        or is damaged.
        """
        if not _allowed(count, stride, mode, how):
            raise ValueError(f"{count} rows of {stride} bytes cannot be {mode} with filter {how}.")
        rows = (count + 3) // 4 * 4
        with self._lock:
            start = self._call("sbrk", 0)
            try:
                target = self._call("sbrk", rows * stride)
                source = self._call("sbrk", len(data) + -len(data) % 8)
                if -1 in (target, source):
                    raise ValueError("It unpacks to more than there is memory for.")
                self._heap.write(self._store, data, source)
                fault = self._call(_DECODERS[mode], target, count, stride, source, len(data))
                if fault:
                    raise ValueError(f"What meshopt packed is damaged ({fault}).")
                if how != "NONE":
                    self._call(_FILTERS[how], target, rows, stride)
                return bytes(self._heap.read(self._store, target, target + count * stride))
            except Trap as trap:
                decoder.cache_clear()  # what it left behind in its memory is anybody's guess
                raise ValueError("What meshopt packed is damaged.") from trap
            finally:
                self._call("sbrk", start - self._call("sbrk", 0))

    def _call(self, name: str, *arguments: int) -> int:
        return int(self._functions[name](self._store, *arguments) or 0)


def _allowed(count: int, stride: int, mode: str, how: str) -> bool:
    """Whether the extension allows rows of that many bytes."""
    strides = {
        "NONE": range(0, 257, 4) if mode == "ATTRIBUTES" else (2, 4),
        "OCTAHEDRAL": (4, 8),
        "QUATERNION": (8,),
        "EXPONENTIAL": range(4, 257, 4),
        "COLOR": (4, 8),
    }
    filtered = how == "NONE" or mode == "ATTRIBUTES"
    whole = mode != "TRIANGLES" or count % 3 == 0
    return mode in _DECODERS and filtered and whole and count >= 0 < stride in strides.get(how, ())
