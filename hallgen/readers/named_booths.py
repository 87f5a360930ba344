"""A booth or a hall as a person names it to a command: by its id, its number, in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hallgen.errors import UsageError
from hallgen.model import Booth, Fair, Hall
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.halls import safe_id
from hallgen.readers.references import resolve
from hallgen.readers.suggest import did_you_mean


def find_booth(fair: Fair, name: str) -> Booth:
    """The booth of an id or a number in any spelling, or of an own folder's name. Raises UsageError
    where none is meant.
    """
    booths = {booth.id: booth for hall in fair.halls for booth in hall.booths}
    for id_ in (name, safe_id(name)):
        if id_ in booths:
            return booths[id_]
    found = resolve(name, BoothNumbers(fair.halls))
    if len(found.booths) == 1:
        return booths[found.booths[0]]
    if found.ambiguous:
        ids = ", ".join(found.ambiguous[0][1])
        raise UsageError(f"The number {name} is that of {ids}: name one of these.")
    advice = did_you_mean(name, _known_booths(fair.halls))
    raise UsageError(f"No plan has a booth {name}. {advice}".rstrip())


def find_halls(fair: Fair, names: Iterable[str]) -> frozenset[str]:
    """The ids of the halls that are named, each by itself or by a booth in it.

    What is a hall's and a booth's is the hall's. Raises UsageError, which tells all names that
    are neither.
    """
    numbers = BoothNumbers(fair.halls)
    found: set[str] = set()
    wrong = []
    for name in names:
        halls = _halls(fair, name, numbers)
        found.update(halls)
        if not halls:
            known = [*(word for hall in fair.halls for word in _called(hall))]
            known += _known_booths(fair.halls)
            wrong.append(f"There is no hall and no booth {name}. {did_you_mean(name, known, 3)}")
    if wrong:
        raise UsageError(" ".join(words.rstrip() for words in wrong))
    return frozenset(found)


def _halls(fair: Fair, name: str, numbers: BoothNumbers) -> Sequence[str]:
    if name in {hall.id for hall in fair.halls}:
        return (name,)
    if called := numbers.halls_called(name):
        return called
    halls = {booth.id: booth.hall for hall in fair.halls for booth in hall.booths}
    if name in halls:
        return (halls[name],)
    found = resolve(name, numbers)
    if found.ambiguous:
        ids = ", ".join(found.ambiguous[0][1])
        raise UsageError(f"The number {name} is that of {ids}: name one of these, or its hall.")
    return tuple(halls[id_] for id_ in found.booths)


def _called(hall: Hall) -> list[str]:
    return [hall.id, *(words for _, words in hall.name.said)]


def _known_booths(halls: Iterable[Hall]) -> list[str]:
    return [words for hall in halls for booth in hall.booths for words in (booth.number, booth.id)]
