"""`hallgen new` alone, on every real set whose truth is known: what issue 9 asks of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.reading import TRUTH, row, score

pytestmark = [pytest.mark.real, pytest.mark.slow]

SETS = sorted(path.stem for path in TRUTH.glob("*.yaml"))


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_read_without_a_hand(name: str, real_data: Path) -> None:
    truth = yaml.safe_load((TRUTH / f"{name}.yaml").read_text("utf-8"))
    found = score(truth, real_data)
    told = row(name, found)
    assert found.recall >= 0.98, told
    assert found.precision >= 0.98, told
    assert found.areas >= 0.98 * found.measured, told
    assert found.joined >= 0.97 * found.to_join, told
    if found.stated:
        assert found.scale is not None
        assert abs(found.scale) <= 0.01, told
