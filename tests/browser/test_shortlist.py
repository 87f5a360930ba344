"""Visitors keep a list of their own: they save, note, share, take it along, and lose nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Download, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]
EXHIBITOR = "exhibitors/yuanqiao-precision-lathes-co-ltd/"
SESSION = "programme/five-axis/"


def saved(visit: Begin, address: str, *pages: str, **options: object) -> Visit:
    """A visitor who saved some pages and looks at the list."""
    here = visit(address, accept_downloads=True, **options)
    for page in pages:
        here.open(f"en/{page}")
        here.page.get_by_role("button", name="Save", exact=True).click()
        expect(here.page.get_by_role("button", name="Saved", exact=True)).to_be_visible()
    here.page.get_by_role("link", name="My list").click()
    expect(here.page.locator(".list-item")).to_have_count(len(pages))
    return here


def test_what_is_saved_stays_with_its_note_and_reads_in_the_other_language(
    visit: Begin, sample_address: str
) -> None:
    here = saved(visit, sample_address, EXHIBITOR, SESSION)
    page = here.page
    expect(page.locator("[data-count]")).to_have_text("2")
    page.get_by_label("Note: Yuanqiao").fill("Ask for the price")
    page.locator(".languages a[lang=zh]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我的清单")
    expect(page.get_by_label("备注：").or_(page.locator(".list-note").first)).to_have_value(
        "Ask for the price"
    )
    expect(page.locator(".list-name").nth(1)).to_have_text("五轴加工如何走进中小企业")
    assert here.errors == []
    assert here.foreign == []


def test_what_is_removed_comes_back_with_its_note(visit: Begin, sample_address: str) -> None:
    page = saved(visit, sample_address, EXHIBITOR).page
    page.get_by_label("Note: Yuanqiao").fill("Third shift")
    page.get_by_role("button", name="Remove all").click()
    expect(page.locator(".empty")).to_contain_text("Nothing saved yet")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".list-note")).to_have_value("Third shift")


def test_a_link_holds_the_list_and_leaves_the_readers_own_alone(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address)
    here.open(f"en/shortlist/#list={EXHIBITOR},exhibitors/gone/,//evil.example/")
    page = here.page
    expect(page.locator(".list-item")).to_have_count(2)
    expect(page.locator(".list-item").nth(1)).to_contain_text("not part of the fair any more")
    expect(page.locator(".list-note")).to_have_count(0)
    expect(page.locator("[data-count]")).to_be_hidden()
    page.get_by_role("button", name="Add all to my list").click()
    expect(page.locator("[data-count]")).to_have_text("2")
    expect(page.get_by_role("button", name="Share the list")).to_be_visible()
    assert here.foreign == []


def test_the_list_leaves_as_table_contacts_and_calendar(
    visit: Begin, sample_address: str, tmp_path: Path
) -> None:
    page = saved(visit, sample_address, EXHIBITOR, SESSION).page

    def taken(name: str) -> str:
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        file: Download = waiting.value
        file.save_as(tmp_path / file.suggested_filename)
        return (tmp_path / file.suggested_filename).read_text("utf-8-sig")

    table = taken("Table").splitlines()
    assert len(table) == 3
    assert "Yuanqiao" in table[1]
    assert f"{sample_address}en/{SESSION}" in table[2]
    contact = taken("Contacts")
    assert contact.startswith("BEGIN:VCARD")
    assert "FN:Yuanqiao" in contact
    visit_, session = Calendar.from_ical(taken("Calendar")).events
    assert (str(visit_.start), str(visit_.end)) == ("2026-09-22", "2026-09-27")
    assert session["SUMMARY"] == "Five-axis machining for small firms"
    assert session.start.isoformat() == "2026-09-22T03:00:00+00:00"


def test_a_browser_that_keeps_nothing_says_so(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    here.open(f"en/shortlist/#list={EXHIBITOR}")
    here.page.get_by_role("button", name="Add all to my list").click()
    expect(here.page.locator(".list-tools")).to_contain_text("This browser keeps nothing")
    expect(here.page.locator(".list-item")).to_have_count(1)


def test_without_a_script_the_page_says_what_it_needs(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, java_script_enabled=False)
    here.open("en/shortlist/")
    expect(here.page.locator("main")).to_contain_text("JavaScript")
    here.open(f"en/{EXHIBITOR}")
    expect(here.page.get_by_role("button", name="Save")).to_have_count(0)


def test_the_programme_is_chosen_by_day_and_place_and_told_in_the_visitors_time(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address, timezone_id="Europe/Berlin")
    here.open("en/programme/?day=2026-09-23")
    page = here.page
    expect(page.locator(".session:visible").first).to_contain_text("Your time: Wed")
    days = page.locator("section[data-day]:visible")
    expect(days).to_have_count(1)
    page.get_by_label("Place").select_option("Hall 4.1, Machining Forum")
    assert "place=Hall+4.1" in page.url
    expect(page.locator(".session:visible").first).to_contain_text("Machining Forum")
    page.get_by_label("Day").select_option("Every day")
    assert "day=" not in page.url
    assert here.errors == []
