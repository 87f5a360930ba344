"""Products out of Asset Administration Shells, by IDTA's submodels.

Digital Nameplate (IDTA 02006), Technical Data (02003), Handover Documentation (02004), Provision
of 3D Models (02026), Contact Information (02002). Elements are known by their short ids, which the
templates fix over their versions, while the ids of their semantics change with each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hallgen.diagnostics import Place
from hallgen.model import UNDETERMINED, Classification, Specification, Text
from hallgen.readers.catalogues.aas_tree import Concept, Environment, Node, Shell
from hallgen.readers.catalogues.types import CatalogueProduct, Contact, Files
from hallgen.readers.catalogues.units import value_text, with_unit

_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Where data sheets stand in the versions of Technical Data.
_SHEETS: Final = ("TechnicalProperties", "TechnicalPropertyAreas")
#: What stands in them only to lead elsewhere.
_NO_VALUES: Final = frozenset({"", "-", "n/a", "null", "none"})


def products_of(found: Environment, name: str) -> list[CatalogueProduct]:
    """A product for each shell; one for all submodels where there is no shell. `name` is what
    faults call the file. Templates, which only say what could be told, are none.
    """
    told = [one for one in found.submodels if not one.is_template]
    if not told:
        return []
    products: list[CatalogueProduct] = []
    taken: set[str] = set()
    for shell in found.shells:
        own = [one for one in told if one.id in shell.submodels]
        taken.update(one.id for one in own)
        if own:
            products.append(_product(shell, own, found, name))
    left = [one for one in told if one.id not in taken]
    if left and not products:
        nobody = Shell("", "", Text(), Text(), "", "", ())
        products.append(_product(nobody, left, found, name))
    return products


def _product(
    shell: Shell, submodels: Sequence[Node], found: Environment, name: str
) -> CatalogueProduct:
    whole = Node("environment", "", children=tuple(submodels))
    article = _said(
        whole,
        "ManufacturerArticleNumber",
        "ProductArticleNumberOfManufacturer",
        "ManufacturerOrderCode",
        "OrderCodeOfManufacturer",
    )
    files = _files(whole, shell)
    title = _text(whole, "ManufacturerProductDesignation") or shell.shown
    fallback = article or shell.name
    return CatalogueProduct(
        place=Place(name, item=shell.name or shell.id or None),
        name=title or Text.model_validate(fallback),
        id=article or shell.asset or shell.id,
        makers=tuple(dict.fromkeys(_makers(whole))),
        description=shell.description,
        category=_text(whole, "ManufacturerProductRoot", "ManufacturerProductFamily"),
        classifications=tuple(_classes(whole)),
        specifications=tuple(_sheet(whole, found)),
        images=tuple(files.images),
        model=next(iter(files.models), ""),
        video=next(iter(files.videos), ""),
        documents=tuple(files.documents),
        contact=_contact(whole),
    )


def _makers(whole: Node) -> Iterator[str]:
    for name in ("ManufacturerName", "Company", "CompanyName"):
        node = whole.find(name)
        if node is not None:
            yield from (words.strip('"') for _, words in node.said.said)
            if node.value:
                yield node.value


def _sheet(whole: Node, found: Environment) -> Iterator[Specification]:
    """The lines of the data sheet, each name once: areas tell the same by several systems."""
    seen: set[Text] = set()
    for name in _SHEETS:
        sheet = whole.find(name)
        for node in sheet.children if sheet is not None else ():
            for line in _lines(node, found):
                if line.name not in seen:
                    seen.add(line.name)
                    yield line


def _lines(node: Node, found: Environment) -> Iterator[Specification]:
    concept = next((found.concepts[id_] for id_ in node.means if id_ in found.concepts), None)
    name = _called(node, concept)
    unit = concept.unit if concept is not None else ""
    if node.kind == "submodelelementlist" and all(_is_value(one) for one in node.children):
        value = _several(node.children, unit)
        if name and value:
            yield Specification(name=name, value=value)
    elif node.kind in ("property", "multilanguageproperty", "range"):
        value = _several((node,), unit)
        if name and value:
            yield Specification(name=name, value=value)
    else:
        for child in node.children:
            yield from _lines(child, found)


def _is_value(node: Node) -> bool:
    return node.kind in ("property", "multilanguageproperty", "range")


def _several(nodes: Sequence[Node], unit: str) -> Text:
    """The values of nodes as one, in all the languages there are."""
    tags = dict.fromkeys(tag for node in nodes for tag, _ in node.said.said) or {UNDETERMINED: None}
    said: dict[str, str] = {}
    for tag in tags:
        values = [node.said.best(tag).strip('"') if node.said else node.value for node in nodes]
        values = [value for value in values if value.casefold() not in _NO_VALUES]
        said |= dict(value_text(with_unit(values, unit), tag).said) if values else {}
    return Text.model_validate(said)


def _called(node: Node, concept: Concept | None) -> Text:
    """What a line is called: by its concept, by itself, or else by its short id, in words."""
    if concept is not None and concept.name:
        return concept.name
    words = _CAMEL.sub(" ", node.name).replace("_", " ").split()
    return node.shown or Text.model_validate(" ".join(words).capitalize() if words else "")


def _classes(whole: Node) -> Iterator[Classification]:
    listed = whole.find("ProductClassifications")
    for one in listed.children if listed is not None else ():
        system = _said(one, "ClassificationSystem", "ProductClassificationSystem")
        version = _said(one, "ClassificationSystemVersion")
        code = _said(one, "ProductClassCodedName", "ProductClassId")
        if system and code:
            called = f"{system} {version}" if version and version not in system else system
            yield Classification(system=called, code=code, name=_text(one, "ProductClassName"))


def _files(whole: Node, shell: Shell) -> Files:
    """Pictures, documents and models, but for logos and marks of approval."""
    files = Files()
    passed = {
        id(inner)
        for node in whole.walk()
        if node.name in ("Markings", "CompanyLogo", "PreviewFile")
        for inner in node.walk()
    }
    for node in whole.walk():
        if node.kind == "file" and id(node) not in passed and node.value:
            files.add(node.value, node.mime)
    if not files.images:
        files.add(shell.thumbnail, "image/png")
    return files


def _contact(whole: Node) -> Contact:
    """The first contact, of Contact Information or on the nameplate."""
    node = whole.find("ContactInformation", "AddressInformation")
    logo = whole.find("CompanyLogo", "ManufacturerLogo")
    if node is None:
        return Contact(logo=logo.value if logo is not None else "")
    street, code = _text(node, "Street"), _text(node, "Zipcode").best()
    return Contact(
        website=_said(node, "AddressOfAdditionalLink"),
        email=_said(node, "EmailAddress"),
        phone=_said(node, "TelephoneNumber"),
        address=street,
        city=_with_code(_text(node, "CityTown"), code),
        country=_text(node, "NationalCode"),
        logo=logo.value if logo is not None else "",
    )


def _with_code(city: Text, code: str) -> Text:
    return Text.model_validate({tag: f"{code} {words}".strip() for tag, words in city.said})


def _text(node: Node, *names: str) -> Text:
    """What the first node of a name says, without the quotes of templates."""
    found = node.find(*names)
    if found is None:
        return Text()
    said = {tag: words.strip('"') for tag, words in found.said.said}
    return Text.model_validate(said or found.value)


def _said(node: Node, *names: str) -> str:
    return next((words for name in names if (words := _text(node, name).best("en"))), "")
