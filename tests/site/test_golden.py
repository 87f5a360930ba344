"""One page of each kind, word for word. `HALLGEN_REFRESH=1 pytest tests/site` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

PAGES = {
    "door.html": "index.html",
    "home.html": "en/index.html",
    "hall.html": "zh/halls/1/index.html",
    "plan.svg": "en/halls/1/plan.svg",
    "small-plan.svg": "plans/1.svg",
    "map.html": "en/map/index.html",
    "exhibitors.html": "zh/exhibitors/index.html",
    "exhibitor.html": "en/exhibitors/yuance/index.html",
    "no-booth.html": "en/exhibitors/ghost/index.html",
    "hostile.html": "en/exhibitors/abb/index.html",
    "products.html": "zh/products/index.html",
    "product.html": "zh/products/vmc-500/index.html",
    "programme.html": "en/programme/index.html",
    "moved.html": "en/exhibitors/old-name/index.html",
    "404.html": "404.html",
    "shard.json": "tiles/1/hall.en.json",
    "fair.json": "fair.json",
    "sitemap.xml": "sitemap.xml",
    "headers.txt": "_headers",
}


@pytest.mark.parametrize("golden", PAGES)
def test_a_page_of_each_kind_is_as_it_was(site: dict[str, bytes], golden: str) -> None:
    text = _steady(site[PAGES[golden]].decode())
    file = GOLDEN / golden
    if os.environ.get("HALLGEN_REFRESH"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def _steady(text: str) -> str:
    """Without what changes with every edit of a style, a script or the viewer's words."""
    text = re.sub(r"assets/(site|icon)\.[0-9a-f]{16}", r"assets/\1.HASH", text)
    text = re.sub(r"sha256-[A-Za-z0-9+/=]{44}", "sha256-HASH", text)
    return re.sub(r'("strings":)\{("[^"]*":"(\\.|[^"\\])*",?)*\}', r"\1{}", text)
