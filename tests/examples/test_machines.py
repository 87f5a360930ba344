"""The sample's product models: what the code makes is what is committed, and it is sound."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import trimesh
from pygltflib import GLTF2

from hallgen.diagnostics import Diagnostics
from hallgen.readers.fair import read_fair
from tests.support.glb import read_glb
from tests.support.validators import assert_valid_glbs
from tools.industry_fair.machines import KINDS, models
from tools.industry_fair.machines.animated import animated_glb, links_of
from tools.industry_fair.machines.brep import gear
from tools.industry_fair.machines.chassis import chassis
from tools.industry_fair.machines.electronics import servo_drive, smart_camera
from tools.industry_fair.machines.gripper import gripper
from tools.industry_fair.machines.lathe import lathe
from tools.industry_fair.machines.machine import Machine, surfaced
from tools.industry_fair.machines.machining_centre import machining_centre
from tools.industry_fair.machines.mobile_robot import mobile_robot
from tools.industry_fair.machines.printer import printer
from tools.industry_fair.machines.pump import pump
from tools.industry_fair.machines.robot import robot
from tools.industry_fair.machines.shapes import box, circle, drum, extruded, rounded, swept
from tools.industry_fair.machines.strain_wave import strain_wave
from tools.industry_fair.machines.valve import valve

FAIR = Path(__file__).parents[2] / "examples" / "industry-fair"
FOLDER = FAIR / "media" / "models"
#: Width, height and depth in metres, as such machines have them.
SIZES = {
    "mobile-robot.glb": (0.72, 0.27, 1.01),
    "machining-centre.glb": (3.08, 2.50, 2.67),
    "lathe.glb": (2.74, 2.10, 1.50),
    "powder-bed-printer.glb": (1.90, 2.35, 1.12),
    "process-pump.glb": (1.01, 0.53, 0.40),
    "electric-chassis.glb": (1.84, 1.18, 4.25),
    "servo-drive.glb": (0.077, 0.28, 0.26),
    "smart-camera.glb": (0.086, 0.114, 0.197),
}
MACHINES = (
    chassis, servo_drive, smart_camera, gripper, lathe, machining_centre, mobile_robot, printer,
    pump, strain_wave, valve,
)  # fmt: skip


@cache
def _made() -> dict[str, bytes]:
    return models()


def test_the_committed_files_are_what_the_code_makes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(_made())
    for name, data in _made().items():
        committed = (FOLDER / name).read_bytes()
        if name.endswith(".3mf"):  # how it is deflated is zlib's affair
            assert _members(committed) == _members(data)
        else:
            assert committed == data, name


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_they_are_made_the_same_again() -> None:
    link = robot()
    assert animated_glb(link, "pick and place") == _made()["robot-arm.glb"]


def test_they_are_small() -> None:
    sizes = {name: len(data) for name, data in _made().items()}
    assert sum(sizes.values()) < 4_000_000
    assert max(sizes.values()) < 800_000


def test_products_name_them() -> None:
    fair = read_fair(FAIR, Diagnostics())
    with_model = [product for product in fair.products if product.model]
    named = {Path(product.model).name for product in with_model if product.model}
    assert named == set(KINDS.values())
    assert {path.suffix for path in FOLDER.iterdir()} == {
        ".glb", ".step", ".stl", ".obj", ".mtl", ".3mf",
    }  # fmt: skip
    assert 20 <= len(with_model) <= 30
    assert all(product.model and (FAIR / product.model).is_file() for product in with_model)
    booths = {e.id: e.booths for e in fair.exhibitors}
    halls = {booth[:3] for product in with_model for booth in booths[product.exhibitor]}
    assert halls == {"4.1", "5.1", "6.1"}


def test_glbs_are_valid(tmp_path: Path) -> None:
    paths = []
    for name, data in _made().items():
        if name.endswith(".glb"):
            paths.append(tmp_path / name)
            paths[-1].write_bytes(data)
    assert_valid_glbs(paths)


@pytest.mark.parametrize("name", SIZES)
def test_glbs_have_real_sizes_and_stand_on_the_floor(name: str) -> None:
    low, high = _bounds(_made()[name])
    assert high - low == pytest.approx(SIZES[name], rel=0.05)
    assert abs(low[1]) < 0.002


def _bounds(data: bytes) -> tuple[np.ndarray, np.ndarray]:
    corners = read_glb(data).corners()
    return corners.min(axis=0), corners.max(axis=0)


@pytest.mark.parametrize("make", MACHINES, ids=lambda make: make.__name__)
def test_bodies_are_closed_and_look_outwards(make: object) -> None:
    assert callable(make)
    machine = make()
    assert isinstance(machine, Machine)
    assert 5_000 <= machine.triangles <= 80_000
    for material, shape in machine.bodies:
        assert _open_edges(shape.points, shape.faces) == 0, material.name
        assert shape.volume > 0, material.name


def test_the_robot_reaches_as_far_as_its_name_says() -> None:
    """Stretched out, from the shoulder's axis to the flange."""
    places = {link.name: np.array(link.at) for link in links_of(robot())}
    assert places["waist"][1] + places["upper arm"][1] == pytest.approx(0.46)
    reach = sum(np.linalg.norm(places[n]) for n in ("elbow", "forearm", "wrist", "flange"))
    assert 1.30 < places["upper arm"][2] + reach < 1.50


def test_links_of_the_robot_are_closed() -> None:
    bodies = [body for link in links_of(robot()) for body in link.machine.bodies]
    assert len(bodies) > 50
    assert all(_open_edges(s.points, s.faces) == 0 and s.volume > 0 for _, s in bodies)


def _open_edges(points: np.ndarray, faces: np.ndarray) -> int:
    """Edges that do not have as many faces running one way as the other."""
    _, index = np.unique(np.round(points, 7), axis=0, return_inverse=True)
    faces = index.reshape(-1)[faces]
    edges = np.concatenate([faces[:, [i, (i + 1) % 3]] for i in range(3)])
    edges = edges[edges[:, 0] != edges[:, 1]]
    key, way = np.sort(edges, axis=1), np.where(edges[:, 0] < edges[:, 1], 1, -1)
    _, at = np.unique(key, axis=0, return_inverse=True)
    return int((np.bincount(at.reshape(-1), way) != 0).sum())


def test_volumes_are_those_of_the_bodies() -> None:
    assert box((1, 2, 3)).volume == pytest.approx(6)
    assert drum(1, 2, "x", segments=256).volume == pytest.approx(2 * np.pi, rel=1e-3)
    plate = extruded(rounded(2, 1, 0.2, 16), 1, 0, [circle(0.2, 128)])
    assert plate.volume == pytest.approx(2 - (4 - np.pi) * 0.04 - np.pi * 0.04, rel=1e-3)
    assert swept([(0, 0, 0), (0, 2, 0)], 0.5, 128).volume == pytest.approx(np.pi / 2, rel=1e-3)


def test_a_bevel_looks_round_and_a_face_stays_flat() -> None:
    points, normals, _ = surfaced(box((1, 1, 1), bevel=0.01))
    assert len(points) == 24  # every corner of a face is shared with its bevels
    assert np.abs(normals).max(axis=1).min() > 0.99
    _, hard, _ = surfaced(box((1, 1, 1)))
    assert len(hard) == 24
    assert np.abs(hard).max(axis=1).min() == 1


def test_the_robot_moves_in_a_loop() -> None:
    document = GLTF2.load_from_bytes(_made()["robot-arm.glb"])
    (animation,) = document.animations
    clock = document.accessors[animation.samplers[0].input]
    assert clock.min == [0]
    assert 6 <= clock.max[0] <= 10
    moved = {document.nodes[channel.target.node].name for channel in animation.channels}
    assert moved == {
        "waist", "upper arm", "elbow", "forearm", "wrist", "flange", "finger -1", "finger 1",
    }  # fmt: skip
    for link in links_of(robot()):
        if link.motion is not None:
            values = [value for _, value in link.motion.keys]
            assert values[0] == values[-1]
            assert len(set(values)) > 1 or link.name == "forearm"


def test_the_gearbox_is_an_assembly_with_names_and_colours(tmp_path: Path) -> None:
    cascadio = pytest.importorskip("cascadio")
    source, target = tmp_path / "gearbox.step", tmp_path / "gearbox.glb"
    source.write_bytes(_made()["planetary-gearbox.step"])
    cascadio.step_to_glb(str(source), str(target), 0.05, 0.3)
    scene = trimesh.load(target)
    assert isinstance(scene, trimesh.Scene)
    assert scene.extents == pytest.approx((0.066, 0.122, 0.066), rel=0.01)
    names = {name.rstrip("_0123456789") for name in scene.geometry}
    assert {"Housing", "Ring gear", "Sun gear", "Planet gear", "Key", "Motor adapter"} <= names
    assert len(scene.graph.nodes_geometry) == 32
    colors = {tuple(g.visual.material.baseColorFactor) for g in scene.geometry.values()}
    assert len(colors) >= 6
    shaft = scene.geometry["Carrier with output shaft"]
    # A disc of 20 x 6, a shoulder of 11 x 6 and a shaft of 8 x 38 mm, and a ring of 20 / 9.5 x 4.
    drawn = np.pi * (400 * 6 + 121 * 6 + 64 * 38 + (400 - 9.5**2) * 4) * 1e-9
    assert shaft.volume == pytest.approx(drawn, rel=0.03)


def test_gears_have_their_teeth() -> None:
    loop = gear(2.0, 17)
    radii = [np.hypot(*segment.start) for segment in loop]
    assert max(radii) == pytest.approx(2 * (17 + 2) / 2)
    assert min(radii) == pytest.approx(2 * (17 - 2.5) / 2)
    closed = zip(loop, [*loop[1:], loop[0]], strict=True)
    assert all(np.allclose(one.end, other.start) for one, other in closed)


@pytest.mark.parametrize(
    ("name", "extents"),
    [("strain-wave-gear.stl", (62, 62, 86.5)), ("hydrogen-valve.3mf", (184, 72, 215.7))],
)
def test_parts_of_cad_are_in_millimetres_z_up(name: str, extents: tuple[float, ...]) -> None:
    loaded = trimesh.load(io.BytesIO(_made()[name]), file_type=Path(name).suffix[1:])
    assert loaded.extents == pytest.approx(extents, rel=0.01)


def test_the_obj_has_its_materials() -> None:
    lines = _made()["gripper.obj"].decode().splitlines()
    used = {line.split()[1] for line in lines if line.startswith("usemtl ")}
    written = _made()["gripper.mtl"].decode().splitlines()
    assert "mtllib gripper.mtl" in lines
    assert used == {line.split()[1] for line in written if line.startswith("newmtl ")}


def test_both_kinds_of_glb_are_tried() -> None:
    packed = {name for name, data in _made().items() if b"EXT_meshopt_compression" in data}
    assert "robot-arm.glb" in packed
    assert {"servo-drive.glb", "smart-camera.glb"}.isdisjoint(packed)
