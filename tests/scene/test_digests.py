"""What scenes are by content: alike where they are, and shared where they were read apart."""

from __future__ import annotations

import pickle
from dataclasses import replace

from hallgen.scene import Material, Node, Scene
from hallgen.scene.digests import Digests, Sharing, shape_of
from tests.support.scenes import at, box, picture


def scene(paint: str = "blue", width: float = 2.0) -> Scene:
    mesh = box(width, 1, 1, Material("print", texture=picture(paint)))
    return Scene("booth", (Node(mesh), Node(mesh, at(1, 0, 0)[None])))


def test_what_is_alike_has_one_digest() -> None:
    digests = Digests()
    one, other, red = (digests.of(made.nodes) for made in (scene(), scene(), scene("red")))
    assert one == other
    assert one != red


def test_a_shape_has_no_looks() -> None:
    assert shape_of(scene()) == shape_of(scene("red"))
    assert shape_of(scene()) != shape_of(scene(width=2.1))
    moved = replace(scene(), nodes=(Node(scene().nodes[0].mesh, at(0, 0, 1)[None]),))
    assert shape_of(scene()) != shape_of(moved)


def test_scenes_that_were_read_share_what_is_alike() -> None:
    sharing = Sharing()
    read = [sharing.scene(pickle.loads(pickle.dumps(scene()))) for _ in range(2)]
    red = sharing.scene(scene("red"))
    first, second = read
    assert {node.mesh for node in first.nodes} == {node.mesh for node in second.nodes}
    assert len({node.mesh for node in first.nodes}) == 1
    assert red.nodes[0].mesh is not first.nodes[0].mesh
    digests = Digests()
    assert digests.of(first.nodes) == digests.of(scene().nodes)
