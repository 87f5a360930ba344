"""Real fairs, built with the real command, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.real_fairs import real_fair
from tests.support.shards import halls, let_booths, read_shard

pytestmark = [pytest.mark.browser, pytest.mark.real, pytest.mark.slow]


@pytest.mark.parametrize(
    "name",
    [
        "bronycon-2019",
        "gyuupoke-marche",
        "epc-show-2026",
        "sibf-2026-json",
        "tea-expo-busan",
    ],
)
def test_a_real_fair_is_visited(
    name: str, visit: Callable[..., Visit], built: Callable[[Path], Path], real_data: Path
) -> None:
    """Every page kind and every hall opens without complaint; a deep link lands at its booth."""
    del real_data  # only asked for, so that the test is skipped without it
    site = built(real_fair(name))
    with serving(site) as address:
        here = visit(address)
        language = here.page.request.get(f"{address}fair.json").json()["languages"][0]
        here.open(f"{language}/")
        here.open(f"{language}/exhibitors/")
        for hall in halls(site):
            shard = read_shard(site, hall, language)
            booth = let_booths(shard)[0]
            here.enter(f"{language}/halls/{hall}/?booth={booth['id']}")
            pose = here.pose()
            assert abs(pose["x"] - booth["view"]["x"]) < 0.5
            assert abs(pose["z"] - booth["view"]["z"]) < 0.5
            assert here.page.evaluate("window.hallgen.stats().triangles") > 1000
            shown = shard["exhibitors"][booth["exhibitors"][0]]["name"]
            assert shown in here.page.get_by_role("dialog").inner_text()
        assert here.errors == []
        assert here.foreign == []
