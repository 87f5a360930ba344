"""What visitors may see: no drafts, and no product before its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build.days import day_of_build
from hallgen.build.release import released
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.kit.booth import shown_products
from hallgen.model import BoothChoices, Fair, FairIndex
from hallgen.readers import read_fair
from tests.preview.small import write_fair

GOODS = (
    "id,name,exhibitor,publish from\nlathe,Lathe,tools,\nmill,Mill,tools,2027-05-10\n"
    "drill,Drill,tools,when it is ready\n"
)
TOURS = """\
tours:
  - {id: all, name: All, stops: [{product: Mill, text: Soon}, {product: Lathe}]}
  - {id: secret, name: Secret, stops: [{product: Mill}]}
"""


def write(folder: Path, choices: str) -> Path:
    write_fair(folder)
    (folder / "products.csv").write_text(GOODS)
    (folder / "tours.yaml").write_text(TOURS)
    (folder / "booths/A01/booth.yaml").write_text(choices)
    return folder


def public(folder: Path, day: date) -> tuple[Fair, list[str]]:
    """The fair that visitors see, and what is told of it."""
    told = Diagnostics()
    fair = released(read_and_check(folder, told), day).fair
    return fair, [
        str(one) for one in told if one.kind in (codes.DRAFT_BOOTH, codes.NOT_YET_PUBLISHED)
    ]


def test_products_come_on_their_day(tmp_path: Path) -> None:
    folder = write(tmp_path, "products: [Mill, Lathe]\n")
    before, told = public(folder, date(2027, 5, 9))
    assert [p.id for p in before.products] == ["lathe"]
    assert FairIndex(before).booths["1-A01"].choices.products == ("lathe",)
    assert [(t.id, [s.product for s in t.stops]) for t in before.trails if t.id != "secret"] == [
        ("all", ["lathe"])
    ]
    assert "secret" not in {trail.id for trail in before.trails}
    assert told == [
        "products.csv:3: hint H512: Mill is not published before 2027-05-10. "
        "Build again on that day; `hallgen build --date` builds as of another."
    ]
    after, told = public(folder, date(2027, 5, 10))
    assert [p.id for p in after.products] == ["lathe", "mill"]
    assert {trail.id for trail in after.trails} >= {"all", "secret"}
    assert told == []


def test_a_day_that_cannot_be_read_never_comes(tmp_path: Path) -> None:
    told = Diagnostics()
    fair = read_fair(write(tmp_path, ""), told)
    assert fair.products[2].publish_from == date.max
    (fault,) = [str(one) for one in told if one.kind is codes.BAD_CELL]
    assert fault.startswith("products.csv:4: warning H122: Drill: 'when it is ready' is no day")
    assert "drill" not in {p.id for p in public(tmp_path, date(2999, 1, 1))[0].products}


@pytest.mark.parametrize("status", ["draft", "darft"])
def test_a_draft_shows_names_and_logos_alone(tmp_path: Path, status: str) -> None:
    folder = write(tmp_path, f"style: bold\nclaim: Faster\nstatus: {status}\n")
    whole = FairIndex(read_fair(folder, Diagnostics()))
    assert whole.booths["1-A01"].choices.claim
    assert shown_products(whole.booths["1-A01"], whole)
    fair, told = public(folder, date(2999, 1, 1))
    booth = FairIndex(fair).booths["1-A01"]
    assert booth.choices == BoothChoices()
    assert booth.main_exhibitor == "tools"
    assert shown_products(booth, FairIndex(fair)) == ()
    assert told == [
        "booths/A01/booth.yaml (status): hint H511: booth A01 is a draft. "
        "When it is as it should be, write `status: approved` into it."
    ]


def test_without_a_word_it_is_approved(tmp_path: Path) -> None:
    fair, told = public(write(tmp_path, "claim: Faster\n"), date(2027, 5, 10))
    assert not FairIndex(fair).booths["1-A01"].held_back
    assert told == []


def test_the_day() -> None:
    said = date(2027, 5, 10)
    late = {"SOURCE_DATE_EPOCH": "1810079999"}  # 2027-05-11, 23:59:59 in UTC
    assert day_of_build(said, None, late) == said
    assert day_of_build(None, None, late) == date(2027, 5, 11)
    assert day_of_build(None, "Asia/Shanghai", late) == date(2027, 5, 12)
    assert day_of_build(None, "Asia/Shanghai", {}) >= date(2026, 1, 1)
    for wrong in ("soon", "9" * 30):
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            day_of_build(None, None, {"SOURCE_DATE_EPOCH": wrong})
