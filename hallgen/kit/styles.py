"""Styles of booths: what they are made of, as data, and which one a booth gets."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TypeVar

import yaml

from hallgen import resources
from hallgen.model import Frozen, StyleName, Theme

T = TypeVar("T")

_PLAIN = Theme()


class Scale(StrEnum):
    """How a booth is built, which its kind and size decide: panels, solid walls, an open stand."""

    SHELL = "shell"
    MODULAR = "modular"
    ISLAND = "island"


class Need(StrEnum):
    """What a style cannot do without."""

    WALLS = "walls"
    PRODUCTS = "products"


class Ground(StrEnum):
    """What a floor is covered with: carpet in the exhibitor's colour, its dark one or grey, ..."""

    CARPET = "carpet"
    DEEP = "deep"
    GREY = "grey"
    WOOD = "wood"
    POLISHED = "polished"


class Tone(StrEnum):
    """What a wall or a header is made of: a colour of the palette, or what has its own."""

    WHITE = "white"
    PAPER = "paper"
    BASE = "base"
    DEEP = "deep"
    DARK = "dark"
    WOOD = "wood"


class Dress(StrEnum):
    """What hangs on the wall that a visitor sees first."""

    POSTERS = "posters"
    MURAL = "mural"
    SHELVES = "shelves"
    LIGHTBOX = "lightbox"
    SCREENS = "screens"
    STRIPED = "striped"


class Header(StrEnum):
    """What one sees of a booth on raw space from afar."""

    BEAM = "beam"
    PORTAL = "portal"
    TOWER = "tower"
    CANOPY = "canopy"


class RingPlan(StrEnum):
    """The plan of a header that hangs over an open stand."""

    SQUARE = "square"
    ROUND = "round"
    CUT = "cut"


class Counter(StrEnum):
    """The information counter of a booth on raw space."""

    DESK = "desk"
    ARC = "arc"


class Seats(StrEnum):
    """What people sit on at a table."""

    BLACK = "black"
    WHITE = "white"
    WOOD = "wood"


class Style(Frozen):
    """A way to build any booth. `sides` are the walls beside the first, `greens` plants."""

    name: StyleName
    weight: Mapping[Scale, int]
    needs: frozenset[Need] = frozenset()
    floor: Ground
    walls: Tone
    sides: Tone
    dress: Dress
    header: Header
    header_color: Tone
    ring: RingPlan
    counter: Counter
    seats: Seats
    greens: int


@cache
def styles() -> Mapping[StyleName, Style]:
    """The styles of assets/styles.yaml."""
    entries = yaml.safe_load((resources.assets() / "styles.yaml").read_text(encoding="utf-8"))
    made = (Style.model_validate({"name": name, **entry}) for name, entry in entries.items())
    return {style.name: style for style in made}


def style_for(
    who: str,
    scale: Scale,
    has: Collection[Need],
    theme: Theme = _PLAIN,
    wished: StyleName | None = None,
) -> Style:
    """The style that an exhibitor wishes, else one that suits its booth, picked by its id.

    `has` is what the booth offers, `theme` says which styles the fair permits and how it changes
    them. A
    wish is granted even where the style would not be chosen, but not against the theme.
    """
    allowed = theme.styles or tuple(styles())
    known = [_changed(style, theme) for style in styles().values() if style.name in allowed]
    if (granted := next((style for style in known if style.name is wished), None)) is not None:
        return granted
    suiting = [style for style in known if style.needs <= set(has)] or known
    return picked([s for s in suiting for _ in range(max(1, s.weight.get(scale, 0)))], who, "style")


def _changed(style: Style, theme: Theme) -> Style:
    """A style as the fair's theme has it."""
    if style.name not in theme.booths:
        return style
    change = theme.booths[style.name].model_dump(exclude_none=True)
    return Style.model_validate({**style.model_dump(), **change})


def picked(options: Sequence[T], whose: str, about: str) -> T:
    """One of the options, always the same for the same words."""
    digest = hashlib.sha256(f"{whose}/{about}".encode()).digest()
    return options[int.from_bytes(digest[:4]) % len(options)]
