"""The programme: sessions by day, and each with its page and a file for calendars."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from hallgen.model import Exhibitor, RichMedia, Session, Text
from hallgen.site import addresses, structured
from hallgen.site.calendars import calendar_file, said_time
from hallgen.site.cards import session_card
from hallgen.site.dates import clock, day_of_week
from hallgen.site.inputs import SiteFile
from hallgen.site.links import web_link
from hallgen.site.lists import list_page
from hallgen.site.page import Page, shortened
from hallgen.site.rich_media import ShownFilm, shown_film
from hallgen.site.site import Site
from hallgen.site.standing import view_of_area

#: A stretch of Chinese or kana, or of anything else.
_SCRIPT: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\u3040-\u30ff\u3400-\u9fff]+")
#: Less is no name: it is in too many.
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """The place of a session on a hall's floor, and the way to stand before it in 3D."""

    hall_name: str
    walk: str


@dataclass(frozen=True, slots=True)
class Embed:
    """A player that the organiser allows on pages, and from which host it comes."""

    address: str
    host: str


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A session as pages show it. `day` and `start` are ISO 8601, the latter with the fair's
    offset where its time zone is known.
    """

    session: Session
    address: str
    day: str
    day_name: str
    time: str
    start: str | None
    location: str
    stage: Stage | None
    exhibitor: Exhibitor | None
    watch: str | None
    embed: Embed | None
    film: ShownFilm | None
    calendar: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme; `date` is ISO 8601."""

    name: str
    date: str
    sessions: tuple[ListedSession, ...]


def programme_files(site: Site, language: str) -> Iterator[SiteFile]:
    """The list, the page of every session, and what calendars take of them."""
    page = list_page(site, language, "programme")
    days = _days(page)
    listed = [session for day in days for session in day.sessions]
    yield page.render(
        "programme.html.j2",
        days=days,
        total=len(listed),
        places=list(dict.fromkeys(one.location for one in listed if one.location)),
        calendar=addresses.calendar(language),
    )
    yield calendar_file(page, addresses.calendar(language), [one.session for one in listed])
    for one in listed:
        yield _session(site, language, one)
        yield calendar_file(page, one.calendar, [one.session])


def _days(page: Page) -> list[Day]:
    by_day: defaultdict[date, list[Session]] = defaultdict(list)
    for session in sorted(page.fair.sessions, key=lambda s: (s.start.isoformat(), s.id)):
        by_day[session.start.date()].append(session)
    return [
        Day(
            day_of_week(day, page.words),
            day.isoformat(),
            tuple(_listed(page, session) for session in sessions),
        )
        for day, sessions in sorted(by_day.items())
    ]


def _session(site: Site, language: str, shown: ListedSession) -> SiteFile:
    session = shown.session
    words = list_page(site, language, "programme")
    title = words.plain(session.title)
    about = " ".join(words.plain(session.description).split())
    told = " · ".join(part for part in (shown.day_name, shown.time, shown.location) if part)
    address = addresses.session("", session.id).lstrip("/")
    page = Page(site, language, address, title, shortened(f"{told}. {about}" if about else told))
    return page.render(
        "session.html.j2",
        shown=shown,
        picture=next(iter(site.hall_stills), None),
        data=structured.session_data(page, session) + session_card(page, session),
    )


def _embed(page: Page, session: Session) -> Embed | None:
    """Where a session is shown, if the organiser allows that on a page."""
    address = web_link(session.watch)
    parts = urlsplit(address or "")
    if address is None or f"{parts.scheme}://{parts.netloc}" not in page.fair.embeds:
        return None
    return Embed(address, parts.netloc)


def _listed(page: Page, session: Session) -> ListedSession:
    return ListedSession(
        session=session,
        address=addresses.session(page.language, session.id),
        day=session.start.date().isoformat(),
        day_name=day_of_week(session.start.date(), page.words),
        time=clock(session.start, session.end),
        start=said_time(page.fair, session.start),
        location=page.plain(session.location),
        stage=_stage(page, session),
        exhibitor=page.site.index.exhibitors.get(session.exhibitor or ""),
        watch=web_link(session.watch),
        embed=_embed(page, session),
        film=shown_film(page, RichMedia(video=session.recording)),
        calendar=addresses.session_calendar(page.language, session.id),
    )


def _stage(page: Page, session: Session) -> Stage | None:
    """The place on a hall's plan that the session's location names; None where not just one is."""
    told = [words.casefold() for _, words in session.location.said]
    found = [
        (hall, area)
        for hall in page.site.halls
        for area in hall.areas
        if any(part in words for part in _parts(area.name) for words in told)
    ]
    if len(found) != 1:
        return None
    hall, area = found[0]
    seen = view_of_area(area, hall)
    at = f"{seen.x:.1f},{seen.z:.1f},{seen.heading:.0f}"
    return Stage(page.hall_name(hall.id), f"{addresses.hall(page.language, hall.id)}?at={at}")


def _parts(name: Text) -> list[str]:
    """What a place is called, each script for itself: plans write both into one name."""
    found = (part.strip() for _, words in name.said for part in _SCRIPT.findall(words.casefold()))
    return [part for part in found if len(part) >= _SHORTEST]
