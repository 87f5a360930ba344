"""From afar a model looks like itself: its outline, its shape and its colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, PackOptions, pack
from hallgen.formats.posed import posed
from hallgen.media.models.beside import Beside
from hallgen.media.models.blocks import blocks
from hallgen.media.models.distance import Surface, farthest, strewn
from hallgen.media.models.far import far_model, vertex_colors
from hallgen.media.models.likeness import Painted, Sight, painted_like, seen, unlike
from hallgen.media.models.reading import read_model
from hallgen.media.models.rest import surface_of
from tests.support.made_models import Maker

MACHINES = Path(__file__).parents[3] / "examples" / "industry-fair" / "media" / "models"
TRIANGLES = 200
RED, BLUE = (0.8, 0.05, 0.05), (0.05, 0.05, 0.8)


def painted(glb: bytes) -> Painted:
    """A GLB's surface with its colours."""
    editable = EditableGlb(glb)
    pieces = posed(editable)
    return Painted(
        surface_of(pieces), np.concatenate([vertex_colors(editable, piece) for piece in pieces])
    )


@cache
def machine(name: str) -> tuple[Painted, Painted]:
    """A machine of the sample, and what stands for it from afar."""
    source = read_model(name, (MACHINES / name).read_bytes(), Beside(MACHINES, Path(name)))
    whole = pack(source.glb, PackOptions(Form.PLAIN))
    return painted(whole), painted(far_model(EditableGlb(whole), TRIANGLES))


def means(sight: Sight) -> np.ndarray:
    """The mean colour (6, 3) of what is there in each picture, in sRGB of 0 to 1."""
    views = np.split(np.arange(len(sight.there)), 6)
    return np.array([sight.shown[view][sight.there[view]].mean(axis=0) for view in views])


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("lathe.glb", 0.08),
        ("robot-arm.glb", 0.2),
        ("mobile-robot.glb", 0.19),
        ("planetary-gearbox.step", 0.18),
    ],
)
def test_machines_look_alike_from_near_and_afar(name: str, most: float) -> None:
    near, far = machine(name)
    assert len(far.surface.triangles) <= TRIANGLES
    looks, stands = seen(near, near.surface), seen(far, near.surface)
    assert unlike(looks, stands) < most
    np.testing.assert_allclose(means(stands), means(looks), atol=0.07)


def tube(sides: int) -> Surface:
    """A closed round bar along z, 1 m across and 2 m long."""
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = np.stack([np.cos(angles) / 2, np.sin(angles) / 2], axis=1)
    ends = [np.c_[ring, np.full(sides, z)] for z in (-1.0, 1.0)]
    positions = np.concatenate([*ends, [[0, 0, -1], [0, 0, 1]]]).astype(np.float32)
    here = np.arange(sides)
    after = np.roll(here, -1)
    foot, top = np.full(sides, 2 * sides), np.full(sides, 2 * sides + 1)
    triangles = np.concatenate(
        [
            np.stack([here, after, after + sides], axis=1),
            np.stack([here, after + sides, here + sides], axis=1),
            np.stack([foot, after, here], axis=1),
            np.stack([top, here + sides, after + sides], axis=1),
        ]
    )
    return Surface(positions, triangles.astype(np.uint32))


def test_a_round_bar_is_a_block_with_its_edges_cut_off() -> None:
    bar = tube(48)
    found = blocks(strewn(bar, 2500)[0], 28)
    assert len(found.triangles) == 28
    assert farthest(found, bar) < 0.06
    assert farthest(bar, found) < 0.06


def test_blocks_look_outwards() -> None:
    found = blocks(strewn(tube(24), 2500)[0], 120)
    corners = found.positions[found.triangles].astype(float)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    volume = np.einsum("ij,ij->i", corners[:, 0], across).sum() / 6
    assert volume == pytest.approx(np.pi / 4 * 2, rel=0.15)


def test_two_things_apart_are_two_blocks() -> None:
    maker = Maker()
    maker.box(0.4, at=(0, 0, 0))
    maker.box(0.4, at=(2, 0, 0))
    found = blocks(strewn(painted(maker.made()).surface, 2500)[0], 24)
    assert len(found.triangles) == 24
    sides = np.ptp(found.positions.reshape(2, -1, 3), axis=1)
    np.testing.assert_allclose(sides, 0.4, atol=0.02)


def test_a_stand_in_has_the_colours_that_one_sees() -> None:
    maker = Maker()
    maker.box(0.5, at=(0, 0, 0), material=maker.material(color=RED))
    maker.box(0.5, at=(0.8, 0, 0), material=maker.material(color=BLUE))
    # What is inside of it, nobody sees.
    maker.box(0.2, at=(0, 0, 0), material=maker.material(color=(1, 1, 1)))
    whole = painted(maker.made())
    found = painted_like(blocks(strewn(whole.surface, 2500)[0], 24), whole)
    left = found.colors[found.surface.positions[:, 0] < 0.3]
    right = found.colors[found.surface.positions[:, 0] > 0.5]
    assert np.median(left, axis=0) == pytest.approx(RED, abs=0.02)
    assert np.median(right, axis=0) == pytest.approx(BLUE, abs=0.02)


def test_what_is_missing_or_of_another_colour_looks_unlike() -> None:
    maker = Maker()
    maker.box(0.5, at=(0, 0, 0), material=maker.material(color=RED))
    one = painted(maker.made())
    maker.box(0.5, at=(0.6, 0, 0), material=maker.material(color=RED))
    two = painted(maker.made())
    blue = Painted(two.surface, np.tile(np.array(BLUE, np.float32), (len(two.colors), 1)))
    looks = seen(two, two.surface)
    assert unlike(looks, looks) == 0
    assert unlike(looks, seen(one, two.surface)) > 0.1
    assert unlike(looks, seen(blue, two.surface)) > 0.1
