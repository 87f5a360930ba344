"""Models of products in the hall: lit for their place, answering for their product, moving."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Route

from tests.support.browser import Visit
from tests.support.gltf import Gltf
from tests.viewer.conftest import SIZE, enter, heard, stand, until
from tests.viewer.hall import tiles

pytestmark = pytest.mark.browser

#: On the plan: a metre of free floor in the aisle, and a visitor four metres south of it.
_AT, _EYES = (12.0, 7.0), (12.0, 3.0)
_BRIGHT, _DIM = (0.0, 0.0, 0.0, 0.9), (0.0, 0.0, 0.0, 0.04)


def _turning_box() -> bytes:
    """A white box of 1.4 m that turns once in two seconds, by its file."""
    made = Gltf()
    corners = np.array(
        [[x, y, z] for x in (-0.7, 0.7) for y in (0.9, 2.3) for z in (-0.1, 0.1)], "f4"
    )
    faces = [[0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1]]
    faces += [[2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]]
    triangles = np.array(faces)
    flat = corners[triangles].reshape(-1, 3)
    across = np.cross(
        corners[triangles[:, 1]] - corners[triangles[:, 0]],
        corners[triangles[:, 2]] - corners[triangles[:, 0]],
    )
    normals = np.repeat(across / np.linalg.norm(across, axis=1, keepdims=True), 3, axis=0)
    low, high = flat.min(axis=0).tolist(), flat.max(axis=0).tolist()
    corners_at = made.accessor(flat, min=low, max=high)
    made.mesh(POSITION=corners_at, NORMAL=normals.astype("f4"), indices=np.arange(36, dtype="u2"))
    made.document["materials"] = [{"pbrMetallicRoughness": {"metallicFactor": 0}}]
    made.document["meshes"][0]["primitives"][0]["material"] = 0
    times = np.array([0, 0.5, 1, 1.5, 2], "f4")
    half = np.pi * times / 2
    turns = np.stack([0 * half, np.sin(half), 0 * half, np.cos(half)], axis=1).astype("f4")
    made.document["animations"] = [
        {
            "samplers": [
                {
                    "input": made.accessor(times, min=[0.0], max=[2.0]),
                    "output": made.accessor(turns),
                }
            ],
            "channels": [{"sampler": 0, "target": {"node": 0, "path": "rotation"}}],
        }
    ]
    return made.glb()


def _with_model(light: tuple[float, ...]) -> bytes:
    """The hall's tileset with the model in the aisle."""
    tileset: dict[str, Any] = json.loads(tiles()["tileset.json"])
    x, y = _AT
    tileset["root"]["children"].append(
        {
            "boundingVolume": {"box": [0, 0, 1.6, 0.8, 0, 0, 0, 0.8, 0, 0, 0, 0.8]},
            "geometricError": 0,
            "refine": "REPLACE",
            "transform": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, 0, 1],
            "content": {"uri": "../../media/turning.glb"},
            "extras": {
                "hallgen": {
                    "booth": "1-B01",
                    "product": "arm-6",
                    "exhibitor": "dingchuan",
                    "light": list(light),
                }
            },
        }
    )
    return json.dumps(tileset).encode()


@pytest.fixture
def beside(here: Visit) -> Callable[..., Visit]:
    """A visitor who stands before the model, in a light."""

    def go(light: tuple[float, ...] = _BRIGHT) -> Visit:
        def tileset(route: Route) -> None:
            route.fulfill(body=_with_model(light), content_type="application/json")

        def model(route: Route) -> None:
            route.fulfill(body=_turning_box(), content_type="model/gltf-binary")

        here.page.route("**/tileset.json", tileset)
        here.page.route("**/turning.glb.gz", model)
        enter(here)
        stand(here, *_EYES)
        until(here, "window.hallgen.stats().tilesLoading === 0")
        return here

    return go


def _seen(visit: Visit) -> NDArray[np.float64]:
    """The middle of the view, as grey levels."""
    shot = visit.page.locator("canvas").first.screenshot()
    grey = np.asarray(Image.open(io.BytesIO(shot)).convert("L"), float)
    rows, columns = (slice(int(0.38 * n), int(0.62 * n)) for n in grey.shape)
    return grey[rows, columns]


@pytest.mark.slow
def test_a_model_is_lit_as_its_place_is(here: Visit, beside: Callable[..., Visit]) -> None:
    here.page.emulate_media(reduced_motion="reduce")
    visit = beside(_BRIGHT)
    bright = np.median(_seen(visit))
    visit.page.unroute("**/tileset.json")
    dim = np.median(_seen(beside(_DIM)))
    assert bright > dim + 60


def test_a_model_moves_while_somebody_looks(beside: Callable[..., Visit]) -> None:
    visit = beside()
    first = _seen(visit)
    visit.page.wait_for_timeout(700)
    assert np.abs(_seen(visit) - first).max() > 40


@pytest.mark.slow
def test_nothing_moves_for_who_wants_it_calm(beside: Callable[..., Visit]) -> None:
    beside_calm = beside()
    beside_calm.page.emulate_media(reduced_motion="reduce")
    beside_calm.page.wait_for_timeout(300)
    first = _seen(beside_calm)
    beside_calm.page.wait_for_timeout(700)
    np.testing.assert_array_equal(_seen(beside_calm), first)


def test_a_model_answers_for_its_product(beside: Callable[..., Visit]) -> None:
    visit = beside()
    box = visit.page.locator("canvas").first.bounding_box()
    assert box is not None
    visit.page.mouse.click(box["x"] + SIZE["width"] / 2, box["y"] + box["height"] * 0.47)
    until(visit, "window.heard.some(([name]) => name === 'select-product')")
    assert heard(visit, "select-product")[0]["product"] == "arm-6"
