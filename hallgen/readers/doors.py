"""Which halls lie behind gates: by what fair.yaml says, else by what is written on them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Gate, Hall
from hallgen.readers.fair_yaml import FairYaml
from hallgen.readers.suggest import did_you_mean

_SIDES = ("west", "south", "east", "north")
#: How signs call a hall, before its id or after it.
_BEFORE = r"(?:halls?|hallen?|halles?|pabell[oó]n|padiglione|зал|павильон)\s*"
_AFTER = r"\s*(?:号|號)?\s*(?:展?[馆館廳厅]|홀|관|ホール)"


def with_doors(halls: Sequence[Hall], fair: FairYaml, diagnostics: Diagnostics) -> tuple[Hall, ...]:
    """The halls, with what lies behind each of their gates. Doors that lead nowhere are told."""
    entries = {fair.place("halls", at): at for at in range(len(fair.file.halls))}
    # By their ids in fair.yaml, which addresses may not have as they are.
    ids = {fair.file.halls[entries[hall.place]].id: hall.id for hall in halls}
    return tuple(_with_doors(hall, ids, entries[hall.place], fair, diagnostics) for hall in halls)


def _with_doors(
    hall: Hall, ids: Mapping[str, str], at: int, fair: FairYaml, diagnostics: Diagnostics
) -> Hall:
    others = {said: id_ for said, id_ in ids.items() if id_ != hall.id}
    leads = {gate.id: _written(gate, others) for gate in hall.gates}
    for door, to in fair.file.halls[at].doors.items():
        behind = [gate.id for gate in hall.gates if door in _called(hall, gate)]
        place = fair.place("halls", at, "doors", door)
        if to not in others:
            message, advice = f"there is no other hall {to!r}.", did_you_mean(to, others)
            diagnostics.add(codes.UNKNOWN_DOOR, place, message, advice or None)
        elif not behind:
            diagnostics.add(codes.UNKNOWN_DOOR, place, f"hall {hall.id} has no gate {door!r}.")
        else:
            leads |= dict.fromkeys(behind, others[to])
    gates = (gate.model_copy(update={"leads": leads[gate.id]}) for gate in hall.gates)
    return hall.model_copy(update={"gates": tuple(gates)})


def _called(hall: Hall, gate: Gate) -> tuple[str, ...]:
    """What fair.yaml may call a gate: its names, the side it is on, and its id."""
    return (*_names(gate), side_of(hall, gate), gate.id)


def _names(gate: Gate) -> tuple[str, ...]:
    return tuple(words for _, words in gate.name.said)


def side_of(hall: Hall, gate: Gate) -> str:
    """The side of a hall's bounds that a gate is nearest to; north is up on the plan."""
    x0, y0, x1, y1 = hall.outline.bounds
    x, y = gate.position
    away = (x - x0, y - y0, x1 - x, y1 - y)
    return _SIDES[away.index(min(away))]


def _written(gate: Gate, others: Mapping[str, str]) -> str | None:
    """The one other hall that a gate's name names."""
    named = {
        id_
        for said, id_ in others.items()
        if any(re.search(_sign(said), words, re.IGNORECASE) for words in _names(gate))
    }
    return named.pop() if len(named) == 1 else None


def _sign(hall: str) -> str:
    """A pattern for a hall's id with the word for hall beside it, and no other digits."""
    own = rf"(?<![0-9A-Za-z.]){re.escape(hall)}(?![0-9A-Za-z]|\.[0-9])"
    return rf"{_BEFORE}{own}|{own}{_AFTER}"
