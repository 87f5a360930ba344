"""`hallgen new`: a fair folder from a list and plans, with every guess in its fair.yaml."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from hallgen import resources
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.model import Frozen
from hallgen.readers.guess import ListGuess, guess_list
from hallgen.readers.halls import safe_id
from hallgen.readers.plans import GuessedHall, PlanGuess, guess_plan
from hallgen.readers.slugs import slug, unique

SAMPLE = "industry-fair"
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


@dataclass(frozen=True, slots=True)
class _Input:
    """A file of the organiser's, and what it is called in the fair folder."""

    path: Path
    name: str


def new_fair(
    folder: Path, exhibitors: Path | None, plans: Sequence[Path], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Write a fair folder and return what was guessed, line by line.

    One file may be both list and plan; then it is copied once. Files that cannot be read are
    told in `diagnostics` and left out. Raises UsageError where `folder` is not empty.
    """
    _check_empty(folder)
    inputs = _named(exhibitors, plans)
    list_, drawn = (inputs[0], inputs[1:]) if exhibitors is not None else (None, inputs)
    guessed = [(plan, guess_plan(plan.path, plan.name, diagnostics)) for plan in drawn]
    listed = None
    if list_ is not None:
        listed = guess_list(list_.path, list_.name, diagnostics, _numbers(guessed))
        if listed is not None and listed.is_plan and not drawn:
            guessed = [(list_, guess_plan(list_.path, list_.name, diagnostics))]
    else:
        listed = _list_in(guessed)
    text, lines = _written(folder, guessed, listed)
    _copy(folder, inputs)
    (folder / "fair.yaml").write_text(text, encoding="utf-8", newline="\n")
    return lines


def sample_fair(folder: Path) -> tuple[str, ...]:
    """Copy the sample fair. Raises UsageError where `folder` is not empty."""
    _check_empty(folder)
    shutil.copytree(
        resources.examples() / SAMPLE,
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("site", "__pycache__"),
    )
    return (f"This is the sample fair {SAMPLE}: change what you like.",)


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty. Name a folder that does not exist yet.")


def _named(exhibitors: Path | None, plans: Sequence[Path]) -> list[_Input]:
    """The inputs with plain names: the list first. The same file is one name."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    inputs: list[_Input] = []
    for path in (exhibitors, *plans):
        if path is None:
            continue
        real, suffix = path.resolve(), path.suffix.lower()
        if real not in names:
            stem = "exhibitors" if path is exhibitors else f"plans/{slug(path.stem) or 'plan'}"
            names[real] = unique(stem, taken) + suffix
        inputs.append(_Input(path, names[real]))
    return inputs


def _numbers(guessed: Sequence[tuple[_Input, PlanGuess]]) -> list[str]:
    return [number for _, plan in guessed for hall in plan.halls for number in hall.numbers]


def _list_in(guessed: Sequence[tuple[_Input, PlanGuess]]) -> ListGuess | None:
    """The list of exhibitors that a plan which is a table may have in it."""
    for plan, found in guessed:
        numbers = [number for hall in found.halls for number in hall.numbers]
        listed = guess_list(plan.path, plan.name, Diagnostics(), numbers)
        fields = {field.split(".")[0] for field in listed.source.columns} if listed else set()
        if {"name", "booth"} <= fields:
            return listed
    return None


def _written(
    folder: Path, guessed: Sequence[tuple[_Input, PlanGuess]], listed: ListGuess | None
) -> tuple[str, tuple[str, ...]]:
    """The text of fair.yaml, and what was guessed for it."""
    name = folder.resolve().name
    languages = listed.languages if listed is not None else ("en",)
    text = _HEAD + _block({"id": slug(name) or "fair", "name": name})
    text += f"languages: [{', '.join(languages)}]\n" + _OPEN
    lines = [f"languages: {', '.join(languages)}, by the texts of the list."] if listed else []
    halls, taken = "", set[str]()
    for plan, guess in guessed:
        lines += guess.lines
        halls += _comments(guess.lines, 2)
        for hall in guess.halls:
            id_ = unique(_hall_id(hall, plan, len(guessed)), taken)
            halls += _item({"id": id_}) + "    # name: {zh: ..., en: ...}\n    # height: 12\n"
            halls += _block({"plan": _draft(hall.source)}, 4)
    text += f"halls:\n{halls}" if taken else _NO_HALL + halls
    if not taken:
        lines.append("There is no plan yet: fair.yaml says where it goes.")
    if listed is None:
        return text + _NO_TABLES, tuple(lines)
    lines += listed.lines
    text += "tables:\n  exhibitors:\n" + _comments(listed.lines, 4)
    return text + _item(_draft(listed.source), 4) + _MORE_TABLES, tuple(lines)


def _hall_id(hall: GuessedHall, plan: _Input, plans: int) -> str:
    """What the file calls the hall, else what its name does, else the number 1."""
    if hall.id is not None:
        return safe_id(hall.id) or "hall"
    stem = plan.path.stem
    if match := _HALL_IN_NAME.search(stem):
        return match[1] or match[2]
    return (safe_id(stem) if plans > 1 else "") or "1"


def _draft(source: Frozen) -> dict[str, object]:
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


def _copy(folder: Path, inputs: Sequence[_Input]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in inputs:
        target = folder / one.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.path, target)
