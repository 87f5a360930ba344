"""gltfpack (github.com/zeux/meshoptimizer, MIT) inside Python: its WebAssembly, run by wasmtime.

`viewer/modules.mjs` takes the module out of the npm package; Node has no part in it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import cast

from wasmtime import Config, Engine, Func, Instance, Memory, Module, Store, Trap, WasmtimeError

from hallgen.errors import HallgenError
from hallgen.formats.wasi import MemoryFiles
from hallgen.resources import wasm

_INPUT, _OUTPUT = "input.glb", "output.glb"
#: It may use so much memory: a million triangles take about a quarter of it.
_MOST_MEMORY = 2 * 2**30


class PackFailedError(HallgenError):
    """gltfpack could not do it; the text is what it said."""


class Form(StrEnum):
    """How numbers are stored."""

    PLAIN = "plain"  #: floats, no extension
    QUANTIZED = "quantized"  #: KHR_mesh_quantization
    COMPRESSED = "compressed"  #: the same, packed by EXT_meshopt_compression


class Simplify(StrEnum):
    """What simplification may do."""

    EXACT = "exact"  #: keep the seams of colours, normals and texture coordinates
    PERMISSIVE = "permissive"  #: close seams, too
    SLOPPY = "sloppy"  #: reach the count, whatever becomes of the shape


class Tangents(StrEnum):
    """What becomes of tangents."""

    GIVEN = "given"  #: those that are there and needed
    MADE = "made"  #: anew, for all that has a normal map: else each viewer makes its own


class Positions(StrEnum):
    """How vertices are rounded: their corners to one grid for all meshes, or nothing at all."""

    GRID = "grid"
    FLOATING = "floating"


class Keep(StrEnum):
    """What is kept that is merged or dropped otherwise."""

    NODES = "-kn"  #: nodes with names
    MATERIALS = "-km"  #: materials with names, though they be equal
    EXTRAS = "-ke"


@dataclass(frozen=True, slots=True)
class PackOptions:
    """What gltfpack is to do.

    `ratio` is the share of triangles to keep, reached where the surface need not move further than
    `error`, a share of each mesh's size. `crease` in degrees makes normals where there are none.
    """

    form: Form = Form.COMPRESSED
    ratio: float = 1.0
    error: float = 0.01
    simplify: Simplify = Simplify.EXACT
    keep: frozenset[Keep] = frozenset()
    position_bits: int = 14
    positions: Positions = Positions.GRID
    texcoord_bits: int = 12
    normal_bits: int = 8
    crease: float | None = None
    tangents: Tangents = Tangents.GIVEN

    def arguments(self) -> list[str]:
        """Its command line, without files."""
        found: list[str] = sorted(self.keep)
        if self.ratio < 1:
            found += ["-si", f"{self.ratio:.6f}", "-se", f"{self.error:.6f}"]
            found += {
                Simplify.EXACT: [],
                Simplify.PERMISSIVE: ["-sp"],
                Simplify.SLOPPY: ["-sp", "-sa"],
            }[self.simplify]
        if self.crease is not None:
            found += ["-gn", f"{self.crease:g}"]
        if self.tangents is Tangents.MADE:
            found.append("-gt")
        if self.form is Form.PLAIN:
            return [*found, "-noq"]
        if self.positions is Positions.FLOATING:
            # With -vpf, the bounds that it declares are not those of what is unpacked.
            return [*found, "-noq", *(["-cc"] if self.form is Form.COMPRESSED else [])]
        bits = (("-vp", self.position_bits), ("-vt", self.texcoord_bits), ("-vn", self.normal_bits))
        found += [text for flag, value in bits for text in (flag, str(value))]
        return [*found, "-cc"] if self.form is Form.COMPRESSED else found


def pack(glb: bytes, options: PackOptions | None = None) -> bytes:
    """The GLB after gltfpack: the same bytes for the same input, everywhere.

    Equal materials and what they cover become one mesh, but for what moves; animations, skins and
    morph targets stay. Extensions that it does not know are dropped, pictures stay as they are.
    Raises PackFailedError, its text one line, for what it cannot read.
    """
    arguments = (options or PackOptions()).arguments()
    files = MemoryFiles({_INPUT: glb})
    try:
        status = _run(files, ["gltfpack", "-i", _INPUT, "-o", _OUTPUT, *arguments])
    except (WasmtimeError, Trap) as fault:
        raise PackFailedError(f"gltfpack broke off: {str(fault).splitlines()[0]}") from fault
    if status or _OUTPUT not in files.made:
        said = " ".join(files.log.decode(errors="replace").split())
        raise PackFailedError(f"gltfpack: {said or 'no result'}")
    return files.made[_OUTPUT]


@cache
def _module() -> tuple[Engine, Module]:
    """The module as machine code: a second to make, kept by wasmtime for the next process."""
    config = Config()
    config.cache = True
    engine = Engine(config)
    return engine, Module(engine, (wasm() / "gltfpack.wasm").read_bytes())


def _run(files: MemoryFiles, arguments: list[str]) -> int:
    """Run it in an instance of its own: nothing is left of what came before."""
    engine, module = _module()
    store = Store(engine)
    store.set_limits(memory_size=_MOST_MEMORY)
    exports = Instance(
        store, module, [files.imported(store, kind) for kind in module.imports]
    ).exports(store)
    memory = cast("Memory", exports["memory"])

    def call(name: str, *values: int) -> int:
        return int(cast("Func", exports[name])(store, *values) or 0)

    call("__wasm_call_ctors")
    texts = [argument.encode() + b"\0" for argument in arguments]
    start = call("malloc", 4 * len(texts) + sum(map(len, texts)))
    places, at = [], start + 4 * len(texts)
    for text in texts:
        places.append(at)
        at += len(text)
    memory.write(store, struct.pack(f"<{len(places)}I", *places) + b"".join(texts), start)
    return call("pack", len(texts), start)
