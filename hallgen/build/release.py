"""What of a fair visitors may see on a day: no drafts, and no product before its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hallgen import codes
from hallgen.build.steps import CheckedFair
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Booth, BoothChoices, BoothStatus, Fair, Hall, Trail, with_own_words
from hallgen.readers.booth_files import choices_file


def released(checked: CheckedFair, day: date) -> CheckedFair:
    """The fair as visitors may see it on a day; what is held back is told as hints."""
    fair = checked.fair
    secret = {p.id for p in fair.products if p.publish_from is not None and p.publish_from > day}
    for product in fair.products:
        if product.id in secret and product.publish_from != date.max:  # that was told when read
            message = f"{product.name.best()} is not published before {product.publish_from}."
            checked.diagnostics.add(codes.NOT_YET_PUBLISHED, product.place, message)
    halls = tuple(_hall(hall, fair, secret, checked.diagnostics) for hall in fair.halls)
    public = fair.model_copy(
        update={
            "halls": halls,
            "products": tuple(p for p in fair.products if p.id not in secret),
            "trails": tuple(_trails(fair, secret)),
        }
    )
    return replace(checked, fair=with_own_words(public))


def _hall(hall: Hall, fair: Fair, secret: set[str], told: Diagnostics) -> Hall:
    booths = tuple(_booth(booth, fair, secret, told) for booth in hall.booths)
    return hall.model_copy(update={"booths": booths})


def _booth(booth: Booth, fair: Fair, secret: set[str], told: Diagnostics) -> Booth:
    choices = booth.choices
    if choices.status is BoothStatus.DRAFT:
        place = Place(choices_file(fair.folder, booth), item="status")
        told.add(codes.DRAFT_BOOTH, place, f"booth {booth.number} is a draft.")
        return booth.model_copy(update={"choices": BoothChoices(), "held_back": True})
    if not secret.intersection(choices.products):
        return booth
    shown = tuple(id_ for id_ in choices.products if id_ not in secret)
    return booth.model_copy(update={"choices": choices.model_copy(update={"products": shown})})


def _trails(fair: Fair, secret: set[str]) -> list[Trail]:
    """Ways without stops at what is secret, and none that leads nowhere then."""
    found = []
    for trail in fair.trails:
        stops = tuple(stop for stop in trail.stops if stop.product not in secret)
        if len(stops) == len(trail.stops):
            found.append(trail)
        elif stops:
            found.append(trail.model_copy(update={"stops": stops}))
    return found
