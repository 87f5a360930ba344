"""`hallgen new`: a fair folder from a list and plans, with every guess in its fair.yaml."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hallgen import resources
from hallgen.build.draft import DraftList, DraftPlan, draft_fair
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.readers.fair_file import PlanSource, Role
from hallgen.readers.guess import guess_list
from hallgen.readers.plans import GuessedHall, PlanGuess, guess_plan
from hallgen.readers.slugs import slug, unique

SAMPLE = "industry-fair"
#: The share of a plan's rows that must have the number of a booth for it to be a list as well.
_MOST = 0.6


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
    told in `diagnostics`, and named in fair.yaml all the same. Raises UsageError where `folder`
    is not empty.
    """
    _check_empty(folder)
    repeated = _repeated(plans)
    inputs = _named(exhibitors, plans)
    list_, drawn = (inputs[0], inputs[1:]) if exhibitors is not None else (None, inputs)
    if list_ is not None and not drawn and _is_plan(list_):
        drawn = [list_]
    guessed = [_plan(plan, diagnostics) for plan in drawn]
    draft = draft_fair(folder.resolve().name, guessed, _list(list_, guessed, drawn, diagnostics))
    _copy(folder, inputs)
    (folder / "fair.yaml").write_text(draft.text, encoding="utf-8", newline="\n")
    return (*repeated, *draft.lines)


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
    for path in (exhibitors, *{path.resolve(): path for path in plans}.values()):
        if path is None:
            continue
        real, suffix = path.resolve(), path.suffix.lower()
        if real not in names:
            stem = "exhibitors" if path is exhibitors else f"plans/{slug(path.stem) or 'plan'}"
            names[real] = unique(stem, taken) + suffix
        inputs.append(_Input(path, names[real]))
    return inputs


def _repeated(plans: Sequence[Path]) -> list[str]:
    """What is to be said of plans that were given more than once."""
    counts = Counter(path.resolve() for path in plans)
    return [
        f"{path.name} was given {n} times; it is used once." for path, n in counts.items() if n > 1
    ]


def _plan(plan: _Input, diagnostics: Diagnostics) -> DraftPlan:
    guess = guess_plan(plan.path, plan.name, diagnostics)
    if not guess.halls:
        unread = GuessedHall(None, PlanSource(file=plan.name), ())
        guess = PlanGuess((unread,), guess.lines)
    return DraftPlan(plan.name, plan.path.stem, guess)


def _is_plan(list_: _Input) -> bool:
    """Whether a list has the places of its booths as well."""
    listed = guess_list(list_.path, list_.name, Diagnostics())
    return listed is not None and listed.is_plan


def _list(
    list_: _Input | None,
    plans: Sequence[DraftPlan],
    drawn: Sequence[_Input],
    diagnostics: Diagnostics,
) -> DraftList | None:
    """The list that was given, else the one that a plan has in it."""
    halls = [hall for plan in plans for hall in plan.guess.halls]
    numbers = [number for hall in halls for number in hall.numbers]
    others = [pattern for hall in halls for pattern in _others(hall)]
    if list_ is not None:
        guess = guess_list(list_.path, list_.name, diagnostics, numbers, others)
        return DraftList(list_.name, guess)
    for plan in drawn:
        inner = guess_list(plan.path, plan.name, Diagnostics(), numbers, others)
        if inner is not None and inner.named and inner.placed >= _MOST * inner.rows:
            return DraftList(plan.name, inner)
    return None


def _others(hall: GuessedHall) -> tuple[str, ...]:
    """The patterns of all that is on a plan and no booth."""
    layers: dict[str, tuple[str, ...]] = hall.source.layers.model_dump()
    return tuple(p for role, patterns in layers.items() if role != Role.BOOTHS for p in patterns)


def _copy(folder: Path, inputs: Sequence[_Input]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in inputs:
        target = folder / one.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.path, target)
