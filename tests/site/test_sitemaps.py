"""Sitemaps: every page with its languages, in several files where they are many."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from hallgen.site import sitemaps
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered

MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
URL = "https://fair.example/2026/"


def test_pages_name_each_other_in_all_languages() -> None:
    files = rendered(inputs_of(small_fair(), URL))
    urls = ElementTree.fromstring(files["sitemap.xml"])
    said = {
        url.findtext(f"{MAPS}loc"): {one.get("hreflang"): one.get("href") for one in url.iter(LINK)}
        for url in urls
    }
    zh, en = (f"{URL}{tag}/exhibitors/yuance/" for tag in ("zh", "en"))
    assert said[zh] == said[en] == {"zh": zh, "en": en}
    assert said[URL] == {"zh": f"{URL}zh/", "en": f"{URL}en/", "x-default": URL}
    assert not [
        loc
        for loc in said
        if loc and loc.endswith(("search/", "compare/", "shortlist/", "interests/"))
    ]
    for path in ("search", "compare", "shortlist", "interests"):
        assert '<meta name="robots" content="noindex">' in files[f"en/{path}/index.html"].decode()
    page = files["en/exhibitors/yuance/index.html"].decode()
    assert f'<link rel="alternate" hreflang="zh" href="{zh}">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{URL}">' in page


def test_many_pages_are_in_several_files(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rendered(inputs_of(small_fair(), URL))
    monkeypatch.setattr(sitemaps, "_MOST", 10)
    files = rendered(inputs_of(small_fair(), URL))
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{MAPS}sitemapindex"
    names = [one.text.removeprefix(URL) for one in index.iter(f"{MAPS}loc") if one.text]
    parts = [ElementTree.fromstring(files[name]) for name in names]
    assert all(len(part) <= 10 for part in parts)
    found = [url.findtext(f"{MAPS}loc") for part in parts for url in part]
    all_of_them = ElementTree.fromstring(whole["sitemap.xml"])
    assert found == [url.findtext(f"{MAPS}loc") for url in all_of_them]
