"""How much a drawing becomes once all that it refers to is put in."""

from __future__ import annotations

from lxml import etree

from hallgen import codes
from hallgen.media.drawings.vocabulary import references
from hallgen.media.made import MediaRefusedError

#: Elements that are drawn: a detailed coat of arms has some thousands.
MOST_DRAWN = 100_000
#: Levels and references one within the other: the call stack is finite.
_MOST_NESTED = 300
#: Blurs and shadows, each of which works on the whole picture.
_MOST_FILTERS = 64

#: What is drawn anew wherever it is referred to.
_REPEATED = {"clipPath", "mask", "pattern", "marker", "symbol"}


def insist_on_small(root: etree._Element) -> None:
    """Raise MediaRefusedError where a drawing repeats itself without end or measure."""
    by_id = {id_: element for element in root.iter() if (id_ := element.get("id"))}
    costs: dict[etree._Element, int] = {}
    if _cost(root, by_id, costs, set()) > MOST_DRAWN:
        raise MediaRefusedError(
            codes.DRAWING_REFUSED, f"it is a drawing of more than {MOST_DRAWN} parts"
        )
    if sum(1 for element in root.iter() if element.get("filter")) > _MOST_FILTERS:
        raise MediaRefusedError(
            codes.DRAWING_REFUSED,
            f"it is a drawing with over {_MOST_FILTERS} shadows and blurs",
        )


def _cost(
    element: etree._Element,
    by_id: dict[str, etree._Element],
    costs: dict[etree._Element, int],
    open_: set[etree._Element],
) -> int:
    """Elements drawn for one, each repetition counted."""
    if element in costs:
        return costs[element]
    if element in open_:
        raise MediaRefusedError(codes.DRAWING_REFUSED, "it is a drawing that contains itself")
    if len(open_) > _MOST_NESTED:
        raise MediaRefusedError(codes.DRAWING_REFUSED, "it is a drawing that is nested too deeply")
    open_.add(element)
    total = 1 + sum(_cost(child, by_id, costs, open_) for child in element)
    for target in _repeated(element, by_id):
        total += _cost(target, by_id, costs, open_)
    open_.discard(element)
    costs[element] = min(total, MOST_DRAWN + 1)
    return costs[element]


def _repeated(element: etree._Element, by_id: dict[str, etree._Element]) -> list[etree._Element]:
    named = [by_id.get(id_) for value in element.attrib.values() for id_ in references(str(value))]
    found = [e for e in named if e is not None and etree.QName(e).localname in _REPEATED]
    href = by_id.get((element.get("href") or "").removeprefix("#"))
    if href is not None and etree.QName(element).localname in {"use", "pattern"}:
        found.append(href)
    return found
