"""Signs that hang in a hall: its banner, its zones, the ways out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PIL import Image

from hallgen.kit.graphics.atlas import Atlas, pack
from hallgen.kit.graphics.booth import Budget, fitting_sizes
from hallgen.kit.graphics.canvas import Anchor, Pen, gradient, lay, rectangle, shape
from hallgen.kit.graphics.names import Said, said, word
from hallgen.kit.graphics.palettes import Palette, from_brand, seed, zone_palette
from hallgen.kit.graphics.patterns import mesh, signature
from hallgen.kit.graphics.venue import area_sign, axis_plate, fair_banner, stage_screen
from hallgen.kit.graphics.wanted import Graphic, GraphicKind
from hallgen.media.colors import WHITE, mix, parse, readable_on
from hallgen.media.typeset import Style, fit
from hallgen.model import FairIndex, Hall, Zone

Size = tuple[int, int]

#: What a hall's sheet may have.
HALL = Budget(2048, 3_000_000, 400_000)

#: ISO 7010 / ISO 3864-4 safety green.
SAFETY_GREEN = (0, 132, 80)


def hall_graphics(hall: Hall, index: FairIndex, wanted: Sequence[Graphic]) -> Atlas:
    """Draw what a hall wants and pack it. ZONE_BANNER has a zone as its subject, DIRECTION a
    zone or a hall; an unknown one is shown by its own words.
    """
    sizes = fitting_sizes(wanted, HALL)
    drawn = {g.slot: _DRAWN[g.kind](g, hall, index, sizes[g.slot]) for g in wanted}
    return pack(drawn, HALL.side, HALL.most)


def _hall_banner(_: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """The hall's number, very large, and its zones in two languages."""
    palette = from_brand(parse(index.fair.theme.accent))
    image = gradient(size, palette.base, palette.deep, 60)
    mesh(image, palette.accent, 7, 0.22)
    width, height = size
    unit = height / 100
    rectangle(image, (0, 93 * unit, width, height), palette.accent)
    white = readable_on(palette.base, palette.paper)
    number = fit(_hall_number(hall, index), Style(56 * unit, 800), "en", (width * 0.4, 60 * unit))
    box = lay(image, number, (9 * unit, 46 * unit), white, Anchor.LEFT)
    left = box[2] + 9 * unit
    room = width - left - 8 * unit
    zones = [index.zones[zone] for zone in hall.zones if zone in index.zones]
    lines = _banner_lines(hall, index, zones)
    y = 46 * unit - 15 * unit * len(lines) / 2
    for position, line in enumerate(lines):
        style = Style((15.5 if position == 0 else 9.5) * unit, 700 if position == 0 else 450)
        text = fit(line.words, style, line.language, (room, 22 * unit), lines=2)
        y = lay(image, text, (left, y), white)[3] + 5 * unit
    rectangle(image, (left, y + 2 * unit, left + 14 * unit, y + 4 * unit), palette.accent)
    return image


def _banner_lines(hall: Hall, index: FairIndex, zones: Sequence[Zone]) -> list[Said]:
    """The zones' names joined, in two languages; the hall's or the fair's name without zones."""
    languages = tuple(index.fair.languages)
    if not zones or len(zones) > 4:
        named, number = said(hall.name, languages), _hall_number(hall, index)
        own = [Said(_without(line.words, number), line.language) for line in named]
        return own or list(said(index.fair.name, languages))
    columns = [said(zone.name, languages) for zone in zones]
    lines = []
    for place in range(max(map(len, columns))):
        parts = [column[place] for column in columns if len(column) > place]
        lines.append(Said(" · ".join(part.words for part in parts), parts[0].language))
    return lines


def _without(name: str, number: str) -> str:
    """A hall's name without the number that stands beside it: "Hall 4.1 Robots" is "Robots"."""
    rest = re.sub(rf"^\W*\w{{0,10}}?\s?{re.escape(number)}\s?(号?馆|館|號館)?[\s:：·,-]*", "", name)
    return rest or name


def _zone_banner(graphic: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """A hanging banner in the zone's colour: its rows of booths large, its names below."""
    zone = index.zones.get(graphic.subject or "")
    palette = zone_palette(zone)
    image = gradient(size, mix(palette.base, WHITE, 0.04), palette.deep, 80)
    width, height = size
    signature(
        image, (0, height * 0.5, width, height), palette.base, seed(graphic.subject or ""), 0.7
    )
    white = readable_on(palette.base, palette.paper)
    languages = tuple(index.fair.languages)
    names = said(zone.name, languages) if zone else ()
    names = names or (Said(graphic.subject or hall.id, languages[0]),)
    letter = (graphic.subject or names[0].words).strip()
    first = letter.upper() if len(letter) <= 2 else names[0].words[0].upper()
    mark = _rows(hall, graphic.subject) or first
    big = fit(mark, Style(width * 0.62, 800), names[0].language, (width * 0.78, height * 0.24))
    y = lay(image, big, (width / 2, height * 0.09), white, Anchor.TOP)[3] + height * 0.055
    rectangle(image, (width * 0.38, y, width * 0.62, y + height * 0.012), palette.accent)
    y += height * 0.05
    for position, line in enumerate(names):
        style = Style(width * (0.17 if position == 0 else 0.11), 700 if position == 0 else 500)
        room = width * 0.84, height * 0.24
        text = fit(line.words, style, line.language, room, lines=4, align=0.5)
        y = lay(image, text, (width / 2, y), white, Anchor.TOP)[3] + height * 0.03
    foot = height * 0.90
    rectangle(image, (0, foot, width, height), palette.accent)
    dark = readable_on(palette.accent, palette.ink)
    number = fit(_hall_number(hall, index), Style(width * 0.17, 800), "en",
                 (width * 0.7, height * 0.06))  # fmt: skip
    lay(image, number, (width / 2, (foot + height) / 2), dark, Anchor.CENTER)
    return image


def _rows(hall: Hall, zone: str | None) -> str:
    """The letters that a zone's booths begin with, as "A–C"; "" where they have none or many."""
    booths = (booth.number for booth in hall.booths if zone and booth.zone == zone)
    found = sorted({m[0] for number in booths if (m := re.match(r"[A-Z]{1,2}(?=-?\d)", number))})
    if len(found) > 2 and ord(found[-1][0]) - ord(found[0][0]) < len(found) + 2:
        return f"{found[0]}–{found[-1]}"
    return "·".join(found) if len(found) <= 2 else ""


def _exit_sign(_: Graphic, __: Hall, index: FairIndex, size: Size) -> Image.Image:
    """White on safety green, with a running figure's door and an arrow."""
    image = Image.new("RGB", size, SAFETY_GREEN)
    width, height = size
    side = height * 0.66
    top, left = (height - side) / 2, height * 0.2
    shape(image, (left, top, left + side, top + side), WHITE, _way_out)
    words = " ".join(line.words for line in word("exit", index.fair.languages))
    start = left + side + height * 0.22
    room = width - start - height * 0.2, height * 0.5
    text = fit(words, Style(height * 0.42, 700), index.fair.languages[0], room)
    lay(image, text, (start, height / 2), WHITE, Anchor.LEFT)
    return image


def _way_out(pen: Pen) -> None:
    """A doorway, and an arrow through it."""
    pen.rectangle((0.50, 0.0, 1.0, 0.09))
    pen.rectangle((0.91, 0.0, 1.0, 1.0))
    pen.rectangle((0.50, 0.91, 1.0, 1.0))
    pen.rectangle((0.50, 0.0, 0.59, 0.26))
    pen.rectangle((0.50, 0.74, 0.59, 1.0))
    pen.rectangle((0.0, 0.44, 0.56, 0.56))
    pen.polygon([(0.48, 0.26), (0.80, 0.50), (0.48, 0.74)])


def _direction(graphic: Graphic, hall: Hall, index: FairIndex, size: Size) -> Image.Image:
    """The way to a zone or a hall: an arrow and its names."""
    zone = index.zones.get(graphic.subject or "")
    other = index.halls.get(graphic.subject or "")
    palette: Palette = zone_palette(zone) if zone else from_brand(parse(index.fair.theme.accent))
    image = gradient(size, palette.deep, mix(palette.deep, palette.base, 0.5), 0)
    width, height = size
    white = readable_on(palette.deep, palette.paper)
    rectangle(image, (0, 0, height, height), palette.base)
    arrow = (height * 0.22, height * 0.22, height * 0.78, height * 0.78)
    shape(image, arrow, white, _arrow_up)
    named = zone.name if zone else other.name if other else hall.name
    lines = said(named, index.fair.languages) or (Said(graphic.subject or hall.id, "en"),)
    tall = height * (0.4 if len(lines) > 1 else 0.5)
    room = width - height * 1.5
    upper = fit(lines[0].words, Style(tall, 700), lines[0].language, (room, height * 0.5))
    y = height * (0.2 if len(lines) > 1 else 0.5)
    anchor = Anchor.TOP_LEFT if len(lines) > 1 else Anchor.LEFT
    y = lay(image, upper, (height * 1.25, y), white, anchor)[3] + height * 0.1
    for line in lines[1:]:
        text = fit(line.words, Style(height * 0.21, 500), line.language, (room, height * 0.26))
        lay(image, text, (height * 1.25, y), white)
    return image


def _arrow_up(pen: Pen) -> None:
    pen.polygon([(0.5, 0.0), (0.95, 0.48), (0.05, 0.48)])
    pen.rectangle((0.39, 0.40, 0.61, 1.0))


def _hall_number(hall: Hall, index: FairIndex) -> str:
    """What a visitor calls the hall: its id, where that is short, else its initial."""
    if len(hall.id) <= 5:
        return hall.id.upper()
    digits = "".join(c for c in hall.name.best(*index.fair.languages) if c.isdigit() or c == ".")
    return digits.strip(".") or hall.name.best(*index.fair.languages)[:1].upper() or hall.id[:1]


_DRAWN: dict[GraphicKind, Callable[[Graphic, Hall, FairIndex, Size], Image.Image]] = {
    GraphicKind.HALL_BANNER: _hall_banner,
    GraphicKind.ZONE_BANNER: _zone_banner,
    GraphicKind.EXIT_SIGN: _exit_sign,
    GraphicKind.DIRECTION: _direction,
    GraphicKind.FAIR_BANNER: fair_banner,
    GraphicKind.STAGE_SCREEN: stage_screen,
    GraphicKind.AREA_SIGN: area_sign,
    GraphicKind.AXIS: axis_plate,
}
