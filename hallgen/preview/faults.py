"""Which of a fair's faults are those of one booth."""

from __future__ import annotations

from collections.abc import Iterable

from hallgen.diagnostics import Diagnostic, Severity
from hallgen.model import Booth, FairIndex
from hallgen.readers.booth_files import NAME

_ORDER = tuple(Severity)


def faults_of(
    booth: Booth, index: FairIndex, choices: str, found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Those of its folder, its exhibitors, their products and its place on the plan, errors first.

    `choices` is its booth.yaml, which lies in its folder.
    """
    exhibitors = index.exhibitors_of(booth)
    products = [product for one in exhibitors for product in index.products_of(one.id)]
    places = {booth.place, *(one.place for one in exhibitors), *(one.place for one in products)}
    folder = choices.removesuffix(NAME)
    own = [fault for fault in found if fault.place in places or fault.place.file.startswith(folder)]
    return tuple(sorted(own, key=lambda fault: _ORDER.index(fault.severity)))
