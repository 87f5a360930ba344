"""Who gets which of the places that are alike: simulated annealing over swaps.

Those who want the same floor could change places. Zones hold together and wishes are met as the
score measures both, better tiers get places that are seen and passed more, and those of one
category do not stand side by side. Swaps leave the floor as it is, so thousands a second can be
judged by the score's own measures (S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by
simulated annealing", Science 220, 1983).
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hallgen.model import Wanted, WishKind
from hallgen.proposals.place import Spot
from hallgen.proposals.sizes import Class
from hallgen.scores.neighbours import held_together, met

#: What is gained by a zone that holds together, a wish that is met, a tier on the best place, and
#: lost by two competitors side by side.
ZONE, WISH, TIER, SIDE_BY_SIDE = 4.0, 1.6, 1.0, 0.4
#: Places this near, in metres, are side by side.
BESIDE = 0.05
#: A swap that loses so much is taken by one in three, at first and at last.
WARM, COLD = 0.1, 0.0005


def assign(
    wanted: Sequence[Wanted],
    classes: Sequence[Class],
    spots: Sequence[Spot],
    worth: Sequence[float],
    net_share: float,
    swaps: int,
) -> dict[int, int]:
    """The spot of each wanted booth, by their places in the lists, after so many swaps were tried.

    `worth` of spots is 0 to 1; `net_share` is what zones are measured by, as in the score.
    """
    free: defaultdict[int, list[int]] = defaultdict(list)
    for at, spot in enumerate(spots):
        free[spot.kind].append(at)
    meant = {id_ for one in wanted for id_ in (*one.near, *one.avoid)}
    who: dict[int, int] = {}
    queues: list[list[int]] = []
    for kind, of_class in enumerate(classes):
        queue = sorted(of_class.members, key=lambda at: (-wanted[at].tier, at))
        placed = [one for one, _ in zip(queue, free[kind], strict=False)]
        who |= dict(zip(placed, free[kind], strict=False))
        if len({_label(wanted[one], meant) for one in placed}) > 1:
            queues.append(placed)
    if queues:
        _Seating(wanted, spots, worth, net_share, who).anneal(queues, swaps)
    return who


def _label(one: Wanted, meant: AbstractSet[str]) -> tuple[object, ...]:
    """What tells one from another of its class; `meant` are those whom a wish names."""
    named = one.near or one.avoid or one.id in meant
    return one.zone, one.category, one.tier, one.id if named else ""


class _Seating:
    """Who stands where, and what a swap of two would gain."""

    def __init__(
        self,
        wanted: Sequence[Wanted],
        spots: Sequence[Spot],
        worth: Sequence[float],
        net_share: float,
        who: dict[int, int],
    ) -> None:
        self.wanted, self.spots, self.worth, self.who = wanted, spots, worth, who
        self.net_share = net_share
        self.at = {spot: one for one, spot in who.items()}
        self.zones: defaultdict[str, list[int]] = defaultdict(list)
        for one in who:
            self.zones[wanted[one].zone].append(one)
        self.zones.pop("", None)
        by_id = {wanted[one].id: one for one in who}
        self.wishes: defaultdict[int, list[tuple[int, WishKind]]] = defaultdict(list)
        for one in who:
            asked = ((WishKind.NEAR, wanted[one].near), (WishKind.AVOID, wanted[one].avoid))
            for kind, others in asked:
                for other in (by_id[id_] for id_ in others if id_ in by_id):
                    self.wishes[one].append((other, kind))
                    self.wishes[other].append((one, kind))
        self.beside: defaultdict[int, list[int]] = defaultdict(list)
        if any(wanted[one].category for one in who):
            for one_spot, other in _side_by_side(spots):
                self.beside[one_spot].append(other)
                self.beside[other].append(one_spot)

    def anneal(self, queues: Sequence[Sequence[int]], swaps: int) -> None:
        """Tries so many swaps of two in a queue, and keeps what is then the best found."""
        chance = random.Random(1)  # noqa: S311 - a search, and the same each time
        members = [one for queue in queues for one in queue]
        queue_of = {one: queue for queue in queues for one in queue}
        gained, most, best = 0.0, 0.0, dict(self.who)
        for turn in range(swaps):
            warmth = WARM * (COLD / WARM) ** (turn / swaps)
            one = members[int(chance.random() * len(members))]
            queue = queue_of[one]
            other = queue[int(chance.random() * len(queue))]
            if one == other:
                continue
            before = self._value(one, other)
            self._swap(one, other)
            gain = self._value(one, other) - before
            if gain < 0 and chance.random() >= math.exp(gain / warmth):
                self._swap(one, other)
                continue
            gained += gain
            if gained > most + 1e-9:
                most, best = gained, dict(self.who)
        self.who.update(best)

    def _swap(self, one: int, other: int) -> None:
        here, there = self.who[one], self.who[other]
        self.who[one], self.who[other] = there, here
        self.at[there], self.at[here] = one, other

    def _value(self, one: int, other: int) -> float:
        """What depends on where these two are."""
        total = 0.0
        for zone in {self.wanted[one].zone, self.wanted[other].zone} - {""}:
            total += ZONE * self._cohesion(self.zones[zone])
        for who in (one, other):
            total += TIER * (self.wanted[who].tier - 1) * self.worth[self.who[who]]
            for friend, kind in self.wishes.get(who, ()):
                total += WISH * self._met(who, friend, kind)
            category = self.wanted[who].category
            if category:
                for spot in self.beside.get(self.who[who], ()):
                    if spot in self.at and self.wanted[self.at[spot]].category == category:
                        total -= SIDE_BY_SIDE
        return total

    def _cohesion(self, members: Sequence[int]) -> float:
        """As the score has it; 0 of one alone."""
        if len(members) < 2:
            return 0.0
        places = [(*self.spots[self.who[m]].middle, self.wanted[m].area) for m in members]
        return held_together(places, self.net_share)

    def _met(self, one: int, other: int, kind: WishKind) -> float:
        a, b = self.spots[self.who[one]], self.spots[self.who[other]]
        apart = math.hypot(max(0.0, a.x0 - b.x1, b.x0 - a.x1), max(0.0, a.y0 - b.y1, b.y0 - a.y1))
        return met(kind, apart)


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
