"""Rules about the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hallgen.codes import SESSION_BACKWARDS, SESSION_OUTSIDE_DATES
from hallgen.diagnostics import Diagnostic
from hallgen.model import Fair, HallLayout


def outside_of_the_dates(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    if fair.start is None or fair.end is None:
        return
    for session in fair.sessions:
        if not fair.start <= session.start.date() <= fair.end:
            yield Diagnostic(
                SESSION_OUTSIDE_DATES,
                session.place,
                f"{session.title.best(*fair.languages)} is on {session.start.date()}, "
                f"but the fair lasts from {fair.start} to {fair.end}.",
                SESSION_OUTSIDE_DATES.cure,
            )


def ends_before_it_starts(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for session in fair.sessions:
        if session.end is None:
            continue
        # One time with a zone and one without cannot be compared but as they are written.
        start, end = session.start, session.end
        if (start.tzinfo is None) != (end.tzinfo is None):
            start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
        if end <= start:
            yield Diagnostic(
                SESSION_BACKWARDS,
                session.place,
                f"{session.title.best(*fair.languages)} ends before it starts.",
                SESSION_BACKWARDS.cure,
            )
