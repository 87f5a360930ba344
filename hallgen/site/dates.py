"""Dates as people of a language write them, from patterns among the interface's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime


def long_date(day: date, words: Mapping[str, str]) -> str:
    """A day in full: 22 September 2026."""
    return words["date.day"].format_map(_parts(day, words))


def day_of_week(day: date, words: Mapping[str, str]) -> str:
    """A day in full with its weekday: Tuesday, 22 September 2026."""
    return words["date.with_weekday"].format_map(_parts(day, words))


def date_range(start: date | None, end: date | None, words: Mapping[str, str]) -> str:
    """A span of days, what they share said once: 22-26 September 2026. Empty where no day is."""
    if start is None or end is None or start == end:
        day = start or end
        return "" if day is None else long_date(day, words)
    pattern = "same_month" if (start.year, start.month) == (end.year, end.month) else "same_year"
    if start.year != end.year:
        return f"{long_date(start, words)} – {long_date(end, words)}"
    last = {f"end_{key}": value for key, value in _parts(end, words).items()}
    return words[f"date.{pattern}"].format_map(_parts(start, words) | last)


def clock(start: datetime, end: datetime | None) -> str:
    """A span of time: 09:30-10:15. The end is left out where it is unknown or another day."""
    if end is None or end.date() != start.date():
        return f"{start:%H:%M}"
    return f"{start:%H:%M}–{end:%H:%M}"


def _parts(day: date, words: Mapping[str, str]) -> dict[str, str]:
    return {
        "year": str(day.year),
        "month": words[f"date.month.{day.month}"],
        "day": str(day.day),
        "weekday": words[f"date.weekday.{day.isoweekday()}"],
    }
