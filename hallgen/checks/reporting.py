"""How a rule says the same of many things: each where they are few, else one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from hallgen.diagnostics import Code, Diagnostic, Place

#: Up to this many like faults of one hall or file are told one by one, each with its place.
ONE_BY_ONE = 3
#: So many names stand in a line that sums up.
NAMED = 8

T = TypeVar("T")


def report(
    kind: Code,
    found: Sequence[T],
    *,
    place: Callable[[T], Place],
    name: Callable[[T], str],
    one: Callable[[T], str],
    many: str,
) -> Iterator[Diagnostic]:
    """A diagnostic for each of a few, or one at the first one's file for all.

    `one` says it of a single thing; `many` of all, after their number: "12 booths have ...".
    """
    if len(found) <= ONE_BY_ONE:
        for thing in found:
            yield Diagnostic(kind, place(thing), one(thing), kind.cure)
        return
    message = f"{len(found)} {many}: {listed([name(thing) for thing in found])}."
    yield Diagnostic(kind, Place(place(found[0]).file), message, kind.cure)


def listed(names: Sequence[str]) -> str:
    """The first few names and the number of the rest: A01, A02 and 12 more."""
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
