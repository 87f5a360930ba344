"""The vocabulary: what exhibitors are called, make and say, in Chinese and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "vocabulary"


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in both languages."""

    zh: str
    en: str

    @classmethod
    def of(cls, text: str, separator: str = " | ") -> Said:
        """From words in Chinese, a separator and words in English; either alone serves both."""
        zh, _, en = text.partition(separator)
        return cls(zh.strip(), (en or zh).strip())

    def filled(self, **parts: Said | str | int) -> Said:
        """With {names} replaced by the words of the language."""
        zh = {k: v.zh if isinstance(v, Said) else str(v) for k, v in parts.items()}
        en = {k: v.en if isinstance(v, Said) else str(v) for k, v in parts.items()}
        return Said(self.zh.format(**zh), self.en.format(**en))


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of a data sheet, with one value a size or one for all."""

    name: Said
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of product, made in several sizes."""

    name: Said
    series: str
    sizes: tuple[str, ...]
    text: Said
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """What some exhibitors have in common."""

    id: str
    zone: str
    name: Said
    uses: tuple[Said, ...]
    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of firms.yaml. `own` is the name in the firm's own language, with its tag."""

    name: Said
    city: str
    segment: str
    rank: int
    own: tuple[str, str] | None = None
    pavilion: bool = False


@cache
def segments() -> dict[str, Segment]:
    files = sorted(_FOLDER.glob("segments-*.yaml"))
    raw = {id_: said for file in files for id_, said in _load(file.name).items()}
    return {
        id_: Segment(
            id=id_,
            zone=said["zone"],
            name=Said.of(said["name"]),
            uses=tuple(Said.of(use) for use in said["uses"].split("; ")),
            families=tuple(_family(one) for one in said["families"]),
        )
        for id_, said in raw.items()
    }


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(
        _entry(line, group, rank)
        for group, lines in _load("firms.yaml").items()
        for rank, line in enumerate(lines)
    )


@cache
def phrases() -> dict[str, tuple[Said, ...]]:
    return {k: tuple(Said.of(one) for one in v) for k, v in _load("phrases.yaml").items()}


@cache
def places() -> dict[str, tuple[str, Said, Said]]:
    """By a city's key: its country's code, its country, itself."""
    raw = _load("places.yaml")
    return {
        key: (code, Said.of(raw["countries"][code]), Said.of(city))
        for code, cities in raw["cities"].items()
        for key, city in cities.items()
    }


def dialling_code(country: str) -> str:
    code: str = _load("places.yaml")["phones"][country]
    return code


def _family(raw: dict[str, str]) -> Family:
    zh, en, series = raw["n"].split(" | ")
    code, _, sizes = series.partition(" ")
    return Family(
        name=Said(zh, en),
        series=code,
        sizes=tuple(sizes.split(",")),
        text=Said.of(raw["d"]),
        figures=tuple(_figure(one) for one in raw["s"].split("; ")),
    )


def _figure(text: str) -> Figure:
    zh, en, values = text.split("|")
    return Figure(Said(zh, en), tuple(Said.of(value, "~") for value in _sizes(values)))


def _sizes(values: str) -> list[str]:
    """At slashes between sizes, but not at those of units such as m/min or r/min."""
    return re.split(r"(?<! )/(?!(?:min|h|d|s|m³|cm³|Nm³)\b)(?! )", values)


def _entry(line: str, group: str, rank: int) -> Entry:
    zh, en, city, *rest = line.split(" | ")
    own = next((tuple(part.split(":", 1)) for part in rest if ":" in part), None)
    return Entry(
        name=Said(zh, en),
        city=city,
        segment=rest[-1] if group == "pavilion" else group,
        rank=rank,
        own=(own[0], own[1]) if own else None,
        pavilion=group == "pavilion",
    )


@cache
def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return loaded
