"""Colours of zones, marks and the organiser's accent. Colours are sRGB, written `#rrggbb`."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from hallgen.media import colors
from hallgen.model import Fair, Zone

INK: Final = "#14202e"
PAPER: Final = "#ffffff"
NIGHT: Final = "#10161e"

#: Hues that stay apart from their neighbours, for zones and marks without a colour of their own.
PALETTE: Final = (
    "#1f6fb5",
    "#d9622b",
    "#2a8f5b",
    "#8a4fb0",
    "#c2364f",
    "#0f8c94",
    "#b88a12",
    "#5a6bd0",
    "#7a8f2a",
    "#a8508a",
    "#3c7f9e",
    "#996443",
)


def zone_colors(zones: Iterable[Zone]) -> dict[str, str]:
    """The colour of each zone by its id: its own, or the next of the palette that none has."""
    zones = tuple(zones)
    taken = {zone.color.lower() for zone in zones if zone.color}
    free = [color for color in PALETTE if color not in taken] or list(PALETTE)
    without = [zone.id for zone in zones if not zone.color]
    given = {id_: free[at % len(free)] for at, id_ in enumerate(without)}
    return {zone.id: zone.color.lower() if zone.color else given[zone.id] for zone in zones}


def without_zone(fair: Fair) -> str:
    """The colour of booths in no zone: grey among zones, the accent where there are none."""
    return "#7d8ca0" if fair.zones else fair.theme.accent


def mark_color(name: str) -> str:
    """A colour for a mark without one, dark enough for white letters.

    The same name always gets the same.
    """
    color = PALETTE[zlib.crc32(name.encode()) % len(PALETTE)]
    return colors.to_hex(colors.darken_to(colors.parse(color), colors.parse(PAPER)))


def tint(color: str, share: float, ground: str = PAPER) -> str:
    """`share` of the colour (0 to 1) on a ground."""
    return colors.to_hex(colors.mix(colors.parse(ground), colors.parse(color), share))


def booth_by_day(color: str) -> str:
    """A zone's colour as a booth of a plan has it, light enough for dark letters."""
    return tint(color, 0.3)


def booth_by_night(color: str) -> str:
    """The same on dark pages, dark enough for light letters."""
    return tint(color, 0.34, "#161d27")


def ink_on(color: str) -> str:
    """White where it can be read on the colour, else the darker of inks."""
    ground = colors.parse(color)
    return colors.to_hex(colors.readable_on(ground, colors.parse(PAPER), colors.parse(INK)))


def on_paper(color: str) -> str:
    """The colour, darkened until text in it can be read on white."""
    return colors.to_hex(colors.darken_to(colors.parse(color), colors.parse("#f4f6f9")))


def at_night(color: str) -> str:
    """The colour, lightened until text in it can be read on the pages' dark ground."""
    steps = (tint(color, 1 - step / 20) for step in range(21))
    night = colors.parse("#1a222d")
    return next(c for c in steps if colors.contrast(colors.parse(c), night) >= colors.READABLE)
