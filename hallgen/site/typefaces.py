"""How pages name fonts: the site's own files, what a device has itself, and what is seen first.

Letters of Latin, Greek and Cyrillic come from the site on every device. East Asian ones are a
device's own where it has a face for the language, since a page needs hundreds of them: the
site's files are for devices without (docs/decisions/0505-fonts-of-pages.md).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from hallgen.media.fonts import JP, KR, SANS, SC, TC, cjk_faces
from hallgen.media.webfonts import WebFont, font_stack


@dataclass(frozen=True, slots=True)
class StandIn:
    """A face of a device that is shown until ours has come. `names` are its names as `local()`
    looks them up, `sizes` by what percentage it is scaled to be as wide as ours, by weight.
    """

    names: dict[int, tuple[str, ...]]
    sizes: dict[int, float]


#: Android's, then that of Windows and Apple and what is as wide on Linux, then of bare Linux.
#: Sizes are ratios of mean widths of English letters, weighted by how often they are used.
STAND_INS: Final = {
    "roboto": StandIn(
        names={400: ("Roboto", "Roboto-Regular"), 700: ("Roboto Bold", "Roboto-Bold")},
        sizes={400: 106.6, 700: 111.2},
    ),
    "arial": StandIn(
        names={
            400: ("Arial", "ArialMT", "Liberation Sans", "LiberationSans"),
            700: ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold"),
        },
        sizes={400: 106.3, 700: 104.8},
    ),
    "dejavu": StandIn(
        names={
            400: ("DejaVu Sans", "DejaVuSans"),
            700: ("DejaVu Sans Bold", "DejaVuSans-Bold"),
        },
        sizes={400: 93.1, 700: 87.8},
    ),
}

#: What devices have themselves for the letters of a face of ours, as families of a font stack.
_SYSTEM: Final = {
    SC.name: ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC"),
    TC.name: ("PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC"),
    JP.name: ("Hiragino Sans", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", "Source Han Sans"),
    KR.name: ("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Source Han Sans K"),
}
#: Android's fallback faces are in no family that a page could name; `local()` finds them.
_ANDROID: Final = {
    SC.name: ("NotoSansCJKsc-Regular", "NotoSansSC-Regular"),
    TC.name: ("NotoSansCJKtc-Regular", "NotoSansTC-Regular"),
    JP.name: ("NotoSansCJKjp-Regular", "NotoSansJP-Regular"),
    KR.name: ("NotoSansCJKkr-Regular", "NotoSansKR-Regular"),
}
_LAST: Final = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'


def font_rules(languages: Iterable[str], fonts: Iterable[WebFont]) -> Iterator[str]:
    """The rules of the site's style sheet, which lies one folder below the root."""
    fonts = tuple(fonts)
    yield from _faces(fonts, lambda font: f"../{font.name}")
    yield from _stand_ins(fonts)
    for family in dict.fromkeys(font.family for font in fonts if font.family in _ANDROID):
        yield _face(f"{family} of Android", _local(_ANDROID[family]), "font-weight:400")
    for language in dict.fromkeys(languages):
        families = font_stack(language, fonts)
        names = [name for family in families for name in _before_and_after(family)]
        # Where no file of the site has East Asian letters, a device still knows which are meant.
        yield _stack(language, (*names, *_SYSTEM[cjk_faces(language)[0].name]))


def inlined_fonts(languages: Iterable[str], fonts: Iterable[WebFont]) -> str:
    """The rules of a page that stands alone: it carries its fonts itself."""
    fonts = tuple(fonts)
    stacks = (
        _stack(language, font_stack(language, fonts)) for language in dict.fromkeys(languages)
    )
    return "\n".join((*_faces(fonts, _as_data), *stacks))


def first_font(fonts: Iterable[WebFont]) -> WebFont | None:
    """The file that every page needs: the one with the letters of English."""
    ranges = ((font, font.unicode_range) for font in fonts if font.family == SANS.name)
    return next((font for font, letters in ranges if "U+20-7E" in letters.split(",")), None)


def _before_and_after(family: str) -> tuple[str, ...]:
    """A family of ours amid those of devices: East Asian ones follow them, others go before."""
    if family == SANS.name:
        return (family, *(_stand_in_name(name) for name in STAND_INS))
    if family in _SYSTEM:
        return (*_SYSTEM[family], f"{family} of Android", family)
    return (family,)


def _as_data(font: WebFont) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.data).decode()}"


def _faces(fonts: Iterable[WebFont], address: Callable[[WebFont], str]) -> Iterator[str]:
    for font in fonts:
        low, high = font.weights
        yield _face(
            font.family,
            f'url("{address(font)}") format("woff2")',
            f"font-weight:{low} {high};font-display:swap;unicode-range:{font.unicode_range}",
        )


def _stand_ins(fonts: Iterable[WebFont]) -> Iterator[str]:
    """Faces of devices in the widths of ours, for the letters that ours have."""
    letters = ",".join(font.unicode_range for font in fonts if font.family == SANS.name)
    if not letters:
        return
    for name, stand_in in STAND_INS.items():
        for weight, names in stand_in.names.items():
            size = f"font-weight:{weight};size-adjust:{stand_in.sizes[weight]}%"
            yield _face(_stand_in_name(name), _local(names), f"{size};unicode-range:{letters}")


def _stand_in_name(name: str) -> str:
    return f"{SANS.name} as {name}"


def _face(family: str, source: str, rest: str) -> str:
    return f'@font-face{{font-family:"{family}";src:{source};{rest}}}'


def _local(names: Iterable[str]) -> str:
    return ",".join(f'local("{name}")' for name in names)


def _stack(language: str, names: Iterable[str]) -> str:
    """One font stack a language: shapes of the same character differ between them."""
    stack = ", ".join((*(f'"{name}"' for name in dict.fromkeys(names)), _LAST))
    return f":lang({language}){{--font:{stack}}}"
