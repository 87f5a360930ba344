"""Every reader takes any bytes. Few are tried here, many by `make fuzz` (FUZZ_EXAMPLES)."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import spoiled
from tests.fuzz.readers import READERS, seeds

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "10"))
#: Each of these starts a program of its own.
SLOW = {"table-xlsx", "table-ods"}


@pytest.mark.parametrize("name", READERS)
def test_what_is_kept_is_read(name: str) -> None:
    for data in seeds(name):
        READERS[name](data)


@pytest.mark.parametrize("name", READERS)
def test_any_bytes_end_in_lines(name: str) -> None:
    @settings(
        max_examples=max(1, EXAMPLES // (5 if name in SLOW else 1)),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(spoiled(seeds(name)) | st.binary(max_size=200))
    def read(data: bytes) -> None:
        READERS[name](data)

    read()
