"""How persons look: build, hair, clothes, and what they carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hallgen.kit.finishes import SOFA, Finish


class Hair(StrEnum):
    """How hair is worn."""

    SHORT = "short"
    BOB = "bob"
    LONG = "long"
    BUN = "bun"
    BALD = "bald"


class Top(StrEnum):
    """What is worn above: a jacket over a shirt, a shirt, a polo with bare arms, a long coat."""

    JACKET = "jacket"
    SHIRT = "shirt"
    POLO = "polo"
    COAT = "coat"


class Carried(StrEnum):
    """What is in the right hand, or on the back."""

    NOTHING = "nothing"
    BAG = "bag"
    BACKPACK = "backpack"
    PHONE = "phone"
    TABLET = "tablet"


@dataclass(frozen=True, slots=True)
class Look:
    """A person: `tall` in metres, `broad` 1 for a man of 1.75 m; colours are sRGB."""

    tall: float
    broad: float
    waist: float
    skin: str
    hair: Hair
    hair_color: str
    top: Top
    top_color: str
    shirt_color: str
    legs_color: str
    skirt: bool = False
    tie: str = ""
    carried: Carried = Carried.NOTHING
    lanyard: str = "#c8401a"
    shoes: str = "#1c1a19"


def cloth(color: str) -> Finish:
    return SOFA.tinted(color)
