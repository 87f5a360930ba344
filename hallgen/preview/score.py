"""How complete a booth is: what its exhibitor can still give, and what that is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hallgen.model import UNDETERMINED, Booth, Exhibitor, FairIndex, Language, Product, Text
from hallgen.site import Lack

#: From so many products on a booth looks full.
_PRODUCTS: Final = 3


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is looked at: a booth, its main exhibitor, and their products."""

    booth: Booth
    exhibitor: Exhibitor
    products: Sequence[Product]
    languages: Sequence[Language]


@dataclass(frozen=True, slots=True)
class _Point:
    """Something that a booth can have: what it weighs, which share of it is there, and which
    languages or products lack it.
    """

    key: str
    weight: int
    share: Callable[[_Shown], float]
    without: Callable[[_Shown], tuple[str, ...]] = lambda _: ()


def lacks_of(booth: Booth, index: FairIndex) -> tuple[int, tuple[Lack, ...]]:
    """A score from 0 to 100, and what is missing, the worthiest first.

    An empty booth has nothing and lacks nothing.
    """
    if booth.main_exhibitor is None:
        return 0, ()
    exhibitor = index.exhibitors[booth.main_exhibitor]
    shown = _Shown(booth, exhibitor, index.products_of(exhibitor.id), index.fair.languages)
    whole = sum(point.weight for point in _POINTS)
    gains = [(point, point.weight * (1 - point.share(shown))) for point in _POINTS]
    score = round(100 * (1 - sum(gain for _, gain in gains) / whole))
    lacking = [
        Lack(point.key, max(1, round(100 * gain / whole)), point.without(shown))
        for point, gain in sorted(gains, key=lambda pair: -pair[1])
        if gain > 0
    ]
    return score, tuple(lacking)


def _unsaid(text: Text, languages: Sequence[Language]) -> tuple[str, ...]:
    """The languages of a fair in which a text says nothing; one of no known language is for all."""
    if text.get(UNDETERMINED):
        return ()
    return tuple(language for language in languages if not text.get(language))


def _said(of: Callable[[_Shown], Text]) -> Callable[[_Shown], float]:
    return lambda shown: 1 - len(_unsaid(of(shown), shown.languages)) / len(shown.languages)


def _languages(of: Callable[[_Shown], Text]) -> Callable[[_Shown], tuple[str, ...]]:
    return lambda shown: _unsaid(of(shown), shown.languages)


def _share(has: Callable[[Product], object]) -> Callable[[_Shown], float]:
    """Which share of its products have something; none of none."""

    def share(shown: _Shown) -> float:
        return sum(bool(has(one)) for one in shown.products) / max(1, len(shown.products))

    return share


def _products(has: Callable[[Product], object]) -> Callable[[_Shown], tuple[str, ...]]:
    def without(shown: _Shown) -> tuple[str, ...]:
        return tuple(one.name.best(*shown.languages) for one in shown.products if not has(one))

    return without


def _there(has: Callable[[_Shown], object]) -> Callable[[_Shown], float]:
    return lambda shown: float(bool(has(shown)))


def _intro(shown: _Shown) -> Text:
    return shown.exhibitor.intro


def _claim(shown: _Shown) -> Text:
    return shown.booth.choices.claim


def _rich(shown: _Shown) -> Iterator[object]:
    """Whatever moves, can be read, or can be stepped into."""
    yield shown.booth.choices.video
    for media in (shown.exhibitor.media, *(product.media for product in shown.products)):
        yield media.video
        yield from media.documents
        yield from media.panoramas


_POINTS: Final = (
    _Point("logo", 12, _there(lambda shown: shown.exhibitor.logo)),
    _Point("intro", 12, _said(_intro), _languages(_intro)),
    _Point("products", 14, lambda shown: min(1.0, len(shown.products) / _PRODUCTS)),
    _Point("photos", 14, _share(lambda p: p.images), _products(lambda p: p.images)),
    _Point(
        "texts", 8, _share(lambda p: p.description.said), _products(lambda p: p.description.said)
    ),
    _Point("model", 8, _there(lambda shown: any(one.model for one in shown.products))),
    _Point("email", 10, _there(lambda shown: shown.exhibitor.email)),
    _Point("website", 4, _there(lambda shown: shown.exhibitor.website)),
    _Point("phone", 2, _there(lambda shown: shown.exhibitor.phone)),
    _Point("claim", 6, _said(_claim), _languages(_claim)),
    _Point("design", 5, _there(lambda shown: shown.booth.choices.style)),
    _Point("color", 3, _there(lambda s: s.booth.choices.color or s.exhibitor.color)),
    _Point("media", 2, _there(lambda shown: any(_rich(shown)))),
)
