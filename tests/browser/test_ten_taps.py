"""A new visitor with a phone: a product found by its Chinese name, gone to, saved, and an offer
asked for, all by ten taps at most. Typing is no tap; going to a field is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.conftest import serving
from tests.support.browser import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FAIR = {
    "fair.yaml": """\
format: 1
id: ten-taps
name: {zh: 十步展, en: Ten taps fair}
languages: [zh, en]
dates: {start: 2027-05-10, end: 2027-05-12}
halls:
  - {id: "1", plan: {file: plan.csv, unit: m, table: {file: plan.csv}}}
""",
    "plan.csv": "number,x,y,width,depth\nA01,3,8,6,3\nA02,9,8,3,3\nB01,3,17,6,6\n",
    "exhibitors.csv": "公司名称,Company,Booth,Email\n"
    "样品机床厂,Sample Machines,A01,us@sample.example\n"
    "北光传感,Northlight,A02,n@light.example\n"
    "海岸机器人,Coast Robotics,B01,c@coast.example\n",
    "products.csv": "产品名称,Product,Exhibitor\n"
    "五轴龙门加工中心,Five-axis gantry,Sample Machines\n"
    "六轴机器人,Six-axis robot,Coast Robotics\n",
}


@pytest.fixture(scope="module")
def site(built: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fairs") / "ten-taps"
    folder.mkdir()
    for name, text in FAIR.items():
        (folder / name).write_text(text, encoding="utf-8")
    return built(folder)


class Thumb:
    """Taps, and counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        what.tap()
        self.taps += 1


def test_find_go_save_and_ask(visit: Callable[..., Visit], site: Path) -> None:
    with serving(site) as address:
        here = visit(
            address,
            viewport={"width": 390, "height": 844},
            locale="zh-CN",
            has_touch=True,
            is_mobile=True,
        )
        page, thumb = here.page, Thumb()
        here.open("zh/")
        thumb.tap(page.get_by_role("searchbox"))
        page.keyboard.type("龙门加工")
        found = page.locator(".search-list li", has_text="五轴龙门加工中心")
        expect(found).to_be_visible()
        thumb.tap(found.locator(".search-walk"))
        here.wait_for("window.hallgen !== undefined")
        page.evaluate("window.hallgen.ready")
        panel = page.locator(".hallgen-panel")
        expect(panel.get_by_role("heading", name="五轴龙门加工中心")).to_be_visible()
        thumb.tap(panel.locator(".hallgen-save"))
        expect(panel.locator(".hallgen-save[data-saved]")).to_be_visible()
        thumb.tap(panel.locator("a[href$='#enquiry']"))
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
        page.evaluate(
            "HTMLAnchorElement.prototype.click = function () { window.mailed = this.href; }"
        )
        for name, words in (("name", "李娜"), ("email", "li@works.example"), ("message", "请报价")):
            thumb.tap(page.locator(f".enquiry [name={name}]"))
            page.keyboard.type(words)
        thumb.tap(page.locator(".enquiry button[type=submit]"))
        mail = page.evaluate("decodeURIComponent(window.mailed)")
        assert mail.startswith("mailto:us@sample.example?")
        assert "五轴龙门加工中心" in mail
        assert thumb.taps <= 10, thumb.taps
        here.open("zh/shortlist/")
        expect(page.locator(".list-name")).to_have_text("五轴龙门加工中心")
        assert here.errors == []
        assert here.foreign == []
