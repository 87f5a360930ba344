"""Products on their exhibitors' pages: everything that led to their own pages leads there."""

from __future__ import annotations

import json
import re

import pytest

from hallgen.model import Files, ProductPages, Publishing
from hallgen.site import files_of, search_files, search_records
from tests.site.test_pages import check_links, html
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered

PRODUCT = "exhibitors/yuance/#product-vmc-500"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    publishing = Publishing(products=ProductPages.EXHIBITOR, files=Files.FEW)
    fair = small_fair().model_copy(update={"publishing": publishing})
    return rendered(inputs_of(fair, **{"products/old-vmc": "products/vmc-500"}))


def test_every_link_leads_somewhere(files: dict[str, bytes]) -> None:
    assert not [path for path in files if re.match(r"(zh|en)/products/(?!old-vmc|index)", path)]
    assert check_links(files) > 400


def test_the_exhibitor_page_says_what_the_product_page_would(files: dict[str, bytes]) -> None:
    page = html(files)["en/exhibitors/yuance/index.html"]
    assert 'id="product-vmc-500"' in page
    assert f'data-address="{PRODUCT}"' in page
    assert 'data-product="yuance/vmc-500"' in page
    assert "?product=vmc-500#enquiry" in page
    cards = re.findall(r'id="(hallgen-card[^"]*)">(.*?)</script>', page)
    assert {name: json.loads(card)["address"] for name, card in cards} == {
        "hallgen-card": "exhibitors/yuance/",
        "hallgen-card-product-vmc-500": PRODUCT,
    }
    said = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', page)]
    assert [one["@type"] for one in said] == ["Organization", "Product", "BreadcrumbList"]


def test_lists_the_hall_and_old_addresses_lead_to_the_part(files: dict[str, bytes]) -> None:
    shard = json.loads(files["tiles/1/hall.en.json"])
    assert shard["products"]["vmc-500"]["page"] == f"en/{PRODUCT}"
    assert f'href="../../en/{PRODUCT}"' in html(files)["en/products/index.html"]
    assert f"url=../../../zh/{PRODUCT}" in html(files)["zh/products/old-vmc/index.html"]


def test_the_search_finds_the_part_and_has_fewer_files() -> None:
    publishing = Publishing(products=ProductPages.EXHIBITOR, files=Files.FEW)
    inputs = inputs_of(small_fair().model_copy(update={"publishing": publishing}))
    pages = [record.shown.page for record in search_records(inputs)]
    assert f"zh/{PRODUCT}" in pages
    entry = json.loads(next(search_files(search_records(inputs), files_of(publishing))).data)
    assert entry["at_once"] == 64
