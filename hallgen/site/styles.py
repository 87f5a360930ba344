"""The site's style sheet: ours, and what the fair adds: fonts, accent and colours of zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from hallgen import resources
from hallgen.media.webfonts import WebFont
from hallgen.model import Fair
from hallgen.site import colors
from hallgen.site.theme import theme_style
from hallgen.site.typefaces import font_rules

#: Our own style sheets in `assets/site`, in their order.
_PARTS: Final = (
    "base",
    "content",
    "programme",
    "shortlist",
    "enquiry",
    "info",
    "embed",
    "rich_media",
    "find",
    "compare",
    "trails",
    "hall",
    "ways",
    "media",
)


def style_sheet(fair: Fair, fonts: Iterable[WebFont]) -> bytes:
    """The whole style sheet. It lies in `assets/`, one folder below the root."""
    ours = "\n".join(
        (resources.assets() / "site" / f"{part}.css").read_text("utf-8") for part in _PARTS
    )
    rules = (*font_rules(fair.languages, fonts), *_accent(fair), *_zones(fair))
    theirs, _ = theme_style(fair)
    return (ours + "\n" + "\n".join(rules) + "\n" + theirs).encode()


def _accent(fair: Fair) -> Iterator[str]:
    accent = fair.theme.accent
    day, night = colors.on_paper(accent), colors.at_night(accent)
    deep = colors.tint(accent, 0.34, "#0b111a")
    light = {"accent": accent, "accent-ink": colors.ink_on(accent), "link": day, "deep": deep}
    dark = {"link": night}
    yield ":root{" + ";".join(f"--{name}:{value}" for name, value in light.items()) + "}"
    values = ";".join(f"--{name}:{value}" for name, value in dark.items())
    yield f"@media screen and (prefers-color-scheme:dark){{:root{{{values}}}}}"


def _zones(fair: Fair) -> Iterator[str]:
    """`.zone-0`, `.zone-1`... in the order of the fair's zones, and `.no-zone`."""
    named = {f"zone-{at}": c for at, c in enumerate(colors.zone_colors(fair.zones).values())}
    for name, color in {**named, "no-zone": colors.without_zone(fair)}.items():
        yield f".{name}{{--zone:{color};--zone-night:{colors.booth_by_night(color)}}}"
