"""Halls with booths that have nothing but numbers, for tests of what refers to them."""

from __future__ import annotations

from collections.abc import Iterable

from hallgen.diagnostics import Place
from hallgen.model import Booth, BoothKind, Hall, Polygon, Text
from hallgen.readers.halls import safe_id

SQUARE = Polygon(outer=((0, 0), (3, 0), (3, 3), (0, 3)))


def make_hall(id_: str, numbers: Iterable[str], name: str | dict[str, str] = "") -> Hall:
    return Hall(
        id=id_,
        name=Text.model_validate(name or id_),
        outline=SQUARE,
        height=8.0,
        place=Place("fair.yaml", 5, f"halls[{id_}]"),
        booths=tuple(
            Booth(
                id=f"{id_}-{safe_id(number)}",
                number=number,
                hall=id_,
                outline=SQUARE,
                kind=BoothKind.SHELL,
                place=Place("plan.svg"),
            )
            for number in numbers
        ),
    )
