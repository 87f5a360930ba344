"""Rows of the programme into sessions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Session
from hallgen.readers.columns import Cells, columns_of, is_remote, media_path
from hallgen.readers.exhibitors import has_column
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import TableKind
from hallgen.readers.join import Directory
from hallgen.readers.slugs import slug_of, unique
from hallgen.readers.tables import Table

_VIDEOS = {".mp4", ".m4v", ".mov", ".webm", ".mkv"}
_WEB = re.compile(r"https?://[^\s/]+\S*")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일]?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:：.h时點点시時]\s*(\d{2})?(?::\d{2})?)?\s*(am|pm)?(?!\d)", re.IGNORECASE
)


@dataclass(slots=True)
class ProgrammeReader:
    """Reads one table after the other; ids are unique over all of them."""

    directory: Directory
    languages: Sequence[str]
    diagnostics: Diagnostics
    folder: Path = Path()
    _ids: set[str] = field(default_factory=set)

    def read(self, table: Table, source: TableSource) -> tuple[Session, ...]:
        """The sessions that have a title and a start, in the table's order."""
        columns = columns_of(TableKind.PROGRAMME, source, table, self.languages, self.diagnostics)
        if not (
            has_column(columns, "title", table, self.diagnostics)
            and has_column(columns, "start", table, self.diagnostics)
        ):
            return ()
        found = (self._session(Cells(row, columns)) for row in table.rows)
        return tuple(session for session in found if session is not None)

    def _session(self, cells: Cells) -> Session | None:
        title, place = cells.said("title"), cells.row.place
        if not title:
            self.diagnostics.add(codes.ROW_WITHOUT_NAME, place, "the row has no title.")
            return None
        day = value_of(cells, "date")
        start = moment(value_of(cells, "start"), day)
        if start is None:
            said = " ".join(filter(None, (cells.text("date"), cells.text("start"))))
            message = f"{title.best()}: {said!r} is no day and time of a start."
            advice = "Write it as 2026-09-22 10:00."
            self.diagnostics.add(codes.ROW_WITHOUT_NAME, place, message, advice)
            return None
        end = moment(value_of(cells, "end"), start.date())
        if end is None and cells.text("end"):
            message = f"{title.best()}: {cells.text('end')!r} is no time of an end."
            self.diagnostics.add(codes.BAD_CELL, place, message)
        return Session(
            id=unique(cells.text("id") or slug_of(title, "session"), self._ids),
            title=title,
            start=start,
            end=end,
            place=place,
            location=cells.said("location"),
            speakers=cells.said_items("speakers"),
            description=cells.said("description"),
            exhibitor=self._exhibitor(cells),
            watch=self._watch(cells),
            recording=self._recording(cells),
        )

    def _watch(self, cells: Cells) -> str | None:
        said = cells.text("watch")
        if _is_video(said):
            return None
        if said and not _WEB.fullmatch(said):
            message = f"{said!r} is no address of the web."
            advice = "Write it in full, as https://live.example/opening, or the path of a video."
            self.diagnostics.add(codes.BAD_CELL, cells.row.place, message, advice)
            return None
        return said or None

    def _recording(self, cells: Cells) -> Path | None:
        """A video in the fair folder."""
        said = cells.text("watch")
        if not _is_video(said):
            return None
        return media_path(said, self.folder, cells.row.place.file)

    def _exhibitor(self, cells: Cells) -> str | None:
        said = cells.text("exhibitor")
        if not said:
            return None
        found = self.directory.find(said)
        if found is None:
            message = f"no exhibitor is {said!r}."
            advice = self.directory.suggestion(said)
            self.diagnostics.add(codes.UNKNOWN_SESSION_EXHIBITOR, cells.row.place, message, advice)
        return found


def _is_video(said: str) -> bool:
    return not is_remote(said) and Path(said).suffix.lower() in _VIDEOS


def moment(value: object, day: object = None) -> datetime | None:
    """A day and time as a table has it: "2026-09-22 10:00", or a time on `day`.

    A day is year first, or with dots day first; with slashes and the year last it could be
    either, so it is none. Without a time it is midnight. A year of no fair is a slip, or meant to
    leave the range that a clock of another zone still has.
    """
    found = _moment(value, day)
    return found if found is not None and 1900 <= found.year < 2200 else None


def _moment(value: object, day: object) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    on = day_of(value) or day_of(day)
    if on is None:
        return None
    if isinstance(value, time):
        return datetime.combine(on, value.replace(tzinfo=None))
    if isinstance(value, date):
        return datetime.combine(on, time())
    text = _DAY_FIRST.sub(" ", _YEAR_FIRST.sub(" ", str(value or "")))
    clock = _TIME.search(text)
    if clock is None or clock[0].strip().isdigit():  # a number alone is no time
        return None if text.strip() or not value else datetime.combine(on, time())
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if clock[3]:
        hour = hour % 12 + (12 if clock[3].casefold() == "pm" else 0)
    return datetime.combine(on, time(hour, minute)) if hour < 24 and minute < 60 else None


def day_of(value: object) -> date | None:
    """A day as a table has it, with a time or without; None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "")
    try:
        if match := _YEAR_FIRST.search(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.search(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None


def value_of(cells: Cells, name: str) -> object:
    """The cell as the file has it: workbooks have days and times of their own."""
    value = cells.row.values.get(cells.columns.get(name, ""))
    return cells.text(name) if isinstance(value, str | int | float) else value
