"""Fairs for hypothesis: odd halls, several languages, shared booths, hostile texts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from hallgen.diagnostics import Place
from hallgen.model import (
    Area,
    AreaKind,
    Booth,
    BoothChoices,
    BoothKind,
    Captions,
    Classification,
    Exhibitor,
    Fair,
    Gate,
    Hall,
    InfoPage,
    Menu,
    ModelPose,
    Polygon,
    Product,
    RichMedia,
    Session,
    Specification,
    Stop,
    StyleName,
    Text,
    Theme,
    Trail,
    TrailKind,
    UpAxis,
    Venue,
    Zone,
)
from hallgen.readers.tables.rows import tidy

HERE = Place("fair.yaml")
TAGS = ("und", "zh", "en", "pt-BR", "zh-Hant", "ko", "yue")
#: Signs that separate, quote, run as formulas, or end a markup; and letters of several scripts.
_SIGNS = "=+-@'\";,:|[](){}<>&\\/、；：，\n％＝ abzÀß京展부あ٣1290."
_NOTHING = {"-", "--", "–", "—", "/", "n/a", "#n/a", "null", "none", "nan"}
#: A cell of the grid that booths stand in, in metres.
CELL = 8.0

words = (
    st.text(st.sampled_from(_SIGNS), min_size=1, max_size=14)
    .map(tidy)
    .filter(lambda said: said and said.casefold() not in _NOTHING)
)
line = words.map(lambda said: " ".join(said.split())).filter(
    lambda said: bool(said) and said.casefold() not in _NOTHING
)


def texts(least: int = 0, said: st.SearchStrategy[str] = words) -> st.SearchStrategy[Text]:
    """A text in some of the languages."""
    maps = st.dictionaries(st.sampled_from(TAGS), said, min_size=least, max_size=3)
    return maps.map(Text.model_validate).filter(lambda text: len(text.said) >= least)


@dataclass(frozen=True)
class _Shapes:
    """Outlines that fit into a cell whose lower left corner is (x, y)."""

    x: float
    y: float

    def polygon(self, kind: str, size: float) -> Polygon:
        x, y, s = self.x, self.y, round(size, 2)
        if kind == "round":
            middle, half = (x + s / 2, y + s / 2), s / 2
            turns = [2 * math.pi * step / 24 for step in range(24)]
            points = [
                (middle[0] + half * math.cos(a), middle[1] + half * math.sin(a)) for a in turns
            ]
            return Polygon(outer=tuple((round(px, 4), round(py, 4)) for px, py in points))
        if kind == "turned":
            return Polygon(
                outer=tuple(
                    (round(x + px * s, 4), round(y + py * s, 4))
                    for px, py in ((0.31, 0.0), (1.0, 0.52), (0.69, 1.0), (0.0, 0.48))
                )
            )
        corners = [(x, y), (x + s, y), (x + s, y + s), (x, y + s)]
        if kind == "corner":
            corners[2:3] = [(x + s, y + s / 2), (x + s / 2, y + s / 2), (x + s / 2, y + s)]
        holes: tuple[Any, ...] = ()
        if kind == "hole":
            a, b = s / 4, s / 2
            inner = ((x + a, y + a), (x + a, y + b), (x + b, y + b), (x + b, y + a))
            holes = (tuple((round(px, 4), round(py, 4)) for px, py in inner),)
        return Polygon(outer=tuple((round(px, 4), round(py, 4)) for px, py in corners), holes=holes)


_KINDS = st.sampled_from(("square", "corner", "hole", "round", "turned"))
_SIZES = st.integers(300, 700).map(lambda cm: cm / 100)


@st.composite
def halls(draw: st.DrawFn, id_: str, zones: tuple[str, ...] = ()) -> Hall:
    """A hall of 3 x 3 cells with an odd outline; cells hold booths, areas and columns."""
    side, notch = 3 * CELL + 4, draw(st.sampled_from((0.0, 1.5)))
    ring = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
    if notch:
        ring[2:3] = [(side, side - notch), (side - notch, side - notch), (side - notch, side)]
    cells = [(2 + CELL * at, 2 + CELL * row) for row in range(3) for at in range(3)]
    booths, areas, columns = [], [], []
    numbers = draw(st.lists(_numbers(), min_size=9, max_size=9, unique_by=_number_key))
    for at, (x, y) in enumerate(cells):
        what = draw(st.sampled_from(("booth", "booth", "booth", "area", "column", "nothing")))
        shape = _Shapes(x, y).polygon(draw(_KINDS), draw(_SIZES))
        if what == "booth" or at == 0:
            booths.append((numbers[at], shape, draw(st.sampled_from(list(BoothKind)))))
        elif what == "area":
            kind = draw(st.sampled_from(list(AreaKind)))
            areas.append(Area(kind=kind, name=draw(texts()), outline=shape))
        elif what == "column":
            columns.append(_Shapes(x, y).polygon("square", 0.6))
    wall = Polygon(outer=((1.0, 26.5), (20.0, 26.5), (20.0, 26.7), (1.0, 26.7)))
    return Hall(
        id=id_,
        name=draw(texts(1)),
        outline=Polygon(outer=tuple(ring)),
        height=draw(st.sampled_from((6.0, 12.0, 14.5))),
        place=HERE,
        zones=zones,
        walls=(wall,) if draw(st.booleans()) else (),
        columns=tuple(columns),
        areas=tuple(areas),
        gates=tuple(draw(_gates(side))),
        booths=tuple(
            Booth(
                id=f"{id_}-{_safe(number)}",
                number=number,
                hall=id_,
                outline=shape,
                kind=kind,
                place=HERE,
                zone=draw(st.sampled_from(zones)) if zones else None,
            )
            for number, shape, kind in booths
        ),
    )


@st.composite
def _gates(draw: st.DrawFn, side: float) -> list[Gate]:
    """Doors in the straight sides of the hall, their names no hall's."""
    found = []
    for at in range(draw(st.integers(0, 2))):
        along = draw(st.integers(300, 2000)) / 100
        position = (along, 0.0) if at else (0.0, along)
        width = draw(st.integers(100, 600)) / 100
        name = draw(texts(said=st.sampled_from(("North", "南门", "West <1>", "{x}", "=1+1"))))
        found.append(Gate(id=f"gate-{at + 1}", name=name, position=position, width=width))
    return found


def _numbers() -> st.SearchStrategy[str]:
    return st.from_regex(r"[A-D](0?[1-9]|[1-9][0-9])(/[1-3])?", fullmatch=True)


def _number_key(number: str) -> str:
    """Numbers that a list could take for one another are not in one hall."""
    return number.replace("0", "").replace("/", "")


def _safe(number: str) -> str:
    return number.replace("/", "-")


@st.composite
def fairs(draw: st.DrawFn) -> Fair:
    """A whole fair that keeps the rules of what the readers make: ids, relations, orders."""
    zones = tuple(
        Zone(id=id_, name=draw(texts(1)), color=color)
        for id_, color in (("cnc", "#1f4fa3"), ("robots", None))[: draw(st.sampled_from((0, 2)))]
    )
    ids = tuple(zone.id for zone in zones)
    shown = [draw(halls(id_, ids)) for id_ in ("1", "4.1")[: draw(st.integers(1, 2))]]
    count = draw(st.integers(1, 5))
    names = [f"e{at}" for at in range(count)]
    taken = _with_exhibitors(draw, shown, names)
    exhibitors = tuple(draw(_exhibitors(id_, taken)) for id_ in names)
    products = tuple(
        draw(_products(f"p{at}", draw(st.sampled_from(names))))
        for at in range(draw(st.integers(0, 3)))
    )
    return Fair(
        id="made",
        name=draw(texts(1)),
        folder=Path("nowhere"),
        languages=draw(st.sampled_from((("zh", "en"), ("en",), ("pt-BR", "zh")))),
        start=date(2026, 9, 22),
        end=date(2026, 9, 26),
        venue=Venue(name=draw(texts()), city=draw(texts())),
        organiser=draw(texts()),
        description=draw(texts()),
        timezone=draw(st.sampled_from((None, "Asia/Shanghai"))),
        theme=Theme(accent="#0b7683", styles=draw(st.sampled_from(((), (StyleName.MURAL,))))),
        zones=zones,
        halls=taken,
        exhibitors=exhibitors,
        products=products,
        sessions=tuple(draw(_sessions(f"s{at}", names)) for at in range(draw(st.integers(0, 2)))),
        pages=draw(_pages()),
        trails=draw(_trails(taken)),
    )


def _with_exhibitors(draw: st.DrawFn, shown: list[Hall], names: list[str]) -> tuple[Hall, ...]:
    """The halls, some booths let: to one exhibitor, or to a host with guests of its own."""
    host, guests = draw(st.sampled_from(names)), names

    def let(booth: Booth) -> Booth:
        how = draw(st.sampled_from(("free", "alone", "shared")))
        choices = draw(_choices())
        if how == "free":
            return booth.model_copy(update={"choices": choices})
        if how == "alone":
            update = {"main_exhibitor": draw(st.sampled_from(names)), "choices": choices}
            return booth.model_copy(update=update)
        others = tuple(name for name in guests if name != host and draw(st.booleans()))
        return booth.model_copy(update={"main_exhibitor": host, "co_exhibitors": others})

    return tuple(hall.model_copy(update={"booths": tuple(map(let, hall.booths))}) for hall in shown)


@st.composite
def _choices(draw: st.DrawFn) -> BoothChoices:
    if draw(st.booleans()):
        return BoothChoices()
    return BoothChoices(
        style=draw(st.sampled_from((None, *StyleName))), claim=draw(texts()), color="#c8401a"
    )


_FILES = st.sampled_from(("media/a.png", "media/b; c.png", "media/d, e.pdf", "=f.png"))


def _paths(most: int = 2) -> st.SearchStrategy[tuple[Path, ...]]:
    return st.lists(_FILES.map(Path), max_size=most, unique=True).map(tuple)


@st.composite
def _media(draw: st.DrawFn) -> RichMedia:
    video = draw(st.sampled_from((None, Path("media/film, 1.mp4"))))
    tags = draw(st.lists(st.sampled_from(("zh", "en")), max_size=2, unique=True)) if video else []
    return RichMedia(
        video=video,
        captions=tuple(Captions(language=t, file=Path(f"media/f.{t}.vtt")) for t in sorted(tags)),
        documents=draw(_paths()),
        panoramas=draw(_paths(1)),
    )


def _lists(least: int = 0) -> st.SearchStrategy[tuple[Text, ...]]:
    return st.lists(texts(1, line), min_size=least, max_size=3, unique=True).map(tuple)


@st.composite
def _exhibitors(draw: st.DrawFn, id_: str, shown: tuple[Hall, ...]) -> Exhibitor:
    booths = tuple(b.id for hall in shown for b in hall.booths if id_ in b.exhibitors)
    return Exhibitor(
        id=id_,
        slug=f"slug-{id_}",
        old_slugs=draw(st.sampled_from(((), (f"old-{id_}",)))),
        name=draw(texts(1)),
        place=HERE,
        intro=draw(texts()),
        country=draw(texts()),
        city=draw(texts()),
        address=draw(texts()),
        website=draw(st.sampled_from((None, "https://a.example/b,c;d"))),
        email=draw(st.sampled_from((None, "a@b.example"))),
        phone=draw(st.sampled_from((None, "+86 21 5555", "'1"))),
        logo=draw(st.none() | _FILES.map(Path)),
        color=draw(st.sampled_from((None, "#0b6e4f"))),
        media=draw(_media()),
        categories=draw(_lists()),
        tags=tuple(draw(st.lists(line, max_size=2, unique=True))),
        booths=booths,
        references=booths,
    )


@st.composite
def _products(draw: st.DrawFn, id_: str, of: str) -> Product:
    sheet = st.builds(Specification, name=texts(0, line), value=texts(1, line))
    pose = ModelPose(
        scale=draw(st.sampled_from((None, 0.001, 2.5))),
        up=draw(st.sampled_from((None, UpAxis.Z))),
        rotate=draw(st.sampled_from((0.0, 90.0, -45.5))),
    )
    classes = st.builds(
        Classification,
        system=st.sampled_from(("ECLASS 13.0", "UNSPSC", "own; system")),
        code=st.sampled_from(("27274001", "A:1", "0173-1#01-AGZ376#021")),
        name=texts(0, line),
    )
    return Product(
        id=id_,
        slug=f"slug-{id_}",
        name=draw(texts(1)),
        exhibitor=of,
        place=HERE,
        description=draw(texts()),
        category=draw(texts()),
        classifications=tuple(draw(st.lists(classes, max_size=2, unique=True))),
        specifications=tuple(draw(st.lists(sheet, max_size=3))),
        images=draw(_paths()),
        model=draw(st.none() | _FILES.map(Path)),
        pose=pose,
        media=draw(_media()),
        highlight=draw(st.booleans()),
    )


@st.composite
def _sessions(draw: st.DrawFn, id_: str, exhibitors: list[str]) -> Session:
    return Session(
        id=id_,
        title=draw(texts(1)),
        start=datetime(2026, 9, 22, draw(st.integers(0, 23)), 30),
        end=draw(st.sampled_from((None, datetime(2026, 9, 23, 0, 0)))),
        place=HERE,
        location=draw(texts()),
        speakers=draw(_lists()),
        description=draw(texts()),
        exhibitor=draw(st.none() | st.sampled_from(exhibitors)),
        watch=draw(st.sampled_from((None, "https://live.example/a"))),
    )


@st.composite
def _pages(draw: st.DrawFn) -> tuple[InfoPage, ...]:
    if draw(st.booleans()):
        return ()
    tags = draw(st.sampled_from((("und",), ("zh", "en"), ("und", "en"))))
    text = Text.model_validate(dict.fromkeys(tags, "# Visit\n\nOpen 9:00, *all* days."))
    day = draw(st.sampled_from((None, date(2026, 5, 1))))
    menu = draw(st.sampled_from(list(Menu)))
    return (InfoPage(id="visit", title=draw(texts(1)), text=text, menu=menu, place=HERE, day=day),)


@st.composite
def _trails(draw: st.DrawFn, shown: tuple[Hall, ...]) -> tuple[Trail, ...]:
    """A hot spot at a booth and, where there is one, a gate."""
    booth = shown[0].booths[0]
    alone = booth.exhibitors[0] if len(booth.exhibitors) == 1 else None
    stops = [Stop(hall=booth.hall, place=HERE, booth=booth.id, exhibitor=alone, text=draw(texts()))]
    stops += [
        Stop(hall=hall.id, place=HERE, gate=gate.id, name=gate.name)
        for hall in shown
        for gate in hall.gates
    ]
    kind = draw(st.sampled_from(list(TrailKind)))
    name, text = draw(texts(1)), draw(texts())
    return (
        (Trail(id="t", kind=kind, name=name, text=text, place=HERE, stops=tuple(stops)),)
        if draw(st.booleans())
        else ()
    )
