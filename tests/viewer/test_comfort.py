"""What makes moving comfortable, each by what it does; and that it is remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser import Visit
from tests.viewer.conftest import enter, settle, stand, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def choose(visit: Visit, name: str, value: str) -> None:
    """Choose in the settings, and look at the hall again."""
    toggle = visit.page.get_by_role("button", name="Settings")
    toggle.click()
    sheet = visit.page.get_by_role("region", name="Settings")
    box = sheet.get_by_role("checkbox", name=name)
    if value in ("on", "off"):
        box.set_checked(value == "on")
    else:
        sheet.get_by_label(name).select_option(value)
    toggle.click()
    visit.page.locator("canvas").focus()


def test_keys_turn_by_steps(inside: Visit) -> None:
    choose(inside, "Turning by keys", "45")
    stand(inside, 12, 3)
    inside.page.keyboard.press("ArrowRight")
    inside.page.keyboard.press("ArrowRight")
    until(inside, "window.hallgen.pose.heading === 90")
    inside.page.keyboard.press("KeyQ", delay=400)
    settle(inside)
    assert inside.pose()["heading"] == 45
    enter(inside)
    inside.page.locator("canvas").focus()
    stand(inside, 12, 3)
    inside.page.keyboard.press("ArrowLeft")
    until(inside, "window.hallgen.pose.heading === 315")


def test_a_wider_field_shows_more_of_the_hall(inside: Visit) -> None:
    """The further its sides are seen, the smaller is a booth in the picture."""
    stand(inside, 8.5, 5)
    before = inside.page.locator("canvas").screenshot()
    choose(inside, "Field of view", "90")
    settle(inside)
    assert inside.page.locator("canvas").screenshot() != before
    # A tap on the floor 4 m ahead is on the line where it is now drawn.
    half = 450 / 2
    inside.page.mouse.click(400, half + half * 1.65 / 4)
    settle(inside)
    assert -inside.pose()["z"] == pytest.approx(9, abs=0.2)


def test_a_drag_moves_the_eyes_where_one_wants_that(inside: Visit) -> None:
    choose(inside, "Drag the eyes", "on")
    stand(inside, 12, 3)
    inside.page.mouse.move(400, 300)
    inside.page.mouse.down()
    inside.page.mouse.move(500, 300, steps=5)
    inside.page.mouse.up()
    settle(inside)
    assert inside.pose()["heading"] == pytest.approx(16, abs=0.5)


def test_edges_darken_only_while_the_view_moves(inside: Visit) -> None:
    vignette = inside.page.locator(".hallgen-vignette")
    choose(inside, "Darken the edges", "on")
    stand(inside, 12, 3)
    settle(inside)
    expect(vignette).to_have_css("opacity", "0")
    inside.page.keyboard.down("ArrowUp")
    expect(vignette).to_have_css("opacity", "1")
    inside.page.keyboard.up("ArrowUp")
    expect(vignette).to_have_css("opacity", "0")
    choose(inside, "Darken the edges", "off")
    inside.page.keyboard.down("ArrowDown")
    inside.page.wait_for_timeout(400)
    expect(vignette).to_have_css("opacity", "0")
    inside.page.keyboard.up("ArrowDown")


def test_letters_are_keys_of_the_view_unless_one_turns_them_off(inside: Visit) -> None:
    choose(inside, "Letter keys", "off")
    stand(inside, 12, 3)
    inside.page.keyboard.press("KeyW", delay=300)
    inside.page.keyboard.press("KeyN")
    settle(inside)
    assert (inside.pose()["x"], inside.pose()["z"]) == (12, -3)
    inside.page.keyboard.down("ArrowUp")
    until(inside, "window.hallgen.pose.z < -3.1")
    inside.page.keyboard.up("ArrowUp")


def test_one_walks_as_fast_as_one_likes(inside: Visit) -> None:
    """Over two metres of the same aisle, by the clock of the frames."""
    took = []
    for pace in ("0.5", "2"):
        choose(inside, "Walking speed", pace)
        stand(inside, 12, 2)
        took.append(
            inside.page.evaluate(
                """() => new Promise((done) => {
                    const canvas = document.querySelector('canvas');
                    const code = {code: 'ArrowUp', bubbles: true};
                    canvas.dispatchEvent(new KeyboardEvent('keydown', code));
                    let began;
                    const look = (now) => {
                        const gone = -window.hallgen.pose.z - 2;
                        if (gone > 0.5) began ??= now;
                        if (gone < 3.5) return requestAnimationFrame(look);
                        canvas.dispatchEvent(new KeyboardEvent('keyup', code));
                        done(now - began);
                    };
                    requestAnimationFrame(look);
                })"""
            )
        )
        settle(inside)
    assert took[0] > 2 * took[1]
