"""An SVG drawing rebuilt from nothing but what draws: a list of what may stay, not of what may not.

Scripts, handlers, links, foreign objects, style sheets, entities and references out of the file
do not come along. Class and element rules of style sheets are written into the elements.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Iterator

from lxml import etree

from hallgen import codes
from hallgen.media.drawings import vocabulary
from hallgen.media.drawings.expansion import MOST_DRAWN, insist_on_small
from hallgen.media.drawings.styles import StyleRules, declarations
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures.pixels import decode

#: A logo has some kilobytes; beyond this it is a map, or an attack.
MOST_BYTES = 8_000_000
#: Pictures inside of a drawing are embedded anew, their longer side this long at most.
_EMBEDDED = 1024

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LENGTH = re.compile(r"\s*([\d.]+(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*$", re.IGNORECASE)
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
#: What a drawing without a size is looked for in.
_SIZELESS = (-1000.0, -1000.0, 2000.0, 2000.0)


def rebuilt(data: bytes) -> etree._Element:
    """The root of a new drawing with a `viewBox`, and neither width nor height.

    Raises MediaRefusedError where a file is no drawing, too large, or grows when drawn.
    """
    source = _parsed(_unpacked(data))
    rules = StyleRules("".join(_sheets(source)))
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})
    root.set("viewBox", " ".join(f"{value:g}" for value in _view(source)))
    for name, value in _presentation(source, rules):
        root.set(name, value)
    _copy_into(root, source, rules)
    insist_on_small(root)
    return root


def _unpacked(data: bytes) -> bytes:
    """The text of a drawing, which may be packed by gzip (svgz)."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(31).decompress(data, MOST_BYTES + 1)
        except zlib.error as fault:
            raise MediaRefusedError(codes.PICTURE_BROKEN, f"it is damaged: {fault}") from None
    if len(data) > MOST_BYTES:
        size = f"it is a drawing of more than {MOST_BYTES // 1_000_000} MB"
        raise MediaRefusedError(codes.DRAWING_REFUSED, size)
    return data


def _parsed(text: bytes) -> etree._Element:
    """The root, by a parser that loads nothing, and stops at 256 levels and at growing entities."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise MediaRefusedError(
            codes.DRAWING_REFUSED, f"it is a drawing that cannot be read: {_line(fault)}"
        ) from None
    if _name(root) != "svg":
        raise MediaRefusedError(codes.PICTURE_UNKNOWN, "it is no picture of a kind that is read")
    if sum(1 for _ in root.iter()) > MOST_DRAWN:
        raise MediaRefusedError(
            codes.DRAWING_REFUSED, f"it is a drawing of more than {MOST_DRAWN} parts"
        )
    return root


def _line(fault: Exception) -> str:
    said = str(getattr(fault, "msg", None) or fault)  # without the name that lxml makes up
    return said.splitlines()[0].rstrip(".") if said else "it is empty"


def _name(element: etree._Element) -> str:
    """An element's name in SVG, '' for anything foreign. Old files have no namespace."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return str(name.localname) if name.namespace in {None, _SVG} else ""


def _sheets(source: etree._Element) -> Iterator[str]:
    for element in source.iter():
        if _name(element) == "style":
            yield "".join(element.itertext())


def _view(source: etree._Element) -> tuple[float, float, float, float]:
    numbers = re.findall(r"[-+]?[\d.]+(?:e[-+]?\d+)?", source.get("viewBox") or "", re.IGNORECASE)
    try:
        x, y, width, height = (float(number) for number in numbers)
    except ValueError:
        sides = [_length(source.get(name)) for name in ("width", "height")]
        if sides[0] is None or sides[1] is None:
            return _SIZELESS
        x, y, width, height = 0.0, 0.0, sides[0], sides[1]
    if not (0 < width < 1e9 and 0 < height < 1e9 and 1e-3 < width / height < 1e3):
        raise MediaRefusedError(codes.DRAWING_REFUSED, "it is a drawing without a usable size")
    return x, y, width, height


def _length(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    if match is None:
        return None
    try:
        return float(match[1]) * _PIXELS[(match[2] or "").lower()]
    except ValueError:
        return None


def _copy_into(parent: etree._Element, source: etree._Element, rules: StyleRules) -> None:
    if source.text and _name(source) in vocabulary.TEXTUAL:
        parent.text = source.text
    for child in source:
        name = _name(child)
        if name == "a":  # a link around a drawing: the drawing stays
            name = "g"
        if name in vocabulary.ELEMENTS:
            copied = etree.SubElement(parent, f"{{{_SVG}}}{name}")
            for key, value in _attributes(child, name, rules):
                copied.set(key, value)
            _copy_into(copied, child, rules)
            if name == "image" and copied.get("href") is None:
                parent.remove(copied)
        if child.tail and _name(source) in vocabulary.TEXTUAL:
            _add_text(parent, child.tail)


def _add_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _attributes(element: etree._Element, name: str, rules: StyleRules) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key in vocabulary.GEOMETRY and vocabulary.is_safe(value):
            yield key, value
    yield from _presentation(element, rules)
    if element.get(_SPACE) in {"preserve", "default"}:
        yield _SPACE, element.get(_SPACE, "")
    href = (element.get("href") or element.get(_HREF) or "").strip()
    if name == "image":
        if picture := _embedded(href):
            yield "href", picture
    elif name in vocabulary.REFERRING and re.fullmatch(r"#[^\s()'\"]+", href):
        yield "href", href


def _presentation(element: etree._Element, rules: StyleRules) -> Iterator[tuple[str, str]]:
    """How an element looks: its attributes, then rules of style sheets, then its own style."""
    found = {key: value for key, value in element.attrib.items() if isinstance(key, str)}
    found.update(rules.of(_name(element), element.get("class"), element.get("id")))
    found.update(declarations(element.get("style") or ""))
    for key, value in found.items():
        if key in vocabulary.PRESENTATION and vocabulary.is_safe(value):
            yield key, value


def _embedded(href: str) -> str | None:
    """A picture inside of a drawing, decoded and written anew as PNG; None for all else."""
    match = re.match(r"data:image/[\w.+-]+;base64,", href)
    if match is None:
        return None
    try:
        picture = decode(base64.b64decode(href[match.end() :]), _EMBEDDED)
    except (ValueError, MediaRefusedError):
        return None
    buffer = io.BytesIO()
    picture.image.save(buffer, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()
