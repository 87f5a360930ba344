"""What a venue prints: the fair's name on a wall, a stage's screen, signs of areas, axis plates."""

from __future__ import annotations

import re
from collections.abc import Callable

from PIL import Image

from hallgen.kit.graphics.canvas import Anchor, Pen, glow, gradient, lay, rectangle, shape
from hallgen.kit.graphics.names import Said, said
from hallgen.kit.graphics.palettes import Palette, from_brand
from hallgen.kit.graphics.patterns import diagonals, mesh
from hallgen.kit.graphics.wanted import Graphic
from hallgen.media.colors import WHITE, mix, parse, readable_on
from hallgen.media.typeset import Style, fit
from hallgen.model import Area, AreaKind, FairIndex, Hall

Size = tuple[int, int]

#: Runs of Latin letters, and of any others, in a text.
_SCRIPTS = re.compile(r"[\u0000-\u024f]+|[^\u0000-\u024f]+")
_INK = (58, 61, 66)
_PLATE = (236, 238, 238)
_TOILETS = ("toilet", "restroom", "wc", "厕", "卫生间", "洗手间", "화장실", "トイレ")
_AID = ("first aid", "medical", "急救", "医", "응급", "救護")
_FOOD = ("caf", "coffee", "food", "bar", "restaurant", "bistro", "咖啡", "餐", "카페", "カフェ")


def _palette(index: FairIndex) -> Palette:
    return from_brand(parse(index.fair.theme.accent))


def _area(graphic: Graphic, hall: Hall) -> Area:
    return hall.areas[int(graphic.subject or 0)]


def is_food(area: Area) -> bool:
    """Whether an area's name says that one can eat or drink there."""
    return _names_one_of(area, _FOOD)


def is_toilets(area: Area) -> bool:
    return _names_one_of(area, _TOILETS)


def _names_one_of(area: Area, words: tuple[str, ...]) -> bool:
    spoken = " ".join(text for _, text in area.name.said).casefold()
    return any(word in spoken for word in words)


def fair_banner(_: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """The fair's name in two languages and its dates, very large, on a wall."""
    palette = _palette(index)
    image = gradient(size, palette.base, palette.deep, 0)
    mesh(image, palette.accent, 23, 0.28)
    width, height = size
    white = readable_on(palette.base, palette.paper)
    rectangle(image, (0, height * 0.94, width, height), palette.accent)
    names = said(index.fair.name, index.fair.languages) or said(hall.name, index.fair.languages)
    y = height * (0.20 if len(names) > 1 else 0.30)
    for position, name in enumerate(names):
        tall = height * (0.34 if position == 0 else 0.17)
        style = Style(tall, 800 if position == 0 else 500)
        text = fit(name.words, style, name.language, (width * 0.88, tall * 1.3))
        y = lay(image, text, (width / 2, y), white, Anchor.TOP)[3] + height * 0.09
    dates = _dates(index)
    if dates:
        text = fit(dates, Style(height * 0.10, 600), "en", (width * 0.6, height * 0.12))
        lay(image, text, (width / 2, y + height * 0.02), white, Anchor.TOP)
    return image


def _dates(index: FairIndex) -> str:
    start, end = index.fair.start, index.fair.end
    if start is None:
        return ""
    return f"{start:%Y.%m.%d}" + (f" - {end:%m.%d}" if end and end != start else "")


def stage_screen(graphic: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """What a stage shows between two talks: its name, and what is on next."""
    palette = _palette(index)
    image = gradient(size, palette.deep, mix(palette.base, palette.deep, 0.35), 50)
    width, height = size
    glow(image, (width * 0.78, height * 0.30), height * 0.7, palette.base, 0.55)
    diagonals(image, palette.accent, 0.10)
    mesh(image, palette.accent, 41, 0.30)
    unit = height / 100
    names = _names(_area(graphic, hall), index) or said(index.fair.name, index.fair.languages)
    y = 22 * unit
    for position, name in enumerate(names):
        style = Style((19 if position == 0 else 9) * unit, 800 if position == 0 else 450)
        text = fit(name.words, style, name.language, (width * 0.82, 26 * unit), lines=2)
        y = lay(image, text, (8 * unit, y), WHITE)[3] + 6 * unit
    rectangle(image, (8 * unit, y, 30 * unit, y + 1.6 * unit), palette.accent)
    y += 7 * unit
    for line in _next(_area(graphic, hall), index):
        text = fit(line.words, Style(6.2 * unit, 500), line.language, (width * 0.84, 9 * unit))
        y = lay(image, text, (8 * unit, y), WHITE)[3] + 3.4 * unit
        if y > 84 * unit:
            break
    footer = said(index.fair.name, index.fair.languages)
    if footer:
        text = fit(
            footer[0].words, Style(4 * unit, 600), footer[0].language, (width * 0.7, 6 * unit)
        )
        lay(image, text, (8 * unit, 94 * unit), palette.paper, Anchor.BOTTOM_LEFT)
    return image


def _names(area: Area, index: FairIndex) -> tuple[Said, ...]:
    """An area's name in two languages; one line that says it in two scripts becomes two."""
    lines = said(area.name, index.fair.languages)
    if len(lines) == 1:
        scripts = [part.strip(" ·-/()") for part in _SCRIPTS.findall(lines[0].words)]
        parts = [part for part in scripts if len(part) > 1]
        if len(parts) == 2:
            return tuple(Said(part, lines[0].language) for part in parts)
    return lines


def _next(area: Area, index: FairIndex) -> list[Said]:
    """The first sessions of the programme's first day at an area, with their hours."""
    names = [line.words for line in _names(area, index)]
    here = [
        session
        for session in sorted(index.fair.sessions, key=lambda session: session.start.isoformat())
        if any(name in place for name in names for _, place in session.location.said)
    ]
    found = []
    for session in here:
        title = said(session.title, index.fair.languages)
        if title and session.start.date() == here[0].start.date():
            found.append(Said(f"{session.start:%H:%M}  {title[0].words}", title[0].language))
    return found[:3]


def area_sign(graphic: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """A pictogram on the fair's colour, and the area's name in two languages."""
    palette = _palette(index)
    area = _area(graphic, hall)
    image = gradient(size, palette.deep, mix(palette.deep, palette.base, 0.5), 0)
    width, height = size
    rectangle(image, (0, 0, height, height), palette.base)
    white = readable_on(palette.deep, palette.paper)
    box = (height * 0.2, height * 0.2, height * 0.8, height * 0.8)
    shape(image, box, readable_on(palette.base, palette.paper), _pictogram(area))
    lines = _names(area, index)
    room = width - height * 1.5
    y = height * (0.22 if len(lines) > 1 else 0.34)
    for position, line in enumerate(lines):
        style = Style(height * (0.36 if position == 0 else 0.19), 700 if position == 0 else 500)
        text = fit(
            line.words, style, line.language, (room, height * (0.42 if position == 0 else 0.24))
        )
        y = lay(image, text, (height * 1.25, y), white)[3] + height * 0.10
    return image


def _pictogram(area: Area) -> Callable[[Pen], None]:
    if _names_one_of(area, _TOILETS):
        return _persons
    if _names_one_of(area, _AID):
        return _cross
    if is_food(area):
        return _cup
    if area.kind is AreaKind.STAGE:
        return _lectern
    return _seat if area.kind is AreaKind.LOUNGE else _letter_i


def _persons(pen: Pen) -> None:
    for x in (0.25, 0.75):
        pen.circle((x, 0.12), 0.1)
    pen.rectangle((0.12, 0.26, 0.38, 0.62), radius=0.06)
    pen.rectangle((0.16, 0.55, 0.34, 1.0), radius=0.04)
    pen.polygon([(0.68, 0.26), (0.82, 0.26), (0.96, 0.70), (0.54, 0.70)])
    pen.rectangle((0.67, 0.65, 0.83, 1.0), radius=0.04)
    pen.rectangle((0.485, 0.0, 0.515, 1.0))


def _cross(pen: Pen) -> None:
    pen.rectangle((0.36, 0.06, 0.64, 0.94))
    pen.rectangle((0.06, 0.36, 0.94, 0.64))


def _cup(pen: Pen) -> None:
    pen.rectangle((0.12, 0.34, 0.68, 0.82), radius=0.12)
    pen.arc((0.70, 0.55), 0.20, (-90, 90), 0.08)
    pen.rectangle((0.06, 0.88, 0.80, 0.96), radius=0.04)
    for x in (0.26, 0.40, 0.54):
        pen.line([(x, 0.25), (x + 0.04, 0.16), (x, 0.06)], 0.05)


def _lectern(pen: Pen) -> None:
    pen.circle((0.5, 0.16), 0.13)
    pen.polygon([(0.26, 0.58), (0.32, 0.34), (0.68, 0.34), (0.74, 0.58)])
    pen.polygon([(0.14, 0.58), (0.86, 0.58), (0.76, 1.0), (0.24, 1.0)])


def _seat(pen: Pen) -> None:
    pen.rectangle((0.16, 0.22, 0.84, 0.62), radius=0.1)
    pen.rectangle((0.06, 0.48, 0.94, 0.84), radius=0.1)
    for x in (0.18, 0.74):
        pen.rectangle((x, 0.80, x + 0.08, 0.96))


def _letter_i(pen: Pen) -> None:
    pen.circle((0.5, 0.14), 0.12)
    pen.polygon([(0.34, 0.36), (0.62, 0.36), (0.62, 0.86), (0.74, 0.86), (0.74, 0.97),
                 (0.28, 0.97), (0.28, 0.86), (0.40, 0.86), (0.40, 0.47), (0.34, 0.47)])  # fmt: skip


def axis_plate(graphic: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """The name of a column's axis, dark on light."""
    image = Image.new("RGB", size, _PLATE)
    width, height = size
    text = fit(
        graphic.subject or hall.id, Style(height * 0.62, 800), "en", (width * 0.8, height * 0.6)
    )
    lay(image, text, (width / 2, height / 2), _INK, Anchor.CENTER)
    rectangle(image, (0, height * 0.92, width, height), _palette(index).base)
    return image
