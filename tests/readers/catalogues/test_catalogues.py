"""Catalogues as firms have them: products with everything that is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hallgen.codes import FILE_MISSING
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.model import Product, Text
from hallgen.readers.media_files import find_media
from tests.readers.catalogues.made import (
    BMECAT,
    JSON_LD,
    SHOPIFY,
    WOOCOMMERCE,
    XML2,
    XML3,
    aasx,
    environment,
    older,
    read,
)


def only(folder: Path, file: str, content: str, more: str = "") -> tuple[Product, list[str]]:
    """The one product of a file, and the codes of what is told besides hints."""
    (folder / file).write_text(content, encoding="utf-8")
    fair, found = read(folder, f"{{file: {file}{more}}}")
    (product,) = fair.products
    return product, [one.code for one in found if one.severity is not Severity.HINT]


def sheet(product: Product) -> list[tuple[dict[str, str], dict[str, str]]]:
    return [(dict(line.name.said), dict(line.value.said)) for line in product.specifications]


def test_bmecat_2005(tmp_path: Path) -> None:
    product, told = only(tmp_path, "catalogue.xml", BMECAT)
    assert told == []
    assert (product.id, product.exhibitor) == ("NS-30", "n")
    assert dict(product.name.said) == {"de": "Näherungsschalter", "en": "Proximity switch"}
    assert product.description == Text.of(de="Robust.")
    assert product.category == Text.of(de="Sensoren > Induktiv")
    assert [(one.system, one.code) for one in product.classifications] == [
        ("ECLASS-13.0", "27274001"),
        ("ETIM-8.0", "EC002714"),
    ]
    assert sheet(product) == [
        ({"de": "Durchmesser", "en": "Diameter"}, {"und": "30 mm"}),
        ({"de": "Gehäuse"}, {"de": "Messing", "en": "brass"}),
        ({"de": "Schutzart", "en": "Protection"}, {"de": "IP67"}),
        ({"und": "GTIN"}, {"und": "4006381333931"}),
    ]
    assert product.images == (Path("files/ns30.jpg"),)
    assert product.model == Path("files/ns30.STEP")
    assert product.media.documents == (Path("files/ns30.pdf"),)
    assert product.place.line == BMECAT[: BMECAT.index("<PRODUCT mode")].count("\n") + 1


def test_bmecat_1_2_says_the_same(tmp_path: Path) -> None:
    product, told = only(tmp_path, "catalogue.xml", older(BMECAT))
    assert told == []
    assert product.id == "NS-30"
    assert product.category == Text.of(de="Sensoren > Induktiv")
    assert product.classifications[0].code == "27274001"
    assert product.model == Path("files/ns30.STEP")


def test_what_a_catalogue_says_of_its_maker_fills_gaps(tmp_path: Path) -> None:
    (tmp_path / "catalogue.xml").write_text(BMECAT, encoding="utf-8")
    aasx(tmp_path / "arm.aasx", {})
    fair, _ = read(tmp_path, "{file: catalogue.xml}, {file: arm.aasx}")
    north, coast, _ = fair.exhibitors
    assert (north.website, north.email) == ("https://nordlicht.example", "info@nordlicht.example")
    assert (north.phone, north.city) == ("+49 421 5550100", Text.of(de="Bremen"))
    assert (coast.email, coast.city) == ("own@coast.example", Text.of(en="Portsea"))


def test_aasx_with_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    aasx(tmp_path / "arm.aasx", {"aasx/files/arm.png": b"picture", "aasx/files/arm.step": b"ISO"})
    fair, found = read(tmp_path, "{file: arm.aasx}")
    (product,) = fair.products
    assert [one.code for one in found if one.severity is not Severity.HINT] == []
    assert (product.id, product.exhibitor) == ("CR-12", "c")
    assert dict(product.name.said) == {"en": "Arm", "zh": "机械臂"}
    assert sheet(product) == [
        ({"en": "Payload", "de": "Traglast"}, {"und": "12 kg"}),
        ({"und": "Working temperature"}, {"und": "0 … 45"}),
        ({"und": "Housing"}, {"en": "steel", "de": "Stahl"}),
    ]
    assert [(one.system, one.code) for one in product.classifications] == [
        ("ECLASS 13.0", "36-04-90-01")
    ]
    assert product.images == (Path("arm.aasx/aasx/files/arm.png"),)
    told = Diagnostics()
    picture = find_media(tmp_path, product.images[0], product.place, told)
    assert picture is not None
    assert picture.read_bytes() == b"picture"
    assert len(told) == 0
    (document,) = product.media.documents
    assert find_media(tmp_path, document, product.place, told) is None
    assert [one.code for one in told] == [FILE_MISSING.code]


@pytest.mark.parametrize(("name", "text"), [("a.xml", XML3), ("a.xml", XML2)])
def test_aas_in_xml_of_both_versions(tmp_path: Path, name: str, text: str) -> None:
    product, told = only(tmp_path, name, text)
    assert told == []
    assert (product.exhibitor, product.name) == ("c", Text.of(en="Arm"))
    assert sheet(product) == [({"und": "Max reach"}, {"und": "1400"})]


def test_aas_in_json_and_a_template_of_it(tmp_path: Path) -> None:
    product, told = only(tmp_path, "arm.json", json.dumps(environment()))
    assert told == []
    assert product.id == "CR-12"
    (tmp_path / "arm.json").write_text(json.dumps(environment(kind="Template")))
    fair, found = read(tmp_path, "{file: arm.json}")
    assert fair.products == ()
    assert "H172" in [one.code for one in found]


def test_json_ld_in_a_saved_page(tmp_path: Path) -> None:
    blocks = [
        "<!doctype html><title>Lathe</title>",
        '<script type="application/ld+json">{"@context": "https://schema.org", oops}</script>',
        '<SCRIPT type="application/ld+json; charset=utf-8">',
        json.dumps(JSON_LD),
        "</SCRIPT><p>Only 1 left!</p><script>document.title = 'no'</script>",
    ]
    product, told = only(tmp_path, "shop.html", "\n".join(blocks))
    assert told == []
    assert (product.id, product.exhibitor, product.place.line) == ("LATHE-1", "s", 4)
    assert dict(product.name.said) == {"en": "Lathe", "zh": "车床"}


def test_json_ld(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "lathe.jpg").write_bytes(b"jpg")
    product, told = only(tmp_path, "shop.jsonld", json.dumps(JSON_LD))
    assert told == []
    assert (product.id, product.exhibitor) == ("LATHE-1", "s")
    assert dict(product.name.said) == {"en": "Lathe", "zh": "车床"}
    assert product.description.best() == "Five sides & more"
    assert product.category.best() == "Machine tools > Lathes"
    assert [(one.system, one.code) for one in product.classifications] == [("UNSPSC", "23242101")]
    assert sheet(product) == [
        ({"und": "Power"}, {"und": "15 kW"}),
        ({"und": "Speed"}, {"und": "50 … 4000 rpm"}),
        ({"en": "Weight"}, {"und": "4.5 t"}),
    ]
    assert product.images == (Path("media/lathe.jpg"), Path("lathe-2.png"))
    assert product.model == Path("lathe.glb")


def test_shopify(tmp_path: Path) -> None:
    product, told = only(tmp_path, "shop.csv", SHOPIFY)
    assert told == []
    assert (product.id, product.exhibitor) == ("pump", "s")
    assert product.description.best() == "- quiet\n- small"
    assert sheet(product) == [
        ({"und": "Size"}, {"und": "S, L"}),
        ({"und": "Weight"}, {"und": "1.5 kg"}),
    ]


def test_woocommerce_of_a_firm_that_fair_yaml_names(tmp_path: Path) -> None:
    product, told = only(tmp_path, "shop.csv", WOOCOMMERCE, ", exhibitor: Coast Robotics")
    assert told == []
    assert (product.id, product.exhibitor) == ("GR-1", "c")
    assert product.category.best() == "Robots > Grippers"
    assert sheet(product) == [
        ({"und": "Fingers"}, {"und": "2, 3"}),
        ({"und": "Weight"}, {"und": "0.8 kg"}),
    ]


def test_a_maker_that_nobody_is_is_told_once(tmp_path: Path) -> None:
    text = SHOPIFY.replace("Sample Machine Works", "Sample Machines")
    (tmp_path / "shop.csv").write_text(text.replace("FALSE", "TRUE"))
    fair, found = read(tmp_path, "{file: shop.csv}")
    assert fair.products == ()
    (fault,) = [one for one in found if one.code == "H173"]
    assert "'Sample Machines', whose 2 product(s)" in fault.message
    assert "Sample Machine Works" in fault.advice
    assert "exhibitor: " in fault.advice
