"""Headers of real lists in several languages and what they are taken for."""

from __future__ import annotations

import pytest

from hallgen.readers.fields import TableKind, is_field, meanings
from hallgen.readers.languages import guess_languages, language_of


def columns(kind: TableKind, *headers: str) -> dict[str, str]:
    return {meaning.field: meaning.column for meaning in meanings(kind, headers)}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            ["公司名称（中文）", "公司名称(英文)", "展位号", "简介"],
            {"name.zh": "公司名称（中文）", "name.en": "公司名称(英文)"},
        ),
        (["id", "exhibitorId", "companyName", "hallRaw", "standRaw"], {"name": "companyName"}),
        (
            ["업체명(국문)", "업체명(영문)", "부스번호"],
            {"booth": "부스번호", "name.ko": "업체명(국문)"},
        ),
        (["会社名", "小間番号", "ホームページ"], {"name": "会社名", "website": "ホームページ"}),
        (["Firma", "Halle/Stand", "Land", "Internet"], {"booth": "Halle/Stand", "country": "Land"}),
        (["Nom", "Numéro de stand", "Pays"], {"name": "Nom", "booth": "Numéro de stand"}),
        (["company_name", "stand", "description_es"], {"intro.es": "description_es"}),
        (["booth_id", "shop_name", "shop_url"], {"booth": "booth_id", "website": "shop_url"}),
        (["fields.exhname_t", "fields.hallid_la"], {"hall": "fields.hallid_la"}),
        (["Exhibtor name", "Both number"], {"name": "Exhibtor name"}),
        (["ko", "en", "country"], {"name.ko": "ko", "name.en": "en"}),
    ],
)
def test_exhibitors(headers: list[str], expected: dict[str, str]) -> None:
    assert expected.items() <= columns(TableKind.EXHIBITORS, *headers).items()


def test_products_and_booths() -> None:
    found = columns(TableKind.PRODUCTS, "id", "name_zh", "exhibitor", "spec: Payload", "参数:重量")
    assert found["spec.Payload"] == "spec: Payload"
    assert found["spec.重量"] == "参数:重量"
    booths = columns(TableKind.BOOTHS, "id", "gridX", "gridY", "gridW", "gridH")
    assert set(booths) == {"number", "x", "y", "width", "depth"}


def test_no_column_is_two_fields() -> None:
    found = columns(TableKind.EXHIBITORS, "name", "name", "id", "exhibitor id")
    assert len(set(found.values())) == len(found)


def test_fields_that_fair_yaml_may_name() -> None:
    assert is_field(TableKind.EXHIBITORS, "name.zh")
    assert not is_field(TableKind.EXHIBITORS, "booth.zh")
    assert not is_field(TableKind.EXHIBITORS, "nam")
    assert is_field(TableKind.PRODUCTS, "spec.Payload")
    assert not is_field(TableKind.PRODUCTS, "spec")


def test_a_column_has_the_language_of_its_script() -> None:
    assert language_of(["上海示例", "北京示例 ABC", "Sample"], ["zh", "en"]) == "zh"
    assert language_of(["Sample", "Other"], ["zh", "de", "en"]) == "de"
    assert language_of(["サンプル", "見本"], ["zh", "ja"]) == "ja"
    assert language_of(["見本市"], ["ja", "en"]) == "ja"
    assert language_of(["Sample"], ["zh"]) is None
    assert language_of(["12", ""], ["zh"]) is None
    assert guess_languages(["見本サンプル", "株式会社", "Sample"]) == ("ja", "en")
