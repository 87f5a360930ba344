"""Pictures of lit scenes, taken without a browser: for lists, link previews and print.

Target(scenes)                                  a hall as something to cast rays at, made once
booth_camera(target, layout, aspect) -> Camera  where to stand to see a booth
take_picture(target, camera, width, height)     sRGB, as the viewer would show it

A package of its own, so that its code has no part in the names of bakes.
"""

from hallgen.light.pictures.camera import Camera
from hallgen.light.pictures.keys import HallLooks
from hallgen.light.pictures.panorama import Panorama, probed
from hallgen.light.pictures.picture import take_picture
from hallgen.light.pictures.target import Target
from hallgen.light.pictures.viewpoints import booth_camera, overview_camera, start_camera

__all__ = [
    "Camera",
    "HallLooks",
    "Panorama",
    "Target",
    "booth_camera",
    "overview_camera",
    "probed",
    "start_camera",
    "take_picture",
]
