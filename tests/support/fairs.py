"""Small fairs made by hand, with their layouts, for tests of every layer above the layout."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model import (
    Aisle,
    Area,
    AreaKind,
    Booth,
    BoothKind,
    BoothLayout,
    BoothType,
    Exhibitor,
    Fair,
    FairIndex,
    Frame,
    Gate,
    Hall,
    HallLayout,
    Polygon,
    Product,
    Session,
    Side,
    SideKind,
    Specification,
    Text,
    Venue,
    Zone,
)

HERE = Place("fair.yaml")


def rectangle(x: float, y: float, width: float, depth: float) -> Polygon:
    """Counter-clockwise from its lower left corner."""
    return Polygon(outer=((x, y), (x + width, y), (x + width, y + depth), (x, y + depth)))


def booth(
    number: str, outline: Polygon, *exhibitors: str, zone: str | None = None, hall: str = "1"
) -> Booth:
    """A booth whose id is "<hall>-<number>"; the first exhibitor is the main one."""
    main, *others = exhibitors or (None,)
    return Booth(
        id=f"{hall}-{number}",
        number=number,
        hall=hall,
        outline=outline,
        kind=BoothKind.SHELL,
        place=HERE,
        zone=zone,
        main_exhibitor=main,
        co_exhibitors=tuple(other for other in others if other),
    )


def south_front(stand: Booth) -> BoothLayout:
    """The layout of a booth that is open to the south only."""
    min_x, min_y, max_x, max_y = stand.outline.bounds
    ring = stand.outline.outer
    sides = tuple(
        Side(start=a, end=b, kind=SideKind.OPEN if a[1] == b[1] == min_y else SideKind.NEIGHBOUR)
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)
    )
    return BoothLayout(
        booth=stand.id,
        type=BoothType.ROW,
        sides=sides,
        frame=Frame(origin=((min_x + max_x) / 2, (min_y + max_y) / 2), heading=-90),
        width=max_x - min_x,
        depth=max_y - min_y,
        area=_area(ring),
    )


def laid_out(hall: Hall) -> HallLayout:
    """A layout in which all booths look south, and the floor below y = 6 is walkable."""
    min_x, min_y, max_x, _ = hall.outline.bounds
    return HallLayout(
        hall=hall.id,
        outline=hall.outline,
        booths=tuple(south_front(stand) for stand in hall.booths),
        blocks=(tuple(stand.id for stand in hall.booths),),
        aisles=(Aisle(start=(min_x, 3.0), end=(max_x, 3.0), width=6.0, main=True),),
        walkable=(rectangle(min_x, min_y, max_x - min_x, 6.0),),
        obstacles=(),
        start=(max_x / 2, 1.0),
        start_heading=90.0,
    )


def exhibitor(id_: str, *booths: str, **more: object) -> Exhibitor:
    """An exhibitor with sensible names; anything else by its field."""
    given: dict[str, object] = {
        "id": id_,
        "slug": id_,
        "name": Text.of(zh=f"{id_}公司", en=f"{id_.title()} Ltd"),
        "place": HERE,
        "booths": booths,
    }
    return Exhibitor.model_validate(given | more)


def product(id_: str, of: str, **more: object) -> Product:
    given: dict[str, object] = {
        "id": id_,
        "slug": id_,
        "name": Text.of(zh=f"{id_}展品", en=f"{id_.title()} product"),
        "exhibitor": of,
        "place": HERE,
    }
    return Product.model_validate(given | more)


def fair_of(*halls: Hall, **more: object) -> Fair:
    """A fair around some halls; anything else by its field."""
    given: dict[str, object] = {
        "id": "small-fair",
        "name": Text.of(zh="小型展览会", en="Small Fair"),
        "folder": Path("fair"),
        "languages": ("zh", "en"),
        "halls": halls,
    }
    return Fair.model_validate(given | more)


def small_fair() -> Fair:
    """One hall, 24 x 14 m: a shared booth, an odd outline, an empty booth, hostile text.

    Exhibitors: yuance (two booths, logo, products), dingchuan (shares the first booth),
    abb (no Chinese name, markup in every text), ghost (no booth, no logo, name only).
    """
    odd = Polygon(
        outer=((12.0, 6.0), (18.0, 6.0), (18.0, 9.0), (15.0, 9.0), (15.0, 12.0), (12.0, 12.0))
    )
    stands = (
        booth("A01", rectangle(3, 6, 6, 3), "yuance", "dingchuan", zone="cnc"),
        booth("A02", rectangle(9, 6, 3, 3), "abb", zone="robots"),
        booth("A10", odd, "yuance", zone="cnc"),
        booth("A11", rectangle(18, 6, 3, 3)),
    )
    hall = Hall(
        id="1",
        name=Text.of(zh="1号馆", en="Hall 1"),
        outline=rectangle(0, 0, 24, 14),
        height=12.0,
        booths=stands,
        place=HERE,
        zones=("cnc", "robots"),
        walls=(rectangle(0, 13.8, 24, 0.2),),
        columns=(rectangle(1.5, 12, 0.6, 0.6),),
        areas=(
            Area(
                kind=AreaKind.STAGE,
                name=Text.of(zh="主舞台", en="Main stage"),
                outline=rectangle(5, 10, 6, 3),
            ),
        ),
        gates=(
            Gate(id="south", name=Text.of(zh="南门", en="South gate"), position=(12, 0), width=4),
        ),
    )
    evil = '</script><script>alert("1 & 2")</script>\u2028'
    exhibitors = (
        exhibitor(
            "yuance",
            "1-A01",
            "1-A10",
            name=Text.of(zh="远策数控", en="Yuance CNC"),
            intro=Text.of(
                zh="五轴加工中心制造商。\n\n服务全球客户。", en="Maker of five-axis machines."
            ),
            country=Text.of(zh="中国", en="China"),
            city=Text.of(zh="上海", en="Shanghai"),
            address=Text.of(zh="上海市示范路1号", en="1 Example Road, Shanghai"),
            website="https://yuance.example/",
            email="sales@yuance.example",
            phone="+86 21 5555 0100",
            logo=Path("media/yuance.png"),
            categories=(Text.of(zh="机床", en="Machine tools"),),
            tags=("5-axis",),
        ),
        exhibitor("dingchuan", "1-A01", name=Text.of(zh="鼎川齿轮", en="Dingchuan Gear")),
        exhibitor(
            "abb",
            "1-A02",
            name=Text.of(en=f"Able & Bright {evil}"),
            intro=Text.of(en=evil),
            website='javascript:alert("1")',
            email='a"onclick=x@evil.example',
            phone="<b>12</b>",
            color="#0b6e4f",
        ),
        exhibitor("ghost", name=Text.model_validate("Ghost Works")),
    )
    products = (
        product(
            "vmc-500",
            "yuance",
            name=Text.of(zh="五轴加工中心 VMC-500", en="Five-axis centre VMC-500"),
            description=Text.of(zh="高刚性、高精度。", en="Stiff and precise."),
            category=Text.of(zh="加工中心", en="Machining centres"),
            specifications=(
                Specification(
                    name=Text.of(zh="主轴转速", en="Spindle speed"),
                    value=Text.model_validate("24,000 rpm"),
                ),
            ),
            images=(Path("media/vmc.jpg"), Path("media/missing.jpg")),
            highlight=True,
        ),
        product("evil-1", "abb", name=Text.of(en=evil), description=Text.of(en=evil)),
    )
    sessions = (
        Session(
            id="s1",
            title=Text.of(zh="智能制造论坛", en="Smart manufacturing forum"),
            start=datetime(2026, 9, 22, 9, 30),
            end=datetime(2026, 9, 22, 11, 0),
            place=HERE,
            location=Text.of(zh="主舞台", en="Main stage"),
            speakers=(Text.of(zh="李工", en="Li Gong"), Text.of(zh="王博士", en="Dr Wang")),
            exhibitor="yuance",
        ),
    )
    return fair_of(
        hall,
        name=Text.of(zh="示范工业博览会", en="Example Industry Fair"),
        start=date(2026, 9, 22),
        end=date(2026, 9, 26),
        venue=Venue(
            name=Text.of(zh="示范会展中心", en="Example Exhibition Centre"),
            city=Text.of(zh="上海", en="Shanghai"),
        ),
        organiser=Text.of(zh="示范展览公司", en="Example Fairs"),
        description=Text.of(zh="面向制造业的年度盛会。", en="The yearly fair of makers."),
        zones=(
            Zone(id="cnc", name=Text.of(zh="数控机床", en="Machine tools"), color="#1f6fb5"),
            Zone(id="robots", name=Text.of(zh="机器人", en="Robotics")),
        ),
        exhibitors=exhibitors,
        products=products,
        sessions=sessions,
    )


def indexed(fair: Fair) -> tuple[FairIndex, dict[str, HallLayout]]:
    """A fair's index and the layouts of its halls."""
    return FairIndex(fair), {hall.id: laid_out(hall) for hall in fair.halls}


def _area(ring: Iterable[tuple[float, float]]) -> float:
    points = list(ring)
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2
