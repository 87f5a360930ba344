"""What a visitor's device draws is what `hallgen inspect` counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Route

from hallgen.formats import packed_draws, write_glb
from hallgen.scene import Alpha, Feature, Material, Node, Scene
from tests.support.browser import Visit
from tests.support.scenes import at, box
from tests.viewer.conftest import enter, stand
from tests.viewer.hall import PANELS, WHITE, boxes, tiles

pytestmark = pytest.mark.browser

GLASS = Material("glass", (0.9, 0.9, 1.0, 0.3), alpha=Alpha.BLEND)


def drawn(visit: Visit) -> int:
    """From the south wall, from where all of the hall is in view. Nobody is shown."""
    stand(visit, 12, 0.5)
    stats: dict[str, Any] = visit.page.evaluate("window.hallgen.stats()")
    assert stats["quality"] == "low"
    return int(stats["drawCalls"])


def counted() -> dict[str, int]:
    return {name: packed_draws(data) for name, data in tiles().items() if name.endswith(".glb")}


def test_each_tile_is_packed_into_as_many_draws_as_are_counted(inside: Visit) -> None:
    expected = counted()
    assert expected == {"hall.glb": 1, "west.glb": 1, "east.glb": 1, "people.glb": 1}
    assert drawn(inside) == sum(expected.values()) - expected["people.glb"]


@pytest.mark.slow
def test_glass_and_what_repeats_too_often_are_draws_of_their_own(here: Visit) -> None:
    """A wall, a pane, and so many small boxes that they stay instanced."""
    many = np.array(
        [at(14 + n % 60 / 10, n // 3600 / 10, -10 - n // 60 % 60 / 15) for n in range(11_000)]
    )
    wall = boxes("wall", WHITE, list(PANELS["B01"]), [0])
    pane = Node(box(4, 2, 0.02, GLASS), at(17, 0, -10)[None])
    scene = Scene(
        "east", (Node(wall), Node(box(0.01, 0.01, 0.01), many), pane), (Feature("1-B01"),)
    )
    data = write_glb(scene).data

    def answer(route: Route) -> None:
        route.fulfill(body=data, content_type="model/gltf-binary")

    here.page.route("**/east.glb.gz", answer)
    enter(here)
    expected = counted() | {"east.glb": packed_draws(data)}
    assert expected["east.glb"] == 3
    assert drawn(here) == sum(expected.values()) - expected["people.glb"]
    assert here.errors == []
