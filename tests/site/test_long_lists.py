"""Lists of large fairs: no page holds all, and all are in some page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from hallgen.model import Exhibitor, Fair, Product, Text
from hallgen.site.sheets import sheets
from tests.site.test_pages import check_links, html
from tests.support.fairs import exhibitor, fair_of, product
from tests.support.sites import inputs_of, rendered

#: Three letters, one of them long; two categories, one of them a tree, and products in none.
LETTERS = ["A"] * 260 + ["B"] * 10 + ["Ä"] + ["数"] * 740
CATEGORIES = [Text.of(zh="机床 / 车床", en="Machine tools / Lathes")] * 125
CATEGORIES += [Text.of(zh="机床", en="Machine tools")] * 3
CATEGORIES += [Text.of(zh="机器人", en="Robots")] * 180
CATEGORIES += [Text()] * 2


def firms() -> Iterator[Exhibitor]:
    for number, letter in enumerate(LETTERS):
        name = Text.of(zh=f"{letter}公司{number}", en=f"{letter} Works {number}")
        yield exhibitor(f"firm-{number}", name=name)


def shown() -> Iterator[Product]:
    for number, category in enumerate(CATEGORIES):
        yield product(f"thing-{number}", "firm-0", category=category)


@pytest.fixture(scope="module")
def large() -> Fair:
    return fair_of(exhibitors=tuple(firms()), products=tuple(shown()))


@pytest.fixture(scope="module")
def site(large: Fair) -> dict[str, bytes]:
    return rendered(inputs_of(large))


def test_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    assert check_links(site) > 5000


def test_no_list_is_large(site: dict[str, bytes]) -> None:
    own = re.compile(r"(exhibitors/firm|products/thing)-")
    large = {path: len(text) for path, text in html(site).items() if not own.search(path)}
    assert max(large.values()) < 300_000, large
    assert all(text.count("card product-card") <= 120 for text in html(site).values())


def test_all_exhibitors_are_under_their_letters(site: dict[str, bytes]) -> None:
    pages = {path for path in site if path.startswith("en/exhibitors/under/")}
    letters = ["A", "A/2", "B", "~6f22~"]
    assert {f"en/exhibitors/under/{letter}/index.html" for letter in letters} <= pages
    text = "".join(site[path].decode() for path in sorted(pages))
    assert all(text.count(f'exhibitors/firm-{n}/"') == 1 for n in range(len(LETTERS)))
    first = site["en/exhibitors/index.html"].decode()
    assert first.count('class="row-link"') == 15
    assert "All 261" in first
    home = site["en/index.html"].decode()
    assert 'href="../en/exhibitors/under/A/"' in home


def test_a_letter_of_one_language_leads_to_the_list_in_others(site: dict[str, bytes]) -> None:
    text = site["zh/exhibitors/under/S/index.html"].decode()
    assert 'href="../../../../en/exhibitors/" hreflang="en"' in text
    assert 'href="../../../../zh/exhibitors/under/S/" hreflang="zh"' in text


def test_products_are_in_their_category_and_in_those_above(site: dict[str, bytes]) -> None:
    def of(place: str) -> set[str]:
        text = site[f"en/products/in/{place}/index.html"].decode()
        return set(re.findall(r"products/(thing-\d+)/", text))

    assert of("machine-tools-lathes") | of("machine-tools-lathes/2") == {
        f"thing-{n}" for n in range(125)
    }
    assert len(of("machine-tools") | of("machine-tools/2")) == 128
    assert len(of("robots")) == 120
    assert len(of("robots/2")) == 60
    assert of("-") == {"thing-308", "thing-309"}
    assert "en/products/in/robots/3/index.html" not in site
    first = site["en/products/index.html"].decode()
    assert first.count("card product-card") == 4 + 4 + 2
    assert "All 128" in first
    assert "en/products/in/machine-tools-lathes/" in site["sitemap.xml"].decode()


def test_pages_of_a_list_lead_to_each_other(site: dict[str, bytes]) -> None:
    text = site["en/products/in/robots/index.html"].decode()
    assert "Page 1 of 2" in text
    assert re.search(r'rel="next" href="[./]*en/products/in/robots/2/"', text)
    assert 'rel="prev"' not in text
    text = site["en/products/in/robots/2/index.html"].decode()
    assert re.search(r'rel="prev" href="[./]*en/products/in/robots/"', text)
    assert 'rel="next"' not in text


def test_small_lists_are_one_page() -> None:
    some = tuple(product(f"thing-{n}", "abb", category=Text.of(en=f"C{n}")) for n in range(300))
    files = rendered(inputs_of(fair_of(exhibitors=(exhibitor("abb"),), products=some)))
    assert not [path for path in files if "/in/" in path or "/under/" in path]
    assert files["en/products/index.html"].decode().count("card product-card") == 300


def test_a_list_of_nothing_has_no_sheets() -> None:
    assert list(sheets("en/x/", (), 3)) == []
    assert [(s.address, s.before, s.next) for s in sheets("en/x/", (1, 2, 3, 4), 3)] == [
        ("en/x/", None, "en/x/2/"),
        ("en/x/2/", "en/x/", None),
    ]
