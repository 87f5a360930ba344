"""The status in a booth.yaml is the organiser's, and the rest the exhibitor's."""

from __future__ import annotations

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.model import BoothStatus
from hallgen.readers.lined import read_yaml
from hallgen.submissions.choices import Verdict, is_plain, status_after, with_status

DRAFT, APPROVED = BoothStatus.DRAFT, BoothStatus.APPROVED


@pytest.mark.parametrize(
    ("sent", "before", "verdict", "after"),
    [
        ("", APPROVED, Verdict.AS_BEFORE, APPROVED),
        ("claim: a\n", DRAFT, Verdict.AS_BEFORE, DRAFT),
        ("status: approved\n", DRAFT, Verdict.AS_BEFORE, DRAFT),
        ("status: draft\n", APPROVED, Verdict.AS_BEFORE, DRAFT),
        ("status: approvd\n", APPROVED, Verdict.AS_BEFORE, DRAFT),
        ("status: draft\n", DRAFT, Verdict.APPROVE, APPROVED),
        ("status: approved\n", APPROVED, Verdict.DRAFT, DRAFT),
    ],
)
def test_only_the_organiser_approves(
    sent: str, before: BoothStatus, verdict: Verdict, after: BoothStatus
) -> None:
    assert status_after(sent, before, verdict) is after


@pytest.mark.parametrize(
    ("text", "status", "after"),
    [
        ("claim: a  # mine\n", DRAFT, "claim: a  # mine\nstatus: draft\n"),
        ("claim: a", DRAFT, "claim: a\nstatus: draft\n"),
        ("", DRAFT, "status: draft\n"),
        ("# nothing yet\n", APPROVED, "# nothing yet\n"),
        ("status: draft\nclaim: a\n", APPROVED, "status: approved\nclaim: a\n"),
        ("claim: a\nstatus : drft # hm\n", DRAFT, "claim: a\nstatus: draft\n"),
        ("claim: [a\n", DRAFT, "claim: [a\n"),
    ],
)
def test_all_else_stays(text: str, status: BoothStatus, after: str) -> None:
    assert with_status(text, status) == after


def test_keys_on_one_line() -> None:
    after = with_status("{claim: {zh: 更快, en: Faster}, products: [a, b]}\n", DRAFT)
    assert read_yaml(after) == {
        "claim": {"zh": "更快", "en": "Faster"},
        "products": ["a", "b"],
        "status": "draft",
    }


def test_references_are_refused_with_their_line() -> None:
    bomb = "claim: &a [x, x]\nproducts:\n  - &b [*a, *a]\n  - [*b, *b]\n"
    told = Diagnostics()
    assert not is_plain(bomb.encode(), "a.zip", told)
    assert [str(one).split(":")[1] for one in told] == ["3 (booth.yaml)"]
    assert is_plain(b"claim: R&D *new*\n", "a.zip", told)
