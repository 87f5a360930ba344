"""What of a fair a hall or a booth is built from, and nothing else: what a build step depends on.

Two fairs that agree in it are built alike there, so it names what is kept between builds. Where
things were written (`Place`), the pages' own texts and the fair's folder have no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model.fair import Booth, Exhibitor, Fair, Hall, Product
from hallgen.model.index import FairIndex

_NOWHERE = Place("")


def fair_of_hall(index: FairIndex, hall: str) -> Fair:
    """The fair as one hall's building sees it: its booths and who is in them, with their products.

    Of other halls there is only what signs at doors say. Sessions stay where they may be on a
    screen: in halls with areas such as stages.
    """
    whole = index.halls[hall]
    return _narrowed(index, whole, whole.booths)


def fair_of_booth(index: FairIndex, booth: Booth) -> Fair:
    """The fair as one booth's building sees it: alone in its hall."""
    return _narrowed(index, _emptied(index.halls[booth.hall]), (booth,))


def _narrowed(index: FairIndex, hall: Hall, booths: tuple[Booth, ...]) -> Fair:
    fair = index.fair
    inside = tuple(dict.fromkeys(id_ for booth in booths for id_ in booth.exhibitors))
    own = tuple(booth.model_copy(update={"place": _NOWHERE}) for booth in booths)
    whole = hall.model_copy(update={"booths": own, "place": _NOWHERE})
    return Fair(
        id=fair.id,
        name=fair.name,
        folder=Path(),
        languages=fair.languages,
        start=fair.start,
        end=fair.end,
        url=fair.url,
        timezone=fair.timezone,
        theme=fair.theme,
        publishing=fair.publishing,
        zones=fair.zones,
        halls=tuple(whole if one.id == hall.id else _emptied(one) for one in fair.halls),
        exhibitors=tuple(_exhibitors(index.exhibitors[id_] for id_ in inside)),
        products=tuple(_products(p for id_ in inside for p in index.products_of(id_))),
        sessions=tuple(
            session.model_copy(update={"place": _NOWHERE})
            for session in (fair.sessions if hall.areas else ())
        ),
    )


def _emptied(hall: Hall) -> Hall:
    """A hall by its name and measures."""
    nothing = dict.fromkeys(("booths", "walls", "columns", "areas", "gates"), ())
    return hall.model_copy(update={**nothing, "place": _NOWHERE})


def _exhibitors(exhibitors: Iterable[Exhibitor]) -> Iterator[Exhibitor]:
    apart = {"place": _NOWHERE, "references": (), "old_slugs": ()}
    return (one.model_copy(update=apart) for one in exhibitors)


def _products(products: Iterable[Product]) -> Iterator[Product]:
    apart = {"place": _NOWHERE, "old_slugs": ()}
    return (one.model_copy(update=apart) for one in products)
