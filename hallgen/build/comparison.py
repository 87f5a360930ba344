"""What changed between two builds of a fair: booths, exhibitors, products, pages and bytes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from hallgen.build.sighting import Said, Sighting, see
from hallgen.model.geometry import Point
from hallgen.site import addresses
from hallgen.site.manifest import ShardBooth

#: Kinds of files by their endings; all others are "other files".
_KINDS: Final[Mapping[str, str]] = {
    ".html": "pages",
    ".glb": "tiles and booths",
    ".gz": "tiles and booths",
    ".webp": "pictures",
    ".jpg": "pictures",
    ".png": "pictures",
    ".mp4": "films",
    ".m4s": "films",
    ".woff2": "fonts",
    ".js": "viewer",
    ".css": "viewer",
}
#: Booths that moved by less, in metres, did not.
_STILL: Final = 0.005


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is other than before: what it is, and how, in a few words."""

    id: str
    name: str
    how: str = ""


#: Changes by what became of the things: new, gone, moved, changed...
Changes = dict[str, tuple[Change, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed, by kind. `bytes` are before and after, by kind of file."""

    booths: Changes
    exhibitors: Changes
    products: Changes
    pages: Changes
    files: dict[str, int]
    bytes: dict[str, tuple[int, int]]

    @property
    def same(self) -> bool:
        """Whether the two are the same to the byte."""
        return not any(self.files[how] for how in ("new", "gone", "changed"))

    def as_record(self) -> dict[str, Any]:
        """The comparison as a JSON object."""
        kinds = {
            name: getattr(self, name) for name in ("booths", "exhibitors", "products", "pages")
        }
        return {
            "format": 1,
            **{
                kind: {
                    how: [{"id": one.id, "name": one.name, "how": one.how} for one in changes]
                    for how, changes in found.items()
                }
                for kind, found in kinds.items()
            },
            "files": self.files,
            "bytes": {kind: {"old": old, "new": new} for kind, (old, new) in self.bytes.items()},
        }


def compare(old: Path, new: Path) -> Comparison:
    """Compare two sites' folders. Raises UsageError where one is none."""
    return _compared(see(old), see(new))


def _compared(old: Sighting, new: Sighting) -> Comparison:
    same = {a for a, file in new.files.items() if old.files.get(a) == file}
    both = old.files.keys() & new.files.keys()
    return Comparison(
        booths=_booths(old, new),
        exhibitors=_exhibitors(old, new),
        products=_things(old, new, old.products, new.products),
        pages=_pages(old, new),
        files={
            "new": len(new.files.keys() - old.files.keys()),
            "gone": len(old.files.keys() - new.files.keys()),
            "changed": len(both - same),
            "same": len(same),
        },
        bytes=_bytes(old, new),
    )


def _booths(old: Sighting, new: Sighting) -> Changes:
    def named(of: Sighting, ids: Iterable[str]) -> tuple[Change, ...]:
        return tuple(Change(id_, _whose(of, of.booths[id_][1])) for id_ in sorted(ids))

    moved, other, look = [], [], []
    for id_ in sorted(old.booths.keys() & new.booths.keys()):
        (hall, before), (now_hall, now) = old.booths[id_], new.booths[id_]
        whose = _whose(new, now)
        if how := _moved(hall, before, now_hall, now):
            moved.append(Change(id_, whose, how))
        if before.exhibitors != now.exhibitors:
            other.append(Change(id_, whose, f"was {_whose(old, before) or 'free'}"))
        elif not how and _look(old, id_) != _look(new, id_):
            look.append(Change(id_, whose))
    return {
        "new": named(new, new.booths.keys() - old.booths.keys()),
        "gone": named(old, old.booths.keys() - new.booths.keys()),
        "moved": tuple(moved),
        "let to others": tuple(other),
        "looks changed": tuple(look),
    }


def _whose(of: Sighting, booth: ShardBooth) -> str:
    return ", ".join(of.names.get(id_, id_) for id_ in booth.exhibitors)


def _moved(hall: str, before: ShardBooth, now_hall: str, now: ShardBooth) -> str:
    """How a booth moved, or nothing."""
    if hall != now_hall:
        return f"from hall {hall} to hall {now_hall}"
    if _alike(before.outline, now.outline):
        return ""
    apart = math.dist(_middle(before.outline), _middle(now.outline))
    return f"by {apart:.2f} m" if apart > _STILL else "another shape"


def _alike(one: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    return len(one) == len(other) and all(
        math.dist(a, b) <= _STILL for a, b in zip(one, other, strict=True)
    )


def _middle(outline: tuple[Point, ...]) -> Point:
    x, z = zip(*outline, strict=True)
    return (min(x) + max(x)) / 2, (min(z) + max(z)) / 2


def _look(of: Sighting, booth: str) -> object:
    return of.files.get(addresses.booth_model(booth))


def _exhibitors(old: Sighting, new: Sighting) -> Changes:
    moved = tuple(
        Change(id_, new.names.get(id_, id_), f"from {_places(before)} to {_places(now)}")
        for id_ in sorted(old.exhibitors.keys() & new.exhibitors.keys())
        if set(before := old.stands.get(id_, ())) != set(now := new.stands.get(id_, ()))
    )
    return _things(old, new, old.exhibitors, new.exhibitors) | {"moved": moved}


def _places(booths: tuple[str, ...]) -> str:
    return ", ".join(booths) or "no booth"


def _things(
    old: Sighting,
    new: Sighting,
    before: Mapping[str, Said],
    now: Mapping[str, Said],
) -> Changes:
    def named(of: Sighting, ids: Iterable[str]) -> tuple[Change, ...]:
        return tuple(Change(id_, of.names.get(id_, id_)) for id_ in sorted(ids))

    changed = tuple(
        Change(id_, new.names.get(id_, id_), ", ".join(other))
        for id_ in sorted(before.keys() & now.keys())
        if before[id_] and now[id_] and (other := _other(before[id_], now[id_]))
    )
    return {
        "new": named(new, now.keys() - before.keys()),
        "gone": named(old, before.keys() - now.keys()),
        "changed": changed,
    }


def _other(before: Said, now: Said) -> list[str]:
    """The names of what is said otherwise, with the language where only some are."""
    fields: dict[str, dict[str, bool]] = {}
    for name, language in {**before, **now}:
        fields.setdefault(name, {})[language] = before.get((name, language)) != now.get(
            (name, language)
        )
    told = []
    for name, languages in fields.items():
        other = [language for language, differs in languages.items() if differs]
        if other:
            told.append(name if len(other) == len(languages) else f"{name} ({', '.join(other)})")
    return told


def _pages(old: Sighting, new: Sighting) -> Changes:
    before = {a: file for a, file in old.files.items() if a.endswith(".html")}
    now = {a: file for a, file in new.files.items() if a.endswith(".html")}

    def named(those: Iterable[str]) -> tuple[Change, ...]:
        return tuple(Change(a.removesuffix("index.html"), "") for a in sorted(those))

    return {
        "new": named(now.keys() - before.keys()),
        "gone": named(before.keys() - now.keys()),
        "changed": named(a for a in before.keys() & now.keys() if before[a] != now[a]),
    }


def _bytes(old: Sighting, new: Sighting) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for place, of in enumerate((old, new)):
        for address, file in of.files.items():
            kind = _KINDS.get(PurePosixPath(address).suffix, "other files")
            pair = list(found.get(kind, (0, 0)))
            pair[place] += file.size
            found[kind] = (pair[0], pair[1])
    return dict(sorted(found.items(), key=lambda item: -item[1][1]))
