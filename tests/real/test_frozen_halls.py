"""The halls that proposals are measured on are as they were frozen before the solver was made."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.layout.halls import FROZEN, HALLS, facts, real_hall
from hallgen.scores import usual_weights

pytestmark = [pytest.mark.real, pytest.mark.slow, pytest.mark.usefixtures("real_data")]


@pytest.mark.parametrize(("fair", "hall", "by_category"), HALLS)
def test_as_frozen(fair: str, hall: str, by_category: bool) -> None:
    frozen = yaml.safe_load(FROZEN.read_text(encoding="utf-8"))
    assert frozen["weights"] == usual_weights().model_dump()
    assert (
        facts(real_hall(fair, hall, by_category=by_category)) == frozen["halls"][f"{fair} {hall}"]
    )
