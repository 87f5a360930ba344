"""What a plan calls its booths."""

from __future__ import annotations

import pytest

from hallgen.model import BoothKind
from hallgen.readers.fair_file import Role
from hallgen.readers.plans.kinds import booth_kind, role_of_kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Shell scheme", BoothKind.SHELL),
        ("光地", BoothKind.RAW),
        ("pavilion", BoothKind.PAVILION),
        ("Outdoor", BoothKind.OUTDOOR),
        ("open area", BoothKind.OUTDOOR),
        ("室外展位", BoothKind.OUTDOOR),
        ("cafe", None),
    ],
)
def test_kinds_of_booths(word: str, kind: BoothKind | None) -> None:
    assert booth_kind(word) is kind


def test_every_kind_is_a_booth() -> None:
    assert {role_of_kind(kind.value) for kind in BoothKind} == {Role.BOOTHS}
