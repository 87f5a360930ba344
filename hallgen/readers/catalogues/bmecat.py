"""BMEcat 1.2 and 2005: products, data sheets, classes, catalogue groups and files of a supplier.

An ARTICLE of 1.2 is a PRODUCT of 2005, and so are the elements in it; both are read by one way.
Prices are passed over: a site shows none. (BMEcat 2005 specification, BME/ECLASS e.V.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from hallgen.diagnostics import Place
from hallgen.model import UNDETERMINED, Classification, Specification, Text
from hallgen.readers.catalogues.html_text import html_text
from hallgen.readers.catalogues.languages import language_tag
from hallgen.readers.catalogues.types import CatalogueProduct, Contact, Files, merged
from hallgen.readers.catalogues.units import value_text, with_unit
from hallgen.readers.plans.markup import Element

ROOT: Final = "BMECAT"
#: A catalogue group deeper than this refers to itself.
_DEEPEST: Final = 20
#: Pictures that a page does not want.
_SMALL: Final = ("thumbnail", "icon", "logo")


def read_bmecat(root: Element, name: str) -> list[CatalogueProduct]:
    """The products of the catalogue in `root`, whose file faults call `name`."""
    return list(_Catalogue(root, name).products())


@dataclass
class _Catalogue:
    root: Element
    name: str
    language: str = field(init=False)
    groups: dict[str, _Group] = field(init=False)
    group_of: dict[str, str] = field(init=False)
    features: dict[str, Text] = field(init=False)

    def __post_init__(self) -> None:
        header = _child(self.root, "HEADER")
        catalogue = _child(header, "CATALOG")
        languages = _all(catalogue, "LANGUAGE")
        default = [one for one in languages if one.attributes.get("default") == "true"]
        first = next(iter(default or languages), None)
        self.language = language_tag(first.text) if first is not None else UNDETERMINED
        self.mime_root = _text(catalogue, "MIME_ROOT")
        supplier = _child(header, "SUPPLIER")
        parties = {_text(one, "PARTY_ID"): one for one in _below(header, "PARTY")}
        known = parties.get(_text(header, "SUPPLIER_IDREF"))
        self.supplier = _text(supplier, "SUPPLIER_NAME")
        if not self.supplier and known is not None:
            self.supplier = next((e.text.strip() for e in _below(known, "NAME")), "")
        self.contact = self._contact(supplier if supplier is not None else known)
        self.groups = self._groups()
        self.group_of = dict(self._mapped())
        self.features = {
            _text(one, "FT_ID"): self._said(one, "FT_NAME")
            for one in _below(self.root, "CLASSIFICATION_SYSTEM_FEATURE_TEMPLATE")
        }

    def products(self) -> Iterator[CatalogueProduct]:
        bodies = (one for one in self.root.children if one.tag != "T_UPDATE_PRICES")
        for element in (element for body in bodies for element in body.children):
            deleted = element.attributes.get("mode") == "delete"
            if element.tag in ("ARTICLE", "PRODUCT") and not deleted:
                yield self._product(element)

    def _product(self, element: Element) -> CatalogueProduct:
        details = _any(element, "PRODUCT_DETAILS", "ARTICLE_DETAILS")
        id_ = _first(element, "SUPPLIER_PID", "SUPPLIER_AID")
        maker = _text(details, "MANUFACTURER_NAME")
        features = [
            *_all(element, "PRODUCT_FEATURES"),
            *_all(element, "ARTICLE_FEATURES"),
        ]
        files = self._files(element)
        return CatalogueProduct(
            place=Place(self.name, element.line, id_ or None),
            name=self._said(details, "DESCRIPTION_SHORT"),
            id=id_,
            makers=merged([(self.supplier, maker)]),
            description=self._said(details, "DESCRIPTION_LONG"),
            category=self._category(id_, features),
            classifications=tuple(self._classes(features)),
            specifications=(
                *(line for one in features for line in self._lines(one)),
                *_numbers(details, id_),
            ),
            images=tuple(files.images),
            model=next(iter(files.models), ""),
            video=next(iter(files.videos), ""),
            documents=tuple(files.documents),
            contact=self.contact,
        )

    def _lines(self, features: Element) -> Iterator[Specification]:
        for one in _all(features, "FEATURE"):
            name = self._said(one, "FNAME") or self.features.get(_text(one, "FT_IDREF"), Text())
            if not name:
                name = Text.model_validate(_text(one, "FT_IDREF"))
            values = [value for value in _all(one, "FVALUE") if value.text.strip()]
            values += [v for way in _below(one, "VARIANT") for v in _all(way, "FVALUE")]
            unit = _text(one, "FUNIT")
            by_tag: dict[str, list[str]] = {}
            for value in values:
                by_tag.setdefault(self._tag(value), []).append(html_text(value.text))
            said: dict[str, str] = {}
            for tag, items in by_tag.items():
                said |= dict(value_text(with_unit(items, unit), tag).said)
            if name and said:
                yield Specification(name=name, value=Text.model_validate(said))

    def _classes(self, features: list[Element]) -> Iterator[Classification]:
        """The classes of systems that firms share; a supplier's own is its category."""
        for one in features:
            system = _text(one, "REFERENCE_FEATURE_SYSTEM_NAME")
            code = _text(one, "REFERENCE_FEATURE_GROUP_ID")
            if system and code and not system.casefold().startswith("udf_"):
                group = self.groups.get(f"{system}\n{code}")
                named = self._said(one, "REFERENCE_FEATURE_GROUP_NAME")
                name = named or (group.name if group else Text())
                yield Classification(system=system, code=code, name=name)

    def _category(self, id_: str, features: list[Element]) -> Text:
        """The path of the product's group in the catalogue, or in the supplier's own system."""
        own = [
            f"{_text(one, 'REFERENCE_FEATURE_SYSTEM_NAME')}\n"
            f"{_text(one, 'REFERENCE_FEATURE_GROUP_ID')}"
            for one in features
            if _text(one, "REFERENCE_FEATURE_SYSTEM_NAME").casefold().startswith("udf_")
        ]
        for key in (self.group_of.get(id_, ""), *own):
            if key in self.groups:
                return self._path(key)
        return Text()

    def _path(self, key: str) -> Text:
        names: list[Text] = []
        for _ in range(_DEEPEST):
            group = self.groups.get(key)
            if group is None:
                break
            if not group.is_root:
                names.insert(0, group.name)
            key = group.parent
        tags = dict.fromkeys(tag for name in names for tag, _ in name.said)
        return Text.model_validate(
            {tag: " > ".join(name.best(tag) for name in names if name) for tag in tags}
        )

    def _groups(self) -> dict[str, _Group]:
        """Groups of the catalogue and of its classification systems, by system and id."""
        found: dict[str, _Group] = {}
        for one in _below(self.root, "CATALOG_STRUCTURE"):
            name, parent = self._said(one, "GROUP_NAME"), _text(one, "PARENT_ID")
            root = one.attributes.get("type") == "root"
            found[f"\n{_text(one, 'GROUP_ID')}"] = _Group(name, f"\n{parent}", root)
        for system in _below(self.root, "CLASSIFICATION_SYSTEM"):
            called = _text(system, "CLASSIFICATION_SYSTEM_NAME")
            for one in _below(system, "CLASSIFICATION_GROUP"):
                key = f"{called}\n{_text(one, 'CLASSIFICATION_GROUP_ID')}"
                parent = f"{called}\n{_text(one, 'CLASSIFICATION_GROUP_PARENT_ID')}"
                found[key] = _Group(self._said(one, "CLASSIFICATION_GROUP_NAME"), parent)
        return found

    def _mapped(self) -> Iterator[tuple[str, str]]:
        for tag, id_ in (
            ("ARTICLE_TO_CATALOGGROUP_MAP", "ART_ID"),
            ("PRODUCT_TO_CATALOGGROUP_MAP", "PROD_ID"),
        ):
            for one in _below(self.root, tag):
                yield _text(one, id_), f"\n{_text(one, 'CATALOG_GROUP_ID')}"

    def _files(self, element: Element) -> Files:
        files = Files()
        small: list[tuple[str, str]] = []
        for one in _below(_child(element, "MIME_INFO"), "MIME"):
            mime, source = _text(one, "MIME_TYPE"), self._file(_text(one, "MIME_SOURCE"))
            if _text(one, "MIME_PURPOSE") in _SMALL:
                small.append((source, mime))
            else:
                files.add(source, mime)
        if not files.images:
            for source, mime in small:
                files.add(source, mime)
        return files

    def _file(self, source: str) -> str:
        """A file under the catalogue's root of files, unless it is a whole address itself."""
        source = source.replace("\\", "/")
        if not source or "://" in source or not self.mime_root:
            return source
        return f"{self.mime_root.rstrip('/')}/{source.lstrip('/')}"

    def _contact(self, party: Element | None) -> Contact:
        address = next(iter(_below(party, "ADDRESS")), None)
        logos = [
            self._file(_text(one, "MIME_SOURCE"))
            for one in _below(party, "MIME")
            if _text(one, "MIME_PURPOSE") == "logo"
        ]
        return Contact(
            website=_text(address, "URL"),
            email=_text(address, "EMAIL"),
            phone=_text(address, "PHONE"),
            address=self._said(address, "STREET"),
            city=self._said(address, "CITY"),
            country=self._said(address, "COUNTRY"),
            logo=logos[0] if logos else "",
        )

    def _said(self, element: Element | None, tag: str) -> Text:
        """A text in the languages that it is given in."""
        return Text.model_validate(
            {self._tag(one): html_text(one.text) for one in _all(element, tag)}
        )

    def _tag(self, element: Element) -> str:
        said = element.attributes.get("lang", "")
        return language_tag(said) if said else self.language


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of products, and the key of the one that it is in."""

    name: Text
    parent: str
    is_root: bool = False


def _numbers(details: Element | None, id_: str) -> Iterator[Specification]:
    """The numbers that the trade knows a product by, where they are not its id."""
    gtin = _first(details, "INTERNATIONAL_PID", "EAN")
    mpn = _first(details, "MANUFACTURER_PID", "MANUFACTURER_AID")
    for name, number in (("GTIN", gtin), ("MPN", mpn)):
        if number and number != id_:
            yield Specification(name=Text.model_validate(name), value=Text.model_validate(number))


def _child(element: Element | None, tag: str) -> Element | None:
    return next(iter(_all(element, tag)), None)


def _any(element: Element, *tags: str) -> Element | None:
    return next((one for tag in tags if (one := _child(element, tag)) is not None), None)


def _all(element: Element | None, tag: str) -> list[Element]:
    return [] if element is None else [one for one in element.children if one.tag == tag]


def _below(element: Element | None, tag: str) -> Iterator[Element]:
    """Every element of a name under another, however deep."""
    for one in element.children if element is not None else ():
        if one.tag == tag:
            yield one
        else:
            yield from _below(one, tag)


def _text(element: Element | None, tag: str) -> str:
    one = _child(element, tag)
    return "" if one is None else " ".join(one.text.split())


def _first(element: Element | None, *tags: str) -> str:
    return next((said for tag in tags if (said := _text(element, tag))), "")
