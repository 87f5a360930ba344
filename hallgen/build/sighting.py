"""What a built site shows, read back from its own files, for comparing two builds of a fair."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from hallgen.build.files import sizes
from hallgen.build.publish import MARK
from hallgen.errors import UsageError
from hallgen.site import addresses
from hallgen.site.manifest import HallShard, Manifest, ShardBooth

#: What is said of something, by the name of a field and a language.
Said = dict[tuple[str, str], Any]


@dataclass(frozen=True, slots=True)
class File:
    """A file of a site: its bytes, and the hash of its content."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A site: its booths with their halls, what is said of exhibitors and products in each
    language, where exhibitors stand, and every file.
    """

    booths: dict[str, tuple[str, ShardBooth]]
    exhibitors: dict[str, Said]
    products: dict[str, Said]
    stands: dict[str, tuple[str, ...]]
    names: dict[str, str]
    files: dict[str, File]


def see(site: Path) -> Sighting:
    """Read a site's manifest and shards, and hash its files. Raises UsageError where it is none."""
    if not (site / MARK).is_file():
        raise UsageError(f"{site} is not a site of hallgen: it has no {MARK}.")
    try:
        return _seen(site)
    except (OSError, ValidationError) as fault:
        told = " ".join(str(fault).split("\n", 1)[0].split())
        raise UsageError(f"{site} cannot be read: {told}. Build it again.") from None


def _seen(site: Path) -> Sighting:
    manifest = Manifest.model_validate_json((site / MARK).read_bytes())
    found = Sighting({}, {id_: {} for id_ in manifest.exhibitors}, {}, {}, {}, _files(site))
    for hall in manifest.halls:
        for language in manifest.languages:
            shard = HallShard.model_validate_json(
                (site / addresses.shard(hall.id, language)).read_bytes()
            )
            _take(found, shard, language)
    return found


def _take(found: Sighting, shard: HallShard, language: str) -> None:
    for booth in shard.booths:
        found.booths[booth.id] = (shard.hall, booth)
        for id_ in booth.exhibitors:
            stands = found.stands.get(id_, ())
            found.stands[id_] = (*stands, booth.id) if booth.id not in stands else stands
    for id_, exhibitor in shard.exhibitors.items():
        found.names.setdefault(id_, exhibitor.name)
        found.exhibitors.setdefault(id_, {}).update(_fields(exhibitor, language))
    for id_, product in shard.products.items():
        found.names.setdefault(id_, product.name)
        found.products.setdefault(id_, {}).update(_fields(product, language))


def _fields(of: BaseModel, language: str) -> Said:
    """What is said, without the products, which are compared themselves."""
    said = of.model_dump(mode="json", exclude={"products"})
    return {(name, language): value for name, value in said.items()}


def _files(site: Path) -> dict[str, File]:
    return {
        address: File(size, hashlib.sha256((site / address).read_bytes()).hexdigest())
        for address, size in sizes(site).items()
    }
