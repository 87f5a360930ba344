"""The venue's rules, told hall by hall: each finding where they are few, else one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from hallgen.checks.reporting import report
from hallgen.codes import AISLE_NARROW
from hallgen.diagnostics import Diagnostic
from hallgen.model import Fair, HallLayout
from hallgen.venue import Finding, findings_of


def kept(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        if hall.id not in layouts:
            continue
        found = findings_of(fair, hall, layouts[hall.id])
        # Rules come one after the other, so that findings of a kind are together.
        for kind, of_kind in groupby(found, key=lambda finding: finding.kind):
            alike = list(of_kind)
            if kind is AISLE_NARROW and len(alike) > 1:
                # One line a hall: a plan in the wrong scale has only narrow aisles.
                yield _narrow_aisles(alike)
                continue
            yield from report(
                kind,
                alike,
                place=lambda finding: finding.place,
                name=lambda finding: finding.name,
                one=lambda finding: finding.message,
                many=alike[0].many,
            )


def _narrow_aisles(found: list[Finding]) -> Diagnostic:
    worst = min(found, key=lambda finding: (finding.width, finding.name))
    return Diagnostic(
        AISLE_NARROW,
        worst.place,
        f"{len(found)} {worst.many}; the narrowest is {worst.width:.2f} m {worst.name}.",
        AISLE_NARROW.cure,
    )
