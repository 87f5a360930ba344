"""Our tiles are stock: a plain 3d-tiles-renderer opens every hall and reads its booths' ids."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.conftest import ROOT
from tests.support.browser import Visit
from tests.support.shards import halls, read_shard

pytestmark = pytest.mark.browser

PAGE = Path(__file__).parent / "pages" / "plain.html"


def test_a_plain_renderer_opens_every_hall(
    visit: Callable[..., Visit], sample_site: Path, sample_address: str
) -> None:
    here = visit(sample_address)

    def module(route: Route) -> None:
        path = ROOT / "viewer" / route.request.url.removeprefix(sample_address)
        route.fulfill(body=path.read_bytes(), content_type="text/javascript")

    here.page.route("**/node_modules/**", module)
    here.page.route(
        re.compile(r"/plain\.html"),
        lambda route: route.fulfill(body=PAGE.read_text(), content_type="text/html"),
    )
    for hall in halls(sample_site):
        here.open(f"plain.html?tileset=tiles/{hall}/tileset.json")
        here.wait_for("window.state?.idle && window.state.visible > 0")
        state: dict[str, Any] = here.page.evaluate("window.state")
        assert state["failures"] == []
        assert state["triangles"] > 1000
        shard = read_shard(sample_site, hall, "en")
        assert set(state["booths"]) <= {booth["id"] for booth in shard["booths"]}
        assert len(state["booths"]) > len(shard["booths"]) / 2
    # The renderer says this of every tileset after 1.0, whatever is in it.
    assert [text for text in here.errors if "versions at 1.1 or higher" not in text] == []
