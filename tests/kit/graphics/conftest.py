"""An invented fair whose exhibitors have every kind of name and logo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from hallgen.diagnostics import Place
from hallgen.kit.graphics import canvas, controls, hall, lockup, sheet, signs
from hallgen.kit.graphics.brand import Brand, brand_of
from hallgen.media import MediaLibrary
from hallgen.model import (
    Booth,
    BoothKind,
    BoothLayout,
    BoothType,
    Exhibitor,
    Fair,
    FairIndex,
    Frame,
    Hall,
    Polygon,
    Product,
    Specification,
    Text,
    Zone,
)
from tests.kit.graphics.watch import Watch
from tests.support.libraries import library_of

PLACE = Place("exhibitors.csv", 2)
SQUARE = Polygon(outer=((0, 0), (3, 0), (3, 3), (0, 3)))

LONG = (
    "Arbeitsgemeinschaft zur Förderung der mittelständischen Werkzeugmaschinenindustrie und "
    "Automatisierungstechnik e.V. Südwest"
)

NAMES = {
    "zh": {"zh": "上海远策数控机床有限公司", "en": "Yuance CNC Machine Tools Co., Ltd."},
    "ja": {"ja": "株式会社東亜精密工作所", "en": "Toa Seimitsu Kosakusho"},
    "ko": {"ko": "한빛산업기술원", "en": "Hanbit Institute"},
    "ru": {"ru": "ООО «Станкосвет»", "en": "Stankosvet LLC"},
    "ar": {"ar": "شركة الصناعات الهندسية"},
    "he": {"he": "תעשיות מתכת 12", "en": "Metal Industries 12"},
    "vi": {"vi": "Công ty Cổ phần Cơ khí Bắc Hà"},
    "th": {"th": "บริษัท เครื่องจักรดี จำกัด"},
    "long": {"en": LONG},
    "long-zh": {
        "zh": "青岛市远海新能源与环境保护工程技术研究院（集团）股份有限公司",
        "en": "Qingdao Yuanhai New Energy and Environmental Protection Research Co., Ltd.",
    },
    "one": {"zh": "测"},
    "latin": {"en": "Q"},
    "emoji": {"zh": "灵境😀科技", "en": "Lingjing 😀"},
}

GOODS = (
    ("数控加工中心", "Machining centre", "CNC 机床"),
    ("六轴机器人", "Six-axis robot", "机器人"),
    ("工业传感器", "Industrial sensor", "传感器"),
    ("锂电池组", "Battery pack", "新能源"),
    ("精密轴承", "Precision bearing", "轴承"),
    ("控制芯片", "Controller chip", "集成电路"),
)


def write_logos(folder: Path) -> None:
    dark = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    draw = ImageDraw.Draw(dark)
    draw.ellipse((20, 20, 130, 130), fill=(20, 40, 90, 255))
    draw.rectangle((150, 50, 290, 100), fill=(20, 40, 90, 255))
    dark.save(folder / "dark.png")
    light = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(light)
    draw.regular_polygon((100, 100, 90), 6, fill=(255, 255, 255, 255))
    draw.regular_polygon((100, 100, 45), 3, fill=(255, 200, 0, 255))
    light.save(folder / "light.png")
    white = Image.new("RGB", (250, 120), "white")
    ImageDraw.Draw(white).polygon([(30, 100), (75, 20), (120, 100)], fill=(220, 30, 30))
    white.save(folder / "white.jpg")
    filled = Image.new("RGB", (160, 160), (0, 80, 60))
    ImageDraw.Draw(filled).ellipse((30, 30, 130, 130), outline=(255, 230, 80), width=16)
    filled.save(folder / "filled.png")
    Image.new("RGB", (80, 80), "white").save(folder / "blank.png")


LOGOS = {
    "ja": "dark.png",
    "ko": "light.png",
    "ru": "white.jpg",
    "one": "filled.png",
    "th": "blank.png",
}


def exhibitor(id_: str, names: dict[str, str]) -> Exhibitor:
    intro = {
        "zh": "公司成立于2003年，专注五轴联动加工中心。产品用于航空与汽车。",
        "ar": "حلول متكاملة للمصانع الحديثة.",
        "en": "We build stiff machines for small parts. Visit us.",
    }
    return Exhibitor(
        id=id_,
        slug=id_,
        name=Text.of(**names),
        place=PLACE,
        intro=Text.of(**{lang: intro[lang] for lang in names if lang in intro}),
        logo=Path(LOGOS[id_]) if id_ in LOGOS else None,
        website="https://www.example.com/",
        categories=(Text.of(zh="工业自动化", en="Industrial automation"),),
    )


def product(owner: str, number: int) -> Product:
    zh, en, category = GOODS[number % len(GOODS)]
    return Product(
        id=f"{owner}-{number}",
        slug=f"{owner}-{number}",
        name=Text.of(zh=zh, en=en),
        exhibitor=owner,
        place=PLACE,
        category=Text.of(zh=category),
        description=Text.of(zh="高刚性、高精度。适合连续生产。"),
        specifications=(
            Specification(name=Text.of(zh="转速", en="Speed"), value=Text.of(en="18000 rpm")),
            Specification(name=Text.of(zh="精度"), value=Text.of(en="±0.002 mm")),
            Specification(name=Text.of(zh="材料"), value=Text.of(zh="球墨铸铁")),
        ),
    )


def make_index(folder: Path, languages: tuple[str, ...]) -> FairIndex:
    exhibitors = tuple(exhibitor(id_, names) for id_, names in NAMES.items())
    products = tuple(product(e.id, n + k) for n, e in enumerate(exhibitors) for k in range(2))
    booths = [
        Booth(
            id=f"4.1-A{n:03}",
            number=f"A{n:03}",
            hall="4.1",
            outline=SQUARE,
            kind=BoothKind.SHELL,
            place=PLACE,
            zone="cnc",
            main_exhibitor=e.id,
        )
        for n, e in enumerate(exhibitors)
    ]
    booths.append(
        booths[0].model_copy(update={"id": "4.1-Z1", "number": "Z1", "main_exhibitor": None})
    )
    hall = Hall(
        id="4.1",
        name=Text.of(zh="4.1号馆", en="Hall 4.1"),
        outline=Polygon(outer=((0, 0), (60, 0), (60, 40), (0, 40))),
        height=12,
        booths=tuple(booths),
        place=PLACE,
        zones=("cnc", "robots"),
    )
    zones = (
        Zone(
            id="cnc", name=Text.of(zh="数控机床与金属加工", en="CNC Machine Tools & Metalworking")
        ),
        Zone(id="robots", name=Text.of(zh="机器人", en="Robotics"), color="#e07b12"),
    )
    return FairIndex(
        Fair(
            id="f",
            name=Text.of(zh="工业博览会", en="Industry Fair"),
            folder=folder,
            languages=languages,
            url="https://fair.example/",
            zones=zones,
            halls=(hall,),
            exhibitors=exhibitors,
            products=products,
        )
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fair")
    write_logos(made)
    return made


@pytest.fixture(scope="session")
def index(folder: Path) -> FairIndex:
    return make_index(folder, ("zh", "en"))


@pytest.fixture
def media(folder: Path) -> MediaLibrary:
    return library_of(folder)


def layout_of(booth: Booth, area: float = 9.0) -> BoothLayout:
    return BoothLayout.model_construct(
        booth=booth.id,
        type=BoothType.ROW,
        sides=(),
        frame=Frame(origin=(0, 0), heading=-90),
        width=3.0,
        depth=area / 3,
        area=area,
    )


@pytest.fixture(name="layout_of", scope="session")
def _layout_of() -> object:
    return layout_of


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watching = Watch()
    for module in (controls, signs, sheet, lockup, hall):
        if getattr(module, "lay", None) is canvas.lay:
            monkeypatch.setattr(module, "lay", watching)
    return watching


@pytest.fixture
def brands(index: FairIndex, media: MediaLibrary) -> list[Brand]:
    pairs = zip(index.fair.exhibitors, index.halls["4.1"].booths, strict=False)
    return [brand_of(exhibitor, booth, index, media) for exhibitor, booth in pairs]
