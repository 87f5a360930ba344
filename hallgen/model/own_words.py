"""What exhibitors say of themselves beside what the organiser's lists say of them."""

from __future__ import annotations

from hallgen.model.fair import Fair
from hallgen.model.text import Text


def with_own_words(fair: Fair) -> Fair:
    """The fair whose exhibitors introduce themselves as the booth.yaml of their booth says; in
    other languages as their list does. Of several booths of one the first holds.

    It is not done when a fair is read: what a draft says is nobody's to see, and what the list said
    would be lost.
    """
    own: dict[str, dict[str, str]] = {}
    for booth in (booth for hall in fair.halls for booth in hall.booths):
        main, said = booth.main_exhibitor, dict(booth.choices.intro.said)
        if main is not None and said:
            own[main] = said | own.get(main, {})
    if not own:
        return fair
    exhibitors = (
        one.model_copy(update={"intro": Text.model_validate(dict(one.intro.said) | own[one.id])})
        if one.id in own
        else one
        for one in fair.exhibitors
    )
    return fair.model_copy(update={"exhibitors": tuple(exhibitors)})
