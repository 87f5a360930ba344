"""Looking at booths and products: panels, events, links, languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import Visit
from tests.viewer.conftest import PAGE, SIZE, enter, heard, settle, stand, until

pytestmark = pytest.mark.browser

#: The middle product of the island from its view, 4.1 m away and 0.45 m below the eyes.
PRODUCT = {"x": SIZE["width"] / 2, "y": SIZE["height"] / 2 * (1 + 0.45 / 4.1 / 0.5774)}


def nudge(visit: Visit) -> None:
    """Turn a little: a visitor who does nothing is not asked to look at anything."""
    visit.page.locator("canvas").focus()
    visit.page.mouse.move(300, 300)
    visit.page.mouse.down()
    visit.page.mouse.move(312, 300, steps=3)
    visit.page.mouse.up()


def test_looking_at_a_booth_opens_its_panel_once(inside: Visit) -> None:
    panel = inside.page.get_by_role("dialog")
    stand(inside, 5.5, 8.2)
    expect(panel).to_be_hidden()
    nudge(inside)
    expect(panel).to_contain_text("Muster Gear")
    expect(panel).to_contain_text("Germany")
    assert heard(inside, "enter-booth") == [
        {"booth": "1-A01", "number": "A01", "exhibitors": ["muster"]}
    ]
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    nudge(inside)
    inside.page.wait_for_timeout(1500)
    expect(panel).to_be_hidden()
    # Away, and back: a new stay.
    stand(inside, 22, 2, 180)
    nudge(inside)
    inside.page.wait_for_timeout(300)
    stand(inside, 5.5, 8.2)
    nudge(inside)
    expect(panel).to_contain_text("Muster Gear")
    assert len(heard(inside, "enter-booth")) == 2


def test_a_product_is_clicked_in_the_hall_and_in_the_panel(inside: Visit) -> None:
    panel = inside.page.get_by_role("dialog")
    stand(inside, 17, 7.4)
    inside.page.mouse.click(**PRODUCT)
    expect(panel.get_by_role("heading", name="Robot arm 6")).to_be_visible()
    panel.get_by_role("button", name="Back").click()
    expect(panel.get_by_role("heading", name="Dingchuan Robotics")).to_be_visible()
    panel.get_by_role("button", name="Lathe 2").click()
    expect(panel.get_by_role("heading", name="Lathe 2")).to_be_visible()
    page = panel.get_by_role("link", name="Full page").get_attribute("href")
    assert page == "../../../en/products/lathe-2-model/"
    assert heard(inside, "select-product") == [
        {"product": "arm-6", "exhibitor": "dingchuan"},
        {"product": "lathe-2", "exhibitor": "dingchuan"},
    ]


def test_a_far_booth_is_walked_to(inside: Visit) -> None:
    stand(inside, 17, 0.4)
    # The island's wall, 13 m ahead, just above its machines.
    inside.page.mouse.click(SIZE["width"] / 2, SIZE["height"] / 2 - 20)
    expect(inside.page.get_by_role("dialog")).to_contain_text("Dingchuan Robotics")
    settle(inside)
    assert -inside.pose()["z"] == pytest.approx(7.4, abs=0.15)


def test_who_shares_a_booth_is_a_list(inside: Visit) -> None:
    panel = inside.page.get_by_role("dialog")
    inside.go_to({"booth": "A02"})
    expect(panel.get_by_role("listitem")).to_have_count(3)
    panel.get_by_role("button", name=re.compile("Saebyeok")).click()
    expect(panel.get_by_role("heading", name="Saebyeok Sensor")).to_be_visible()
    panel.get_by_role("button", name="Back").click()
    expect(panel.get_by_role("listitem")).to_have_count(3)


def test_an_empty_booth_says_so(inside: Visit) -> None:
    inside.go_to({"booth": "B02"})
    expect(inside.page.get_by_role("dialog")).to_contain_text("Not taken yet")


def test_a_keyboard_is_enough(inside: Visit) -> None:
    canvas, panel = inside.page.locator("canvas"), inside.page.get_by_role("dialog")
    stand(inside, 5.5, 8.2)
    canvas.focus()
    inside.page.keyboard.press("ArrowRight", delay=50)
    expect(inside.page.locator(".hallgen-chip")).to_be_visible()
    inside.page.keyboard.press("Enter")
    expect(panel.locator(".hallgen-panel-body")).to_be_focused()
    inside.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(canvas).to_be_focused()
    # A slow machine turns further while the key is down, so it may be the booth beside.
    number = heard(inside, "enter-booth")[-1]["number"]
    names = {"A01": "A01 · Muster Gear", "A02": "A02 · Haruka Precision"}
    said = f"You are at booth {names[number]}"
    expect(inside.page.locator("[aria-live]")).to_have_text(said)


def test_ways_to_reach_an_exhibitor_are_counted(inside: Visit) -> None:
    inside.go_to({"exhibitor": "muster-ltd"})
    panel = inside.page.get_by_role("dialog")
    inside.page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    phone = panel.get_by_role("link", name="Phone")
    assert phone.get_attribute("href") == "tel:+493055500199"
    phone.click()
    assert heard(inside, "contact") == [{"exhibitor": "muster", "by": "phone"}]


@pytest.mark.parametrize(
    ("query", "words", "spot"),
    [
        ("?booth=A01", "Muster Gear", (5.5, 8.2)),
        ("?booth=1-A01&at=6,-7,10", "Muster Gear", (6, 7)),
        ("?exhibitor=dingchuan-ltd", "Dingchuan Robotics", (17, 7.4)),
        ("?product=gear-40", "Gear unit 40", (17, 7.4)),
        ("?product=gear-40-model", "Gear unit 40", (17, 7.4)),
    ],
)
def test_a_link_leads_there(here: Visit, query: str, words: str, spot: tuple[float, float]) -> None:
    enter(here, query)
    expect(here.page.get_by_role("dialog")).to_contain_text(words)
    assert (here.pose()["x"], -here.pose()["z"]) == pytest.approx(spot, abs=0.01)


def test_a_link_to_nothing_says_so(here: Visit) -> None:
    enter(here, "?booth=Z99")
    expect(here.page.locator(".hallgen-notice")).to_contain_text("not found")
    assert here.pose()["x"] == 12


def test_the_address_follows_and_another_language_keeps_the_place(inside: Visit) -> None:
    inside.go_to({"booth": "A01"})
    stand(inside, 6, 8, 350)
    inside.page.wait_for_url("**/en/halls/1/?booth=A01&at=6,-8,350")
    stand(inside, 6.5, 8, 340)
    inside.page.get_by_role("link", name="中文").click()
    inside.page.wait_for_url("**/zh/halls/1/?booth=A01&at=6.5,-8,340")
    until(inside, "window.hallgen !== undefined")
    inside.page.evaluate("window.hallgen.ready")
    expect(inside.page.get_by_role("dialog")).to_contain_text("沐斯特齿轮")
    assert inside.pose()["heading"] == 340


def test_a_link_of_the_plan_leads_there_without_loading(inside: Visit) -> None:
    inside.page.evaluate("window.kept = true")
    inside.page.locator("#plan-link").click()
    expect(inside.page.get_by_role("dialog")).to_contain_text("Dingchuan")
    settle(inside)
    assert inside.pose()["x"] == 17
    assert inside.page.evaluate("window.kept")


def test_another_hall_is_another_page(inside: Visit) -> None:
    inside.page.route("**/halls/2/*", lambda route: route.fulfill(body="Hall 2"))
    inside.page.evaluate("void window.hallgen.goTo({booth: '2-C01'})")
    inside.page.wait_for_url("**/en/halls/2/?booth=2-C01")


def test_what_nobody_knows_is_not_gone_to(inside: Visit) -> None:
    assert inside.page.evaluate("window.hallgen.goTo({booth: 'Z99'})") is False
    assert inside.page.evaluate("window.hallgen.goTo({})") is False
    assert inside.page.url.endswith(PAGE)
