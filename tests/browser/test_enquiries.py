"""Visitors write to exhibitors: by their own mail, or to the organiser's endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from hallgen.model import Enquiries
from hallgen.resources import viewer
from hallgen.site import read_viewer
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.endpoint import Endpoint, endpoint
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered, write_site

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]
EXHIBITOR = "en/exhibitors/yuanqiao-precision-lathes-co-ltd/"


@pytest.fixture
def organiser() -> Iterator[Endpoint]:
    with endpoint() as here:
        yield here


@pytest.fixture
def address(organiser: Endpoint, tmp_path: Path) -> Iterator[str]:
    """The small fair, whose organiser takes enquiries."""
    fair = small_fair().model_copy(
        update={"enquiries": Enquiries(endpoint=organiser.address), "timezone": "Asia/Shanghai"}
    )
    write_site(replace(inputs_of(fair), viewer=read_viewer(viewer())), tmp_path)
    with serving(tmp_path) as served:
        yield served


def fill_in(page: Page) -> None:
    page.get_by_label("Your name").fill("Li Na")
    page.get_by_label("Email").fill("li@works.example")
    page.get_by_label("Message").fill("How much, and how soon?")


def test_an_enquiry_is_a_mail_of_the_visitors_own(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, accept_downloads=True)
    here.open(f"{EXHIBITOR}?product=slant-bed-cnc-lathe-yno-sl200#enquiry")
    page = here.page
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    page.evaluate("HTMLAnchorElement.prototype.click = function () { window.mailed = this.href; }")
    fill_in(page)
    page.get_by_label("Day").select_option("Wednesday, 23 September 2026")
    page.get_by_role("button", name="Write the mail").click()
    expect(page.locator(".enquiry-status")).to_contain_text("Your mail program should be open")
    mail = urlsplit(page.evaluate("window.mailed"))
    assert (mail.scheme, mail.path) == ("mailto", "info@yuanqiao-turning.example")
    body = parse_qs(mail.query)["body"][0]
    assert "How much, and how soon?" in body
    assert "YNO-SL200" in body
    assert "2026-09-23 10:00" in body
    assert here.errors == []
    assert here.foreign == []


def test_the_meeting_is_an_invitation_for_calendars(
    visit: Begin, sample_address: str, tmp_path: Path
) -> None:
    here = visit(sample_address, accept_downloads=True)
    here.open(f"{EXHIBITOR}#enquiry")
    page = here.page
    fill_in(page)
    page.get_by_label("Day").select_option("Wednesday, 23 September 2026")
    page.get_by_label("Time").select_option("14:30")
    page.route("mailto:*", lambda route: route.abort())
    page.get_by_role("button", name="Write the mail").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="into your calendar").click()
    waiting.value.save_as(tmp_path / "meeting.ics")
    calendar = Calendar.from_ical((tmp_path / "meeting.ics").read_bytes())
    (event,) = calendar.events
    assert calendar["METHOD"] == "REQUEST"
    assert event["ATTENDEE"] == "mailto:info@yuanqiao-turning.example"
    assert event.start.isoformat() == "2026-09-23T06:30:00+00:00"


def test_what_is_missing_is_named_and_nothing_is_sent(
    visit: Begin, address: str, organiser: Endpoint
) -> None:
    page = visit(address).page
    page.goto(f"{address}en/exhibitors/yuance/#enquiry")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".enquiry-status")).to_have_text(
        "Please fill in: Your name, Email, Message."
    )
    expect(page.get_by_label("Your name")).to_be_focused()
    fill_in(page)
    page.get_by_label("Email").fill("nobody")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".enquiry-status")).to_contain_text("no email address")
    expect(page.get_by_label("Email")).to_be_focused()
    assert organiser.letters == []


def test_an_endpoint_gets_the_enquiry_and_a_failure_loses_nothing(
    visit: Begin, address: str, organiser: Endpoint
) -> None:
    here = visit(address)
    here.open("en/exhibitors/yuance/?product=vmc-500#enquiry")
    page = here.page
    fill_in(page)
    organiser.answer = 503
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".enquiry-status")).to_contain_text("could not be sent (503)")
    expect(page.get_by_label("Message")).to_have_value("How much, and how soon?")
    page.reload()
    expect(page.get_by_label("Message")).to_have_value("How much, and how soon?")
    organiser.answer = 200
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".enquiry-status")).to_contain_text("answer to li@works.example")
    expect(page.get_by_label("Message")).to_have_value("")
    failed, taken = organiser.letters
    assert taken["message"] == failed["message"] == "How much, and how soon?"
    assert taken["exhibitor"] == {"id": "yuance", "name": "Yuance CNC"}
    assert [one["slug"] for one in taken["products"]] == ["vmc-500"]
    assert (taken["fair"], taken["trap"], taken["meeting"]) == ("small-fair", "", None)
    assert taken["elapsed"] > 0


def test_without_a_network_the_text_stays(visit: Begin, address: str) -> None:
    here = visit(address)
    here.open("en/exhibitors/ghost/#enquiry")  # it has no address of its own
    fill_in(here.page)
    here.page.context.set_offline(True)
    here.page.get_by_role("button", name="Send").click()
    expect(here.page.locator(".enquiry-status")).to_contain_text("no connection")
    expect(here.page.get_by_label("Message")).to_have_value("How much, and how soon?")


def test_pages_may_speak_to_the_endpoint_alone(address: str, organiser: Endpoint) -> None:
    fair = small_fair().model_copy(update={"enquiries": Enquiries(endpoint=organiser.address)})
    page = rendered(inputs_of(fair))["en/exhibitors/yuance/index.html"].decode()
    origin = organiser.address.removesuffix("/enquiries")
    assert f"connect-src &#39;self&#39; data: blob: {origin};" in page
