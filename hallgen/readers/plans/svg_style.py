"""Just enough of SVG's styling to know what is seen: fill, visibility, size of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hallgen.readers.plans.markup import Element
from hallgen.readers.style_sheets import rules_in, without_comments

_INHERITED = ("fill", "stroke", "visibility", "font-size", "text-anchor")
_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|mm)?\s*")
_IN_PIXELS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4}

Rules = dict[str, dict[str, str]]
Style = Mapping[str, str]


def declarations(text: str) -> dict[str, str]:
    """What a style attribute such as "fill:none; stroke:#000" sets."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs if value.strip()}


def rules_of(root: Element) -> Rules:
    """The rules of all style elements whose selectors are one class, one id or one tag."""
    rules: Rules = {}
    for element in _all(root):
        if element.tag == "style":
            for selectors, body in rules_in(without_comments(element.text)):
                for selector in selectors.split(","):
                    rules.setdefault(selector.strip(), {}).update(declarations(body))
    return rules


def style_of(element: Element, inherited: Style, rules: Rules) -> dict[str, str]:
    """An element's style: what it inherits, its attributes, the rules on it, its own style."""
    attributes = element.attributes
    style = {key: inherited[key] for key in _INHERITED if key in inherited}
    style |= {
        key: attributes[key].strip()
        for key in (*_INHERITED, "display", "opacity")
        if key in attributes
    }
    style |= rules.get(element.tag, {})
    for name in attributes.get("class", "").split():
        style |= rules.get(f".{name}", {})
    style |= rules.get(f"#{attributes.get('id', '')}", {})
    return style | declarations(attributes.get("style", ""))


def is_hidden(style: Style) -> bool:
    """Whether nothing of an element and its children is drawn."""
    return style.get("display") == "none"


def is_invisible(style: Style) -> bool:
    """Whether the element itself is not drawn; a child may be visible again."""
    return style.get("visibility") in ("hidden", "collapse")


def is_filled(style: Style) -> bool:
    """Whether the inside is painted; SVG paints black where nothing is said."""
    return style.get("fill", "black").lower() not in ("none", "transparent")


def color_of(style: Style) -> str | None:
    """The colour seen: of the inside, else of the line."""
    return style.get("fill", "black") if is_filled(style) else style.get("stroke")


def font_size(style: Style) -> float:
    """The size of text in user units; 16 where it is not said in a length that we know."""
    match = _LENGTH.fullmatch(style.get("font-size", ""))
    return float(match[1]) * _IN_PIXELS[match[2]] if match and match[1].strip(".") else 16.0


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)
