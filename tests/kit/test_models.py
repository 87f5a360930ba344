"""Products with models of their own: in real size where they fit, else smaller with a label."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
import pytest
from PIL import Image

from hallgen.kit.assembly import Assembly
from hallgen.kit.booth import design_of, stand_of
from hallgen.kit.graphics import GraphicKind
from hallgen.media.models.shelf import ShelvedModel, Size
from hallgen.model import BoothKind, Product
from hallgen.scene import bounds, only_exhibits
from tests.kit.synthetic import PALETTE, booth_case, plain_atlas, rectangle
from tests.support.scenes import box

#: Lengths are compared to a tenth of a millimetre.
_CLOSE = 1e-4


def _model(name: str, size: Size) -> ShelvedModel:
    picture = io.BytesIO()
    Image.new("RGBA", (64, 48), (200, 40, 40, 128)).save(picture, "WEBP")
    mesh = box(size[0], size[1], size[2], name=name)
    return ShelvedModel(f"media/{name}.glb", size, (mesh,), picture.getvalue())


def _assembled(sizes: Mapping[str, Size], kind: BoothKind, width: float = 6.0) -> Assembly:
    """A booth whose products, by the end of their id, have models of these sizes."""
    known = {end: _model(end, size) for end, size in sizes.items()}

    def models(product: Product) -> ShelvedModel | None:
        return next((m for end, m in known.items() if product.id.endswith(end)), None)

    case = booth_case(rectangle(width, width * 0.75), [0, 1, 2, 3], kind, products=len(sizes))
    stand = stand_of(*case, PALETTE, models)
    design_of(*case[:2])(stand)
    return stand.assembly


def _sizes_shown(assembly: Assembly) -> dict[str, list[Size]]:
    """The extents of every placement of every model, by its file."""
    scene = only_exhibits(assembly.scene(plain_atlas(assembly.wanted), "b"))
    found: dict[str, list[Size]] = {}
    for node in scene.nodes:
        scales = np.linalg.norm(node.placements[:, :3, :3], axis=1)
        extent = np.ptp(node.mesh.positions, axis=0)
        found.setdefault(node.shown_by.address if node.shown_by else "", []).extend(
            tuple(float(n) for n in extent * scale) for scale in scales
        )
    return found


def test_what_fits_stands_in_real_size() -> None:
    size = (0.3, 0.4, 0.2)
    shown = _sizes_shown(_assembled({"p0": size}, BoothKind.RAW))
    assert shown["media/p0.glb"]
    for found in shown["media/p0.glb"]:
        np.testing.assert_allclose(found, size, atol=_CLOSE)


def test_what_does_not_fit_is_smaller_and_its_label_says_so() -> None:
    assembly = _assembled({"p0": (3.0, 2.0, 1.5)}, BoothKind.RAW, width=5.0)
    scales = {round(found[0] / 3.0, 4) for found in _sizes_shown(assembly)["media/p0.glb"]}
    ratios = {g.ratio for g in assembly.wanted if g.kind is GraphicKind.LABEL}
    assert scales == {round(1 / ratio, 4) for ratio in ratios}
    assert min(ratios) > 1


def test_large_models_go_to_platforms_and_small_ones_to_plinths() -> None:
    sizes = {"p0": (2.0, 1.9, 1.3), "p1": (0.2, 0.3, 0.2)}
    assembly = _assembled(sizes, BoothKind.RAW, width=12.0)
    shown = _sizes_shown(assembly)
    np.testing.assert_allclose(shown["media/p0.glb"], [sizes["p0"]] * len(shown["media/p0.glb"]))
    assert shown["media/p1.glb"]
    assert all(g.ratio == 1 for g in assembly.wanted)


@pytest.mark.parametrize("size", [(0.004, 0.003, 0.004), (0.54, 1.1, 0.54), (60.0, 12.0, 9.0)])
def test_any_size_finds_a_scale(size: Size) -> None:
    assembly = _assembled({"p0": size}, BoothKind.RAW)
    for found in _sizes_shown(assembly)["media/p0.glb"]:
        assert max(found[0], found[2]) <= 2.4 + _CLOSE
        assert found[0] >= min(size[0], 0.2)


def test_nothing_of_a_model_floats() -> None:
    assembly = _assembled({"p0": (0.3, 0.4, 0.2)}, BoothKind.RAW)
    low = bounds(only_exhibits(assembly.scene(plain_atlas(assembly.wanted), "b")))
    assert low is not None
    # A plinth on a platform of 8 cm.
    assert low[0][1] == pytest.approx(0.08 + 0.98, abs=0.02)
