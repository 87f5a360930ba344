"""The boxes of an MP4 and the elements of a WebM, as far as it takes to know what is in them.

MP4: ISO/IEC 14496-12. WebM: RFC 9559 (Matroska) on RFC 8794 (EBML).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

#: MP4 boxes that hold boxes.
_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"edts"})

#: EBML elements: those that hold elements, and those that are read.
_SEGMENT, _INFO, _TRACKS, _TRACK, _VIDEO = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0
_CLUSTER, _CODEC, _WIDTH, _HEIGHT = 0x1F43B675, 0x86, 0xB0, 0xBA
_SCALE, _DURATION = 0x2AD7B1, 0x4489


@dataclass(frozen=True, slots=True)
class Box:
    """An MP4 box: its four letters and where they are, and where its content starts and ends."""

    kind: bytes
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file. `codecs` are as the container writes them ("avc1", "V_VP9").

    Pixels, upright; seconds, or 0 where the file does not tell. `ready` tells whether a browser
    finds at the beginning what it needs to begin.
    """

    codecs: tuple[str, ...]
    width: int
    height: int
    seconds: float
    ready: bool


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes of an MP4 between two places, outer ones before what they hold.

    Raises ValueError where a box is longer than what holds it.
    """
    end = len(data) if end is None else end
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        size = size or end - start
        if size < head or start + size > end:
            raise ValueError("a box is longer than the file")
        yield Box(kind, start + 4, start + head, start + size)
        if kind in _HOLDERS:
            yield from boxes(data, start + head, start + size)
        start += size


def read_mp4(data: bytes) -> Contents:
    """What an MP4 holds. Raises ValueError where it is none, or damaged."""
    found = list(boxes(data))
    try:
        return _mp4(data, found)
    except struct.error:
        raise ValueError("a box is cut off") from None


def _mp4(data: bytes, found: list[Box]) -> Contents:
    codecs: list[str] = []
    width = height = 0
    seconds = 0.0
    size, turned = (0, 0), False
    for box in found:
        if box.kind == b"mvhd":
            long = data[box.start] == 1
            scale, ticks = struct.unpack_from(
                ">IQ" if long else ">II", data, box.start + (20 if long else 12)
            )
            seconds = ticks / scale if scale else 0.0
        elif box.kind == b"tkhd":
            a, b = struct.unpack_from(">ii", data, box.end - 44)
            size = (struct.unpack_from(">I", data, box.end - 8)[0] >> 16,
                    struct.unpack_from(">I", data, box.end - 4)[0] >> 16)  # fmt: skip
            turned = abs(b) > abs(a)
        elif box.kind == b"stsd":
            for entry in boxes(data, box.start + 8, box.end):
                codecs.append(entry.kind.decode("latin-1"))
                if size[0] and size[1] and not width:
                    width, height = size[::-1] if turned else size
    order = [box.kind for box in found]
    whole = b"moov" in order and b"mdat" in order
    return Contents(
        tuple(codecs), width, height, seconds,
        whole and order.index(b"moov") < order.index(b"mdat"),
    )  # fmt: skip


def read_webm(data: bytes) -> Contents:
    """What a WebM or MKV holds. Raises ValueError where it is none, or damaged."""
    codecs: list[str] = []
    numbers: dict[int, float] = {}
    ready = False
    try:
        for kind, start, end in _elements(data, 0, len(data)):
            if kind == _CODEC:
                codecs.append(data[start:end].rstrip(b"\0").decode("latin-1"))
            elif kind == _DURATION:
                numbers[kind] = struct.unpack(">f" if end - start == 4 else ">d", data[start:end])[
                    0
                ]
            elif kind in (_WIDTH, _HEIGHT, _SCALE):
                numbers.setdefault(kind, int.from_bytes(data[start:end], "big"))
            elif kind == _CLUSTER:
                ready = bool(codecs)
                break
    except (struct.error, IndexError):
        raise ValueError("an element is cut off") from None
    seconds = numbers.get(_DURATION, 0.0) * numbers.get(_SCALE, 1e6) / 1e9
    size = int(numbers.get(_WIDTH, 0)), int(numbers.get(_HEIGHT, 0))
    return Contents(tuple(codecs), *size, seconds, ready)


def _elements(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Elements and what they hold: id, and where the content starts and ends."""
    while start < end:
        kind, start = _number(data, start, keep_marker=True)
        size, start = _number(data, start, keep_marker=False)
        stop = end if size < 0 else min(start + size, end)
        yield kind, start, stop
        if kind in (_SEGMENT, _INFO, _TRACKS, _TRACK, _VIDEO):
            yield from _elements(data, start, stop)
        start = stop


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """A number of variable length and where it ends; -1 is a size that is not known."""
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8:
        raise ValueError("no element begins here")
    value = int.from_bytes(data[at : at + length], "big")
    if not keep_marker:
        value &= (1 << 7 * length) - 1
        if value == (1 << 7 * length) - 1:
            value = -1
    return value, at + length


def without_metadata(data: bytes) -> bytes:
    """An MP4 in which nothing tells where and by whom it was taken: such boxes are blanked."""
    blank = bytearray(data)
    for box in boxes(data):
        if box.kind in (b"udta", b"meta", b"uuid"):
            blank[box.start : box.end] = bytes(box.end - box.start)
            blank[box.at : box.at + 4] = b"free"
    return bytes(blank)
