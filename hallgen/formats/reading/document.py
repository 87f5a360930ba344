"""A glTF document with its buffers: parts by number, each number checked."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import unquote, unquote_to_bytes

from numpy.typing import NDArray

from hallgen.formats.meshopt_decoder import decoder
from hallgen.formats.reading.chunks import Json, read_chunks
from hallgen.formats.reading.faults import Fault, GltfError

#: Gives the bytes of a file by its path beside the document, or None where there is none.
Resolver = Callable[[str], bytes | None]

_MESHOPT: Final = ("EXT_meshopt_compression", "KHR_meshopt_compression")
#: All that may be unpacked of one document, in bytes.
_MOST: Final = 3 << 30


def no_files(_: str) -> None:
    """The resolver of a document that stands alone."""
    return


class Document:
    """A document of glTF 2.0, and what it refers to, read when it is asked for.

    All raise GltfError, or what `no_trust` takes for one.
    """

    def __init__(self, data: bytes, resolve: Resolver = no_files) -> None:
        self.content, self._binary = read_chunks(data)
        self._resolve = resolve
        self._buffers: dict[int, bytes] = {}
        self._views: dict[int, bytes] = {}
        #: What readers of accessors keep: many primitives may share the vertices of one.
        self.arrays: dict[tuple[int, str], NDArray[Any]] = {}
        self._spent = 0

    def items(self, kind: str) -> list[Json]:
        """The list of one kind of parts; empty where there is none."""
        items = self.content.get(kind, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise GltfError(Fault.BROKEN, f"Its {kind} are no list of objects.")
        return items

    def at(self, kind: str, number: object) -> Json:
        """One part by its number."""
        items = self.content.get(kind, [])
        return dict(items[self.number(kind, number)])

    def number(self, kind: str, number: object) -> int:
        """A number of a part, checked."""
        count = len(self.content.get(kind, []))
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
            raise GltfError(Fault.BROKEN, f"It refers to {kind}[{number!r}], but has {count}.")
        return number

    def spend(self, size: int) -> None:
        """Counts the bytes that unpacking makes: a small file may declare endless ones."""
        self._spent += size
        if size < 0 or self._spent > _MOST:
            raise GltfError(Fault.TOO_LARGE, f"It unpacks to more than {_MOST >> 30} GB.")

    def buffer(self, number: object) -> bytes:
        """All bytes of a buffer."""
        at = self.number("buffers", number)
        if at not in self._buffers:
            self._buffers[at] = self._loaded(at, self.at("buffers", at))
        return self._buffers[at]

    def view(self, number: object) -> bytes:
        """The bytes of a buffer view, unpacked."""
        at = self.number("bufferViews", number)
        if at not in self._views:
            view = self.at("bufferViews", at)
            extensions = view.get("extensions", {})
            packed = next((extensions[name] for name in _MESHOPT if name in extensions), None)
            self._views[at] = self._cut(view) if packed is None else self._unpacked(packed)
        return self._views[at]

    def _cut(self, view: Json) -> bytes:
        buffer = self.buffer(view["buffer"])
        start, length = view.get("byteOffset", 0), view["byteLength"]
        if not 0 <= start <= start + length <= len(buffer):
            raise GltfError(
                Fault.BROKEN, "One of its views is not within its buffer: the file is cut off."
            )
        return buffer if length == len(buffer) else buffer[start : start + length]

    def _unpacked(self, packed: Json) -> bytes:
        count, stride = int(packed["count"]), int(packed["byteStride"])
        self.spend(count * stride)
        mode, how = packed["mode"], packed.get("filter", "NONE")
        try:
            return decoder().decode(self._cut(packed), count, stride, mode, how)
        except GltfError:
            raise
        except ValueError as error:
            raise GltfError(Fault.UNDECODED, str(error)) from error

    def _loaded(self, number: int, buffer: Json) -> bytes:
        length, uri = int(buffer["byteLength"]), buffer.get("uri", "")
        if uri:
            data = self.file(uri)
        elif number == 0 and self._binary is not None:
            data = self._binary
        else:
            raise GltfError(Fault.BROKEN, f"Its buffer {number} has no bytes.")
        if data is None:
            raise GltfError(Fault.MISSING_FILE, f"Its file {named(uri)} is missing.")
        if len(data) < length:
            raise GltfError(
                Fault.BROKEN, f"A buffer is cut off: {len(data)} of {length} bytes are there."
            )
        return data[:length]

    def file(self, uri: str) -> bytes | None:
        """What a URI leads to: a data URI, or a file beside the document; None where it is not."""
        if uri.startswith("data:"):
            head, comma, body = uri.partition(",")
            if not comma:
                raise GltfError(Fault.BROKEN, "A data URI has no data.")
            self.spend(len(body))
            return b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
        found = self._resolve(unquote(uri))
        return self._resolve(uri) if found is None and "%" in uri else found


def named(uri: str) -> str:
    """A URI as a message may show it."""
    return "in a data URI" if uri.startswith("data:") else repr(unquote(uri)[:100])
