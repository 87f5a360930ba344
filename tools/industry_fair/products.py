"""What the exhibitors show: 500 products in sizes, with data sheets in both languages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anyascii import anyascii

from tools.industry_fair.firms import Firm, families_of
from tools.industry_fair.machines import KINDS
from tools.industry_fair.words import Family, Said, phrases, segments

COUNT = 500
#: At most so many of one exhibitor.
MOST = 7
#: So many of each kind that has a model come with it.
MODELS = 2
#: Firms whose last product is from another segment, which has no firms of its own.
OTHERS = {"Chuxi New Energy Co., Ltd.": "chassis"}
#: Segments that make machines and plants; the others make parts, materials and programs.
MACHINES = frozenset(
    {"machining", "turning", "grinding", "edm", "laser", "forming", "welding", "robots", "cobots"}
    | {"lines", "environment", "surface"}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A product of the list."""

    id: str
    firm: Firm
    name: Said
    category: Said
    text: Said
    figures: tuple[tuple[Said, Said], ...]
    highlight: bool
    model: str = ""
    images: tuple[str, ...] = ()


def products(firms: tuple[Firm, ...]) -> tuple[Shown, ...]:
    """All of them, exhibitor after exhibitor; each exhibitor has one at least."""
    counts = _counts(firms)
    made = [one for firm in firms for one in made_by(firm, counts[firm.id])]
    shown = [
        Shown(f"P{2001 + i}", firm, name, category, text, figures, highlight)
        for i, (firm, name, category, text, figures, highlight) in enumerate(made)
    ]
    return tuple(_modelled(shown))


def _modelled(shown: list[Shown]) -> Iterator[Shown]:
    """The products, some of them with a model: of each kind the first, those in focus before
    the others. Firms without a booth send none.
    """
    sent: set[str] = set()
    for kind in KINDS:
        alike = [one for one in shown if _code(one) == kind and one.firm.booths]
        sent |= {one.id for one in sorted(alike, key=lambda one: not one.highlight)[:MODELS]}
    for one in shown:
        yield replace(one, model=f"models/{KINDS[_code(one)]}") if one.id in sent else one


def _code(one: Shown) -> str:
    """Series and size: "VM650"."""
    return one.name.en.rpartition("-")[2]


def _counts(firms: tuple[Firm, ...]) -> dict[str, int]:
    """The larger a firm among its like, the more it shows; 500 in all."""
    counts = {firm.id: 1 for firm in firms}
    choose = random.Random("counts")
    while sum(counts.values()) < COUNT:
        firm = choose.choice(firms)
        likely = choose.random() < 1.0 / (1 + firm.entry.rank / 2) and not firm.entry.pavilion
        if counts[firm.id] < MOST and (likely or counts[firm.id] < 2):
            counts[firm.id] += 1
    return counts


Made = tuple[Firm, Said, Said, Said, tuple[tuple[Said, Said], ...], bool]


def made_by(firm: Firm, count: int) -> Iterator[Made]:
    """A firm's products, at most so many: one size of each family before a second of any."""
    segment = segments()[firm.entry.segment]
    choose = random.Random(f"products {firm.entry.name.en}")
    models = [
        (family, at)
        for at in range(max(len(f.sizes) for f in segment.families))
        for family in families_of(firm)
        if at < len(family.sizes)
    ]
    kind = phrases()["machine" if segment.id in MACHINES else "any"]
    endings = choose.sample(kind, len(kind))
    other = OTHERS.get(firm.entry.name.en)
    if other is not None:
        models[count - 1] = (segments()[other].families[0], 0)
    for i, (family, at) in enumerate(models[:count]):
        use = choose.choice(segment.uses)
        ending = endings[i % len(endings)].filled(use=use)
        yield (
            firm,
            _name(firm, family, at),
            segment.name,
            Said(family.text.zh + ending.zh, f"{family.text.en} {ending.en}"),
            tuple((f.name, f.values[min(at, len(f.values) - 1)]) for f in family.figures),
            i == 0 and firm.entry.rank < 2,
        )


def _name(firm: Firm, family: Family, at: int) -> Said:
    """Sold under three letters of the brand: "Jichuan" makes the JCN-VM850."""
    word = re.sub(r"[^a-z]", "", anyascii(firm.short.en.split()[0]).casefold())
    brand = (word[0] + (re.sub("[aeiou]", "", word[1:-1]) or word[1])[0] + word[-1]).upper()
    model = f"{brand}-{family.series}{family.sizes[at]}"
    return Said(f"{family.name.zh} {model}", f"{family.name.en} {model}")
