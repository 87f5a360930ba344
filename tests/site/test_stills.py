"""Pictures of halls and booths on pages, where the build made some."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace

import html5lib
import pytest

from hallgen.site import addresses
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered

URL = "https://fair.example/2026"
STILLS = {
    addresses.booth_still("1-A01"): (640, 360),
    addresses.small_still("1-A01"): (256, 144),
    addresses.booth_still("1-A02"): (640, 360),
    addresses.small_still("1-A02"): (256, 144),
    addresses.hall_still("1"): (1280, 720),
    addresses.hall_overview("1"): (1280, 720),
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of a fair whose build took pictures, and that knows where it will be."""
    files = rendered(replace(inputs_of(small_fair(), URL), stills=STILLS))
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def images(page: str) -> list[dict[str, str]]:
    found = re.findall(r"<img ([^>]*)>", page)
    return [dict(re.findall(r'([a-z]+)="([^"]*)"', inside)) for inside in found]


def meta(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', page))


def test_pages_with_pictures_are_valid(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(page)
        assert parser.errors == [], path


def test_every_picture_of_a_page_was_made_and_has_its_size(pages: dict[str, str]) -> None:
    shown = set()
    for path, page in pages.items():
        for image in images(page):
            if "stills/" in image["src"]:
                where = posixpath.normpath(posixpath.join(posixpath.dirname(path), image["src"]))
                assert (int(image["width"]), int(image["height"])) == STILLS[where], path
                shown.add(where)
    assert shown == set(STILLS)


def test_an_exhibitor_is_shared_with_a_picture_of_its_booth(pages: dict[str, str]) -> None:
    said = meta(pages["en/exhibitors/yuance/index.html"])
    assert said["og:image"] == f"{URL}/stills/booths/1-A01.webp"
    assert (said["og:image:width"], said["og:image:height"]) == ("640", "360")
    assert said["twitter:card"] == "summary_large_image"


def test_a_hall_and_the_fair_are_shared_with_a_picture_from_the_door(pages: dict[str, str]) -> None:
    for path in ("zh/index.html", "en/halls/1/index.html"):
        assert meta(pages[path])["og:image"] == f"{URL}/stills/halls/1.webp"


def test_a_product_without_a_picture_is_shared_with_that_of_the_booth(
    pages: dict[str, str],
) -> None:
    assert meta(pages["en/products/evil-1/index.html"])["og:image"].endswith("booths/1-A02.webp")
    assert meta(pages["en/products/vmc-500/index.html"])["og:image"].endswith("media/vmc-400.webp")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Yuance CNC&#39;s booth A01 in Hall 1"),
        ("zh", "远策数控的展位 A01，1号馆"),
    ],
)
def test_the_picture_is_told_in_the_language_of_the_page(
    pages: dict[str, str], language: str, words: str
) -> None:
    page = pages[f"{language}/exhibitors/yuance/index.html"]
    first = next(image for image in images(page) if "stills/booths" in image["src"])
    assert first["alt"] == words
    assert "loading" not in first  # the first thing that a visitor sees


def test_lists_load_small_pictures_when_they_come_into_view(pages: dict[str, str]) -> None:
    for path in ("zh/exhibitors/index.html", "zh/halls/1/index.html"):
        small = [image for image in images(pages[path]) if "stills/small" in image["src"]]
        assert len(small) >= 2
        assert all(image["loading"] == "lazy" for image in small)
        assert all(image["alt"] for image in small)


def test_programs_find_the_picture(pages: dict[str, str]) -> None:
    page = pages["en/exhibitors/yuance/index.html"]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert data is not None
    assert json.loads(data[1])["image"] == ["https://fair.example/2026/stills/booths/1-A01.webp"]


def test_a_hall_is_seen_before_any_script_has_run(pages: dict[str, str]) -> None:
    page = pages["zh/halls/1/index.html"]
    first = images(page)[0]
    assert first["class"] == "hallgen-still"
    assert first["src"] == "../../../stills/halls/1.webp"
    assert first["alt"] == "走进1号馆时所见的景象"
    assert re.search(r'<div id="hallgen-view"[^>]* hidden>', page) is None
    assert '<div class="boot" hidden>' in page


def test_a_booth_that_nobody_took_a_picture_of_has_none(pages: dict[str, str]) -> None:
    page = pages["en/exhibitors/ghost/index.html"]
    assert "stills/" not in page
    assert "og:image" not in page


def test_a_site_without_an_address_says_no_full_one() -> None:
    files = rendered(replace(inputs_of(small_fair()), stills=STILLS))
    assert "og:image" not in files["en/exhibitors/yuance/index.html"].decode()


def test_messengers_find_a_square_picture_a_title_and_a_description() -> None:
    share, hall = addresses.share_still("1-A01"), addresses.hall_share("1")
    stills = {**STILLS, share: (400, 400), hall: (400, 400)}
    files = rendered(replace(inputs_of(small_fair(), URL), stills=stills))
    for path, picture in (("exhibitors/yuance", share), ("exhibitors/abb", hall), ("map", hall)):
        page = files[f"en/{path}/index.html"].decode()
        assert f'<meta itemprop="image" content="{URL}/{picture}">' in page
        assert '<meta itemprop="name" content="' in page
        assert '<meta itemprop="description" content="' in page
