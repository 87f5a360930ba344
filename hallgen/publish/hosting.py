"""What a host is to say with each file: its type, and how long browsers may keep it."""

from __future__ import annotations

import fnmatch
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from hallgen.build.serve import TYPES, read_headers

#: Browsers keep a file of a name that stays, and ask each time whether it is still the same.
_ASK: Final = "public, max-age=0, must-revalidate"
_TEXT: Final = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Said:
    """Two headers of an answer: Content-Type and Cache-Control."""

    type: str
    cache: str


class Hosting:
    """What a site says of its files, by its own `_headers`."""

    def __init__(self, site: Path) -> None:
        self._caches = [
            (pattern.removeprefix("/"), value)
            for pattern, headers in read_headers(site / "_headers")
            for name, value in headers
            if name.casefold() == "cache-control"
        ]

    def of(self, address: str) -> Said:
        found = [value for pattern, value in self._caches if fnmatch.fnmatchcase(address, pattern)]
        return Said(content_type(address), found[-1] if found else _ASK)


def content_type(address: str) -> str:
    """The media type of a file by its name; texts of a site are in UTF-8."""
    ending = PurePosixPath(address).suffix.lower()
    type_ = TYPES.get(ending) or mimetypes.guess_type(f"a{ending}", strict=True)[0]
    if type_ is None:
        type_ = "text/plain" if "." not in PurePosixPath(address).name else _UNKNOWN
    return f"{type_}; charset=utf-8" if type_.startswith(_TEXT) else type_


_UNKNOWN: Final = "application/octet-stream"


def write_options(protocol: str, said: Said | None) -> Mapping[str, Any]:
    """How fsspec's file systems are told the headers; nothing where a target has none."""
    if said is None:
        return {}
    if protocol in {"s3", "s3a"}:
        return {"ContentType": said.type, "CacheControl": said.cache}
    if protocol in {"gs", "gcs"}:
        return {
            "content_type": said.type,
            "fixed_key_metadata": {"cache_control": said.cache},
        }
    return {}
