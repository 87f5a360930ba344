"""Booths made up for the kit's tests: any outline, with the sides one asks for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from hallgen.diagnostics import Place
from hallgen.kit.booth import design_of, stand_of
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import Atlas, Graphic, Palette, pack
from hallgen.model import (
    Booth,
    BoothKind,
    BoothLayout,
    BoothType,
    Exhibitor,
    Fair,
    FairIndex,
    Frame,
    Hall,
    Point,
    Polygon,
    Product,
    Ring,
    Side,
    SideKind,
    Text,
)

PLACE = Place("made-up.csv", 1)
PALETTE = Palette((31, 79, 163), (16, 34, 74), (240, 138, 29), (240, 242, 245), (20, 24, 32))


def rectangle(width: float, depth: float) -> Ring:
    return ((0.0, 0.0), (width, 0.0), (width, depth), (0.0, depth))


def booth_case(
    outline: Ring,
    open_sides: Sequence[int],
    kind: BoothKind,
    exhibitors: int = 1,
    products: int = 3,
    height: float = 12.0,
    name: str = "b1",
    words: str = "robot",
) -> tuple[Booth, BoothLayout, FairIndex]:
    """A booth whose sides `open_sides` are open, the first of them its front."""
    ids = [f"{name}-x{k}" for k in range(exhibitors)]
    booth = Booth(
        id=name,
        number=name.upper(),
        hall="h",
        outline=Polygon(outer=outline),
        kind=kind,
        place=PLACE,
        main_exhibitor=ids[0] if ids else None,
        co_exhibitors=tuple(ids[1:]),
    )
    hall = Hall(
        id="h",
        name=Text.of(en="Hall"),
        outline=Polygon(outer=rectangle(60, 40)),
        height=height,
        booths=(booth,),
        place=PLACE,
    )
    fair = Fair(
        id="f",
        name=Text.of(en="Fair"),
        folder=Path(),
        languages=("en",),
        halls=(hall,),
        exhibitors=tuple(
            Exhibitor(id=i, slug=i, name=Text.of(en=f"Firm {i}"), place=PLACE) for i in ids
        ),
        products=tuple(
            Product(
                id=f"{i}-p{k}",
                slug=f"{i}-p{k}",
                name=Text.of(en=f"{words} {k}"),
                exhibitor=i,
                place=PLACE,
            )
            for i in ids
            for k in range(products)
        ),
    )
    return booth, layout_of(booth, open_sides), FairIndex(fair)


def layout_of(booth: Booth, open_sides: Sequence[int]) -> BoothLayout:
    ring = booth.outline.outer
    sides = tuple(
        Side(
            start=a,
            end=b,
            kind=SideKind.OPEN if k in open_sides else SideKind.NEIGHBOUR,
        )
        for k, (a, b) in enumerate(zip(ring, ring[1:] + ring[:1], strict=True))
    )
    front = sides[open_sides[0]] if open_sides else sides[0]
    heading = math.degrees(
        math.atan2(-(front.end[0] - front.start[0]), front.end[1] - front.start[1])
    )
    probe = Frame(origin=(0.0, 0.0), heading=heading)
    xs, zs = zip(*(probe.to_frame(p) for p in ring), strict=True)
    middle = probe.to_plan((min(xs) + max(xs)) / 2, (min(zs) + max(zs)) / 2)
    return BoothLayout(
        booth=booth.id,
        type=BoothType(min(4, len(open_sides))),
        sides=sides,
        frame=Frame(origin=middle, heading=heading),
        width=max(xs) - min(xs),
        depth=max(zs) - min(zs),
        area=area_of(ring),
    )


def area_of(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def designed(booth: Booth, layout: BoothLayout, index: FairIndex) -> Stand:
    """The booth's design, without pictures."""
    stand = stand_of(booth, layout, index, PALETTE)
    design_of(booth, layout)(stand)
    return stand


def plain_atlas(wanted: Sequence[Graphic], pixels: int = 8) -> Atlas:
    """Flat colours in the place of pictures, 8 pixels a metre unless told."""
    colors = ("#1f4fa3", "#0f7f76", "#b8321f", "#7a4a12", "#4b2a7b")
    pictures = {}
    for number, graphic in enumerate(wanted):
        size = (max(4, round(graphic.width * pixels)), max(4, round(graphic.height * pixels)))
        image = Image.new("RGB", size, colors[number % len(colors)])
        ImageDraw.Draw(image).text((2, 2), graphic.slot, fill="white")
        pictures[graphic.slot] = image
    return pack(pictures)


def middle_of(ring: Ring) -> Point:
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
