"""One number on several shapes: a booth for each firm that has it, or one booth for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shapely import Polygon as ShapelyPolygon

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Booth, Hall, Polygon
from hallgen.readers.exhibitors import Listed, name_key
from hallgen.readers.halls import Cell, ReadHalls
from hallgen.readers.join import Joined

#: Metres: corners are rounded to 0.1 mm, and a joined outline is simplified by 1 mm.
_ROUNDING = 0.01


def divide(
    read: ReadHalls, joined: Joined, listed: Mapping[str, Listed], diagnostics: Diagnostics
) -> tuple[Hall, ...]:
    """The halls with a booth for each shape of a number that as many firms have as shapes bear it.

    Each shape is its own firm's, who is `joined` with that booth from now on. Of other numbers,
    the shapes that touch stay one booth (a hint), of which those are the main exhibitors whom
    the plan names, and shapes apart are left out (a fault).
    """
    order = {id_: at for at, id_ in enumerate(joined.booths_of)}

    def booths_of(hall: Hall) -> Iterator[Booth]:
        for booth in hall.booths:
            cells = read.cells[booth.id]
            ids = joined.exhibitors_of.get(booth.id, [])
            firm_of = {id_: _firm(id_, ids, joined.main_of) for id_ in ids}
            firms = sorted(set(firm_of.values()), key=order.__getitem__)
            if len(firms) == len(cells):
                owners = _owners(cells, firms, listed)
                _move(joined, booth.id, firm_of, owners)
                yield from (cell.booth for cell in cells)
            else:
                named = {name_key(cell.occupant) for cell in cells}
                hosts = {id_ for id_ in firms if named & listed[id_].keys}
                ids.sort(key=lambda id_: id_ not in hosts)
                _tell(booth, cells, len(firms), diagnostics)
                yield booth

    return tuple(hall.model_copy(update={"booths": tuple(booths_of(hall))}) for hall in read.halls)


def _firm(id_: str, ids: Sequence[str], main_of: Mapping[str, str]) -> str:
    """Whose stand an exhibitor shares among those of one number; its own if nobody's."""
    for _ in ids:  # two may name each other
        main = main_of.get(id_, "")
        if main not in ids:
            break
        id_ = main
    return id_


def _owners(
    cells: Sequence[Cell], firms: Sequence[str], listed: Mapping[str, Listed]
) -> dict[str, str]:
    """The booth's id for each firm: by the name on the plan, else in the order of list and plan."""
    left = list(firms)
    owners: dict[str, str] = {}
    nameless: list[Cell] = []
    for cell in cells:
        said = name_key(cell.occupant)
        firm = next((id_ for id_ in left if said in listed[id_].keys), None)
        if firm is None:
            nameless.append(cell)
        else:
            left.remove(firm)
            owners[firm] = cell.booth.id
    return owners | {id_: cell.booth.id for id_, cell in zip(left, nameless, strict=True)}


def _move(
    joined: Joined, booth: str, firm_of: Mapping[str, str], owners: Mapping[str, str]
) -> None:
    """Put everybody of a booth into that of its firm."""
    for id_ in joined.exhibitors_of.pop(booth):
        own = owners[firm_of[id_]]
        joined.exhibitors_of.setdefault(own, []).append(id_)
        joined.booths_of[id_] = [own if b == booth else b for b in joined.booths_of[id_]]


def _tell(booth: Booth, cells: Sequence[Cell], firms: int, diagnostics: Diagnostics) -> None:
    whole = _shape(booth.outline).buffer(_ROUNDING)
    within = [whole.covers(_shape(cell.booth.outline).representative_point()) for cell in cells]
    parts = [cell.booth for cell, inside in zip(cells, within, strict=True) if inside]
    apart = [cell.booth for cell, inside in zip(cells, within, strict=True) if not inside]
    listed = f"{firms} exhibitor{'' if firms == 1 else 's'} for {len(cells)} shapes"
    if len(parts) > 1:
        message = (
            f"{len(parts)} shapes of booth {booth.number} are joined, here and at "
            f"{booth.place}: the list has {listed}."
        )
        diagnostics.add(codes.BOOTH_IN_PARTS, parts[1].place, message)
    for other in apart:
        message = (
            f"Booth {booth.number} is also at {booth.place}, apart from this one, and the list "
            f"has {listed}."
        )
        diagnostics.add(codes.NUMBER_TWICE, other.place, message)


def _shape(polygon: Polygon) -> ShapelyPolygon:
    return ShapelyPolygon(polygon.outer, polygon.holes)
