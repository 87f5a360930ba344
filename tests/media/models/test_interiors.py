"""What is hidden inside a model goes, and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from hallgen.formats.editable import EditableGlb
from hallgen.media.models.distance import Surface
from hallgen.media.models.interiors import Inside, without_hidden
from hallgen.media.models.rest import resting
from tests.support.made_models import Maker


def cased(lid: bool = True, **material: Any) -> Maker:
    """A ball of 0.2 m in a case of 1 m, whose front is open without a lid, and a ball beside it."""
    maker = Maker()
    maker.material(**material)
    maker.material()
    case = maker.box(material=0)
    if not lid:
        primitive = maker.glb.content["meshes"][case]["primitives"][0]
        triangles = maker.glb.triangles(primitive)
        assert triangles is not None
        primitive["indices"] = maker.glb.add_triangles(triangles[[*range(8), 10, 11]])
    maker.ball(0.2, material=1)
    maker.ball(0.2, at=(2, 0, 0), material=1)
    return maker


def looked_into(maker: Maker) -> tuple[Inside, EditableGlb]:
    glb = EditableGlb(maker.made())
    return without_hidden(glb), glb


def test_what_is_in_a_case_goes() -> None:
    maker = cased()
    before = resting(EditableGlb(maker.made())).triangles
    inside, glb = looked_into(maker)
    ball = (len(before) - 12) // 2
    assert (inside.removed, inside.of) == (ball, len(before))
    left = resting(glb)
    corners = left.positions[left.triangles].mean(axis=1)
    assert not (np.linalg.norm(corners, axis=1) < 0.3).any()
    # Those at its poles have no extent.
    assert 0.95 * len(left.triangles) < len(inside.seen.triangles) <= len(left.triangles)


@pytest.mark.parametrize(
    "material",
    [
        {"alphaMode": "BLEND", "alpha": 0.3},
        {"alphaMode": "MASK"},
        {"extensions": {"KHR_materials_transmission": {"transmissionFactor": 1.0}}},
    ],
)
def test_what_shows_through_the_case_stays(material: dict[str, Any]) -> None:
    assert looked_into(cased(**material))[0].removed == 0


def test_what_shows_in_an_opening_stays() -> None:
    maker = cased(lid=False)
    before = towards_back(resting(EditableGlb(maker.made())))
    _, glb = looked_into(maker)
    assert towards_back(resting(glb)) == before > 100


def towards_back(surface: Surface) -> int:
    """The triangles of the ball in the case that look to its opening, at -Z."""
    middles = surface.positions[surface.triangles].mean(axis=1)
    return int(((np.linalg.norm(middles, axis=1) < 0.3) & (middles[:, 2] < -0.1)).sum())


def test_what_moves_hides_nothing_and_stays() -> None:
    maker = cased()
    maker.turning(0)
    assert looked_into(maker)[0].removed == 0
    maker = cased()
    maker.turning(1)
    assert looked_into(maker)[0].removed == 0


def test_a_case_drawn_from_within_hides_nothing() -> None:
    maker = cased()
    primitive = maker.glb.content["meshes"][0]["primitives"][0]
    triangles = maker.glb.triangles(primitive)
    assert triangles is not None
    primitive["indices"] = maker.glb.add_triangles(triangles[:, ::-1])
    assert looked_into(maker)[0].removed == 0
    maker.glb.content["materials"][0]["doubleSided"] = True
    assert looked_into(maker)[0].removed > 0
