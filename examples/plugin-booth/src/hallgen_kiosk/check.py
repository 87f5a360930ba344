"""A check with a code of its own: introductions that say too little."""

from collections.abc import Iterator, Mapping

from hallgen import Code, Diagnostic, Fair, HallLayout, Severity

#: Codes of plugins begin with other letters than ours (H), so that they never mean two things.
SHORT_INTRO = Code(
    "K001",
    Severity.HINT,
    "An exhibitor's introduction is shorter than a sentence.",
    "Say in one or two sentences what the firm makes and for whom.",
)
_LEAST = 20


def short_intros(fair: Fair, _layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """One diagnostic for each exhibitor whose longest introduction is too short."""
    for exhibitor in fair.exhibitors:
        length = max((len(words) for _, words in exhibitor.intro.said), default=0)
        if length < _LEAST:
            name = exhibitor.name.best(*fair.languages)
            message = f"{name}: the introduction has {length} characters."
            yield Diagnostic(SHORT_INTRO, exhibitor.place, message, SHORT_INTRO.cure)
