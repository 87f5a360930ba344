"""The programme: the page of each session, and what calendars take of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from icalendar import Calendar

from hallgen.model import Fair, Text
from tests.site.test_rich_media import SHELF
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered


def with_zone(zone: str | None, **session: object) -> Fair:
    """The small fair in a time zone, its one session changed."""
    fair = small_fair()
    changed = fair.sessions[0].model_copy(update=session)
    return fair.model_copy(update={"timezone": zone, "sessions": (changed,)})


def test_calendars_have_every_session_in_universal_time_where_the_zone_is_known() -> None:
    site = rendered(inputs_of(with_zone("Asia/Shanghai")))
    whole = site["en/programme/programme.ics"]
    (event,) = Calendar.from_ical(whole).events
    assert event["SUMMARY"] == "Smart manufacturing forum"
    assert event.start == datetime(2026, 9, 22, 1, 30, tzinfo=UTC)
    assert event.end == datetime(2026, 9, 22, 3, 0, tzinfo=UTC)
    assert event["LOCATION"].startswith("Main stage")
    assert site["en/programme/s1/session.ics"] == whole
    (other,) = Calendar.from_ical(site["zh/programme/s1/session.ics"]).events
    assert (other["UID"], other["SUMMARY"]) == (event["UID"], "智能制造论坛")


def test_times_of_a_fair_without_a_zone_float() -> None:
    site = rendered(inputs_of(with_zone(None)))
    (event,) = Calendar.from_ical(site["en/programme/programme.ics"]).events
    assert event.start == datetime(2026, 9, 22, 9, 30)
    assert b"DTSTART:20260922T093000\r\n" in site["en/programme/programme.ics"]


def test_a_session_has_a_page_with_its_time_its_stage_and_where_to_watch_it() -> None:
    page = rendered(inputs_of(with_zone("Asia/Shanghai", watch="https://live.example/s1")))[
        "en/programme/s1/index.html"
    ].decode()
    assert '<time datetime="2026-09-22T09:30+08:00">09:30–11:00</time>' in page
    assert 'href="https://live.example/s1" rel="noopener noreferrer external"' in page
    assert "halls/1/?at=" in page
    (card,) = [
        json.loads(block.split(">", 1)[1].split("</script>")[0])
        for block in page.split("<script")
        if 'id="hallgen-card"' in block
    ]
    assert card["address"] == "programme/s1/"
    assert (card["kind"], card["start"]) == ("session", "2026-09-22T09:30+08:00")


def test_a_stage_is_found_by_either_name_that_a_plan_writes_for_it() -> None:
    fair = with_zone(None, location=Text.of(en="Hall 1, Machining Forum"))
    hall = fair.halls[0]
    (stage,) = hall.areas
    named = stage.model_copy(update={"name": Text.model_validate("机床大师讲坛 Machining Forum")})
    fair = fair.model_copy(update={"halls": (hall.model_copy(update={"areas": (named,)}),)})
    site = rendered(inputs_of(fair))
    assert b"halls/1/?at=" in site["en/programme/s1/index.html"]
    two = hall.model_copy(update={"areas": (named, named)})
    site = rendered(inputs_of(fair.model_copy(update={"halls": (two,)})))
    assert b"halls/1/?at=" not in site["en/programme/s1/index.html"]


def test_what_is_no_address_of_the_web_is_no_link() -> None:
    site = rendered(inputs_of(with_zone(None, watch="javascript:alert(1)")))
    assert b"javascript:alert" not in site["en/programme/s1/index.html"]


def test_a_location_that_names_no_stage_leads_nowhere() -> None:
    fair = with_zone(None)
    elsewhere = fair.sessions[0].model_copy(update={"location": fair.name})
    page = rendered(inputs_of(fair.model_copy(update={"sessions": (elsewhere,)})))[
        "en/programme/s1/index.html"
    ]
    assert b"halls/1/?at=" not in page


def test_a_recording_is_played_and_an_allowed_player_waits_to_be_opened() -> None:
    fair = small_fair()
    first = fair.sessions[0]
    taped = first.model_copy(update={"id": "taped", "recording": Path("film.mp4")})
    shown = first.model_copy(update={"id": "live", "watch": "https://player.example/x?a=1&b=2"})
    other = first.model_copy(update={"id": "other", "watch": "https://elsewhere.example/x"})
    near = first.model_copy(update={"id": "near", "watch": "https://player.example.evil/x"})
    changed = {"sessions": (taped, shown, other, near), "embeds": ("https://player.example",)}
    inputs = replace(inputs_of(fair.model_copy(update=changed)), shelf=SHELF)
    files = {path: data.decode() for path, data in rendered(inputs).items() if path.endswith("l")}
    pages = {
        id_: files[f"en/programme/{id_}/index.html"] for id_ in ("taped", "live", "other", "near")
    }
    assert '<source src="../../../media/f.mp4" type="video/mp4">' in pages["taped"]
    assert "<h2>Recording</h2>" in pages["taped"]
    assert '<iframe src="https://player.example/x?a=1&amp;b=2"' in pages["live"]
    assert "<details" in pages["live"].split("<iframe")[0].rsplit("<section", 1)[1]
    assert 'loading="lazy"' in pages["live"].split("<iframe")[1]
    assert all("<iframe" not in pages[id_] for id_ in ("taped", "other", "near"))
    assert 'href="https://elsewhere.example/x"' in pages["other"]
    for page in pages.values():
        assert "frame-src https://player.example;" in page
    assert "frame-src" not in rendered(inputs_of(fair))["en/index.html"].decode()
