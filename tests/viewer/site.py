"""A site with one page: the small hall, in English and Chinese, under a strict policy."""

from __future__ import annotations

import html
import io
import json
from pathlib import Path

from PIL import Image

from hallgen import resources
from hallgen.build.twins import write_twins
from hallgen.diagnostics import Diagnostics
from hallgen.site.manifest import (
    HallShard,
    Manifest,
    ManifestHall,
    PageData,
    Pose,
    ShardBooth,
    ShardExhibitor,
    ShardGate,
    ShardProduct,
    ShardProductModel,
    Spot,
)
from hallgen.site.policy import policy_for
from hallgen.site.viewer_bundle import ViewerBundle, read_viewer
from hallgen.site.words import direction, viewer_words
from hallgen.store import Store
from tests.viewer.arm import SIZE, apart, arm
from tests.viewer.hall import (
    COLUMN,
    DEPTH,
    OUTLINES,
    PANELS,
    PLINTHS,
    PRODUCTS,
    WIDTH,
    Block,
    tiles,
)

LANGUAGES = ("en", "zh")

#: The picture that pages of halls have where the build made one.
STILL = '<img class="hallgen-still" src="../../../still.webp" alt="Hall 1 on entering">'

#: A policy by which a page's scripts, styles and connections are only the site's own.
STRICT = policy_for("")


#: One that moves and stands in the hall at a quarter of its size, and one that did not come.
_MODELS = {
    "arm-6": ShardProductModel(
        near="media/arm.glb",
        inspect="media/arm.glb",
        size=SIZE,
        scale=0.25,
        animated=True,
        apart="media/apart.glb",
    ),
    "lathe-2": ShardProductModel(
        near="media/lost.glb", inspect="media/lost.glb", size=SIZE, scale=1, animated=False
    ),
}


def write_site(folder: Path) -> Path:
    """Write all of it and return the folder."""
    bundle = read_viewer(resources.viewer())
    made = {"media/arm.glb": arm(), "media/apart.glb": apart()}
    for name, data in {**_tiles(), **bundle.files, **made}.items():
        _write(folder / name, data)
    write_twins(folder, Store(folder.with_name(f"{folder.name}.kept")), Diagnostics())
    for language in (*LANGUAGES, "ar"):
        shard = _shard(language).model_dump_json(indent=1)
        _write(folder / f"tiles/1/hall.{language}.json", shard.encode())
        _write(folder / f"{language}/halls/1/index.html", _page(language, bundle).encode())
        seen = _page(language, bundle, STILL)
        _write(folder / f"{language}/halls/seen/index.html", seen.encode())
    _write(folder / "still.webp", _still())
    _write(folder / "page.css", b"body { margin: 0; font-family: sans-serif; }")
    _write(folder / "fair.json", _manifest().model_dump_json().encode())
    return folder


def _write(file: Path, data: bytes) -> None:
    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _tiles() -> dict[str, bytes]:
    return {f"tiles/1/{name}": data for name, data in tiles().items()}


def _ring(x0: float, y0: float, x1: float, y1: float) -> tuple[Spot, ...]:
    """A rectangle of the plan, clockwise seen from above."""
    return ((x0, -y0), (x0, -y1), (x1, -y1), (x1, -y0))


def _flat(block: Block) -> tuple[Spot, ...]:
    x0, y0, _, x1, y1, _ = block
    return _ring(x0, y0, x1, y1)


def _shard(language: str) -> HallShard:
    def pose(x: float, y: float, heading: float) -> Pose:
        return Pose(x=x, y=1.65, z=-y, heading=heading, pitch=0)

    tenants = {
        "A01": (("muster",), pose(5.5, 8.2, 0)),
        "A02": (("haruka", "saebyeok", "acme"), pose(8.5, 8.2, 0)),
        "B01": (("dingchuan",), pose(17, 7.4, 0)),
        "B02": ((), pose(5.5, 8.6, 180)),
    }
    obstacles = [_flat(block) for blocks in PANELS.values() for block in blocks]
    obstacles += [_ring(x - 0.3, y - 0.3, x + 0.3, y + 0.3) for x, y in PLINTHS]
    return HallShard(
        hall="1",
        name={"en": "Hall 1", "zh": "1号馆", "ar": "القاعة 1"}[language],
        height=8,
        bounds=(0, -DEPTH, WIDTH, 0),
        start=pose(12, 2, 0),
        tileset="tiles/1/tileset.json",
        booths=tuple(
            ShardBooth(
                id=f"1-{number}",
                number=number,
                outline=_ring(*OUTLINES[number]),
                view=view,
                zone=None,
                exhibitors=exhibitors,
            )
            for number, (exhibitors, view) in tenants.items()
        ),
        exhibitors=_exhibitors(language),
        products=_products(language),
        gates=(ShardGate(id="south", name="South", position=(12, 0)),),
        obstacles=(*obstacles, _flat(COLUMN)),
    )


def _exhibitors(language: str) -> dict[str, ShardExhibitor]:
    names = {
        "muster": ("Muster Gear", "沐斯特齿轮", "Germany"),
        "haruka": ("Haruka Precision", "遥精密", "Japan"),
        "saebyeok": ("Saebyeok Sensor", "新晓传感", "Korea"),
        "acme": ("Acme Conveyors & Material Handling Systems International", "", "Canada"),
        "dingchuan": ("Dingchuan Robotics", "鼎川机器人", "China"),
    }
    return {
        id_: ShardExhibitor(
            name=zh if language == "zh" and zh else en,
            name2=en if language == "zh" and zh else zh,
            intro=f"{en} makes what other factories need to run. " * (9 if id_ == "muster" else 2),
            country=country,
            logo=None,
            website="https://muster.example/" if id_ == "muster" else None,
            email=f"sales@{id_}.example",
            phone="+49 30 5550 0199" if id_ == "muster" else None,
            page=f"{language}/exhibitors/{id_}-ltd/",
            products=PRODUCTS if id_ == "dingchuan" else (),
        )
        for id_, (en, zh, country) in names.items()
    }


def _products(language: str) -> dict[str, ShardProduct]:
    names = {"gear-40": "Gear unit 40", "arm-6": "Robot arm 6", "lathe-2": "Lathe 2"}
    return {
        id_: ShardProduct(
            name=name,
            description=f"{name} runs for years without a stop.",
            category="Machines",
            image=None,
            page=f"{language}/products/{id_}-model/",
            model=_MODELS.get(id_),
        )
        for id_, name in names.items()
    }


def _manifest() -> Manifest:
    return Manifest(
        generator="tests",
        id="small",
        name={"en": "Small fair"},
        languages=LANGUAGES,
        halls=tuple(
            ManifestHall(
                id=hall,
                name={"en": f"Hall {hall}"},
                tileset=f"tiles/{hall}/tileset.json",
                shards={language: f"tiles/{hall}/hall.{language}.json" for language in LANGUAGES},
                pages={language: f"{language}/halls/{hall}/" for language in LANGUAGES},
            )
            for hall in ("1", "2")
        ),
        exhibitors={"elsewhere": "exhibitors/elsewhere-inc/"},
        booths={f"1-{number}": "1" for number in OUTLINES} | {"2-C01": "2"},
        models={},
    )


def _still() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (160, 90), (90, 120, 160)).save(data, "WEBP")
    return data.getvalue()


def _page(language: str, bundle: ViewerBundle, still: str = "") -> str:
    data = PageData(
        root="../../../",
        language=language,
        hall="1",
        shard=f"tiles/1/hall.{language}.json",
        languages={other: f"{other}/halls/1/" for other in LANGUAGES},
        strings=viewer_words(language),
    )
    block = json.dumps(data.model_dump(), ensure_ascii=False).replace("<", "\\u003c")
    styles = "".join(f'<link rel="stylesheet" href="../../../{name}">' for name in bundle.styles)
    return f"""<!doctype html>
<html lang="{language}" dir="{direction(language)}"><head>
<meta charset="utf-8"><title>Hall 1</title>
<meta http-equiv="Content-Security-Policy" content="{html.escape(STRICT)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="icon" href="data:,"><link rel="stylesheet" href="../../../page.css">{styles}</head>
<body><div id="hallgen-view" role="region" aria-label="Hall">{still}</div>
<main id="plan"><h1>Plan</h1><p><a id="plan-link" href="?booth=B01">B01</a></p></main>
<script type="application/json" id="hallgen-page">{block}</script>
<script type="module" src="../../../{bundle.entry}"></script>
</body></html>
"""
