"""Everything that is shipped or needed has a licence that goes with ours, and is in the bill."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from tests.conftest import ROOT
from tools.licences.compatible import faults
from tools.licences.components import Component, components
from tools.licences.sbom import bill


def one(licence: str, *, shipped: bool = False) -> Component:
    return Component("thing", "1", licence, "pypi", shipped)


def test_all_licences_go_with_ours() -> None:
    assert list(faults(components())) == []


def test_every_dependency_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w-]", line)[0].lower() for line in project["dependencies"]}
    viewer = json.loads((ROOT / "viewer" / "package.json").read_text(encoding="utf-8"))
    assert needed | set(viewer["dependencies"]) <= {found.name for found in components()}


def test_all_that_is_taken_out_of_npm_is_listed() -> None:
    """viewer/modules.mjs takes WebAssembly out of packages that are not dependencies."""
    script = (ROOT / "viewer" / "modules.mjs").read_text(encoding="utf-8")
    taken = set(re.findall(r"(?:import|resolve)\('([a-z][\w-]+)/", script))
    assert taken == {"meshoptimizer", "gltfpack", "three"}
    assert taken <= {found.name for found in components() if found.shipped}


@pytest.mark.parametrize(
    ("licence", "shipped", "said"),
    [
        ("MIT", True, None),
        ("GPL-3.0-only OR MIT", True, None),
        ("MIT AND OFL-1.1", True, None),
        ("LGPL-2.1-only", False, None),
        ("LGPL-2.1-only", True, "may not be in our wheel"),
        ("GPL-3.0-only", False, "may not be beside our wheel"),
        ("MIT AND GPL-2.0-only", False, "may not be beside our wheel"),
        ("", False, "nothing tells its licence"),
        ("Somebody's own", False, "no licence that SPDX knows"),
    ],
)
def test_what_does_not_go_is_told(licence: str, shipped: bool, said: str | None) -> None:
    found = list(faults([one(licence, shipped=shipped)]))
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


def test_the_bill_is_the_same_each_time_and_whole() -> None:
    found = components()
    made = json.loads(bill("1.2.3", found, 1_700_000_000))
    assert bill("1.2.3", found, 1_700_000_000) == bill("1.2.3", found, 1_700_000_000)
    assert made["specVersion"] == "1.6"
    assert made["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"
    assert len(made["components"]) == len(found) > 50
    assert all(listed["licenses"] for listed in made["components"])
    assert made["serialNumber"] != json.loads(bill("1.2.4", found, 0))["serialNumber"]
