"""Every file of the real models: a model, or one clear refusal.

`outcomes.csv` holds what becomes of each: `triangles` of a model, or the code of its refusal.
It is written anew by `python -m tests.media.models.test_real_models`.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest

from tests.support.model_worker import outcomes
from tests.support.node import run_tool

TABLE = Path(__file__).parent / "outcomes.csv"

#: One of each kind, and of each way to go wrong.
SOME = (
    "3mf-samples/examples/core/cube_gears.3mf",
    "3mf-samples/examples/material/rhombicuboctahedron_color.3mf",
    "3mf-samples/examples/material/sphere_logo.3mf",
    "draco-testdata/KhronosSampleModels/AnimatedMorphCube/glTF/AnimatedMorphCube.gltf",
    "draco-testdata/KhronosSampleModels/DragonAttenuation/glTF/DragonAttenuation.gltf",
    "draco-testdata/KhronosSampleModels/SimpleSparseAccessor/glTF/SimpleSparseAccessor.gltf",
    "gltf-pipeline-specs/1.0/box/box.gltf",
    "gltf-pipeline-specs/2.0/extensions/EXT_meshopt_compression/meshopt-no-fallback/"
    "meshopt-no-fallback.gltf",
    "gltf-pipeline-specs/2.0/extensions/EXT_texture_webp/box-textured-separate/"
    "box-textured-separate.gltf",
    "khr-formats-guidelines/samples/Duck/glTF-KTX-ETC1S/Duck.gltf",
    "meshopt-demo/demo/pirate.glb",
    "robots-kuka/kuka_lbr_iiwa_support/meshes/lbr_iiwa_14_r820/visual/base_link.dae",
    "robots-kuka/kuka_lbr_iiwa_support/meshes/lbr_iiwa_14_r820/visual/link_1.dae",
    "step-stepcode-ap214/data/ap214e3/as1-oc-214.stp",
    "step-stepcode-ap214/data/ap214e3/s1-c5-214/HEAD.stp",
    "tinygltf-models/models/BoundsChecking/integer-out-of-bounds.gltf",
    "trimesh-models/BREP/base_interface_AP203.STEP",
    "trimesh-models/CesiumMilkTruck.glb",
    "trimesh-models/ballA.off",
    "trimesh-models/cube_blender_uv.ply",
    "trimesh-models/duck.zae",
    "trimesh-models/featuretype.STL",
    "trimesh-models/fuze.obj",
    "trimesh-models/machinist.3DXML",
    "trimesh-models/points_ascii.ply",
)
#: What trimesh reads as well, in the same axes and units; what meshopt packed it does not.
_REFERENCED = (".stl", ".obj", ".ply", ".off", ".glb")
_PACKED = "meshopt-demo/"

#: The specification leaves tangents to readers; what a JPEG's profile is, to the levels.
_MINDED = {"MESH_PRIMITIVE_GENERATED_TANGENT_SPACE", "IMAGE_FEATURES_UNSUPPORTED"}

pytestmark = pytest.mark.real


def table() -> dict[str, str]:
    """The file's rows: a path, to `triangles` or a code."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["path"]: row["outcome"] for row in csv.DictReader(file)}


def said(outcome: dict[str, Any]) -> str:
    """An outcome as the table has it."""
    if "triangles" in outcome:
        return f"{outcome['triangles']} triangles"
    return str(outcome.get("refused") or f"crashed, {outcome['crashed']}")


def check(folder: Path, names: Iterable[str], glbs: Path) -> None:
    """Read all, compare them with the table and with trimesh, and validate what they became."""
    found = outcomes(folder, list(names), glbs)
    known = table()
    assert {name: said(outcome) for name, outcome in found.items()} == {
        name: known[name] for name in found
    }
    models = {name: outcome for name, outcome in found.items() if "triangles" in outcome}
    for outcome in models.values():
        assert outcome["fitted"] == outcome["triangles"]
        assert 0.001 <= max(outcome["size"]) <= 60
    for outcome in found.values():
        assert "message" not in outcome or "\n" not in outcome["message"]
    assert_valid([outcome["glb"] for outcome in models.values()])
    faults = [fault for name, outcome in models.items() for fault in strange(folder, name, outcome)]
    assert not faults


def assert_valid(paths: list[str]) -> None:
    reports = run_tool("validate.mjs", paths)
    faults = {
        path: [m for m in messages if m["severity"] < 2 and m["code"] not in _MINDED]
        for path, messages in reports.items()
    }
    assert not {path: messages for path, messages in faults.items() if messages}


def strange(folder: Path, name: str, outcome: dict[str, Any]) -> list[str]:
    """How a model differs from what trimesh makes of its file."""
    if not name.lower().endswith(_REFERENCED) or name.startswith(_PACKED):
        return []
    import trimesh

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scene = trimesh.load_scene(folder / name, process=False)
    meshes = {k: v for k, v in scene.geometry.items() if isinstance(v, trimesh.Trimesh)}
    placed = [
        (meshes[geometry], scene.graph[node][0])
        for node in scene.graph.nodes_geometry
        if (geometry := scene.graph[node][1]) in meshes
    ]
    triangles = sum(len(mesh.faces) for mesh, _ in placed)
    # Only vertices that some triangle touches: others may lie anywhere.
    corners = np.concatenate(
        [trimesh.transform_points(mesh.triangles.reshape(-1, 3), at) for mesh, at in placed]
    )
    faults = []
    if triangles != outcome["triangles"]:
        faults.append(f"{name}: {outcome['triangles']} triangles, and trimesh has {triangles}")
    ours, theirs = (
        np.array([outcome["low"], outcome["high"]]),
        np.array([corners.min(axis=0), corners.max(axis=0)]),
    )
    if np.abs(ours - theirs).max() > 0.001 * float(np.ptp(theirs, axis=0).max()):
        faults.append(f"{name}: from {ours.tolist()}, and trimesh has {theirs.tolist()}")
    return faults


def test_some_of_each_kind(real_data: Path, tmp_path: Path) -> None:
    check(real_data / "models", SOME, tmp_path)


@pytest.mark.slow
def test_every_file(real_data: Path, tmp_path: Path) -> None:
    names = files(real_data / "models")
    assert set(names) == set(table())
    check(real_data / "models", names, tmp_path)


def files(folder: Path) -> list[str]:
    """All files of a folder by their paths in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths]


def write_table(folder: Path) -> None:
    """Write what becomes of each file now."""
    with TemporaryDirectory() as glbs:
        found = outcomes(folder, files(folder), Path(glbs))
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["path", "outcome"])
    writer.writerows((name, said(outcome)) for name, outcome in found.items())
    TABLE.write_text(target.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    write_table(Path(__file__).parents[4] / "shared" / "data" / "models")
