"""Products' models: the sample's machines in the colours and sizes of other makers."""

from __future__ import annotations

import colorsys
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from hallgen.formats import Packing
from hallgen.media.colors import parse, to_linear
from hallgen.scene import Material
from tools.industry_fair.logos import color_of
from tools.industry_fair.machines.animated import Link, animated_glb
from tools.industry_fair.machines.chassis import chassis
from tools.industry_fair.machines.electronics import servo_drive, smart_camera
from tools.industry_fair.machines.files import glb, obj, stl, three_mf
from tools.industry_fair.machines.finishes import GREEN, RED, YELLOW
from tools.industry_fair.machines.gripper import gripper
from tools.industry_fair.machines.lathe import lathe
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.machining_centre import machining_centre
from tools.industry_fair.machines.mobile_robot import mobile_robot
from tools.industry_fair.machines.printer import printer
from tools.industry_fair.machines.pump import pump
from tools.industry_fair.machines.robot import robot
from tools.industry_fair.machines.strain_wave import strain_wave
from tools.industry_fair.machines.valve import valve
from tools.industry_fair.products import Shown

#: Who makes what, by segment and series. A series that looks much the same shares a machine.
_MACHINES: dict[str, Callable[[], Machine]] = {
    "machining VM": machining_centre,
    "machining FX": machining_centre,
    "machining HM": machining_centre,
    "turning SL": lathe,
    "turning MT": lathe,
    "edm LP": printer,
    "cobots AM": mobile_robot,
    "grippers EG": gripper,
    "grippers HG": strain_wave,
    "drives SD": servo_drive,
    "sensors SC": smart_camera,
    "hydrogen MP": pump,
    "hydrogen HV": valve,
    "chassis EV": chassis,
}
_ARMS = frozenset({"robots RB", "robots RH", "cobots CR"})
#: Small parts come as their makers' CAD has them, all else as GLB.
_ENDINGS = {"grippers EG": "obj", "grippers HG": "stl", "hydrogen HV": "3mf"}
_OWN_SIZE = (0.85, 1.15)
#: Lamps and buttons keep their colours; all other paint that has a colour becomes the brand's.
_KEPT = frozenset({RED, GREEN, YELLOW})
_COLOURED = 0.35
#: Of makers whose colour is not known.
_COLOURS = ("#ef7a12", "#1566b0", "#c8102e", "#1fa187", "#6a7280", "#d8a400")


def has_kind(product: Shown) -> bool:
    """Whether there is a machine that looks like this product."""
    return _kind(product) in _MACHINES or _kind(product) in _ARMS


def model_name(product: Shown) -> str:
    """Its file in the folder of media."""
    return f"models/{product.id}.{_ENDINGS.get(_kind(product), 'glb')}"


def model(product: Shown) -> dict[str, bytes]:
    """Its files by their names in the folder of media: unlike those of any other product."""
    choose = random.Random(f"model {product.id} {product.name.en}")
    brand = to_linear(parse(color_of(product.firm) or choose.choice(_COLOURS)))
    size = choose.uniform(*_OWN_SIZE)
    name, kind = model_name(product), _kind(product)
    if kind in _ARMS:
        return {name: animated_glb(_arm(_robot(), brand, size), product.name.en)}
    made = replace(_painted(_made(_MACHINES[kind]), brand, size), name=product.name.en)
    match name.rpartition(".")[2]:
        case "obj":
            materials = f"{product.id}.mtl"
            shape, colours = obj(made, materials)
            return {name: shape, f"models/{materials}": colours}
        case "stl":
            return {name: stl(made)}
        case "3mf":
            return {name: three_mf(made)}
        case _:
            return {name: glb(made, Packing.MESHOPT)}


def _kind(product: Shown) -> str:
    series = product.name.en.rpartition("-")[2].rstrip("0123456789")
    return f"{product.firm.entry.segment} {series}"


@cache
def _made(make: Callable[[], Machine]) -> Machine:
    return make()


@cache
def _robot() -> Link:
    return robot()


_Linear = tuple[float, float, float]
_Spot = tuple[float, float, float]


def _arm(link: Link, brand: _Linear, size: float) -> Link:
    return replace(
        link,
        at=_scaled(link.at, size),
        machine=_painted(link.machine, brand, size),
        children=[_arm(child, brand, size) for child in link.children],
    )


def _painted(machine: Machine, brand: _Linear, size: float) -> Machine:
    return Machine(
        machine.name,
        [(_brand(m, brand), shape.scaled(size, size, size)) for m, shape in machine.bodies],
        [
            replace(label, width=label.width * size, middle=_scaled(label.middle, size))
            for label in machine.stickers
        ],
    )


def _scaled(point: _Spot, size: float) -> _Spot:
    return point[0] * size, point[1] * size, point[2] * size


def _brand(material: Material, brand: _Linear) -> Material:
    _, _, saturation = colorsys.rgb_to_hls(*material.color[:3])
    plain = saturation < _COLOURED or material in _KEPT or any(material.emissive)
    if plain or not material.name.startswith(("paint", "plastic", "metal #1")):
        return material
    return replace(material, name=f"brand {material.name}", color=(*brand, material.color[3]))
