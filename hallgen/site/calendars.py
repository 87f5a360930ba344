"""Sessions as calendars take them (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

import hallgen
from hallgen.model import Fair, Session
from hallgen.site import addresses
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page


def local(fair: Fair, when: datetime) -> datetime:
    """A time of the programme with the fair's zone, where that is known and it has none itself."""
    if when.tzinfo is not None or fair.timezone is None:
        return when
    return when.replace(tzinfo=ZoneInfo(fair.timezone))


def said_time(fair: Fair, when: datetime | None) -> str | None:
    """The same in ISO 8601, with an offset where the zone is known; None where there is none."""
    return None if when is None else local(fair, when).isoformat(timespec="minutes")


def calendar_file(page: Page, address: str, sessions: Sequence[Session]) -> SiteFile:
    """A file of sessions. Their times are UTC; those of a fair without a zone float."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//hallgen//{hallgen.__version__}//")
    calendar.add("name", " ".join(page.plain(page.fair.name).split()))  # not escaped as texts are
    for session in sessions:
        calendar.add_component(_event(page, session))
    return SiteFile(address, calendar.to_ical())


def _event(page: Page, session: Session) -> Event:
    fair = page.fair
    event = Event()
    event.add("uid", f"{session.id}@{fair.id}.hallgen")
    # When it was written is not known, and the same input must give the same bytes.
    event.add("dtstamp", local(fair, session.start).astimezone(UTC))
    event.add("summary", page.plain(session.title))
    event.add("dtstart", _universal(fair, session.start))
    if session.end is not None:
        event.add("dtend", _universal(fair, session.end))
    places = (page.plain(session.location), page.where)
    event.add("location", page.t("comma").join(part for part in places if part))
    if session.description:
        event.add("description", page.plain(session.description))
    if url := page.site.absolute(addresses.session(page.language, session.id)):
        event.add("url", url)
    return event


def _universal(fair: Fair, when: datetime) -> datetime:
    zoned = local(fair, when)
    return when if zoned.tzinfo is None else zoned.astimezone(UTC)
