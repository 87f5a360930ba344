"""What holds for every page: it is valid, its links lead somewhere, nothing in it is hostile."""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from hallgen.model import Text
from hallgen.site.policy import policy_for
from tests.support.fairs import fair_of, indexed, small_fair
from tests.support.sites import VIEWER, inputs_of, rendered


class Page(HTMLParser):
    """The elements of a page with their attributes, its ids, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.headings: list[int] = []
        self._script: dict[str, str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        self._script = given if tag == "script" else None
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self.scripts.append((self._script, data))
            self._script = None

    @property
    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.elements if "id" in given]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [given for name, given in self.elements if name == tag]


def pages(site: dict[str, bytes]) -> dict[str, Page]:
    return {
        path: Page(data.decode()) for path, data in site.items() if path.endswith((".html", ".svg"))
    }


def html(site: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in site.items() if path.endswith(".html")}


def test_every_page_is_valid_html(site: dict[str, bytes]) -> None:
    for path, text in html(site).items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert parser.errors == [], path


def test_every_drawing_is_well_formed(site: dict[str, bytes]) -> None:
    drawings = [path for path in site if path.endswith(".svg")]
    assert len(drawings) == 5  # an icon, a small plan, a view, and a plan in each language
    for path in drawings:
        assert ElementTree.fromstring(site[path]).tag == "{http://www.w3.org/2000/svg}svg"


def test_every_link_inside_the_site_leads_to_a_file_and_an_anchor_in_it(
    site: dict[str, bytes],
) -> None:
    assert check_links(site) > 500


def check_links(site: dict[str, bytes], url: str = "") -> int:
    """How many links there are, of which each leads somewhere. `url` is where the site will be."""
    parsed = pages(site)
    checked = 0
    for path, page in parsed.items():
        for target, anchor in _targets(path, page, url):
            file = f"{target}index.html" if target.endswith("/") or not target else target
            assert file in site, f"{path} -> {file}"
            if anchor:
                assert anchor in parsed[file].ids, f"{path} -> {file}#{anchor}"
            checked += 1
    return checked


def _targets(path: str, page: Page, url: str) -> list[tuple[str, str]]:
    """What a page links to inside of the site: files, and anchors in them."""
    found = []
    for tag, given in page.elements:
        links = [given[name] for name in ("href", "src", "xlink:href", "poster") if name in given]
        links += [part.split()[0] for part in given.get("srcset", "").split(",") if part]
        for link in links:
            if (tag == "a" and urlsplit(link).scheme) or link.startswith("data:image/"):
                continue
            whole = urljoin(url + path, link) if link.startswith(("/", "https:")) else ""
            if url and whole.startswith(url):
                link = (
                    f"{posixpath.relpath('/', f'/{posixpath.dirname(path)}')}/{whole[len(url) :]}"
                )
            parts = urlsplit(link)
            if tag == "iframe" and parts.scheme == "https":
                continue
            assert (parts.scheme, parts.netloc) == ("", ""), link
            assert not parts.path.startswith("/"), link
            folder = posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
            if not parts.path:
                target = path
            elif parts.path.endswith("/") or target == ".":
                target = "" if target == "." else f"{target}/"
            found.append((target, parts.fragment))
    return found


def test_nothing_on_a_page_comes_from_elsewhere(site: dict[str, bytes]) -> None:
    for path, page in pages(site).items():
        for tag, given in page.elements:
            if tag != "a":
                for name in ("src", "href", "srcset", "action", "data", "poster"):
                    link = given.get(name, "")
                    assert "//" not in link or link.startswith("data:"), f"{path}: {tag} {given}"


def test_styles_and_scripts_keep_to_the_policy(site: dict[str, bytes]) -> None:
    digest = base64.b64encode(hashlib.sha256(VIEWER.boot.encode()).digest()).decode()
    policy = policy_for(VIEWER.boot)
    assert f"'sha256-{digest}'" in policy
    assert "unsafe-inline" not in policy
    for path, page in pages(site).items():
        if path.endswith(".html"):
            policies = [
                m["content"]
                for m in page.all("meta")
                if "http-equiv" in m and "src" in m["content"]
            ]
            assert policies == [policy], path
        assert not page.all("style"), path
        for tag, given in page.elements:
            assert not [name for name in given if name == "style" or name.startswith("on")], (
                path,
                tag,
            )
        for given, text in page.scripts:
            kind = given.get("type")
            if kind is None and "src" in given:
                assert (given["src"].endswith(VIEWER.as_files), text.strip()) == (True, ""), path
            elif kind is None:
                assert text == VIEWER.boot, path
            elif kind == "module":
                assert (given["src"].endswith(VIEWER.pages), text.strip()) == (True, ""), path
            elif kind != "text/plain":
                json.loads(text)


def test_ids_are_unique_and_headings_in_order(site: dict[str, bytes]) -> None:
    for path, page in pages(site).items():
        assert len(page.ids) == len(set(page.ids)), path
        if path.endswith(".html"):
            assert page.headings[0] == 1, path
            assert page.headings.count(1) == 1, path
            steps = zip(page.headings, page.headings[1:], strict=False)
            assert all(after <= before + 1 for before, after in steps), (path, page.headings)


def test_every_page_says_its_language_and_its_others(site: dict[str, bytes]) -> None:
    for path, page in pages(site).items():
        if not path.endswith("index.html") or path == "index.html" or "old-name" in path:
            continue
        language = path.split("/")[0]
        assert page.all("html")[0]["lang"] == language
        nav = {a["hreflang"] for a in page.all("a") if "data-language" in a}
        assert nav == {"zh", "en"}
        assert len(page.all("main")) == 1
        assert next(a["href"] for a in page.all("a")) == "#content"


def test_pictures_have_sizes_and_words_for_those_who_cannot_see_them(
    site: dict[str, bytes],
) -> None:
    for path, page in pages(site).items():
        for image in page.all("img"):
            assert "alt" in image, path
            if "media/" in image["src"] or image.get("class") == "blur":
                width = "400" if "srcset" in image or "blur" in image.values() else "320"
                assert image["width"] == width, path
                assert int(image["height"]) == int(width) * 5 // 8, path


def test_photos_come_in_the_size_that_is_shown_and_open_in_the_largest(
    site: dict[str, bytes],
) -> None:
    page = Page(site["en/products/vmc-500/index.html"].decode())
    blur, photo = (image for image in page.all("img") if image["alt"] != "" or "blur" in str(image))
    assert blur["src"].startswith("data:image/webp;base64,")
    assert photo["srcset"] == (
        "../../../media/vmc-400.webp 400w, ../../../media/vmc-1600.webp 1600w"
    )
    assert photo["sizes"]
    assert "../../../media/vmc-1600.webp" in [a["href"] for a in page.all("a")]
    for path in ("en/products/index.html", "en/index.html"):  # below the fold
        shown = [i for i in Page(site[path].decode()).all("img") if "srcset" in i]
        assert shown
        assert all(image["loading"] == "lazy" for image in shown)


def test_what_exhibitors_write_stays_text(site: dict[str, bytes]) -> None:
    for path, text in html(site).items():
        assert "alert(" not in text.replace("alert(&#34;", "").replace('alert(\\"', ""), path
        assert "<b>12</b>" not in text
    page = Page(site["en/exhibitors/abb/index.html"].decode())
    assert not [a for a in page.all("a") if "javascript" in a["href"].lower()]
    assert not [a for a in page.all("a") if "evil.example" in a["href"]]
    assert not [text for _, text in page.scripts if "\u2028" in text or "<" in text]
    shard = json.loads(site["tiles/1/hall.en.json"])["exhibitors"]["abb"]
    assert (shard["website"], shard["email"]) == (None, None)


def test_links_out_of_the_site_tell_nothing_of_the_visitor(site: dict[str, bytes]) -> None:
    page = Page(site["en/exhibitors/yuance/index.html"].decode())
    out = [a for a in page.all("a") if urlsplit(a["href"]).scheme]
    assert {urlsplit(a["href"]).scheme for a in out} == {"https", "mailto", "tel"}
    assert all("noopener" in a["rel"] for a in out)


def test_the_plan_links_every_booth_that_has_somebody_in_it(site: dict[str, bytes]) -> None:
    page = Page(site["en/halls/1/index.html"].decode())
    booths = {a["data-booth"]: a["href"] for a in page.all("a") if "booth" in a.get("class", "")}
    assert booths == {
        "1-A01": "../../../en/exhibitors/yuance/",
        "1-A02": "../../../en/exhibitors/abb/",
        "1-A10": "../../../en/exhibitors/yuance/",
    }
    assert "1-A11" in {g.get("data-booth") for g in page.all("g")}


def test_a_hall_page_holds_what_the_viewer_and_its_start_need(site: dict[str, bytes]) -> None:
    page = Page(site["zh/halls/1/index.html"].decode())
    blocks = {given["id"]: text for given, text in page.scripts if "id" in given}
    data, boot = (json.loads(blocks[name]) for name in ("hallgen-page", "hallgen-boot"))
    assert re.fullmatch(r"[?-~]+", blocks["hallgen-plan"])
    assert data["shard"] in site
    assert data["root"] == boot["root"] == "../../../"
    assert data["languages"] == {"zh": "zh/halls/1/", "en": "en/halls/1/"}
    assert "loading" in data["strings"]
    assert boot["module"] == "viewer/main.js"
    assert [(m["address"], m["bytes"]) for m in boot["modules"]] == [
        ("viewer/main.js", 10),
        ("viewer/shared.js", 2),
    ]
    view = next(given for _, given in page.elements if given.get("id") == "hallgen-view")
    assert "hidden" in view
    begins = {a["data-booth"]: a["data-at"] for a in page.all("a") if "data-at" in a}
    shard = json.loads(site[data["shard"]])
    assert begins == {
        booth["id"]: "{x:g},{z:g},{heading:.0f}".format(**booth["view"])
        for booth in shard["booths"]
        if booth["exhibitors"]
    }


def test_pages_of_other_languages_show_the_name_there_is_and_mark_its_language(
    site: dict[str, bytes],
) -> None:
    chinese = site["zh/exhibitors/abb/index.html"].decode()
    assert '<span lang="en" dir="ltr">Able &amp; Bright' in chinese


def test_the_same_fair_gives_the_same_bytes(site: dict[str, bytes]) -> None:
    again = rendered(inputs_of(small_fair(), **{"exhibitors/old-name": "exhibitors/yuance"}))
    assert list(again) == list(site)
    assert again == site


def test_a_fair_of_nothing_but_a_hall_has_pages() -> None:
    nothing = {"booths": (), "areas": (), "gates": (), "zones": (), "name": Text()}
    bare = small_fair().halls[0].model_copy(update=nothing)
    files = rendered(inputs_of(fair_of(bare, languages=("ar",))))
    assert 'dir="rtl"' in files["ar/index.html"].decode()
    assert "<h1>القاعة 1</h1>" in files["ar/halls/1/index.html"].decode()
    assert "ar/products/index.html" not in files
    assert "ar/programme/index.html" not in files
    for path, text in html(files).items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], path


def test_characters_that_no_page_may_hold_are_left_out() -> None:
    fair = small_fair()
    odd = fair.exhibitors[0].model_copy(update={"name": Text.of(en="Yu\x0bance\x00", zh="远")})
    files = rendered(inputs_of(fair.model_copy(update={"exhibitors": (odd, *fair.exhibitors[1:])})))
    assert "<h1>Yuance</h1>" in files["en/exhibitors/yuance/index.html"].decode()
    ElementTree.fromstring(files["en/halls/1/plan.svg"])


def test_a_hall_that_could_not_be_laid_out_has_no_page() -> None:
    inputs = inputs_of(small_fair())
    index, _ = indexed(small_fair())
    without = type(inputs)(index, {}, {}, inputs.pictures, inputs.viewer)
    files = rendered(without)
    assert not [path for path in files if "/halls/" in path or path.startswith("tiles/")]
    assert "en/exhibitors/yuance/index.html" in files


@pytest.mark.parametrize("url", ["https://fair.example", "https://fair.example/2026/"])
def test_full_addresses_where_the_site_has_one(url: str) -> None:
    files = rendered(inputs_of(small_fair(), url))
    full = f"{url.rstrip('/')}/en/exhibitors/yuance/"
    page = Page(files["en/exhibitors/yuance/index.html"].decode())
    assert [link["href"] for link in page.all("link") if link["rel"] == "canonical"] == [full]
    assert f"<loc>{full}</loc>" in files["sitemap.xml"].decode()
    assert f"Sitemap: {url.rstrip('/')}/sitemap.xml" in files["robots.txt"].decode()
