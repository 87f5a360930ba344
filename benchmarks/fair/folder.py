"""Writing a fair's folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import yaml

from benchmarks.fair.exhibitors import Exhibitors, Plot, exhibitors
from benchmarks.fair.halls import hall_specs
from benchmarks.fair.models import model
from benchmarks.fair.photos import photo
from benchmarks.fair.plan import LETTERS, HallSpec, bay_of, draw
from benchmarks.fair.products import products
from tools.industry_fair.drawn import DrawnHall
from tools.industry_fair.dxf import dxf
from tools.industry_fair.firms import Firm
from tools.industry_fair.geojson import geojson
from tools.industry_fair.lists import exhibitors_csv, products_json
from tools.industry_fair.logos import has_logo, logo, logo_name
from tools.industry_fair.products import Shown
from tools.industry_fair.svg import svg

#: A photo's width in pixels, as of one sent by e-mail: some 50 kB, so that 15,000 are 0.8 GB. Those
#: that come as phones take them are 4,000 wide.
PHOTO_WIDTH = 1024
#: Metres from the floor to the roof: lower levels have columns, upper ones a wide roof.
_HEIGHTS = {"1": 12.0, "2": 18.0}


@dataclass(frozen=True, slots=True)
class Truth:
    """What the folder holds, as its maker knows it. `booths` are by hall; `most_names` is how many
    exhibitors share the largest joint stand.
    """

    booths: dict[str, int]
    exhibitors: int
    products: int
    models: int
    logos: int
    zones: int
    most_names: int


def make_fair(
    folder: Path, count: int, seed: int = 1, photo_width: int = PHOTO_WIDTH, jobs: int = 0
) -> Truth:
    """Write a fair of so many exhibitors: the same bytes for the same numbers.

    Pictures and models are made by `jobs` processes, as many as there are processors if it is 0.
    Raises FileExistsError where the folder already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: name a new folder, or empty it.")
    specs = hall_specs(count)
    halls = [draw(spec, str(seed)) for spec in specs]
    plots = [
        Plot(f"{hall.id}-{stand.number}", stand, spec.bays[bay_of(stand.number)])
        for spec, hall in zip(specs, halls, strict=True)
        for stand in hall.stands
    ]
    who = exhibitors(count, plots, str(seed))
    shown = products(who.firms, str(seed))
    for name, text in _texts(specs, halls, who, shown).items():
        _write(folder, name, text.encode("utf-8"))
    with_logo = [firm for firm in who.firms if has_logo(firm)]
    tasks: list[Task] = [
        *(partial(_logo, firm) for firm in with_logo),
        *(partial(model, one) for one in shown if one.model),
        *(partial(_photo, one, photo_width) for one in shown),
    ]
    for files in _made(tasks, jobs or os.cpu_count() or 1):
        for name, data in files.items():
            _write(folder, f"media/{name}", data)
    return Truth(
        booths={hall.id: len(hall.stands) for hall in halls},
        exhibitors=count,
        products=len(shown),
        models=sum(1 for one in shown if one.model),
        logos=len(with_logo),
        zones=len({plot.zone.id for plot in plots}),
        most_names=max(who.names.values(), default=1),
    )


Task = Callable[[], dict[str, bytes]]


def _made(tasks: Sequence[Task], jobs: int) -> Iterator[dict[str, bytes]]:
    if jobs == 1:
        yield from (task() for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_run, tasks, chunksize=8)


def _run(task: Task) -> dict[str, bytes]:
    return task()


def _logo(firm: Firm) -> dict[str, bytes]:
    return {logo_name(firm): logo(firm)}


def _photo(one: Shown, width: int) -> dict[str, bytes]:
    return {one.images[0]: photo(one, width)}


def _texts(
    specs: Sequence[HallSpec], halls: Sequence[DrawnHall], who: Exhibitors, shown: Sequence[Shown]
) -> dict[str, str]:
    drawn = [
        replace(
            hall,
            stands=tuple(
                replace(stand, pavilion=f"{hall.id}-{stand.number}" in who.joint)
                for stand in hall.stands
            ),
        )
        for hall in halls
    ]
    plans = {_plan_file(hall.id): _PLANS[_plan_kind(hall.id)](hall) for hall in drawn}
    return {
        "fair.yaml": _fair_yaml(specs, drawn),
        "exhibitors.csv": exhibitors_csv(who.firms),
        "products.json": products_json(tuple(shown)),
        **plans,
    }


_PLANS: dict[str, Callable[[DrawnHall], str]] = {"svg": svg, "dxf": dxf, "geojson": geojson}
_READ: dict[str, dict[str, object]] = {
    "svg": {
        "scale": 0.1,
        "layers": {
            layer: [name]
            for layer, name in {
                "outline": "outline", "columns": "columns", "booths": "booths",
                "labels": "numbers", "areas": "areas", "gates": "gates", "ignore": "legend",
            }.items()
        },
    },
    "dxf": {
        "layers": {
            "outline": ["HALL"], "booths": ["STAND"], "labels": ["STAND_NO"], "areas": ["AREA"],
            "gates": ["GATE"],
        }
    },
    "geojson": {"unit": "m"},
}  # fmt: skip


def _plan_kind(hall: str) -> str:
    """Lower levels are drawn by a designer, upper ones by a contractor or from a database."""
    number, level = hall.split(".")
    return "svg" if level == "1" else "dxf" if int(number) % 2 else "geojson"


def _plan_file(hall: str) -> str:
    return f"plans/hall-{hall}.{_plan_kind(hall)}"


def _fair_yaml(specs: Sequence[HallSpec], halls: Sequence[DrawnHall]) -> str:
    zones = {zone.id: zone for spec in specs for zone in spec.bays}
    said = {
        "format": 1,
        "id": "benchmark-fair",
        "name": {"zh": "云门国际工业博览会", "en": "Yunmen International Industry Fair"},
        "languages": ["zh", "en"],
        "dates": {"start": "2027-09-21", "end": "2027-09-25"},
        "venue": {
            "name": {"zh": "云门会展中心", "en": "Yunmen Expo Centre"},
            "city": {"zh": "云门", "en": "Yunmen"},
            "country": {"zh": "中国", "en": "China"},
        },
        "organiser": {"zh": "云门工业展览有限公司", "en": "Yunmen Industrial Exhibitions"},
        "url": "https://fair.example/",
        "zones": [
            {"id": zone.id, "name": _both(zone.name.zh, zone.name.en), "color": zone.color}
            for zone in zones.values()
        ],
        "halls": [_hall(spec, hall) for spec, hall in zip(specs, halls, strict=True)],
        "tables": {
            "exhibitors": [{"file": "exhibitors.csv", "columns": _COLUMNS}],
            "products": [{"file": "products.json"}],
        },
    }
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100)


_COLUMNS = {
    "id": "展商编号", "name.zh": "公司名称（中文）", "name.en": "公司名称（英文）",
    "name.de": "德文名", "name.ja": "日文名", "booth": "展位号", "main_exhibitor": "主展商",
    "country.zh": "国家", "country.en": "Country", "city.zh": "城市", "city.en": "City",
    "category.zh": "展品类别", "category.en": "Category", "intro.zh": "简介",
    "intro.en": "Introduction", "website": "网址", "email": "邮箱", "phone": "电话",
    "logo": "LOGO", "color": "品牌色",
}  # fmt: skip


def _hall(spec: HallSpec, hall: DrawnHall) -> dict[str, object]:
    kind = _plan_kind(spec.id)
    layers = _READ[kind].get("layers")
    plan: dict[str, object] = {"file": _plan_file(spec.id), **_READ[kind]}
    if isinstance(layers, dict):
        drawn = {"columns": hall.columns, "areas": hall.spaces}
        plan["layers"] = {name: said for name, said in layers.items() if drawn.get(name, True)}
    names = list(dict.fromkeys(zone.name for zone in spec.bays))
    pavilions = [stand.number for stand in hall.stands if stand.pavilion]
    return {
        "id": spec.id,
        "name": _both(
            f"{spec.id}号馆 " + "、".join(name.zh for name in names[:2]),
            f"Hall {spec.id} " + ", ".join(name.en for name in names[:2]),
        ),
        "height": _HEIGHTS[spec.id.rpartition(".")[2]],
        "plan": plan,
        "booth_zones": {
            f"{letter}*": zone.id for letter, zone in zip(LETTERS, spec.bays, strict=False)
        },
        **({"pavilions": pavilions} if pavilions else {}),
    }


def _both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def _write(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
