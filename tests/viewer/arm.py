"""A model for the inspector: a post with an arm that swings, packed, with a picture on it."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from hallgen.formats import write_glb
from hallgen.media.models.apart import parts_level
from hallgen.scene import Material, Node, Scene
from tests.viewer.hall import boxes
from tools.industry_fair.machines.animated import Link, Motion, animated_glb
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import box

#: Width, height and depth in metres where it rests.
SIZE = (0.4, 1.2, 0.4)

_ORANGE = Material("paint", (0.8, 0.2, 0.02, 1), roughness=0.4)
_GREY = Material("cast", (0.25, 0.26, 0.28, 1), metallic=0.6, roughness=0.5)


def arm() -> bytes:
    post = Machine("post")
    post.add(_GREY, box((0.4, 1.0, 0.4), (0, 0.5, 0), 0.02))
    post.label(Image.linear_gradient("L").convert("RGB"), (0, 0.5, 0.2), 0.3)
    swing = Machine("arm")
    swing.add(_ORANGE, box((0.3, 0.2, 0.3), (0, 0.1, 0), 0.02))
    motion = Motion("y", [(0.0, 0.0), (0.5, 90.0), (1.0, 0.0)])
    link = Link("arm", (0, 1.0, 0), swing, motion=motion)
    return animated_glb(Link("post", (0, 0, 0), post, [link]), "swing")


def apart() -> bytes:
    """Much the same at rest, its post and its arm as parts."""
    blocks = {_GREY: (-0.2, -0.2, 0, 0.2, 0.2, 1.0), _ORANGE: (-0.15, -0.15, 1.0, 0.15, 0.15, 1.2)}
    meshes = [boxes("part", material, [block], [0]) for material, block in blocks.items()]
    scene = Scene("apart", tuple(Node(replace(mesh, features=None)) for mesh in meshes))
    level, note = parts_level(write_glb(scene).data)
    assert level is not None, note
    return level.glb
