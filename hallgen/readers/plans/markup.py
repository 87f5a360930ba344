"""XML with the line of every element, and with nothing in it that could harm a reader.

Declared entities are refused, so none can grow without bounds or fetch a file; a document type
without declarations is harmless and common in exported drawings, so it is read over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.entities import html5
from pathlib import Path
from xml.parsers import expat

#: Elements nested deeper than this are no drawing; it keeps walks of the tree from overflowing.
DEEPEST = 200
#: Elements beyond this many are no plan; each takes a hundred times its bytes in memory.
MOST = 1_000_000


class MarkupError(Exception):
    """A file that is no sound XML. `line` counts from 1."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """An element, its names without their namespaces. `text` is what stands before the first
    child, `tail` what follows the element itself.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""
    tail: str = ""


class _Builder:
    """Builds the tree from expat's events."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped
        self.root: Element | None = None
        self._count = 0
        self._open: list[Element] = []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        names = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        names.update(attributes)
        element = Element(tag.rpartition(":")[2], names, self.parser.CurrentLineNumber)
        self._count += 1
        if self._count > MOST:
            raise MarkupError(f"it has more than {MOST:,} elements", element.line)
        if len(self._open) >= DEEPEST:
            raise MarkupError(f"its elements are nested more than {DEEPEST} deep", element.line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        element = self._open[-1]
        if element.children:
            element.children[-1].tail += text
        else:
            element.text += text

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  expat's own
        """A name that a document type outside of the file declares: HTML's are what they mean."""
        if not is_parameter and self._open:
            self._characters(html5.get(f"{name};", ""))

    def _entity(self, name: str, *_: object) -> None:
        raise MarkupError(f'it declares the entity "{name}"', self.parser.CurrentLineNumber)


def parse_markup(path: Path) -> Element:
    """The root of an XML file. Raises MarkupError, or OSError where there is no file."""
    return parse_markup_text(path.read_bytes())


def parse_markup_text(data: bytes) -> Element:
    """The root of a document's bytes. Raises MarkupError."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise MarkupError(f"it is no sound XML: {error}", error.lineno) from error
    except (LookupError, ValueError) as error:  # an encoding that Python does not have
        raise MarkupError(f"it is no sound XML: {error}", 1) from error
    if builder.root is None:
        raise MarkupError("it is empty", None)
    return builder.root
