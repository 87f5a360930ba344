"""A ZIP that a stranger sent: looked through before a byte of it is unpacked.

What is looked for is what ZIPs have been abused for: paths that lead out of the folder, links,
files that are one on other systems, entries that overlap, and few bytes that become many.
"""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place, plain
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.submissions.contents import (
    BOMB_BYTES,
    BOMB_RATIO,
    MEDIA,
    MOST_BYTES,
    MOST_FILES,
    MOST_TEXT,
    NOTE,
    fault_of_name,
    folded,
    is_junk,
)

_UTF8 = 0x800
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True, slots=True)
class Archive:
    """Files that may be unpacked, by their paths in a booth's folder; `top` is the folder that
    they all lay in, or ''.
    """

    name: str
    top: str
    files: dict[str, zipfile.ZipInfo]
    _zip: zipfile.ZipFile

    def read(self, path: str) -> bytes:
        """A text of the archive. Raises OSError or ValueError where it is damaged."""
        return self._zip.read(self.files[path])

    def unpack(self, path: str, to: Path) -> None:
        """Write a file, which is not there. Raises as `read`."""
        to.parent.mkdir(parents=True, exist_ok=True)
        with self._zip.open(self.files[path]) as source, to.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)


#: What reading damaged entries raises.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


@contextmanager
def opened(path: Path, diagnostics: Diagnostics) -> Iterator[Archive | None]:
    """An archive as long as the block lasts; None, and every fault told, where there are any."""
    told = _Told(path.name, diagnostics)
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as fault:
        told.add(codes.ARCHIVE_BROKEN, "", f"it is no ZIP, or a damaged one: {fault}.")
        yield None
        return
    with archive:
        yield _looked_through(archive, told)


@dataclass(slots=True)
class _Told:
    name: str
    diagnostics: Diagnostics
    faults: int = 0

    def add(self, code: Code, path: str, message: str) -> None:
        self.faults += 1
        self.diagnostics.add(code, Place(self.name, item=plain(path) or None), message)


def _looked_through(archive: zipfile.ZipFile, told: _Told) -> Archive | None:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        told.add(
            codes.ARCHIVE_TOO_LARGE, "", f"it has {len(entries):,} files, over {MOST_FILES:,}."
        )
        return None
    _insist_apart(entries, told)
    files: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        path = _path_of(entry)
        if is_junk(path) or (entry.is_dir() and fault_of_name(path.rstrip("/")) is None):
            continue
        if _is_sound(entry, path, told):
            files[path] = entry
    total = sum(entry.file_size for entry in files.values())
    if total > MOST_BYTES:
        told.add(codes.ARCHIVE_TOO_LARGE, "", f"it unpacks to {total / 1e9:,.1f} GB.")
    top = _top(files)
    files = {path.removeprefix(top): entry for path, entry in files.items()}
    _insist_different(files, told)
    for text in (CHOICES, NOTE):
        if text in files and files[text].file_size > MOST_TEXT:
            told.add(codes.ARCHIVE_TOO_LARGE, text, f"it has {files[text].file_size:,} bytes.")
    if told.faults:
        return None
    return Archive(told.name, top.rstrip("/"), dict(sorted(files.items())), archive)


def _path_of(entry: zipfile.ZipInfo) -> str:
    """The path of an entry. Old programs of Windows write backslashes, and names in whatever
    encoding their system had, which zipfile takes for cp437.
    """
    name = entry.orig_filename
    if not entry.flag_bits & _UTF8 and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030", "cp437"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _is_sound(entry: zipfile.ZipInfo, path: str, told: _Told) -> bool:
    before = told.faults
    kind = stat.S_IFMT(entry.external_attr >> 16)
    fault = fault_of_name(path.rstrip("/"))
    if fault is not None:
        told.add(codes.UNSAFE_NAME, path, f"{fault}.")
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        what = "a link" if kind == stat.S_IFLNK else "neither a file nor a folder"
        told.add(codes.ARCHIVE_LINK, path, f"it is {what}.")
    elif entry.flag_bits & _ENCRYPTED:
        told.add(codes.ARCHIVE_BROKEN, path, "it needs a password.")
    elif entry.compress_type not in _METHODS:
        told.add(codes.ARCHIVE_BROKEN, path, "it is packed in a way that few programs know.")
    elif entry.file_size > max(BOMB_BYTES, BOMB_RATIO * entry.compress_size):
        message = f"{entry.compress_size:,} bytes become {entry.file_size:,}: that is no media."
        told.add(codes.ARCHIVE_TOO_LARGE, path, message)
    return told.faults == before


def _insist_apart(entries: list[zipfile.ZipInfo], told: _Told) -> None:
    """No two entries may share bytes, as they do in bombs."""
    placed = sorted(entries, key=lambda entry: entry.header_offset)
    for entry, following in pairwise(placed):
        if entry.header_offset + entry.compress_size > following.header_offset:
            told.add(codes.ARCHIVE_BROKEN, entry.filename, "it overlaps with another file.")


def _insist_different(files: dict[str, zipfile.ZipInfo], told: _Told) -> None:
    """No two files may be one on other systems, and none a folder of another's."""
    seen: dict[str, str] = {}
    for path in files:
        if folded(path) in seen:
            message = f"on many systems it is the same as {seen[folded(path)]}."
            told.add(codes.UNSAFE_NAME, path, message)
        seen[folded(path)] = path
    for path in files:
        parts = folded(path).split("/")
        above = ("/".join(parts[:n]) for n in range(1, len(parts)))
        if found := next((one for one in above if one in seen), None):
            told.add(codes.UNSAFE_NAME, path, f"{seen[found]} is a file, and cannot be its folder.")


def _top(files: dict[str, zipfile.ZipInfo]) -> str:
    """The one folder that all files lie in, where somebody zipped that and not what is in it."""
    tops = {path.partition("/")[0] for path in files}
    if len(tops) != 1 or any("/" not in path for path in files):
        return ""
    top = f"{tops.pop()}/"
    return "" if top == MEDIA else top
