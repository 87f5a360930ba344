"""The text of a new fair.yaml: every guess a line that a person can change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from hallgen.model import Frozen
from hallgen.readers.fair_file import TableSource
from hallgen.readers.guess import ListGuess
from hallgen.readers.halls import safe_id
from hallgen.readers.plans import GuessedHall, PlanGuess
from hallgen.readers.slugs import slug, unique

_HALL_IN_NAME = re.compile(r"(?:hall|halle|h)[-_ ]?(\d[\w.]*)|(\d[\d.]*)\s*号?馆", re.IGNORECASE)
_HEAD = """\
# What hallgen is to know of this fair. `hallgen new` has guessed some of it and says how sure
# it is; correct what is wrong, then run `hallgen check` and `hallgen build`.
format: 1
"""
_OPEN = """\
# dates: {start: 2026-09-22, end: 2026-09-26}
# venue: {name: {zh: ..., en: ...}, city: ..., country: ...}
# organiser: {zh: ..., en: ...}
# theme: {accent: "#1f4fa3"}
# zones:
#   - {id: cnc, name: {zh: 数控机床, en: CNC machine tools}, color: "#1f4fa3"}
"""
_NO_HALL = """\
# There is no plan yet. Put one into the folder `plans` and write here:
#   - id: "1"
#     plan: {file: plans/hall-1.svg, scale: 0.01}
halls: []
"""
_NO_TABLES = """\
# There is no list yet. Put one here as exhibitors.csv (or .xlsx, .json, .yaml) and write:
# tables:
#   exhibitors: [{file: exhibitors.csv}]
"""
_MORE_TABLES = """\
  # products: [{file: products.csv}]
  # programme: [{file: programme.csv}]
"""
_UNREAD = "nothing of it could be read; `hallgen check` says why."
_PLAN_MISSING = (
    "There is no plan yet, so nothing can be built: put one into the folder plans and name it "
    "under halls in fair.yaml."
)
_LIST_MISSING = "There is no exhibitor list yet: name it under tables in fair.yaml."


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A plan's file, how the organiser calls it (without its ending), and what it seems to be."""

    file: str
    called: str
    guess: PlanGuess


@dataclass(frozen=True, slots=True)
class DraftList:
    """The list's file, and what it seems to be, if it could be read."""

    file: str
    guess: ListGuess | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A fair.yaml, and what was guessed for it, a line each."""

    text: str
    lines: tuple[str, ...]


def draft_fair(name: str, plans: Sequence[DraftPlan], list_: DraftList | None) -> Draft:
    """The fair.yaml of a fair called `name`. A file that could not be read is named as well,
    so that `hallgen check` tells its faults until it is replaced.
    """
    listed = list_.guess if list_ is not None else None
    languages = listed.languages if listed is not None else ("en",)
    text = _HEAD + _block({"id": slug(name) or "fair", "name": name})
    text += f"languages: [{', '.join(languages)}]\n" + _OPEN
    lines = [f"languages: {', '.join(languages)}, by the list."] if listed else []
    halls, guessed = _halls(plans, listed.hall if listed is not None else None)
    tables = _tables(list_)
    lines += [*guessed, *(listed.lines if listed is not None else ())]
    lines += [] if halls else [_PLAN_MISSING]
    lines += [] if tables else [_LIST_MISSING]
    text += f"halls:\n{halls}" if halls else _NO_HALL
    return Draft(text + (tables or _NO_TABLES), tuple(lines))


def _halls(plans: Sequence[DraftPlan], said: str | None) -> tuple[str, list[str]]:
    """The entries of all halls, and the lines about them. `said` is the only hall of the list."""
    text, lines, taken = "", list[str](), set[str]()
    alone = len(plans) == len(plans[0].guess.halls) == 1 if plans else False
    for plan in plans:
        notes = list(plan.guess.lines) or [f"{plan.file}: {_UNREAD}"]
        names = [_hall_name(hall, plan.called, len(plans)) for hall in plan.guess.halls]
        if alone and said is not None and names == [None]:
            notes.append(f"{plan.file}: is taken for hall {said}, as the list says (likely).")
            names = [said]
        lines += notes
        text += _comments(notes, 2)
        for hall, name in zip(plan.guess.halls, names, strict=True):
            text += _hall(hall, name or "1", taken)
    return text, lines


def _hall(hall: GuessedHall, name: str, taken: set[str]) -> str:
    """A hall's entry. What cannot be its id is its name, by which lists may still call it."""
    id_ = unique(safe_id(name) or "hall", taken)
    text = _item({"id": id_})
    text += _block({"name": name}, 4) if id_ != name else "    # name: {zh: ..., en: ...}\n"
    return text + "    # height: 12\n" + _block({"plan": _said(hall.source)}, 4)


def _hall_name(hall: GuessedHall, called: str, plans: int) -> str | None:
    """What the file calls the hall, or what the file is called by."""
    if hall.id is not None:
        return hall.id
    if match := _HALL_IN_NAME.search(called):
        return match[1] or match[2]
    return called if plans > 1 else None


def _tables(list_: DraftList | None) -> str:
    if list_ is None:
        return ""
    guess = list_.guess
    lines = guess.lines if guess is not None else [f"{list_.file}: {_UNREAD}"]
    source = guess.source if guess is not None else TableSource(file=list_.file)
    items = [source, *(guess.more if guess is not None else ())]
    listed = "".join(_item(_said(item), 4) for item in items)
    return f"tables:\n  exhibitors:\n{_comments(lines, 4)}{listed}{_MORE_TABLES}"


def _said(source: Frozen) -> dict[str, object]:
    """A draft without what need not be said."""
    said: dict[str, object] = source.model_dump(mode="json", exclude_defaults=True)
    return said


def _block(value: dict[str, object], indent: int = 0) -> str:
    dumped = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
    lines = dumped.splitlines(keepends=True)
    return "".join(" " * indent + line for line in lines)


def _item(value: dict[str, object], indent: int = 2) -> str:
    """A block as an item of a list."""
    block = _block(value, indent + 2)
    return block[:indent] + "- " + block[indent + 2 :]


def _comments(lines: Iterable[str], indent: int) -> str:
    return "".join(f"{' ' * indent}# {' '.join(line.split())}\n" for line in lines)
