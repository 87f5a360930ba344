"""Products in JSON-LD of schema.org, as shops and makers put it into their pages.

Documents and contexts that it refers to are not fetched: names are taken for those of schema.org.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from hallgen.diagnostics import Place
from hallgen.model import UNDETERMINED, Classification, Specification, Text
from hallgen.readers.catalogues.html_text import html_text
from hallgen.readers.catalogues.languages import language_tag
from hallgen.readers.catalogues.types import CatalogueProduct, Contact, Files
from hallgen.readers.catalogues.units import value_text, with_unit
from hallgen.readers.lined import Lined

_PRODUCTS: Final = frozenset({"Product", "ProductModel", "IndividualProduct", "Vehicle"})
_DEEPEST: Final = 40
#: Properties with a quantity, and what they are called in a data sheet.
_QUANTITIES: Final = ("width", "height", "depth", "weight")
_NUMBERS: Final = {"gtin": "GTIN", "gtin13": "GTIN", "gtin14": "GTIN", "gtin12": "GTIN",
                   "gtin8": "GTIN", "mpn": "MPN"}  # fmt: skip


def is_json_ld(document: object) -> bool:
    """Whether a JSON document says that its words are those of schema.org."""
    items = document if isinstance(document, list) else [document]
    return any(
        isinstance(item, dict) and "schema.org" in str(item.get("@context", "")) for item in items
    )


def read_schema_org(document: object, name: str) -> list[CatalogueProduct]:
    """Every product in the document, however deep; variants of a group are products."""
    contexts = document if isinstance(document, list) else [document]
    language = next(
        (_language(item["@context"]) for item in contexts if isinstance(item, dict)
         and "@context" in item), UNDETERMINED,
    )  # fmt: skip
    return [_product(node, name, language) for node in _products(document, 0)]


def _products(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _products(item, depth + 1)
    elif isinstance(value, dict):
        if _PRODUCTS & set(_types(value)):
            yield value
            return  # what is similar or sold with it is another's to tell
        for inner in value.values():
            yield from _products(inner, depth + 1)


def _product(node: dict[str, Any], name: str, language: str) -> CatalogueProduct:
    files = Files()
    for image in _each(node.get("image")):
        files.add(_address(image), "image/*")
    for key in ("subjectOf", "associatedMedia", "encoding", "documentation"):
        for thing in _each(node.get(key)):
            _add_file(files, thing)
    makers = [m for key in ("manufacturer", "brand", "seller") for m in _each(node.get(key))]
    sku = _plain(node.get("sku")) or _plain(node.get("productID")) or _plain(node.get("mpn"))
    return CatalogueProduct(
        place=Place(name, node.line if isinstance(node, Lined) else None, sku or None),
        name=_text(node.get("name"), language),
        id=sku or _plain(node.get("@id")),
        makers=tuple(
            dict.fromkeys(words for m in makers for words in _names(m, language) if words)
        ),
        description=_text(node.get("description"), language),
        category=_category(node, language),
        classifications=tuple(_classes(node, language)),
        specifications=tuple(_lines(node, language, sku)),
        images=tuple(files.images),
        model=next(iter(files.models), ""),
        video=next(iter(files.videos), ""),
        documents=tuple(files.documents),
        contact=_contact(makers, language),
    )


def _add_file(files: Files, thing: object) -> None:
    """A file, or a thing that has its files as encodings, such as a 3DModel."""
    if isinstance(thing, dict):
        for encoding in _each(thing.get("encoding")):
            _add_file(files, encoding)
        files.add(_address(thing), _plain(thing.get("encodingFormat")))
    else:
        files.add(_plain(thing))


def _lines(node: Mapping[str, Any], language: str, sku: str) -> Iterator[Specification]:
    for one in _each(node.get("additionalProperty")):
        if isinstance(one, dict):
            name, value = _text(one.get("name"), language), _value(one, language)
            if name and value:
                yield Specification(name=name, value=value)
    for key in _QUANTITIES:
        for one in _each(node.get(key)):
            value = _value(one, language) if isinstance(one, dict) else _text(one, language)
            if value:
                yield Specification(name=Text.of(en=key.capitalize()), value=value)
    seen: set[str] = {sku}
    for key, called in _NUMBERS.items():
        number = _plain(node.get(key))
        if number and number not in seen:
            seen.add(number)
            yield Specification(name=Text.model_validate(called), value=Text.model_validate(number))


def _value(one: Mapping[str, Any], language: str) -> Text:
    """A PropertyValue's or a QuantitativeValue's value, with its unit."""
    unit = _plain(one.get("unitText")) or _plain(one.get("unitCode"))
    low, high = _plain(one.get("minValue")), _plain(one.get("maxValue"))
    value = one.get("value")
    if value is None and (low or high):
        both = f"{low} … {high}" if low and high else low or high
        return Text.model_validate(with_unit([both], unit))
    values = _each(value)
    if any(isinstance(item, dict) for item in values):
        if all(isinstance(item, dict) and "@value" not in item for item in values):
            return _value(values[0], language) if values else Text()
        return _text(value, language)
    words = with_unit([_plain(item) for item in values], unit)
    return value_text(words, language) if words else Text()


def _classes(node: Mapping[str, Any], language: str) -> Iterator[Classification]:
    for key in ("category", "hasCategoryCode", "additionalType"):
        for one in _each(node.get(key)):
            if isinstance(one, dict) and (code := _plain(one.get("codeValue"))):
                system = one.get("inCodeSet")
                called = system.get("name") if isinstance(system, dict) else system
                name = _text(one.get("name"), language)
                yield Classification(system=_plain(called) or "code", code=code, name=name)


def _category(node: Mapping[str, Any], language: str) -> Text:
    for one in _each(node.get("category")):
        words = one.get("name") if isinstance(one, dict) and "codeValue" in one else one
        text = _text(words, language)
        if text and "://" not in text.best():
            return text
    return Text()


def _contact(makers: list[Any], language: str) -> Contact:
    for one in makers:
        if not isinstance(one, dict):
            continue
        address = one.get("address")
        where = address if isinstance(address, dict) else {}
        return Contact(
            website=_plain(one.get("url")),
            email=_plain(one.get("email")).removeprefix("mailto:"),
            phone=_plain(one.get("telephone")),
            address=_text(where.get("streetAddress") or (address if not where else ""), language),
            city=_text(where.get("addressLocality"), language),
            country=_text(where.get("addressCountry"), language),
            logo=next((_address(logo) for logo in _each(one.get("logo"))), ""),
        )
    return Contact()


def _names(maker: object, language: str) -> list[str]:
    text = _text(maker.get("name") if isinstance(maker, dict) else maker, language)
    return [words for _, words in text.said]


def _text(value: object, language: str) -> Text:
    """A text: a string, one with its language, a list of those, or a map of languages."""
    said: dict[str, str] = {}
    for one in _each(value):
        if isinstance(one, dict):
            words, tag = _plain(one.get("@value")), _plain(one.get("@language"))
            if words:
                said.setdefault(language_tag(tag) if tag else language, html_text(words))
            elif "@type" not in one and all(isinstance(v, str) for v in one.values()):
                for key, words in one.items():
                    said.setdefault(language_tag(key), html_text(words))
            elif name := _plain(one.get("name")):
                said.setdefault(language, html_text(name))
        elif words := _plain(one):
            said.setdefault(language, html_text(words))
    return Text.model_validate(said)


def _address(thing: object) -> str:
    if isinstance(thing, dict):
        said = (_plain(thing.get(key)) for key in ("contentUrl", "url", "@id"))
        return next(filter(None, said), "")
    return _plain(thing)


def _each(value: object) -> list[Any]:
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    return [] if value is None else value if isinstance(value, list) else [value]


def _types(node: Mapping[str, Any]) -> list[str]:
    return [str(one).rpartition("/")[2].rpartition(":")[2] for one in _each(node.get("@type"))]


def _language(context: object) -> str:
    said = [one.get("@language") for one in _each(context) if isinstance(one, dict)]
    return next((language_tag(str(one)) for one in said if one), UNDETERMINED)


def _plain(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
