"""What organisers put into their own areas: chairs in rows, lecterns, parasols, counters."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import ALU, BLACK, DARK_GREY, GLOSS, GLOW, PAINT, PANEL
from hallgen.kit.parts.furniture import at, octagon, tilted
from hallgen.kit.shapes import box, lathe, sheet, tube
from hallgen.scene import Mesh

_WOOD = PAINT.tinted("#b98d5e")
_SLAT = PAINT.tinted("#8c6640")
_CUPS = PAINT.tinted("#f4f1ea")


@cache
def stack_chair() -> Part:
    """A light chair for rows, 0.45 m to the seat; whoever sits on it looks to +Z."""
    seat = at(box(DARK_GREY, 0.46, 0.035, 0.44), 0, 0.43, 0)
    back = at(tilted(box(DARK_GREY, 0.44, 0.40, 0.025), -9), 0, 0.50, -0.21)
    sides = [
        tube(ALU, [(x, 0, 0.20), (x, 0.43, 0.17), (x, 0.43, -0.18), (x, 0, -0.24)], 0.012, 3)
        for x in (-0.22, 0.22)
    ]
    return part("stack chair", seat, back, *sides, footprint=footprint(0.48, 0.50))


@cache
def lectern() -> Part:
    """A lectern with a microphone, whose speaker stands behind it and looks to +Z."""
    foot = box(DARK_GREY, 0.62, 0.03, 0.46)
    body = at(box(PANEL, 0.50, 1.02, 0.30, 0.01), 0, 0.03, 0)
    face = at(box(PAINT.tinted("#234a7d"), 0.42, 0.80, 0.01), 0, 0.14, 0.155)
    desk = at(tilted(box(DARK_GREY, 0.62, 0.03, 0.44), 16), 0, 1.08, -0.02)
    stem = tube(BLACK, [(0.18, 1.06, 0.02), (0.17, 1.24, 0.0), (0.12, 1.32, -0.10)], 0.007, 4)
    head = at(box(BLACK, 0.028, 0.028, 0.07), 0.12, 1.31, -0.12)
    return part("lectern", foot, body, face, desk, stem, head, footprint=footprint(0.64, 0.50))


@cache
def loudspeaker() -> Part:
    """A loudspeaker on its stand, 2 m high."""
    legs = [
        tube(BLACK, [(x, 0.0, z), (0, 0.5, 0)], 0.012, 3)
        for x, z in ((0.35, 0.2), (-0.35, 0.2), (0, -0.4))
    ]
    pole = at(lathe(BLACK, [(0.02, 0), (0.02, 1.0)], 5), 0, 0.5, 0)
    case = at(box(BLACK, 0.36, 0.62, 0.34, 0.02), 0, 1.45, 0)
    mesh = at(box(DARK_GREY, 0.32, 0.57, 0.006), 0, 1.475, 0.172)
    return part("loudspeaker", *legs, pole, case, mesh, footprint=octagon(0.40))


@cache
def light_tower(height: float) -> Part:
    """A mast of four chords with three lamps at its top, which look to +Z."""
    plate = box(DARK_GREY, 0.7, 0.03, 0.7)
    chords = [
        at(box(ALU, 0.04, height, 0.04), x, 0.03, z) for x in (-0.13, 0.13) for z in (-0.13, 0.13)
    ]
    steps = int(height / 0.5)
    braces = [
        tube(ALU, [(-0.13 * s, h, 0.13), (0.13 * s, h + 0.5, 0.13)], 0.012, 3)
        for s, h in ((1 if k % 2 else -1, 0.03 + 0.5 * k) for k in range(steps))
    ]
    lamps = [
        at(tilted(box(BLACK, 0.16, 0.18, 0.24), 24), x, height - 0.28, 0.28)
        for x in (-0.22, 0, 0.22)
    ]
    return part(
        f"light tower {height:.2f}",
        plate,
        *chords,
        *braces,
        *lamps,
        footprint=footprint(0.72, 0.72),
    )


@cache
def parasol(color: str) -> Part:
    """A parasol of 2.6 m over a table, its pole in the table's middle."""
    foot = lathe(DARK_GREY, [(0.24, 0), (0.24, 0.05), (0.03, 0.07)], 10)
    pole = at(lathe(ALU, [(0.022, 0), (0.022, 2.52)], 6), 0, 0.05, 0)
    cloth = PAINT.tinted(color)
    top = lathe(cloth, [(1.30, 2.12), (0.55, 2.44), (0.0, 2.62)], 8)
    under = lathe(PAINT.tinted("#e8e4da"), [(0.0, 2.60), (0.55, 2.42), (1.30, 2.11)], 8)
    rim = lathe(cloth, [(1.30, 2.00), (1.305, 2.12)], 8)
    return part(f"parasol {color}", foot, pole, top, under, rim)


@cache
def cafe_table() -> Part:
    """A square table of 0.7 m, 0.74 m high, with two cups and a card."""
    top = at(box(_WOOD, 0.70, 0.03, 0.70), 0, 0.71, 0)
    stem = at(box(DARK_GREY, 0.07, 0.71, 0.07), 0, 0, 0)
    foot = box(DARK_GREY, 0.46, 0.02, 0.46)
    cups = [
        at(lathe(_CUPS, [(0.026, 0), (0.038, 0.085)], 7), x, 0.74, z)
        for x, z in ((-0.17, 0.12), (0.19, -0.14))
    ]
    card = at(box(PAINT.tinted("#234a7d"), 0.10, 0.15, 0.012), 0.05, 0.74, 0.05, 20)
    return part("cafe table", top, stem, foot, *cups, card, footprint=footprint(0.72, 0.72))


@cache
def bar_counter() -> Part:
    """A cafe's counter of 3 x 0.7 m: wood, a light top, a coffee machine, cakes under glass."""
    foot = at(box(BLACK, 2.90, 0.10, 0.60), 0, 0, 0)
    body = at(box(_WOOD, 3.0, 0.92, 0.66), 0, 0.10, 0)
    slats = [
        sheet(_SLAT, (-1.42 + 0.2 * k, 0.11, 0.335), (0.03, 0, 0), (0, 0.9, 0)) for k in range(15)
    ]
    line = at(box(GLOW, 2.96, 0.02, 0.01), 0, 0.985, 0.335)
    top = at(box(GLOSS, 3.10, 0.05, 0.76), 0, 1.02, 0)
    case = at(box(PAINT.tinted("#dfe7ea"), 0.80, 0.30, 0.42), 0.85, 1.07, 0)
    shelf = at(box(PAINT.tinted("#c98a4b"), 0.70, 0.06, 0.03), 0.85, 1.13, 0.20)
    till = at(tilted(box(BLACK, 0.26, 0.20, 0.02), -14), 0.1, 1.07, 0.05)
    return part(
        "bar counter", foot, body, *slats, line, top, *_machine(), case, shelf, till,
        footprint=footprint(3.12, 0.78),
    )  # fmt: skip


def _machine() -> list[Mesh]:
    """An espresso machine on the counter's left end."""
    body = at(box(ALU, 0.70, 0.42, 0.46, 0.02), -0.9, 1.07, -0.05)
    dark = at(box(BLACK, 0.60, 0.16, 0.02), -0.9, 1.13, 0.185)
    cups = [
        at(lathe(_CUPS, [(0.03, 0), (0.04, 0.07)], 6), -1.12 + 0.11 * k, 1.49, 0) for k in range(5)
    ]
    return [body, dark, *cups]


@cache
def back_bar() -> Part:
    """The wall behind a counter: 3 x 2.5 m, two shelves with jars, its face to +Z."""
    wall = at(box(PAINT.tinted("#33414a"), 3.2, 2.5, 0.12), 0, 0, 0)
    shelves = [at(box(_WOOD, 2.6, 0.04, 0.26), 0, h, 0.19) for h in (1.25, 1.65)]
    jars = [
        at(box(PAINT.tinted(("#c9b79c", "#8c4a2f", "#e4e0d6", "#5f7358")[k % 4]), 0.13, 0.2, 0.13),
           -1.15 + 0.33 * (k % 8), 1.29 + 0.40 * (k // 8), 0.18)
        for k in range(16)
    ]  # fmt: skip
    base = at(box(DARK_GREY, 2.8, 0.9, 0.4), 0, 0, 0.26)
    return part(
        "back bar",
        wall,
        *shelves,
        *jars,
        base,
        footprint=((-1.6, -0.46), (1.6, -0.46), (1.6, 0.06), (-1.6, 0.06)),
    )


@cache
def information_desk() -> Part:
    """A white desk of 2.4 m with a lit foot, its front to +Z, for two hosts."""
    foot = at(box(GLOW, 2.28, 0.05, 0.64), 0, 0, 0)
    body = at(box(GLOSS, 2.40, 1.0, 0.74, 0.02), 0, 0.05, 0)
    band = at(box(PAINT.tinted("#234a7d"), 2.41, 0.30, 0.75), 0, 0.55, 0)
    top = at(box(PANEL, 2.50, 0.04, 0.84), 0, 1.05, 0)
    screens = [at(tilted(box(BLACK, 0.50, 0.30, 0.02), 8), x, 1.09, -0.12) for x in (-0.6, 0.6)]
    papers = [
        at(box(PAINT.tinted(c), 0.21, 0.05, 0.15), x, 1.09, 0.2)
        for c, x in (("#f4f4f0", -0.1), ("#d9e2ee", 0.16))
    ]
    return part(
        "information desk",
        foot,
        body,
        band,
        top,
        *screens,
        *papers,
        footprint=footprint(2.52, 0.86),
    )
