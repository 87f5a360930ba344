"""Codes are unique, in their ranges, and each says what to do."""

from __future__ import annotations

import re

from hallgen.codes import every_code


def test_codes_are_unique_and_helpful() -> None:
    codes = every_code()
    assert len({kind.code for kind in codes}) == len(codes) > 50
    for kind in codes:
        assert re.fullmatch(r"H[1-5]\d\d", kind.code)
        assert kind.cause.endswith((".", ")"))
        assert kind.cure.endswith((".", ")"))
