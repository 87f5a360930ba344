"""The advice "did you mean ...?": the likeliest of the names that do exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

#: Below this likeness (0 to 100) a suggestion would only confuse.
ALIKE = 60


def nearest(
    word: str, known: Iterable[str], limit: int = 1, alike: float = ALIKE
) -> tuple[str, ...]:
    """The known names most like `word`, best first, without regard to case."""
    names = list(dict.fromkeys(known))
    found = process.extract(
        word,
        names,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=alike,
    )
    return tuple(name for name, _, _ in found)


def did_you_mean(word: str, known: Iterable[str], limit: int = 1, alike: float = ALIKE) -> str:
    """A question such as: Did you mean 'halls'? Or '' when nothing known is like it."""
    names = nearest(word, known, limit, alike)
    return f"Did you mean {' or '.join(map(repr, names))}?" if names else ""
