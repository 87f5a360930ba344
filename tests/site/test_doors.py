"""Doors between halls: through which wall they lead, and where one stands behind them."""

from __future__ import annotations

import math
import re

import pytest

from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.model import FairIndex
from hallgen.site import SiteInputs, addresses, policy, render_site
from hallgen.site.manifest import HallShard, Manifest, ShardWay
from tests.conftest import ROOT
from tests.support.sites import VIEWER


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The sample's shards and its manifest, by their addresses."""
    checked = read_and_check(ROOT / "examples" / "industry-fair", Diagnostics())
    inputs = SiteInputs(
        FairIndex(checked.fair), checked.layouts, obstacles={}, pictures={}, viewer=VIEWER
    )
    rendered = {file.path: file.data for file in render_site(inputs)}
    return {
        path: data
        for path, data in rendered.items()
        if path.endswith(("/hall.en.json", "fair.json"))
    }


@pytest.fixture(scope="module")
def doors(files: dict[str, bytes]) -> dict[tuple[str, str], ShardWay]:
    """The sample's doors, by the hall one is in and the hall behind."""
    shards = [
        HallShard.model_validate_json(data)
        for path, data in files.items()
        if path.endswith("/hall.en.json")
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


def test_the_manifest_tells_how_far_it_is_from_door_to_door(files: dict[str, bytes]) -> None:
    halls = {hall.id: hall for hall in Manifest.model_validate_json(files["fair.json"]).halls}
    doors = {(id_, door.leads): door for id_, hall in halls.items() for door in hall.doors}
    assert set(doors) == {("4.1", "5.1"), ("5.1", "4.1"), ("5.1", "6.1"), ("6.1", "5.1")}
    through, last = doors["4.1", "5.1"], doors["5.1", "6.1"]
    assert through.at == (2, -33)
    # In the hall between one crosses from the west to the north; in the last, no door leads on.
    (metres,) = through.onward.values()
    assert set(through.onward) == {last.gate}
    straight = math.dist(through.at, last.position)
    assert straight <= metres < 1.4 * straight
    assert last.onward == {}


def test_the_worker_knows_the_sites_own_names() -> None:
    places = (ROOT / "viewer/worker/places.ts").read_text("utf-8")
    assert f"BUILD = '{addresses.BUILD}'" in places
    assert f"OFFLINE = '{addresses.OFFLINE}'" in places
    forever = re.search(r"\^\(([a-z|]+)\)", places)
    assert forever is not None
    assert {f"{name}/" for name in forever[1].split("|")} == set(policy.FOREVER)
