"""Every type, style, size and shape of booth, held to what any booth must keep to."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hallgen.kit.assembly import Surface
from hallgen.kit.booth import design_of, stand_of
from hallgen.kit.designs.empty import empty_booth
from hallgen.kit.designs.island import island_booth
from hallgen.kit.designs.modular import modular_booth
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import SHADOW
from hallgen.kit.graphics import GraphicKind
from hallgen.light import BOOTH
from hallgen.light.charts import find_charts
from hallgen.light.scenery import Treatment, treatment_of
from hallgen.model import BoothKind, BoothType, StyleName
from hallgen.scene import Scene
from tests.kit.synthetic import PALETTE, plain_atlas
from tests.kit.test_booths import (
    assert_enterable,
    assert_inside,
    assert_obstacles_inside,
    assert_sound,
    triangles,
)
from tests.support.contact import NAMES, contact_booths

NUMBERS = range(48)


@cache
def stand(number: int) -> Stand:
    booth, layout, index = contact_booths()[number]
    made = stand_of(booth, layout, index, PALETTE)
    design_of(booth, layout)(made)
    return made


@cache
def scene(number: int) -> Scene:
    assembly = stand(number).assembly
    return assembly.scene(plain_atlas(assembly.wanted), "booth")


def budget(number: int) -> int:
    """Triangles that a booth may have, by how it is built."""
    booth, layout, _ = contact_booths()[number]
    design = design_of(booth, layout)
    if design is island_booth or booth.kind in (BoothKind.OUTDOOR, BoothKind.PAVILION):
        return 25_000
    return 12_000 if design is modular_booth else 6_000


def test_it_shows_all_there_is() -> None:
    booths = contact_booths()
    assert len(booths) == len(NUMBERS)
    assert {booth.kind for booth, _, _ in booths} == set(BoothKind)
    assert {layout.type for _, layout, _ in booths} == set(BoothType) - {BoothType.ENCLOSED}
    assert {stand(k).style.name for k in NUMBERS} == set(StyleName)
    lengths = [len(words) for name in NAMES for _, words in name.said]
    assert min(lengths) <= 2
    assert max(lengths) >= 122
    assert len({language for name in NAMES for language, _ in name.said}) >= 7
    assert any(design_of(booth, layout) is empty_booth for booth, layout, _ in booths)


@pytest.mark.parametrize("number", NUMBERS)
def test_it_is_sound_inside_its_plot_and_open(number: int) -> None:
    assert_sound(scene(number))
    assert_inside(scene(number), stand(number).plot, stand(number).clear_height)
    assert_obstacles_inside(stand(number))
    assert_enterable(stand(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_it_keeps_to_its_triangles(number: int) -> None:
    assert triangles(scene(number)) <= budget(number)


@pytest.mark.parametrize("number", NUMBERS)
def test_rows_of_features_are_there(number: int) -> None:
    shown = scene(number)
    for node in shown.nodes:
        rows = node.mesh.features if node.features is None else node.features
        assert rows is not None
        assert rows.max() < len(shown.features)


@pytest.mark.parametrize("number", NUMBERS)
def test_pictures_hang_on_something(number: int) -> None:
    """Behind every print on a wall, a hand's breadth at most, there is a face that bears it."""
    if stand(number).booth.kind is BoothKind.OUTDOOR:
        return  # flags and valances hang free
    middles, outs = _prints(scene(number))
    faces = _faces(scene(number))
    for middle, out in zip(middles, outs, strict=True):
        assert _is_borne(middle, out, faces), (number, middle)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_triangle_reaches_into_two_charts(number: int) -> None:
    """One whose corners take their light from two places of a sheet would show all between."""
    for node in scene(number).nodes:
        if treatment_of(node) is not Treatment.SOLID:
            continue
        owner = np.full(len(node.mesh.positions), -1)
        for chart, found in enumerate(find_charts(node.mesh, BOOTH.density, 1.0)):
            owner[found.vertices] = chart
        corners = owner[node.mesh.triangles]
        assert (corners == corners[:, :1]).all(), node.mesh.name


def test_what_is_lit_has_lamps() -> None:
    for number in NUMBERS:
        made = stand(number)
        if made.exhibitors and made.booth.kind is not BoothKind.OUTDOOR:
            assert made.assembly.spots, number
        for spot in made.assembly.spots:
            assert np.isclose(np.linalg.norm(spot.direction), 1)
            assert spot.direction[1] < 0
            assert 0 < spot.inner < spot.outer < 90


def test_a_page_is_shown_where_the_address_is_known() -> None:
    kinds = {graphic.kind for k in NUMBERS for graphic in stand(k).assembly.wanted}
    assert kinds >= {GraphicKind.QR, GraphicKind.PATTERN, GraphicKind.RESERVED}


def _prints(shown: Scene) -> tuple[list[np.ndarray], list[np.ndarray]]:  # type: ignore[type-arg]
    """The middles and normals of flat printed quads that stand upright."""
    middles, outs = [], []
    for node in shown.nodes:
        if node.mesh.name != Surface.PRINT.value:
            continue
        for first in range(0, len(node.mesh.triangles), 2):
            corners = node.mesh.triangles[first]
            out = node.mesh.normals[corners].mean(axis=0)
            if abs(out[1]) < 0.05 and np.allclose(node.mesh.normals[corners], out, atol=1e-3):
                middles.append(
                    node.mesh.positions[np.unique(node.mesh.triangles[first : first + 2])].mean(
                        axis=0
                    )
                )
                outs.append(out)
    return middles, outs


def _faces(shown: Scene) -> np.ndarray:  # type: ignore[type-arg]
    """All triangles (n, 3, 3) that stop light and are no print."""
    found = []
    for node in shown.nodes:
        if node.mesh.material is SHADOW or node.mesh.name == Surface.PRINT.value:
            continue
        for matrix in node.placements:
            points = node.mesh.positions @ matrix[:3, :3].T + matrix[:3, 3]
            found.append(points[node.mesh.triangles])
    return np.concatenate(found)


def _is_borne(middle: np.ndarray, out: np.ndarray, faces: np.ndarray) -> bool:  # type: ignore[type-arg]
    """Whether a ray from before a print, back through it, meets a face within 0.13 m."""
    origin, way = middle + out * 0.004, -out
    a, b, c = faces[:, 0], faces[:, 1], faces[:, 2]
    one, two = b - a, c - a
    p = np.cross(way, two)
    area = (one * p).sum(axis=1)
    safe = np.where(np.abs(area) < 1e-12, 1.0, area)
    t = origin - a
    u = (t * p).sum(axis=1) / safe
    q = np.cross(t, one)
    v = (q @ way) / safe
    reach = (two * q).sum(axis=1) / safe
    hit = (np.abs(area) > 1e-12) & (u >= 0) & (v >= 0) & (u + v <= 1) & (reach > 0) & (reach < 0.13)
    return bool(hit.any())
