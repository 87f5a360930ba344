"""The view for those who do not see it: told where one is, led from booth to booth by keys and by a
list, and never held by anything.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.support.browser import Visit
from tests.viewer.conftest import SIZE, enter, settle, stand, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]


#: What of a sheet is wider than its box, or than the sheet.
CUT = """(sheet) => [sheet, ...sheet.querySelectorAll('*')].filter((one) => {
  const wide = one.scrollWidth > one.clientWidth + 1;
  const right = one.getBoundingClientRect().right - sheet.getBoundingClientRect().right;
  return wide && getComputedStyle(one).overflowX !== 'visible' || right > 1;
}).map((one) => one.outerHTML.slice(0, 90))"""


def voice(visit: Visit) -> Locator:
    return visit.page.locator("p[role=status].hallgen-unseen", has_text="You are in")


def test_one_asks_where_one_is(inside: Visit) -> None:
    stand(inside, 8.5, 8.5)
    inside.page.locator("canvas").focus()
    inside.page.keyboard.press("KeyL")
    expect(voice(inside)).to_have_text(
        "You are in Hall 1. Near you: A02 · Haruka Precision ahead, A01 · Muster Gear ahead, "
        "and B02 · Not taken yet behind you."
    )
    stand(inside, 12, 1, 90)
    inside.page.keyboard.press("KeyL")
    expect(voice(inside)).to_have_text(
        "You are in Hall 1. Near you: B02 · Not taken yet behind you."
    )


def test_it_is_told_once_one_rests_and_not_at_every_step(inside: Visit) -> None:
    inside.page.evaluate(
        """() => {
            window.told = [];
            for (const one of document.querySelectorAll('#hallgen-view [role=status]'))
                new MutationObserver(() => window.told.push(one.textContent))
                    .observe(one, {childList: true, subtree: true, characterData: true});
        }"""
    )
    inside.page.locator("canvas").focus()
    inside.page.keyboard.down("ArrowUp")
    until(inside, "window.hallgen.pose.z < -7")
    inside.page.keyboard.up("ArrowUp")
    until(inside, "window.told.some((words) => words.startsWith('You are in Hall 1.'))")
    inside.page.wait_for_timeout(1500)
    told = inside.page.evaluate("window.told.filter((words) => words.startsWith('You are in'))")
    assert len(told) == 1


def test_keys_lead_from_booth_to_booth_and_back(
    visit: Callable[..., Visit], small_site: str
) -> None:
    """Where less motion is wanted, at once."""
    calm = visit(small_site, viewport=SIZE, reduced_motion="reduce")
    enter(calm)
    stand(calm, 5.5, 1.5)
    calm.page.locator("canvas").focus()
    places = []
    for key in ("KeyN", "PageDown", "KeyN", "PageUp", "KeyP"):
        before = calm.pose()
        calm.page.keyboard.press(key)
        moved = f"Math.hypot(pose.x - {before['x']}, pose.z - {before['z']}) > 0.01"
        until(calm, f"(({{pose}}) => {moved})(window.hallgen)")
        places.append((calm.pose()["x"], -calm.pose()["z"]))
    assert places[0] != places[1] != places[2]
    assert len(set(places[:3])) == 3
    assert places[3:] == [places[1], places[0]]
    chip = calm.page.locator("p[aria-live=polite]")
    expect(chip).to_contain_text("You are at booth")
    calm.page.keyboard.press("Enter")
    expect(calm.page.locator(".hallgen-panel-body")).to_be_focused()
    calm.page.keyboard.press("Escape")
    expect(calm.page.locator("canvas")).to_be_focused()
    assert calm.errors == []


def test_a_list_of_booths_in_view_leads_there_by_the_keyboard_alone(inside: Visit) -> None:
    stand(inside, 8.5, 4)
    toggle = inside.page.get_by_role("button", name="Around you")
    toggle.focus()
    inside.page.keyboard.press("Enter")
    sheet = inside.page.get_by_role("region", name="Around you")
    expect(sheet).to_be_focused()
    booths = sheet.get_by_role("list").get_by_role("button")
    expect(booths).to_have_text(
        [
            "A02 · Haruka Precision7 m",
            "A01 · Muster Gear7 m",
            "B02 · Not taken yet2 m",
            "B01 · Dingchuan Robotics8 m",
        ]
    )
    inside.page.keyboard.press("Tab")
    expect(booths.first).to_be_focused()
    inside.page.keyboard.press("Tab")
    expect(booths.nth(1)).to_be_focused()
    inside.page.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    panel = inside.page.get_by_role("dialog", name="A01 · Muster Gear")
    expect(panel).to_be_visible()
    expect(inside.page.locator(".hallgen-panel-body")).to_be_focused()


def test_the_list_follows_the_visitor(inside: Visit) -> None:
    stand(inside, 8.5, 4)
    inside.page.get_by_role("button", name="Around you").click()
    sheet = inside.page.get_by_role("region", name="Around you")
    expect(sheet.get_by_role("listitem").first).to_contain_text("A02")
    stand(inside, 12, 16, 0)
    expect(sheet).to_contain_text("No booth is in view")
    sheet.get_by_role("button", name="Next booth").click()
    settle(inside)
    expect(sheet.get_by_role("listitem").first).to_be_visible()


def test_the_focus_goes_round_the_view_and_out_of_it_and_is_always_seen(inside: Visit) -> None:
    """By Tab alone, with every sheet opened on the way."""
    page = inside.page
    page.locator("canvas").focus()
    unseen, names = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const one = document.activeElement;
                const {outlineStyle, outlineWidth} = getComputedStyle(one);
                return [one.id || one.getAttribute('aria-label') || one.textContent.trim(),
                    outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2];
            }"""
        )
        names.append(seen[0])
        if seen[0] == "plan-link":
            break  # the page's own, beyond the view
        if not seen[1]:
            unseen.append(seen[0])
        if seen[0] in ("Around you", "How to walk", "Settings"):
            page.keyboard.press("Enter")
            page.keyboard.press("Escape")
            expect(page.get_by_role("button", name=seen[0], exact=True)).to_be_focused()
    assert names[-1] == "plan-link"
    assert {"Around you", "How to walk", "Settings", "Enlarge"} <= set(names)
    assert unseen == []


@pytest.mark.parametrize("width", [1280, 390])
def test_text_of_twice_the_size_loses_nothing(
    visit: Callable[..., Visit], small_site: str, width: int
) -> None:
    here = visit(small_site, viewport={"width": width, "height": 844})
    enter(here)
    here.page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('html { font-size: 200%; }');
            document.adoptedStyleSheets.push(sheet);
        }"""
    )
    here.go_to({"booth": "A01"})
    expect(here.page.get_by_role("dialog")).to_be_visible()
    here.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    for name in ("Around you", "How to walk", "Settings"):
        here.page.get_by_role("button", name=name, exact=True).click()
        sheet = here.page.get_by_role("region", name=name)
        cut = sheet.evaluate(CUT)
        assert cut == [], name
        last = sheet.get_by_role("button", name="Close")
        last.scroll_into_view_if_needed()
        expect(last).to_be_visible()
        last.click()
    assert here.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("media", ["contrast", "forced"])
def test_panels_have_edges_where_more_contrast_is_asked_for(
    visit: Callable[..., Visit], small_site: str, media: str
) -> None:
    asked = {"contrast": "more"} if media == "contrast" else {"forced_colors": "active"}
    here = visit(small_site, viewport=SIZE, **asked)
    enter(here)
    here.page.get_by_role("button", name="Settings").click()
    sheet = here.page.locator("#hallgen-settings")
    if media == "contrast":
        expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(sheet).to_have_css("color", "rgb(0, 0, 0)")
    else:
        expect(sheet).to_have_css("border-top-style", "solid")
