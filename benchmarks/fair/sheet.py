"""The fair's own sheet, fair.yaml, and the plans that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import yaml

from benchmarks.fair.plan import LETTERS, HallSpec
from tools.industry_fair.drawn import DrawnHall
from tools.industry_fair.dxf import dxf
from tools.industry_fair.geojson import geojson
from tools.industry_fair.svg import svg

#: Metres from the floor to the roof: lower levels have columns, upper ones a wide roof.
_HEIGHTS = {"1": 12.0, "2": 18.0}


def plan_files(halls: Sequence[DrawnHall]) -> dict[str, str]:
    """The halls' drawings by their names in the folder."""
    return {_plan_file(hall.id): _PLANS[_plan_kind(hall.id)](hall) for hall in halls}


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


def fair_yaml(specs: Sequence[HallSpec], halls: Sequence[DrawnHall]) -> str:
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
