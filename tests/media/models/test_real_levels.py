"""Every real model becomes valid levels within their budgets, or is refused in one line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hallgen.formats.editable import EditableGlb
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.fitting import fit
from hallgen.media.models.levels import FAR_TRIANGLES, INSPECT, NEAR, make_levels, shortcomings
from hallgen.media.models.reading import read_model
from hallgen.media.models.rest import resting
from hallgen.model import ModelPose
from tests.support.validators import assert_valid_glbs

pytestmark = [pytest.mark.real, pytest.mark.slow]

FOLDERS = ("trimesh-models", "robots-kuka", "draco-testdata", "step-stepcode-ap214", "meshopt-demo")
ENDINGS = {".glb", ".gltf", ".obj", ".stl", ".ply", ".off", ".3mf", ".dae", ".step", ".stp"}
#: Assemblies of minutes; one of each kind is among the others.
LARGEST = 4 << 20


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_models_become_levels(real_data: Path, folder: str, tmp_path: Path) -> None:
    files = [
        path
        for path in sorted((real_data / "models" / folder).rglob("*"))
        if path.suffix.lower() in ENDINGS
        and path.stat().st_size < LARGEST
        and "collision" not in path.parts
    ]
    made = 0
    refused: list[str] = []
    for number, path in enumerate(files):

        def beside(name: str, path: Path = path) -> bytes | None:
            found = path.parent / name
            return found.read_bytes() if found.is_file() else None

        try:
            model = fit(read_model(path.name, path.read_bytes(), beside), ModelPose())
            levels = make_levels(model)
        except MediaRefusedError as fault:
            refused.append(str(fault))
            continue
        made += 1
        assert levels.far.triangles <= FAR_TRIANGLES, path
        assert levels.inspect.error <= INSPECT.error + 1e-4, path
        assert len(levels.inspect.glb) <= len(model.glb), path
        if levels.near is None:
            assert shortcomings(levels), path
            assert levels.notes, path
        else:
            near, plain = levels.near, EditableGlb(levels.near_plain or b"")
            assert near.triangles <= NEAR.triangles, path
            assert near.draws <= 3, path
            assert near.error <= NEAR.error + 1e-4, path
            assert len(near.glb) <= min(NEAR.bytes, len(model.glb)), path
            ends = [
                np.ptp(resting(glb).positions, axis=0) for glb in (plain, EditableGlb(model.glb))
            ]
            assert np.abs(ends[0] - ends[1]).max() <= 0.04 * max(model.size), path
            (tmp_path / f"{number}-near.glb").write_bytes(near.glb)
        (tmp_path / f"{number}-inspect.glb").write_bytes(levels.inspect.glb)
        (tmp_path / f"{number}-far.glb").write_bytes(levels.far.glb)
    assert made
    assert not any("\n" in line for line in refused)
    assert_valid_glbs(sorted(tmp_path.iterdir()))
