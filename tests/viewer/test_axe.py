"""axe finds nothing in the view, whatever is open in it: by day and night, from left and right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.axe import faults
from tests.support.browser import Visit
from tests.viewer.conftest import SIZE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHEETS = ("near", "help", "settings")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wrong_with_the_view(
    visit: Callable[..., Visit], small_site: str, language: str, scheme: str
) -> None:
    here = visit(small_site, viewport=SIZE, color_scheme=scheme)
    here.enter(f"{language}/halls/1/")
    found = {"the view": faults(here.page)}
    for sheet in SHEETS:
        here.page.locator(f"[aria-controls=hallgen-{sheet}]").click()
        expect(here.page.locator(f"#hallgen-{sheet}")).to_be_visible()
        found[sheet] = faults(here.page)
    here.page.locator("[aria-controls=hallgen-settings]").click()
    panel = here.page.locator(".hallgen-panel")
    for target in ({"booth": "A01"}, {"booth": "A02"}, {"booth": "B02"}, {"product": "arm-6"}):
        here.go_to(target)
        expect(panel).to_be_visible()
        found[str(target)] = faults(here.page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
