"""Persons: of human measures, on their feet, few triangles, each different."""

from __future__ import annotations

import numpy as np
import pytest

from hallgen.kit.finishes import PAINT
from hallgen.kit.people import CAST, Doing, cast_for, person
from hallgen.kit.people.lofts import level, loft


@pytest.mark.parametrize("number", range(len(CAST)))
def test_a_person_is_of_human_measures(number: int) -> None:
    (mesh,) = person(number).meshes
    low, high = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
    sits = CAST[number][1] is Doing.SIT
    assert abs(float(low[1])) < 0.02
    assert (1.2 if sits else 1.6) < float(high[1]) < (1.5 if sits else 1.9)
    assert float(high[0] - low[0]) < 0.85
    assert float(high[2] - low[2]) < 1.1
    assert 300 <= len(mesh.triangles) <= 620
    assert person(number).footprint == ()


@pytest.mark.parametrize("number", range(len(CAST)))
def test_a_person_is_lit_smoothly_from_outside(number: int) -> None:
    (mesh,) = person(number).meshes
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    wanted = mesh.normals[mesh.triangles].sum(axis=1)
    assert ((across * wanted).sum(axis=1) >= 0).all()


def test_a_loft_looks_outward_whichever_way_it_runs() -> None:
    for heights in ((0.0, 0.5, 1.0), (1.0, 0.5, 0.0)):
        mesh = loft(PAINT, [level(h, 0.2, 0.1) for h in heights], 8)
        out = mesh.positions - [0.0, 0.5, 0.0]
        assert ((mesh.normals * out).sum(axis=1) > 0).all()


def test_somebody_does_everything_and_no_two_look_alike() -> None:
    assert all(cast_for(doing) for doing in Doing)
    assert len({look for _, _, look, _ in CAST}) == len(CAST)
    assert len({look.skin for _, _, look, _ in CAST}) >= 4
