"""Which of a fair's faults are those of one booth."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from hallgen.diagnostics import Diagnostic, Severity
from hallgen.model import Booth, FairIndex
from hallgen.readers.booth_files import FOLDER

_ORDER = tuple(Severity)


def faults_of(
    booth: Booth, index: FairIndex, found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Those of its own folder, its exhibitors, their products and its place on the plan, errors
    first. Its folder is named by its id or by its number.
    """
    exhibitors = index.exhibitors_of(booth)
    products = [product for one in exhibitors for product in index.products_of(one.id)]
    places = {booth.place, *(one.place for one in exhibitors), *(one.place for one in products)}
    folders = {(FOLDER, booth.id), (FOLDER, booth.number)}
    own = [
        fault
        for fault in found
        if fault.place in places or PurePosixPath(fault.place.file).parts[:2] in folders
    ]
    return tuple(sorted(own, key=lambda fault: _ORDER.index(fault.severity)))
