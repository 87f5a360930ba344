"""A hall in another site's frame: the view alone, and messages between the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import serving
from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

OUTSIDE = """<!doctype html><html lang="en"><title>Another site</title><body>
<iframe title="Hall" width="600" height="360" src="{address}en/halls/4.1/?embed"></iframe>
<script>
const heard = [];
const frame = document.querySelector('iframe');
addEventListener('message', ({{ source, data }}) => {{
  if (source === frame.contentWindow) heard.push(data);
}});
const ask = (message) => frame.contentWindow.postMessage(message, '*');
</script></body></html>
"""


@pytest.fixture
def outside(sample_address: str, tmp_path: Path) -> Iterator[str]:
    """A site of another origin that shows hall 4.1."""
    (tmp_path / "index.html").write_text(OUTSIDE.format(address=sample_address), "utf-8")
    with serving(tmp_path) as address:
        yield address


def test_another_site_shows_a_hall_and_leads_visitors_through_it(
    visit: Begin, outside: str
) -> None:
    here = visit(outside)
    here.open("")
    frame = here.page.frame_locator("iframe")
    expect(frame.locator("header.top")).to_be_hidden()
    expect(frame.locator("#plan")).to_be_hidden()
    assert frame.locator("#hallgen-view").evaluate("view => view.clientHeight") == 360
    here.wait_for("heard.some(({ hallgen }) => hallgen === 'ready')")
    here.page.evaluate("ask({ hallgen: 'goTo', id: 7, target: { booth: '4.1-F031' } })")
    here.wait_for("heard.some(({ hallgen }) => hallgen === 'goTo')")
    said = here.page.evaluate("heard.filter(({ hallgen }) => hallgen !== 'ready')")
    assert {"hallgen": "goTo", "id": 7, "found": True} in said
    assert any(
        one["hallgen"] == "enter-booth" and one["detail"]["number"] == "F031" for one in said
    )
    here.page.evaluate("ask({ hallgen: 'pose', id: 8 })")
    here.wait_for("heard.some(({ id }) => id === 8)")
    pose = here.page.evaluate("heard.find(({ id }) => id === 8).pose")
    assert pose["y"] == pytest.approx(1.65)
    page_link = frame.get_by_role("link", name="Full page")
    with here.page.context.expect_page() as opened:
        page_link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Yuanqiao")


def test_the_code_to_copy_shows_the_booth(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.open("en/exhibitors/yuanqiao-precision-lathes-co-ltd/")
    here.page.get_by_text("Show this in your own site").click()
    code = here.page.get_by_label("Code to copy").input_value()
    assert f'src="{sample_address}en/halls/4.1/?booth=4.1-F031&amp;embed"' in code
    assert 'title="Yuanqiao Precision Lathes Co., Ltd."' in code
    assert here.errors == []
