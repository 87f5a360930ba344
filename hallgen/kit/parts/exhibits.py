"""Stand-ins for products: what a product's own words say it is, in the forms that such goods have.

Each stands on a plinth (about 0.4 m) and is made once; on a turntable it is placed larger.
"""

from __future__ import annotations

from collections.abc import Callable

from hallgen.kit.assembly import Part
from hallgen.kit.graphics.motifs import motif_for
from hallgen.kit.parts.goods import bearing, books, cabinet, cups, gear, motor, tools
from hallgen.kit.parts.machines import (
    gantry_mill,
    machining_center,
    turning_machine,
    vertical_center,
)
from hallgen.kit.parts.robots import robot, white_robot, yellow_robot
from hallgen.model import Product

#: What makes one form of some goods; always the same part.
Maker = Callable[[], Part]


def forms_of(product: Product, turn: int) -> tuple[Maker, ...]:
    """The forms that a product may be shown in, the most fitting first; () where we have none.

    It goes by the motif of the product's pictures, so that the two agree. Where its
    name says no more, `turn` says which form is first.
    """
    words = [words for _, words in (*product.name.said, *product.category.said)]
    forms = _FORMS.get(motif_for(words), ())
    named = [maker for maker in forms if _says(product, _NAMED.get(maker, ()))]
    first = forms.index(named[0]) if named else turn % max(1, len(forms))
    return forms[first:] + forms[:first]


def has_large_form(product: Product) -> bool:
    """Whether we have a form of it that suits a turntable."""
    return robot in (forms := forms_of(product, 0)) or machining_center in forms


def all_forms() -> tuple[Maker, ...]:
    """Every form there is, once."""
    return tuple(dict.fromkeys(maker for forms in _FORMS.values() for maker in forms))


def _says(product: Product, keys: tuple[str, ...]) -> bool:
    return any(key in words.lower() for _, words in product.name.said for key in keys)


_FORMS: dict[str, tuple[Maker, ...]] = {
    "arm": (robot, white_robot, yellow_robot),
    "bearing": (bearing, gear),
    "book": (books,),
    "chip": (cabinet,),
    "cup": (cups,),
    "gears": (gear, bearing),
    "machine": (machining_center, turning_machine, vertical_center, gantry_mill),
    "motor": (motor,),
    "sensor": (cabinet,),
    "tool": (tools, gear),
}

#: Words in a product's name that say which form it has, lower case.
_NAMED: dict[Maker, tuple[str, ...]] = {
    turning_machine: ("车床", "車床", "車削", "车削", "旋盤", "선반", "lathe", "turning"),
    gantry_mill: ("龙门", "龍門", "门型", "門形", "gantry", "portal", "bridge"),
    vertical_center: ("立式", "立形", "竪形", "수직", "vertical", "drill"),
}
