"""Which exhibitor and which products have what; and the words of the films."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.industry_fair.words import Said


@dataclass(frozen=True, slots=True)
class Showing:
    """Files of a product, by their names in media."""

    video: str
    captions: dict[str, str]
    documents: tuple[str, ...]


def _showing(name: str) -> Showing:
    words = {tag: f"films/{name}.{tag}.vtt" for tag in ("zh", "en")}
    return Showing(f"films/{name}.mp4", words, (f"documents/{name}-data-sheet.pdf",))


#: Products by their firm's name and the end of their own.
PRODUCTS: Final = {
    ("Brennauer Machine Tools GmbH", "VM650"): _showing("vm650"),
    ("Yueling Lathe Group Co., Ltd.", "SL200"): _showing("sl200"),
}

#: Panoramas of firms, by the firm's name.
FIRMS: Final = {"Jichuan CNC Equipment Co., Ltd.": "panoramas/workshop.jpg"}

_LINES: Final = {
    "vm650": (
        Said("立式加工中心 VM650", "The VM650 vertical machining centre"),
        Said("防护门全开，换料无碍", "Doors that open all the way to the table"),
        Said("操作面板随手可转", "A panel that turns to whoever works"),
    ),
    "sl200": (
        Said("斜床身数控车床 SL200", "The SL200 slant-bed lathe"),
        Said("斜床身，排屑顺畅", "Chips fall freely from the slant bed"),
        Said("欢迎到展位观看试切", "See it cut at our booth"),
    ),
}


def captions() -> dict[str, str]:
    """The films' words in two languages, by the name of the file in media."""
    return {
        f"films/{name}.{tag}.vtt": _webvtt([getattr(line, tag) for line in lines])
        for name, lines in _LINES.items()
        for tag in ("zh", "en")
    }


def _webvtt(lines: list[str]) -> str:
    cues = (
        f"00:0{2 * number}.200 --> 00:0{2 * number + 2}.000\n{line}\n"
        for number, line in enumerate(lines)
    )
    return "WEBVTT\n\n" + "\n".join(cues)
