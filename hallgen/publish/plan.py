"""What an upload has to do, from what the site has and what the target has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from hallgen.publish.ledger import FOLDER, Ledger
from hallgen.site.addresses import BUILD
from hallgen.site.policy import FOREVER


class Turn(IntEnum):
    """When a file's place is taken: each kind after all that it leads to.

    BUILD is the build's name: visitors who were here before then let go of the old build.
    """

    THINGS = 0
    LISTS = 1
    PAGES = 2
    MANIFEST = 3
    BUILD = 4


@dataclass(frozen=True, slots=True)
class Local:
    """A file of the site. `md5` is what most object stores call its content."""

    sha256: str
    md5: str
    size: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the target lists it."""

    size: int
    tag: str


@dataclass(frozen=True, slots=True)
class Plan:
    """An upload, by addresses. `direct` may be written at once, since nothing leads there yet and
    nothing is there; `switched` wait aside and then take their places turn by turn. `deleted` are
    deleted at the end, `old` kept for who is still looking at the build before.
    """

    direct: tuple[str, ...]
    switched: tuple[str, ...]
    same: tuple[str, ...]
    deleted: tuple[str, ...]
    old: tuple[str, ...]
    new: frozenset[str]


_LAST: Final[Mapping[str, Turn]] = {
    BUILD: Turn.BUILD,
    "worker.js": Turn.BUILD,
    "fair.json": Turn.MANIFEST,
    "sitemap.xml": Turn.MANIFEST,
}


def turn_of(address: str) -> Turn:
    if address in _LAST:
        return _LAST[address]
    if _is_page(address):
        return Turn.PAGES
    return Turn.LISTS if address.endswith(".json") else Turn.THINGS


def is_forever(address: str) -> bool:
    """Whether a file is named by its content."""
    return address.startswith(FOREVER)


def plan_upload(
    site: Mapping[str, Local],
    build: str,
    there: Mapping[str, Listed],
    ledger: Ledger,
    *,
    again: bool = False,
    grace: bool = True,
) -> Plan:
    """Plan it. With `again` everything counts as changed; without `grace` nothing is kept for
    visitors of the build before.
    """
    changed = [
        address
        for address, file in site.items()
        if again or not _is_there(address, file, there.get(address), ledger)
    ]
    direct = tuple(a for a in changed if is_forever(a) and a not in there)
    switched = tuple(sorted(set(changed) - set(direct), key=lambda a: (turn_of(a), a)))
    gone = sorted(address for address in ledger.own - site.keys() if address in there)
    if not grace:
        old: tuple[str, ...] = ()
    elif ledger.build == build:
        old = tuple(address for address in gone if address in ledger.old)
    else:
        known = ledger.files
        old = tuple(address for address in gone if address in known and not _is_page(address))
    return Plan(
        direct=direct,
        switched=switched,
        same=tuple(sorted(site.keys() - set(changed))),
        deleted=tuple(sorted(set(gone) - set(old), reverse=True)),
        old=old,
        new=frozenset(address for address in changed if address not in there),
    )


def foreign(site: Mapping[str, Local], there: Mapping[str, Listed], ledger: Ledger) -> list[str]:
    """Files at the target that hallgen did not write and the site would replace."""
    if ledger.own or "fair.json" in there:
        return []
    return sorted(address for address in site if address in there)


def is_of_site(address: str) -> bool:
    """Whether a listed file may be one of a site: not the list, and none that waits."""
    return not address.startswith(f"{FOLDER}/")


def _is_page(address: str) -> bool:
    return address.endswith(".html")


def _is_there(address: str, file: Local, listed: Listed | None, ledger: Ledger) -> bool:
    """Whether the target has this content already, as far as it can be known without reading it."""
    if listed is None or listed.size != file.size:
        return False
    if listed.tag == file.md5 or (is_forever(address) and address not in ledger.files):
        return True
    known = ledger.files.get(address)
    return known is not None and known.sha256 == file.sha256 and known.tag in ("", listed.tag)
