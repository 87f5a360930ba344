"""Browsers that draw nothing in 3D show what a hall's page promises then; and every browser tells
of what goes wrong, or the visits would find nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers.conftest import NAMES, Start
from tests.browsers.driven import Graphics
from tests.browsers.visitor import Visitor
from tests.browsers.witness import witnessed
from tests.conftest import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BAD = """\
<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<title>Bad</title></head><body><img src="http://elsewhere.example/picture.png" alt="">
<script>document.title = 'Ran'</script><script src="bad.js"></script></body></html>
"""
SCRIPT = """\
console.log('a word');
console.warn('a warning');
console.error('an error');
Promise.reject(new Error('rejected'));
throw new Error('thrown');
"""


@pytest.mark.parametrize("name", NAMES)
def test_without_webgl_a_hall_is_seen_and_read(start: Start, address: str, name: str) -> None:
    browser = start(name, Graphics.NONE)
    try:
        here = Visitor(browser, address)
        here.open("en/halls/1/")
        here.wait_for("document.getElementById('hallgen-view').dataset.state === 'failed'")
        here.read("#hallgen-view .hallgen-notice", "WebGL 2")
        # The picture of the hall stays, as large as the view.
        left, top, right, bottom = here.box("#hallgen-view .hallgen-still")
        assert right - left > 600
        assert bottom - top > 300
        assert here.run("return document.querySelector('.hallgen-still').naturalWidth") > 600
        here.click("#hallgen-view .boot-plan")
        here.arrive("en/halls/1/#plan")
        here.click(".plan [data-booth='1-B04'] path")
        here.arrive("en/exhibitors/portsea-letter-foundry/")
        here.open("en/")
        assert here.is_("document.querySelector('#hallgen-fair canvas') === null")
        here.read("main", "Market Hall")
        here.all_well()
    finally:
        browser.close()


def test_what_goes_wrong_is_heard(here: Visitor, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(BAD, encoding="utf-8")
    (site / "bad.js").write_text(SCRIPT, encoding="utf-8")
    with serving(witnessed(site, tmp_path / "copy")) as base:
        here = Visitor(here.browser, base)
        here.open("")
        complaints = here.browser.complaints()
        elsewhere = here.browser.elsewhere(base)
        here.browser.open("about:blank")
    assert any("http://elsewhere.example/picture.png" in one for one in elsewhere)
    for kind in ("a warning", "an error", "rejected", "thrown", "script-src"):
        assert any(kind in one for one in complaints), (kind, complaints)
    assert not any("a word" in one for one in complaints)
