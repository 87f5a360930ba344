"""The site's style sheet: ours, and what the fair adds: fonts, accent and colours of zones."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from hallgen import resources
from hallgen.media.webfonts import WebFont, font_stack
from hallgen.model import Fair
from hallgen.model.tags import chain
from hallgen.site import colors
from hallgen.site.theme import theme_style

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

#: What stands in for characters that no shipped font has, by primary language.
_SYSTEM: Final = {
    "zh": '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"',
    "zh-Hant": '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC"',
    "ja": '"Hiragino Sans", "Yu Gothic", "Meiryo", "Noto Sans CJK JP"',
    "ko": '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"',
}
_LAST: Final = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'


def style_sheet(fair: Fair, fonts: Iterable[WebFont]) -> bytes:
    """The whole style sheet. It lies in `assets/`, one folder below the root."""
    fonts = tuple(fonts)
    ours = "\n".join(
        (resources.assets() / "site" / f"{part}.css").read_text("utf-8") for part in _PARTS
    )
    rules = (*_faces(fonts), *_stacks(fair.languages, fonts), *_accent(fair), *_zones(fair))
    theirs, _ = theme_style(fair)
    return (ours + "\n" + "\n".join(rules) + "\n" + theirs).encode()


def inlined_fonts(languages: Iterable[str], fonts: Iterable[WebFont]) -> str:
    """The rules of a page that stands alone: it carries its fonts itself."""
    fonts = tuple(fonts)
    return "\n".join((*_faces(fonts, _as_data), *_stacks(languages, fonts)))


def _beside(font: WebFont) -> str:
    return f"../{font.name}"


def _as_data(font: WebFont) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.data).decode()}"


def _faces(fonts: Iterable[WebFont], address: Callable[[WebFont], str] = _beside) -> Iterator[str]:
    for font in fonts:
        low, high = font.weights
        yield (
            f'@font-face{{font-family:"{font.family}";src:url("{address(font)}") format("woff2");'
            f"font-weight:{low} {high};font-display:swap;unicode-range:{font.unicode_range}}}"
        )


def _stacks(languages: Iterable[str], fonts: Iterable[WebFont]) -> Iterator[str]:
    """One font stack a language: shapes of the same character differ between them."""
    for language in dict.fromkeys(languages):
        ours = ", ".join(f'"{family}"' for family in font_stack(language, fonts))
        system = next((_SYSTEM[tag] for tag in reversed(chain(language)) if tag in _SYSTEM), "")
        stack = ", ".join(part for part in (ours, system, _LAST) if part)
        yield f":lang({language}){{--font:{stack}}}"


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
