"""The form by which visitors write to an exhibitor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hallgen.model import Exhibitor, Fair, Product
from hallgen.site.calendars import local
from hallgen.site.dates import day_of_week
from hallgen.site.links import is_writable, mail_link
from hallgen.site.page import Page

#: When fairs are open mostly: meetings are offered within these hours, at the half hours.
_OPENS, _CLOSES = 9, 18


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A day on which one may meet: ISO 8601, as people call it, and its offset ("+08:00") or ''."""

    date: str
    name: str
    offset: str


@dataclass(frozen=True, slots=True)
class EnquiryForm:
    """What the form of an exhibitor is made of. One of `endpoint` and `email` is where it goes."""

    exhibitor: str
    endpoint: str | None
    email: str | None
    products: tuple[Product, ...]
    days: tuple[MeetingDay, ...]
    hours: tuple[str, ...]


def enquiry_form(page: Page, shown: Exhibitor) -> EnquiryForm | None:
    """The exhibitor's form; None where it could not be written to."""
    if not is_writable(page.fair, shown):
        return None
    return EnquiryForm(
        exhibitor=shown.id,
        endpoint=page.fair.enquiries.endpoint,
        email=shown.email if mail_link(shown.email) else None,
        products=page.site.index.products_of(shown.id),
        days=tuple(_days(page)),
        hours=tuple(
            f"{hour:02}:{minute:02}" for hour in range(_OPENS, _CLOSES) for minute in (0, 30)
        ),
    )


def _days(page: Page) -> Iterator[MeetingDay]:
    fair = page.fair
    if fair.start is None or fair.end is None:
        return
    for number in range((fair.end - fair.start).days + 1):
        day = fair.start + timedelta(days=number)
        yield MeetingDay(day.isoformat(), day_of_week(day, page.words), _offset(fair, day))


def _offset(fair: Fair, day: date) -> str:
    noon = local(fair, datetime.combine(day, time(12)))
    return noon.isoformat()[19:]
