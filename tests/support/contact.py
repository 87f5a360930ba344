"""48 booths that between them have every type, style, size and shape, and names of all kinds.

`contact_booths()` gives them with their layouts; they stand in a grid in two halls, a high one
and a low one, so that one picture can show them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model import (
    Booth,
    BoothChoices,
    BoothKind,
    BoothLayout,
    Exhibitor,
    Fair,
    FairIndex,
    Hall,
    Polygon,
    Product,
    Ring,
    Specification,
    StyleName,
    Text,
    Zone,
)
from tests.kit.synthetic import layout_of, rectangle

#: Names from 2 to 122 characters, in eight scripts.
NAMES = (
    Text.of(zh="华光", en="Hg"),
    Text.of(zh="上海精锐数控机床股份有限公司", en="Shanghai Jingrui CNC Machine Tools Co., Ltd."),
    Text.of(en="Northlight Sensors"),
    Text.of(ja="株式会社山川精密工業"),
    Text.of(ko="한빛로보틱스 주식회사"),
    Text.of(ar="شركة النور للآلات الصناعية"),
    Text.of(ru="Уральский станкостроительный завод"),
    Text.of(he="אופק מערכות חישה"),
    Text.of(
        en="Federal Association of the Manufacturers of Precision Tools, Dies, Moulds and "
        "Clamping Devices of the Northern Regions e. V."
    ),
    Text.of(zh="国家智能制造装备与工业互联网产业创新中心长三角联合实验室有限责任公司"),
    Text.of(en="Ångström & Çelik Œuvre GmbH"),
    Text.of(zh="海", en="Oy"),
)

#: What they deal in: words that have a form in the kit, and some that have none.
_GOODS = ("Robot", "Machining center", "Servo motor", "Gear", "Bearing", "Tea", "Software")

_HIGH, _LOW = 13.0, 4.6
_PLACE = Place("contact.csv", 1)


@dataclass(frozen=True)
class Case:
    """One booth: its outline, which sides are open (the first is its front), and who is in it."""

    outline: Ring
    open: tuple[int, ...]
    kind: BoothKind
    style: StyleName | None = None
    exhibitors: int = 1
    products: int = 4
    height: float = _HIGH
    claim: Text = field(default_factory=Text)


_L: Ring = ((0, 0), (9, 0), (9, 4), (4, 4), (4, 8), (0, 8))
_CUT: Ring = ((0, 0), (7, 0), (7, 4), (5, 6), (0, 6))
_TRIANGLE: Ring = ((0, 0), (6, 0), (0, 5))
_TRAPEZE: Ring = ((0, 0), (12, 0), (9.5, 8), (2.5, 8))
_WEDGE: Ring = ((0, 0), (4, 0), (3.2, 3), (0, 3))
_HEXAGON: Ring = ((3, 0), (12, 0), (15, 5.5), (12, 11), (3, 11), (0, 5.5))


def cases() -> Iterator[Case]:
    """The 48, in the order in which they stand."""
    shell, raw = BoothKind.SHELL, BoothKind.RAW
    square = rectangle(3, 3)
    for style in StyleName:
        yield Case(square, (0,), shell, style)
    yield Case(square, (0, 1), shell, products=0)
    yield Case(square, (0, 1, 3), shell, claim=Text.of(zh="更快一步", en="One step faster"))
    yield Case(square, (0, 1, 2, 3), shell)
    yield Case(rectangle(6, 3), (0,), shell, StyleName.WORKSHOP)
    yield Case(rectangle(6, 3), (0, 1), shell, StyleName.NIGHT, products=0)
    yield Case(rectangle(12, 3), (0, 1, 3), shell, StyleName.LUMEN)
    yield Case(rectangle(6, 6), (0, 1, 2, 3), shell, StyleName.BOLD)
    yield Case(rectangle(2.44, 2.44), (0,), shell, products=1)
    yield Case(rectangle(4.5, 2), (0,), shell)
    yield Case(_WEDGE, (0,), shell, StyleName.MURAL)
    for k, style in enumerate(StyleName):
        yield Case(
            rectangle(7, 6) if k % 2 else rectangle(6, 6), (0, 1) if k % 3 else (0,), raw, style
        )
    yield Case(rectangle(6, 3), (0, 1), raw, products=0)
    yield Case(rectangle(9, 6), (0, 1, 2, 3), raw, StyleName.NIGHT)
    yield Case(_L, (0, 1), raw, StyleName.STRIPE)
    yield Case(_CUT, (0, 1, 2), raw, StyleName.LUMEN)
    yield Case(_TRIANGLE, (0,), raw, StyleName.BOLD)
    yield Case(rectangle(9, 5), (0,), raw, StyleName.GALLERY, height=_LOW)
    yield Case(rectangle(10, 7), (0, 1), raw, StyleName.TIMBER)
    yield Case(rectangle(12, 10), (0, 1, 2, 3), raw, StyleName.BOLD)
    yield Case(rectangle(15, 12), (0, 1, 2, 3), raw, StyleName.LUMEN, products=0)
    yield Case(_TRAPEZE, (0, 1, 3), raw, StyleName.MURAL)
    yield Case(_HEXAGON, (0, 1, 2, 3, 4, 5), raw, StyleName.NIGHT)
    yield Case(rectangle(12, 9), (0, 1, 2, 3), raw, StyleName.GALLERY, height=_LOW)
    yield Case(rectangle(18, 14), (0, 1, 2, 3), raw, StyleName.GALLERY)
    yield Case(rectangle(20, 15), (0, 1, 2), raw, StyleName.WORKSHOP)
    yield Case(rectangle(6, 3), (0, 1), BoothKind.PAVILION, exhibitors=2)
    yield Case(rectangle(12, 9), (0, 1, 2, 3), BoothKind.PAVILION, exhibitors=9)
    yield Case(rectangle(21, 15), (0, 1, 2, 3), BoothKind.PAVILION, exhibitors=68, products=1)
    yield Case(rectangle(5, 5), (0, 1), BoothKind.OUTDOOR, StyleName.TIMBER)
    yield Case(rectangle(15, 10), (0, 1, 2, 3), BoothKind.OUTDOOR, StyleName.BOLD)
    yield Case(square, (0,), BoothKind.PAVILION)
    yield Case(square, (0,), shell, exhibitors=0)
    yield Case(rectangle(9, 6), (0, 1, 3), raw, exhibitors=0)


def contact_booths() -> list[tuple[Booth, BoothLayout, FairIndex]]:
    """The booths, their layouts, and the fair that they are in."""
    index, layouts = _fair()
    return [(booth, layouts[booth.id], index) for booth in index.booths.values()]


@cache
def _fair() -> tuple[FairIndex, dict[str, BoothLayout]]:
    booths: list[tuple[Booth, float]] = []
    exhibitors: list[Exhibitor] = []
    products: list[Product] = []
    layouts: dict[str, BoothLayout] = {}
    for number, case in enumerate(cases()):
        firms = [_firm(number, k) for k in range(case.exhibitors)]
        exhibitors += firms
        products += [p for firm in firms for p in _products(firm, number, case.products)]
        corner = (3.0 + number % 8 * 28.0, 3.0 + number // 8 * 22.0)
        booth = _booth(number, case, corner, firms)
        booths.append((booth, case.height))
        layouts[booth.id] = layout_of(booth, case.open)
    fair = Fair(
        id="contact",
        name=Text.of(en="Contact sheet"),
        folder=Path(),
        languages=("zh", "en", "ja", "ko", "ar", "ru", "he"),
        url="https://fair.example/2027/",
        zones=(Zone(id="machines", name=Text.of(zh="机床", en="Machines"), color="#0b7683"),),
        halls=tuple(
            _hall(name, height, booths) for name, height in (("high", _HIGH), ("low", _LOW))
        ),
        exhibitors=tuple(exhibitors),
        products=tuple(products),
    )
    return FairIndex(fair), layouts


def _hall(name: str, height: float, booths: list[tuple[Booth, float]]) -> Hall:
    return Hall(
        id=name,
        name=Text.of(en=name),
        outline=Polygon(outer=rectangle(240, 160)),
        height=height,
        booths=tuple(booth for booth, own in booths if own == height),
        place=_PLACE,
    )


def _booth(number: int, case: Case, corner: tuple[float, float], firms: list[Exhibitor]) -> Booth:
    ids = [firm.id for firm in firms]
    return Booth(
        id=f"c{number:02}",
        number=f"{'ABCDEF'[number // 8]}{number % 8 + 1:02}",
        hall="high" if case.height == _HIGH else "low",
        outline=Polygon(outer=tuple((x + corner[0], y + corner[1]) for x, y in case.outline)),
        kind=case.kind,
        place=_PLACE,
        zone="machines" if number % 3 == 0 else None,
        main_exhibitor=ids[0] if ids else None,
        co_exhibitors=tuple(ids[1:]),
        choices=BoothChoices(style=case.style, claim=case.claim),
    )


def _firm(number: int, k: int) -> Exhibitor:
    id_ = f"firm-{number}-{k}"
    return Exhibitor(
        id=id_,
        slug=id_,
        name=NAMES[(number + k) % len(NAMES)],
        intro=Text.of(zh="为工业提供可靠的解决方案。", en="Reliable answers for industry."),
        website="https://www.firm.example",
        place=_PLACE,
    )


def _products(firm: Exhibitor, number: int, count: int) -> Iterator[Product]:
    for k in range(count):
        goods = _GOODS[(number + k) % len(_GOODS)]
        yield Product(
            id=f"{firm.id}-{k}",
            slug=f"{firm.id}-{k}",
            name=Text.of(zh=f"{goods} {k + 1}00", en=f"{goods} {k + 1}00"),
            exhibitor=firm.id,
            place=_PLACE,
            specifications=(
                Specification(name=Text.of(en="Payload"), value=Text.of(en=f"{k + 2} kg")),
                Specification(name=Text.of(en="Reach"), value=Text.of(en="1.4 m")),
            ),
            highlight=k == 1,
        )
