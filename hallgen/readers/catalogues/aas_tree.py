"""The Asset Administration Shell as one tree, whether it is JSON or XML, of version 2 or 3.

Of IDTA 01001 (metamodel) only what a catalogue needs: shells, submodels, their elements with what
they mean, and what concept descriptions call them. Read as it comes: one element that is not as it
should be is no reason to know nothing of a product (docs/decisions/0906-aas.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from hallgen.model import Text
from hallgen.readers.catalogues.languages import language_tag
from hallgen.readers.plans.markup import Element

#: Elements nested deeper are passed over.
_DEEPEST: Final = 40
#: Elements with elements in them, and parts of XML that are lists of elements.
_GROUPS: Final = frozenset(
    {"submodelelementcollection", "submodelelementlist", "entity", "submodel"}
)
_LISTS: Final = frozenset(
    {"submodelElements", "statements", "annotations", "submodels", "submodelRefs"}
)


@dataclass(frozen=True, slots=True)
class Node:
    """A submodel or an element of one. `kind` is its type in small letters ("property").

    `value` is a text; `said` a text in languages; `means` are the ids of its semantics.
    """

    kind: str
    name: str
    value: str = ""
    said: Text = field(default_factory=Text)
    mime: str = ""
    means: tuple[str, ...] = ()
    shown: Text = field(default_factory=Text)
    children: tuple[Node, ...] = ()
    id: str = ""
    is_template: bool = False

    def walk(self) -> Iterator[Node]:
        """Itself and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, *names: str) -> Node | None:
        """The first below it of one of these names, in the order of the names."""
        for name in names:
            for node in self.walk():
                if node is not self and node.name.rstrip("0123456789_") == name:
                    return node
        return None


@dataclass(frozen=True, slots=True)
class Shell:
    """An asset: what it is called, and the ids of the submodels that tell of it."""

    id: str
    name: str
    shown: Text
    description: Text
    asset: str
    thumbnail: str
    submodels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """What an element of a meaning is called, and in which unit its value is."""

    name: Text
    unit: str


@dataclass(frozen=True, slots=True)
class Environment:
    """All that a file tells."""

    shells: tuple[Shell, ...]
    submodels: tuple[Node, ...]
    concepts: Mapping[str, Concept]


def from_json(document: Mapping[str, Any]) -> Environment:
    """The environment in a JSON document."""
    concepts = {
        str(one.get("id") or _identification(one)): _concept(one)
        for one in _maps(document.get("conceptDescriptions"))
    }
    return Environment(
        tuple(_shell(one) for one in _maps(document.get("assetAdministrationShells"))),
        tuple(_node(one, 0) for one in _maps(document.get("submodels"))),
        concepts,
    )


def from_xml(root: Element) -> Environment:
    """The environment in an XML document: the same as JSON, once its elements are maps."""
    document = {
        name: [
            _as_map(one) for group in root.children if group.tag == name for one in group.children
        ]
        for name in ("assetAdministrationShells", "submodels", "conceptDescriptions")
    }
    return from_json(document)


def _node(said: Mapping[str, Any], depth: int) -> Node:
    kind = _kind(said)
    value = said.get("value")
    inner = [said.get(key) for key in ("submodelElements", "statements", "annotations")]
    inner += [value] if kind in _GROUPS and not isinstance(value, str) else []
    children = [one for group in inner for one in _maps(group)] if depth < _DEEPEST else []
    return Node(
        kind=kind,
        name=str(said.get("idShort") or ""),
        value=_range(said) if kind == "range" else str(value).strip() if _plain(value) else "",
        said=_texts(value) if kind == "multilanguageproperty" else Text(),
        mime=str(said.get("contentType") or said.get("mimeType") or ""),
        means=tuple(_keys(said.get("semanticId"))),
        shown=_texts(said.get("displayName")),
        children=tuple(_node(one, depth + 1) for one in children),
        id=str(said.get("id") or _identification(said)),
        is_template=str(said.get("kind") or "").casefold() == "template",
    )


def _shell(said: Mapping[str, Any]) -> Shell:
    asset = said.get("assetInformation")
    asset = asset if isinstance(asset, dict) else {}
    thumbnail = asset.get("defaultThumbnail")
    references = _maps(said.get("submodels")) or _maps(said.get("submodelRefs"))
    return Shell(
        id=str(said.get("id") or _identification(said)),
        name=str(said.get("idShort") or ""),
        shown=_texts(said.get("displayName")),
        description=_texts(said.get("description")),
        asset=str(asset.get("globalAssetId") or "") if _plain(asset.get("globalAssetId")) else "",
        thumbnail=str(thumbnail.get("path") or "") if isinstance(thumbnail, dict) else "",
        submodels=tuple(key for one in references for key in _keys(one)),
    )


def _concept(said: Mapping[str, Any]) -> Concept:
    """What IEC 61360 says of it, wherever in the concept that stands."""
    for one in _below(said):
        if "preferredName" in one:
            unit = one.get("unit")
            return Concept(_texts(one["preferredName"]), str(unit).strip() if _plain(unit) else "")
    return Concept(_texts(said.get("displayName")), "")


def _below(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _below(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _below(inner, depth + 1)


def _kind(said: Mapping[str, Any]) -> str:
    kind = said.get("modelType")
    name = kind.get("name") if isinstance(kind, dict) else kind
    return str(name or "").casefold()


def _keys(reference: object) -> list[str]:
    """The values of a reference's keys."""
    keys = reference.get("keys") if isinstance(reference, dict) else None
    return [str(key["value"]) for key in _maps(keys) if _plain(key.get("value"))]


def _identification(said: Mapping[str, Any]) -> str:
    """The id in version 2."""
    id_ = said.get("identification")
    return str(id_.get("id") or "") if isinstance(id_, dict) else ""


def _texts(value: object) -> Text:
    """A list of texts in languages; of two in one language, the first."""
    if isinstance(value, dict):
        value = value.get("langStrings") or [value]
    said: dict[str, str] = {}
    for one in _maps(value):
        if _plain(one.get("text")):
            said.setdefault(language_tag(str(one.get("language") or "")), str(one["text"]))
    return Text.model_validate(said)


def _range(said: Mapping[str, Any]) -> str:
    low, high = (str(said.get(key) or "").strip() for key in ("min", "max"))
    return f"{low} … {high}" if low and high else low or high


def _maps(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _as_map(element: Element) -> dict[str, Any]:
    """An element of XML as JSON has it: its parts by their names, lists as lists."""
    said: dict[str, Any] = {"modelType": element.tag}
    for child in element.children:
        if child.tag == "submodelElement":  # version 2 wraps each
            return _as_map(child.children[0]) if child.children else said
        said[child.tag] = _value(child, element.tag.casefold())
    return said


def _value(element: Element, of: str) -> object:
    """A part's value: a text, a list of texts in languages, of references' keys, of elements."""
    inner = element.children
    if not inner:
        return element.text.strip()
    if element.tag == "keys":
        return [_key(key) for key in inner]
    if all(_is_text(one) for one in inner):
        return [_lang(one) for one in inner]
    if element.tag in _LISTS or (element.tag == "value" and of in _GROUPS):
        wrapped = [
            one.children[0] if one.tag == "submodelElement" and one.children else one
            for one in inner
        ]
        return [_as_map(one) for one in wrapped]
    return {child.tag: _value(child, element.tag.casefold()) for child in inner}


def _key(element: Element) -> dict[str, str]:
    parts = {child.tag: child.text.strip() for child in element.children}
    return parts or {"value": element.text.strip()}  # version 2 has it in the key itself


def _is_text(element: Element) -> bool:
    return element.tag.startswith("langString")


def _lang(element: Element) -> dict[str, str]:
    parts = {child.tag: child.text.strip() for child in element.children}
    return parts or {"language": element.attributes.get("lang", ""), "text": element.text.strip()}
