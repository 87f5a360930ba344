"""The site of the small fair, rendered once."""

from __future__ import annotations

import pytest

from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered


@pytest.fixture(scope="session")
def site() -> dict[str, bytes]:
    return rendered(inputs_of(small_fair(), **{"exhibitors/old-name": "exhibitors/yuance"}))
