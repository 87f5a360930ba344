"""The browser takes the graphics chip away and gives it back."""

from __future__ import annotations

import io
import re
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support.browser import Visit
from tests.viewer.conftest import enter, settle, stand, until

pytestmark = pytest.mark.browser


#: What the browser and three say of a context that was lost: three also lets go of what was in it.
REMARK = re.compile("CONTEXT_LOST|Context (Lost|Restored)|does not belong to this context")


def drawn(visit: Visit) -> np.ndarray[Any, Any]:
    shot = Image.open(io.BytesIO(visit.page.locator(".hallgen-canvas").screenshot()))
    return np.asarray(shot.convert("RGB"), np.float64)


@pytest.mark.parametrize("quality", ["low", pytest.param("high", marks=pytest.mark.slow)])
def test_a_lost_context_comes_back_in_place_with_the_same_picture(
    here: Visit, quality: str
) -> None:
    enter(here, f"?quality={quality}")
    stand(here, 8.5, 6)
    settle(here)
    here.page.wait_for_timeout(700)
    before, stood = drawn(here), here.pose()
    here.page.evaluate(
        """() => {
            const gl = document.querySelector('.hallgen-canvas').getContext('webgl2');
            window.chip = gl.getExtension('WEBGL_lose_context');
            window.chip.loseContext();
        }"""
    )
    notice = here.page.locator("[data-key=lost-context]")
    expect(notice).to_be_visible()
    here.page.evaluate("window.chip.restoreContext()")
    expect(notice).to_have_count(0)
    settle(here)
    here.page.wait_for_timeout(700)
    after = drawn(here)
    assert before.std() > 10, "something is drawn at all"
    assert np.abs(after - before).mean() < 1
    assert here.pose() == stood
    here.page.locator("canvas").focus()
    here.page.keyboard.down("ArrowUp")
    until(here, f"window.hallgen.pose.z < {stood['z']} - 0.1")
    here.page.keyboard.up("ArrowUp")
    assert [error for error in here.errors if not REMARK.search(error)] == []
