"""Booths' own GLBs look right in a stock viewer: `<model-viewer>`, as it comes."""

from __future__ import annotations

import colorsys
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Route

from hallgen.scene import Scene
from tests.conftest import ROOT, serving
from tests.support.browser import Visit
from tests.support.own_models import SIZES, own_glb, own_models
from tests.support.pinhole import Pinhole, Sign, highest_sign, look_at, look_at_all

pytestmark = pytest.mark.browser

PAGE = Path(__file__).parent / "pages" / "model-viewer.html"
#: Behind the model: no booth has this colour.
BEHIND = (255, 0, 255)

Pixels = NDArray[np.float64]


@pytest.fixture(scope="module")
def models_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("models")
    for model in own_models():
        (folder / f"{model.name}.glb").write_bytes(model.glb)
        (folder / f"{model.name}-even.glb").write_bytes(own_glb(_even(model.scene)))
    with serving(folder) as address:
        yield address


@pytest.fixture
def viewer(visit: Callable[..., Visit], models_address: str) -> Visit:
    """The page, empty so far."""
    here = visit(models_address)

    def module(route: Route) -> None:
        path = ROOT / "tests" / "tools" / route.request.url.removeprefix(models_address)
        route.fulfill(body=path.read_bytes(), content_type="text/javascript")

    here.page.route("**/node_modules/**", module)
    here.page.route(
        "**/model-viewer.html",
        lambda route: route.fulfill(body=PAGE.read_text(), content_type="text/html"),
    )
    here.open("model-viewer.html")
    return here


def _even(scene: Scene) -> Scene:
    """The scene without its light texture."""
    return replace(
        scene,
        nodes=tuple(
            replace(n, mesh=replace(n.mesh, material=replace(n.mesh.material, occlusion=None)))
            for n in scene.nodes
        ),
    )


def _show(here: Visit, model: str, camera: dict[str, str]) -> tuple[Image.Image, Pinhole]:
    seen = here.page.evaluate("([model, camera]) => show(model, camera)", [model, camera])
    size = here.page.viewport_size
    assert size is not None
    picture = Image.open(io.BytesIO(here.page.screenshot())).convert("RGB")
    return picture, Pinhole(**seen, width=size["width"], height=size["height"])


@pytest.mark.parametrize("name", SIZES)
def test_a_booth_looks_right_in_model_viewer(viewer: Visit, name: str) -> None:
    model = next(model for model in own_models() if model.name == name)
    overview, sign = look_at_all(model.scene), highest_sign(model.scene)
    even = np.asarray(_show(viewer, f"{model.name}-even.glb", overview)[0], float)
    whole = np.asarray(_show(viewer, f"{model.name}.glb", overview)[0], float)
    close, camera = _show(viewer, f"{model.name}.glb", look_at(sign))
    assert viewer.foreign == []
    # Said where pictures take seconds, as they do without a GPU.
    assert [text for text in viewer.errors if "rAF timed out" not in text] == []
    _assert_well_lit(whole)
    _assert_sign_is_there(sign, sign.seen(close, camera))
    _assert_light_has_shape(whole, even)


def _assert_well_lit(picture: Pixels) -> None:
    """The booth is there, neither black nor blown out, and of many shades."""
    booth = picture[(picture != BEHIND).any(axis=2)]
    assert len(booth) > 0.1 * picture[..., 0].size
    grey = booth.mean(axis=1)
    assert 50 < grey.mean() < 190
    assert (grey < 6).mean() < 0.1
    assert (grey > 250).mean() < 0.2
    assert grey.std() > 25


def _assert_sign_is_there(sign: Sign, seen: Pixels) -> None:
    """What is on the exhibitor's sign: upright, the right way round, in the same colours."""
    meant = sign.pixels
    likeness = _likeness(meant, seen)
    assert likeness > 0.7
    assert likeness > _likeness(meant, seen[:, ::-1]) + 0.1
    assert likeness > _likeness(meant, seen[::-1]) + 0.1
    # Light and gloss change how bright and how deep a colour is, not which.
    apart = abs(_hue(meant) - _hue(seen))
    assert min(apart, 1 - apart) < 0.04


def _likeness(one: Pixels, other: Pixels) -> float:
    return float(np.corrcoef(one.mean(axis=2).ravel(), other.mean(axis=2).ravel())[0, 1])


def _hue(pixels: Pixels) -> float:
    """The hue, from 0 round to 1, of a picture's most colourful tenth."""
    colors = pixels.reshape(-1, 3)
    most = np.argsort(np.ptp(colors, axis=1), kind="stable")[-len(colors) // 10 :]
    return colorsys.rgb_to_hsv(*colors[most].mean(axis=0))[0]


def _assert_light_has_shape(lit: Pixels, even: Pixels) -> None:
    """The light texture makes pools of light and shade, and no place brighter than full light."""
    both = (lit != BEHIND).any(axis=2) & (even != BEHIND).any(axis=2) & (even.mean(axis=2) > 40)
    share = lit[both].mean(axis=1) / even[both].mean(axis=1)
    dim, bright = np.percentile(share, [10, 90])
    assert dim < 0.85
    assert bright > dim + 0.15
    assert np.percentile(share, 99) < 1.05
