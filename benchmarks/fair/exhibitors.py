"""Who exhibits: one firm a booth, who shares with it, and who has none."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.fair.names import Names
from benchmarks.fair.zones import Zone
from tools.industry_fair.drawn import Stand
from tools.industry_fair.firms import Firm

#: Of all exhibitors, those without a booth; of all booths, those nobody has, and second ones.
_BOOTHLESS, _FREE, _SECOND = 0.10, 0.02, 0.02
#: The largest joint stand of a real fair has 68 names; of a small fair, this share of all.
_MOST_NAMES, _MOST_SHARE = 68, 0.12
#: Of those who share a booth, how many are at joint stands; the others are few at a booth.
_JOINT, _FEW = 0.6, 3
#: A joint stand is raw space with so much floor for each of its names, in m2, and has so many.
_EACH, _NAMES = 5.0, 6


@dataclass(frozen=True, slots=True)
class Plot:
    """A stand where it is: "1.1-A012"."""

    booth: str
    stand: Stand
    zone: Zone


@dataclass(frozen=True, slots=True)
class Exhibitors:
    """All firms in the order of their list, and how many names each shared booth has."""

    firms: tuple[Firm, ...]
    names: dict[str, int]

    @property
    def joint(self) -> frozenset[str]:
        """Booths that are joint stands."""
        return frozenset(booth for booth, names in self.names.items() if names >= _NAMES)


def exhibitors(count: int, plots: Sequence[Plot], seed: str) -> Exhibitors:
    """So many firms on these booths."""
    choose = random.Random(f"{seed} exhibitors")
    boothless = round(count * _BOOTHLESS)
    spare, second = round(len(plots) * _FREE), round(len(plots) * _SECOND)
    number = min(len(plots) - spare - second, count - boothless)
    shuffled = choose.sample(plots, len(plots))
    taken, further = shuffled[:number], shuffled[number : number + second]
    names = Names(choose)
    ranks: Counter[str] = Counter()
    hosts: dict[str, Firm] = {}
    for plot in sorted(taken, key=lambda plot: (-plot.stand.area, plot.booth)):
        hosts[plot.booth] = _firm(plot.zone, (plot.booth,), names, ranks, choose)
    shared = _shared(taken, count - boothless - number, count, choose)
    guests = [
        replace(
            _firm(plot.zone, (plot.booth,), names, ranks, choose),
            host=hosts[plot.booth].entry.name.zh,
        )
        for plot in taken
        for _ in range(shared[plot.booth])
    ]
    absent = [_firm(choose.choice(plots).zone, (), names, ranks, choose) for _ in range(boothless)]
    for plot, booth in zip(further, choose.sample(sorted(hosts), len(further)), strict=True):
        hosts[booth] = replace(hosts[booth], booths=(*hosts[booth].booths, plot.booth))
    firms = [*hosts.values(), *guests, *absent]
    choose.shuffle(firms)
    return Exhibitors(
        tuple(replace(firm, id=f"E{1001 + i}") for i, firm in enumerate(firms)),
        {booth: 1 + guests for booth, guests in sorted(shared.items()) if guests},
    )


def _firm(
    zone: Zone, booths: tuple[str, ...], names: Names, ranks: Counter[str], choose: random.Random
) -> Firm:
    """A firm of one of the zone's segments, of the rank it comes in there."""
    entry = names.entry(choose.choice(zone.segments))
    ranks[entry.segment] += 1
    return Firm("", replace(entry, rank=ranks[entry.segment] - 1), booths)


def _shared(taken: Sequence[Plot], guests: int, count: int, choose: random.Random) -> Counter[str]:
    """How many guests each booth has: at first joint stands, the largest first."""
    shared: Counter[str] = Counter()
    wide = sorted(taken, key=lambda plot: (plot.stand.area, plot.booth))
    most = max(2, min(_MOST_NAMES, round(count * _MOST_SHARE)))
    names, left = most, round(guests * _JOINT)
    while left > 0:
        roomy = (p for p in wide if p.stand.area >= _EACH * names and p.booth not in shared)
        plot = next(roomy, None)
        if plot is None:
            break
        shared[plot.booth] = min(names - 1, left)
        left -= shared[plot.booth]
        names = choose.randint(max(2, most // 6), max(2, most // 2))
    others = [plot.booth for plot in taken if plot.booth not in shared] or list(shared)
    left = guests - sum(shared.values())
    while left > 0:
        few = min(left, choose.randint(1, _FEW))
        shared[choose.choice(others)] += few
        left -= few
    return shared
