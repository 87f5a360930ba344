"""What organisers add to exhibitors and pages: tiers, WeChat, pages that can be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.model import Exhibitor, Text
from hallgen.site import search_records
from tests.site.test_info_pages import info
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, pictures_of, rendered

GOLD = Text.of(zh="金牌", en="Gold")


def page_of(**changed: object) -> str:
    """The page of an exhibitor that also says this."""
    fair = small_fair()
    first: Exhibitor = fair.exhibitors[0].model_copy(update=changed)
    other = fair.exhibitors[1].model_copy(update={"tier": Text.of(zh="银牌", en="Silver")})
    fair = fair.model_copy(update={"exhibitors": (first, other, *fair.exhibitors[2:])})
    inputs = inputs_of(fair)
    code = {Path("media/code.png"): next(iter(pictures_of(small_fair()).values()))}
    inputs = type(inputs)(
        inputs.index, inputs.layouts, {}, {**inputs.pictures, **code}, inputs.viewer
    )
    files = rendered(inputs)
    search = files["en/search/index.html"].decode()
    assert ('value="gold"' in search) == (changed.get("tier") is GOLD)
    return files["en/exhibitors/yuance/index.html"].decode()


def test_a_tier_is_shown_and_narrows_the_search() -> None:
    assert '<span class="tier">Gold</span>' in page_of(tier=GOLD)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"wechat": "yuance_cnc"}, '<p class="wechat-id">yuance_cnc</p>'),
        ({"wechat": "https://u.wechat.com/abc"}, 'Scan with WeChat to reach Yuance CNC."><svg'),
        ({"wechat_code": Path("media/code.png")}, 'alt="Scan with WeChat to reach Yuance CNC."'),
    ],
)
def test_an_exhibitor_can_be_reached_in_wechat(said: dict[str, object], shown: str) -> None:
    assert shown in page_of(**said)


def test_who_has_no_wechat_has_no_panel() -> None:
    assert "WeChat" not in page_of()


def test_the_organisers_pages_and_news_are_found() -> None:
    fair = small_fair()
    news = info("doors", day=fair.start, text=Text.of(en="All halls can be walked."))
    found = [
        record
        for record in search_records(inputs_of(fair.model_copy(update={"pages": (news,)})))
        if record.shown.kind == "page" and record.language == "en"
    ]
    (record,) = found
    assert record.shown.page == "en/info/doors/"
    assert "2026" in record.shown.note
    assert record.words == ("All halls can be walked.",)
    assert record.values["kind"] == ("page",)
