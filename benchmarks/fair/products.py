"""What the exhibitors show: products of the sample's vocabulary, with photos and some models."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.fair.models import has_kind, model_name
from tools.industry_fair.firms import Firm
from tools.industry_fair.products import Shown, made_by
from tools.industry_fair.words import segments

#: 2,800 exhibitors show 15,000 products; one in twenty has a model.
_PRODUCTS, _EXHIBITORS = 15_000, 2_800
_MODELLED = 0.05
#: How much some show more than others: the deviation of the logarithm.
_SPREAD = 0.6


def products(firms: Sequence[Firm], seed: str) -> tuple[Shown, ...]:
    """All of them, exhibitor after exhibitor; each exhibitor has one at least."""
    choose = random.Random(f"{seed} products")
    made = [
        one
        for firm, count in zip(firms, _counts(firms, choose), strict=True)
        for one in made_by(firm, count)
    ]
    shown = [
        Shown(f"P{100_001 + i}", firm, name, category, text, figures, highlight)
        for i, (firm, name, category, text, figures, highlight) in enumerate(made)
    ]
    likely = [one.id for one in shown if one.firm.booths and has_kind(one)]
    modelled = set(choose.sample(likely, min(len(likely), round(len(shown) * _MODELLED))))
    return tuple(
        replace(
            one,
            images=(f"photos/{one.id}.jpg",),
            model=model_name(one) if one.id in modelled else "",
        )
        for one in shown
    )


def _counts(firms: Sequence[Firm], choose: random.Random) -> list[int]:
    """How many each firm shows: never more than its families have sizes."""
    most = [_most(firm) for firm in firms]
    weights = [choose.lognormvariate(0, _SPREAD) for _ in firms]
    total = round(len(firms) * _PRODUCTS / _EXHIBITORS)
    a_weight = total / sum(weights)
    counts = [
        max(1, min(top, round(weight * a_weight)))
        for top, weight in zip(most, weights, strict=True)
    ]
    while sum(counts) != total:
        step = 1 if sum(counts) < total else -1
        ready = [i for i, n in enumerate(counts) if (n < most[i] if step > 0 else n > 1)]
        if not ready:
            break
        for i in choose.sample(ready, min(len(ready), abs(total - sum(counts)))):
            counts[i] += step
    return counts


def _most(firm: Firm) -> int:
    return sum(len(family.sizes) for family in segments()[firm.entry.segment].families)
