"""Bytes of a text file into text, when nobody said which encoding it is.

A byte order mark or valid UTF-8 settles it. Else each legacy encoding is tried, and the one
wins under which most of the foreign characters are ordinary ones of its language: the usual
two thousand Hangul syllables, the frequent half of the GB 2312 or Big5 tables, accented
letters beside plain ones. Lists are short and mostly ASCII, and on those a detector that
counts letter frequencies fails (docs/decisions/0101-encodings.md).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = {
    b"PK\x03\x04": "a workbook or another ZIP",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
#: The share of control characters from which a file is no text.
_CONTROLS = 0.05
#: Characters beyond this many do not change the verdict and cost time.
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding, and how many of its characters could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`. Never fails: unreadable bytes become U+FFFD and are counted.

    `encoding` is what a person said it is; a name nobody knows is passed over.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data, name)
    if encoding is not None and _is_text_encoding(encoding):
        return _lenient(data, encoding)
    wide = _wide_without_mark(data)
    if wide is not None:
        return _lenient(data, wide)
    strict = _strict(data, "utf-8")
    return strict if strict is not None else _legacy(data)


def is_known(encoding: str) -> bool:
    """Whether it names an encoding of text."""
    return _is_text_encoding(encoding)


def known_binary(data: bytes) -> str | None:
    """What a file that is no text is, where that can be told from its first bytes."""
    known = next((what for mark, what in _BINARY.items() if data.startswith(mark)), None)
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if known is not None or marked or _wide_without_mark(data) is not None:
        return known
    sample = data[:4096]
    controls = sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\r\f")
    return "a program's own format" if controls > _CONTROLS * len(sample) else None


def _is_text_encoding(name: str) -> bool:
    try:
        return isinstance(b"".decode(name), str) and "".encode(name) is not None
    except (LookupError, UnicodeError, ValueError, TypeError):
        return False


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text.removeprefix("\ufeff"), encoding, text.count("\ufffd"))


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every other byte."""
    sample = data[:2000]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.4 * pairs and sample[::2].count(0) < 0.05 * pairs:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * pairs and sample[1::2].count(0) < 0.05 * pairs:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> Decoded:
    broken = _lenient(data, "utf-8")
    best, most = broken, (_share(broken.text, lambda text, at: text[at] != "\ufffd"), 0.0)
    for encoding, ordinary in _ORDINARY.items():
        decoded = _strict(data, encoding)
        if decoded is None:
            continue
        frequent = _among(_FREQUENT.get(encoding, ""))
        shares = _share(decoded.text, ordinary), _share(decoded.text, frequent)
        if shares > most:
            best, most = decoded, shares
    return best if most[0] > 0 else _lenient(data, "cp1252")


def _share(text: str, ordinary: Callable[[str, int], bool]) -> float:
    """The share of the characters outside ASCII that are ordinary."""
    foreign = [at for at, char in enumerate(text[:_SAMPLE]) if char > "\x7f"]
    return sum(1 for at in foreign if ordinary(text, at)) / len(foreign) if foreign else 0.0


def _among(characters: str) -> Callable[[str, int], bool]:
    return lambda text, at: text[at] in characters


def _table(encoding: str, *leads: tuple[int, int]) -> Callable[[str, int], bool]:
    """Ordinary is what the table has in rows whose first byte is in one of `leads`."""

    def ordinary(text: str, at: int) -> bool:
        data = text[at].encode(encoding, errors="ignore")
        return len(data) == 2 and any(low <= data[0] <= high for low, high in leads)

    return ordinary


def _latin(text: str, at: int) -> bool:
    """An accented letter, or a sign such as a dash or a quote, among plain characters."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sum(1 for near in text[max(at - 2, 0) : at + 3] if near > "\x7f") > 3:
        return False
    if char in "–—‘’“”„«»•…\u00a0":
        return True
    if char in "€£°®™²³§·´":
        return not after.isalpha()
    return char.isalpha() and not (char.isupper() and before.islower())


def _cyrillic(text: str, at: int) -> bool:
    """A Cyrillic letter, not beside a Latin one; a capital does not follow a small one."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in "«»–—№\u00a0":
        return True
    if any(near.isascii() and near.isalpha() for near in (before, after)):
        return False
    return "Ѐ" <= char <= "ӿ" and not (char.isupper() and before.islower())


#: What lists say most: it tells Chinese from Korean, whose usual characters share their bytes.
_FREQUENT: dict[str, str] = {
    "gb18030": "公司有限名称展位号技术科上海北京中国机械电子设备工业股份产品简介馆集团材料",
    "cp949": "주식회사한국전자산업부스업체명이기아대서인스트리소개제품번호홈페지연락처",
}
#: What is ordinary under each encoding; of equally good ones the first is taken.
_ORDINARY: dict[str, Callable[[str, int], bool]] = {
    "gb18030": _table("gb2312", (0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xD7)),
    "cp1252": _latin,
    "cp932": _table("cp932", (0x81, 0x83), (0x88, 0x97)),
    "cp949": _table("euc_kr", (0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xC8)),
    "big5": _table("big5", (0xA1, 0xA3), (0xA4, 0xC6)),
    "cp1251": _cyrillic,
    "cp1250": _latin,
}
