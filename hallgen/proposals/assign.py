"""Who gets which of the places that are alike: a CP-SAT model of an assignment.

Those who want the same floor could change places. Better tiers get places that are seen and passed
more, wishes to be near or apart are met by distances along and across the hall, and those of one
category do not stand side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from hallgen.model import Wanted
from hallgen.proposals.place import Spot
from hallgen.proposals.sizes import Class
from hallgen.scores.neighbours import FAR

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: A sum of the solver's variables, or a number; its own types know no sums of none.
Expression = Any

#: Points: of a tier on the best place, of competitors side by side, of a decimetre for a wish.
TIER, SIDE_BY_SIDE, DECIMETRE = 1_000, 400, 4
#: Places this near, in metres, are side by side.
BESIDE = 0.05

_Group = tuple[int, ...]
_Table = dict[tuple[int, _Group], "cp_model.IntVar"]


def assign(
    wanted: Sequence[Wanted],
    classes: Sequence[Class],
    spots: Sequence[Spot],
    worth: Sequence[float],
    effort: float,
) -> dict[int, int]:
    """The spot of each wanted booth, by their places in the lists. `worth` of spots is 0 to 1."""
    groups = _groups(wanted, classes)
    of_kind: defaultdict[int, list[int]] = defaultdict(list)
    for at, spot in enumerate(spots):
        of_kind[spot.kind].append(at)
    if all(len(of_class) == 1 for of_class in groups.values()):
        return {
            who: at for kind, members in groups.items()
            for who, at in zip(members[0], of_kind[kind], strict=False)
        }  # fmt: skip
    return _solved(wanted, groups, of_kind, spots, worth, effort)


def _groups(wanted: Sequence[Wanted], classes: Sequence[Class]) -> dict[int, list[_Group]]:
    """By class: those that could change places without anybody minding."""
    meant = {id_ for one in wanted for id_ in (*one.near, *one.avoid)}
    found: dict[int, list[_Group]] = {}
    for kind, of_class in enumerate(classes):
        alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in of_class.members:
            one = wanted[at]
            named = one.id in meant or one.near or one.avoid
            alike[(one.category, str(one.tier), one.id if named else "")].append(at)
        found[kind] = [tuple(members) for members in alike.values()]
    return found


def _solved(
    wanted: Sequence[Wanted],
    groups: dict[int, list[_Group]],
    of_kind: dict[int, list[int]],
    spots: Sequence[Spot],
    worth: Sequence[float],
    effort: float,
) -> dict[int, int]:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    here: _Table = {}
    terms: list[Expression] = []
    for kind, of_class in groups.items():
        for group in of_class:
            for at in of_kind.get(kind, ()):
                here[at, group] = model.new_bool_var(f"{at} {group[0]}")
                better = wanted[group[0]].tier - 1
                terms.append(round(TIER * better * worth[at]) * here[at, group])
            own = [here[at, group] for at in of_kind.get(kind, ())]
            model.add(sum(own) <= len(group))
        for at in of_kind.get(kind, ()):
            model.add(sum(here[at, group] for group in of_class) == 1)
    terms += _wishes(model, wanted, groups, of_kind, spots, here)
    terms += _competitors(model, wanted, spots, here)
    model.maximize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.relative_gap_limit = 0.005
    status = solver.solve(model)
    taken: defaultdict[_Group, list[int]] = defaultdict(list)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for (at, group), variable in here.items():
            if solver.boolean_value(variable):
                taken[group].append(at)
    else:  # too little time even for any: in the order of the list
        for kind, of_class in groups.items():
            free = iter(of_kind.get(kind, ()))
            for group in of_class:
                taken[group] = [at for _, at in zip(group, free, strict=False)]
    return {who: at for group, ats in taken.items() for who, at in zip(group, ats, strict=False)}


def _wishes(
    model: cp_model.CpModel,
    wanted: Sequence[Wanted],
    groups: dict[int, list[_Group]],
    of_kind: dict[int, list[int]],
    spots: Sequence[Spot],
    here: _Table,
) -> Iterable[Expression]:
    """Distances along the axes between the middles of booths, in decimetres."""
    kind_of = {g[0]: kind for kind, of_class in groups.items() for g in of_class if len(g) == 1}
    ids = {wanted[at].id: at for at in kind_of}
    far = round(FAR * 10)
    most = 20 * round(max((spot.x1 + spot.y1 for spot in spots), default=1.0) + 1000)

    def middle(at: int, axis: int) -> Expression:
        group = (at,)
        return sum(
            round(5 * (spots[s].x0 + spots[s].x1, spots[s].y0 + spots[s].y1)[axis]) * here[s, group]
            for s in of_kind.get(kind_of[at], ())
        )

    def apart(one: int, other: int) -> Expression:
        parts = []
        for axis in (0, 1):
            part = model.new_int_var(0, most, f"apart {one} {other} {axis}")
            model.add_abs_equality(part, middle(one, axis) - middle(other, axis))
            parts.append(part)
        return sum(parts)

    for one in (wanted[at] for at in kind_of):
        for other in (id_ for id_ in one.near if id_ in ids):
            yield -DECIMETRE * apart(ids[one.id], ids[other])
        for other in (id_ for id_ in one.avoid if id_ in ids):
            enough = model.new_int_var(0, far, f"enough {one.id} {other}")
            model.add(enough <= apart(ids[one.id], ids[other]))
            yield DECIMETRE * enough


def _competitors(
    model: cp_model.CpModel, wanted: Sequence[Wanted], spots: Sequence[Spot], here: _Table
) -> Iterable[Expression]:
    by_category: defaultdict[tuple[int, str], list[cp_model.IntVar]] = defaultdict(list)
    for (at, group), variable in here.items():
        if wanted[group[0]].category:
            by_category[at, wanted[group[0]].category].append(variable)
    for one, other in _side_by_side(spots):
        for category in sorted({c for at, c in by_category if at == one}):
            both = [by_category[one, category], by_category.get((other, category), [])]
            if both[1]:
                too_near = model.new_bool_var(f"{one} {other} {category}")
                model.add(sum(both[0]) + sum(both[1]) <= 1 + too_near)
                yield -SIDE_BY_SIDE * too_near


def _side_by_side(spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """Pairs of one block and row with a wall between them."""
    return [
        (one, other)
        for one, a in enumerate(spots)
        for other, b in enumerate(spots)
        if a.block == b.block
        and abs(a.x1 - b.x0) < BESIDE
        and min(a.y1, b.y1) - max(a.y0, b.y0) > BESIDE
    ]
