"""Doors between halls: through which wall they lead, and where one stands behind them."""

from __future__ import annotations

import re

import pytest

from hallgen.build import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.model import FairIndex
from hallgen.site import SiteInputs, addresses, policy, render_site
from hallgen.site.manifest import HallShard, ShardWay
from tests.conftest import ROOT
from tests.support.sites import VIEWER


@pytest.fixture(scope="module")
def doors() -> dict[tuple[str, str], ShardWay]:
    """The sample's doors, by the hall one is in and the hall behind."""
    checked = read_and_check(ROOT / "examples" / "industry-fair", Diagnostics())
    inputs = SiteInputs(
        FairIndex(checked.fair), checked.layouts, obstacles={}, pictures={}, viewer=VIEWER
    )
    shards = [
        HallShard.model_validate_json(file.data)
        for file in render_site(inputs)
        if file.path.endswith("/hall.en.json")
    ]
    return {
        (shard.hall, gate.leads.hall): gate.leads
        for shard in shards
        for gate in shard.gates
        if gate.leads is not None
    }


def test_one_comes_in_behind_the_door_that_leads_back(
    doors: dict[tuple[str, str], ShardWay],
) -> None:
    found = {way: (door.out, door.at, door.page) for way, door in doors.items()}
    assert found == {
        ("4.1", "5.1"): (90, (2, -33, 90), "en/halls/5.1/"),
        ("5.1", "4.1"): (270, (106, -36, 270), "en/halls/4.1/"),
        ("5.1", "6.1"): (0, (33, -2, 0), "en/halls/6.1/"),
        ("6.1", "5.1"): (180, (48, -64, 180), "en/halls/5.1/"),
    }


def test_the_worker_knows_the_sites_own_names() -> None:
    places = (ROOT / "viewer/worker/places.ts").read_text("utf-8")
    assert f"BUILD = '{addresses.BUILD}'" in places
    assert f"OFFLINE = '{addresses.OFFLINE}'" in places
    forever = re.search(r"\^\(([a-z|]+)\)", places)
    assert forever is not None
    assert {f"{name}/" for name in forever[1].split("|")} == set(policy.FOREVER)
