"""Every model of the sample by the name of its file."""

from __future__ import annotations

from collections.abc import Callable

from hallgen.formats import Packing
from tools.industry_fair.machines.animated import animated_glb
from tools.industry_fair.machines.chassis import chassis
from tools.industry_fair.machines.electronics import servo_drive, smart_camera
from tools.industry_fair.machines.files import glb, obj, stl, three_mf
from tools.industry_fair.machines.gearbox import gearbox
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

#: The file that shows a product, by the series and size in its name.
KINDS = {
    "RB12": "robot-arm.glb",
    "AM600": "mobile-robot.glb",
    "EG85": "gripper.obj",
    "HG17": "strain-wave-gear.stl",
    "VM650": "machining-centre.glb",
    "SL200": "lathe.glb",
    "LP280": "powder-bed-printer.glb",
    "PG60": "planetary-gearbox.step",
    "SD7": "servo-drive.glb",
    "SC5": "smart-camera.glb",
    "MP50": "process-pump.glb",
    "HV70": "hydrogen-valve.3mf",
    "EV58": "electric-chassis.glb",
}
#: Machines with many parts come packed, as gltfpack leaves them; small things as Blender does.
_PACKED: dict[str, Callable[[], Machine]] = {
    "mobile-robot.glb": mobile_robot,
    "machining-centre.glb": machining_centre,
    "lathe.glb": lathe,
    "powder-bed-printer.glb": printer,
    "process-pump.glb": pump,
    "electric-chassis.glb": chassis,
}
_PLAIN: dict[str, Callable[[], Machine]] = {
    "servo-drive.glb": servo_drive,
    "smart-camera.glb": smart_camera,
}


def models() -> dict[str, bytes]:
    """All files, the same bytes each time."""
    shape, materials = obj(gripper(), "gripper.mtl")
    return {
        "robot-arm.glb": animated_glb(robot(), "pick and place"),
        **{name: glb(make(), Packing.MESHOPT) for name, make in _PACKED.items()},
        **{name: glb(make(), Packing.PLAIN) for name, make in _PLAIN.items()},
        "planetary-gearbox.step": gearbox(),
        "strain-wave-gear.stl": stl(strain_wave()),
        "gripper.obj": shape,
        "gripper.mtl": materials,
        "hydrogen-valve.3mf": three_mf(valve()),
    }
