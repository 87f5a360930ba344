"""What a visitor keeps who saves a hall: the list of its files, one for each hall."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from hallgen.formats import linked_files
from hallgen.site import addresses
from hallgen.site.manifest import SavedFile, SavedHall

#: Folders of which every page and view needs all, or may.
_WHOLE: Final = ("assets/", "fonts/", "viewer/")

#: Single files that a visit to a hall asks for.
_ALWAYS: Final = ("fair.json", "manifest.webmanifest", addresses.OFFLINE)

#: What of a page or a shard is kept. Films, sounds, panoramas and documents are not: they are
#: many times the hall, and the hall is walked without them.
_KEPT: Final = frozenset((".css", ".glb", ".jpg", ".js", ".png", ".svg", ".webp"))

#: What a page names: one address, or several with their widths.
_NAMED: Final = re.compile(r'\s(?:src|href|poster)="([^"?#]+)(?:#[^"]*)?"')
_SEVERAL: Final = re.compile(r'\ssrcset="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Published:
    """A site's files: the bytes and the SHA-256 of each by address, and how one is read."""

    digests: Mapping[str, tuple[int, str]]
    read: Callable[[str], bytes]


def saved_hall(
    site: Published, hall: str, languages: tuple[str, ...], build: str, *, twins: bool
) -> SavedHall:
    """The list of a hall whose files are all there. `twins` tells whether models have copies
    packed by gzip, which are kept instead.
    """
    tileset = addresses.tileset(hall)
    shared = {address for address in site.digests if address.startswith(_WHOLE)}
    shared |= {address for address in _ALWAYS if address in site.digests}
    shared |= {tileset, *_tiles(site, tileset)}
    own: dict[str, set[str]] = {}
    for language in languages:
        page = addresses.hall(language, hall)
        shard = addresses.shard(hall, language)
        named = {*_named_by(site, page), *_within(json.loads(site.read(shard)))}
        kept = {one for one in named if PurePosixPath(one).suffix in _KEPT and one in site.digests}
        models = {one for one in kept if one.endswith(".glb")}
        shared |= models | {link for model in models for link in _linked(site, model)}
        own[language] = {page, shard, addresses.plan(language, hall)} | (kept - models)
    common = set[str].intersection(*own.values()) | shared
    packed = {one for one in common if twins and f"{one}.gz" in site.digests}
    files = (common - packed) | {f"{one}.gz" for one in packed}
    return SavedHall(
        build=build,
        hall=hall,
        files=_told(site, files),
        languages={language: _told(site, own[language] - common) for language in languages},
        unpacked=_told(site, packed),
    )


def _told(site: Published, found: set[str]) -> dict[str, SavedFile]:
    """Files as the list has them, pages by their addresses."""
    told = {}
    for address in sorted(found):
        size, digest = site.digests[f"{address}index.html" if address.endswith("/") else address]
        told[address] = (size, digest[:16])
    return told


def _tiles(site: Published, tileset: str) -> Iterator[str]:
    """All that a tileset shows: its models, and what these need."""
    waiting: list[dict[str, Any]] = [json.loads(site.read(tileset))["root"]]
    while waiting:
        tile = waiting.pop()
        waiting += tile.get("children", ())
        if "content" in tile:
            model = _at(tileset, tile["content"]["uri"])
            yield model
            yield from _linked(site, model)


def _linked(site: Published, model: str) -> Iterator[str]:
    for uri in linked_files(site.read(model)):
        yield _at(model, uri)


def _named_by(site: Published, page: str) -> Iterator[str]:
    html = site.read(f"{page}index.html").decode()
    named = _NAMED.findall(html)
    named += [one.split()[0] for several in _SEVERAL.findall(html) for one in several.split(",")]
    for address in named:
        if not urlsplit(address).scheme:
            yield _at(page, address)


def _within(value: object) -> Iterator[str]:
    """All texts in a document: those that name a file are among them. A picture may be a cell of
    a sheet, which its end tells.
    """
    if isinstance(value, str):
        yield value.split("#")[0]
    elif isinstance(value, dict):
        for part in value.values():
            yield from _within(part)
    elif isinstance(value, list):
        for part in value:
            yield from _within(part)


def _at(base: str, address: str) -> str:
    """An address in the site, from one that is relative to the file or page `base`."""
    return normpath(join(dirname(base), unquote(address)))
