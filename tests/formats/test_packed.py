"""Draws of tiles as the viewer packs them. That it does is seen in tests/viewer/test_draws.py."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from hallgen.formats import packed_draws, write_glb
from hallgen.formats.packed import MOST_BYTES, VERTEX_BYTES
from hallgen.scene import Alpha, Material, Mesh, Node, Scene
from tests.conftest import ROOT
from tests.support.scenes import at, box, picture

GLASS = Material("glass", (0.9, 0.9, 1.0, 0.3), alpha=Alpha.BLEND)
NET = Material("net", alpha=Alpha.MASK)


def draws(*nodes: Node) -> int:
    return packed_draws(write_glb(Scene("tile", nodes)).data)


def repeated(mesh: Mesh, share: float) -> Node:
    """As many placements as take this share of the bytes that a tile may have."""
    count = int(share * MOST_BYTES / VERTEX_BYTES / len(mesh.positions))
    return Node(mesh, np.array([at(x=float(n)) for n in range(count)]))


def test_what_is_solid_is_one_draw_and_what_is_clear_another() -> None:
    solid = [Node(box(material=Material(name, texture=picture(name)))) for name in ("red", "blue")]
    clear = Node(box(material=GLASS))
    assert draws(*solid) == 1
    assert draws(clear) == 1
    assert draws(*solid, clear, clear) == 2


def test_what_packing_has_no_place_for_stays_as_it_is() -> None:
    both = Material("both", texture=picture("red"), emissive_texture=picture("blue"))
    glowing = replace(both, emissive=(1.0, 1.0, 1.0))
    assert draws(Node(box()), Node(box(material=NET)), Node(box(material=NET))) == 3
    assert draws(Node(box()), Node(box(material=glowing))) == 2


def test_beyond_its_bytes_the_largest_repeated_meshes_stay_instanced() -> None:
    wall = Node(box())
    small, large = repeated(box(name="small"), 0.4), repeated(box(name="large"), 0.9)
    assert draws(wall, small) == 1
    assert draws(wall, small, large) == 2
    # Both sides of a surface have vertices.
    two = replace(small, mesh=box(material=Material("sheet", double_sided=True)))
    assert draws(wall, two) == 1
    assert draws(wall, two, small) == 2
    assert draws(repeated(box(), 1.5)) == 1


@pytest.mark.parametrize(
    ("file", "constant", "value"),
    [("pack.ts", "VERTEX_BYTES", VERTEX_BYTES), ("packer.ts", "MOST_BYTES", MOST_BYTES)],
)
def test_the_viewer_has_the_same_numbers(file: str, constant: str, value: float) -> None:
    source = (ROOT / "viewer" / "src" / "tile" / file).read_text("utf-8")
    (found,) = re.findall(rf"const {constant} = ([\d.e]+);", source)
    assert float(found) == value


def test_what_is_no_glb_is_an_error() -> None:
    with pytest.raises(ValueError, match="no GLB"):
        packed_draws(b"nothing")
