"""Product models made small, against gltf-transform's own "optimize".

    python -m benchmarks.models [FOLDER]

Each model becomes the level for a close look, with pictures of at most 1024 pixels, and is given
to `gltf-transform optimize --texture-compress webp --texture-size 1024` as well, which is installed
into a temporary folder. CPU seconds are the system's, of one process for all models on our side,
as in a build, and of one for each on the peer's, which takes one model: start and imports included.
Goals: a quarter of its CPU seconds, 0.9 of its bytes in all, no file larger than its decoded,
uncompressed-geometry form, and pictures of before and after (three.js in Chromium, from two sides)
that are alike to SSIM .95. FOLDER is that of the real models; some are CAD and become GLBs first.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.studio import Studio, studio
from hallgen.media.models.fitting import fit
from hallgen.media.models.reading import read_model
from hallgen.model import ModelPose
from tests.support.node import node
from tests.support.pictures import similarity

ROOT = Path(__file__).parent.parent
MODELS = ROOT.parent / "shared" / "data" / "models"
PEER = "@gltf-transform/cli@4.5.1"
GOAL_CPU, GOAL_BYTES, GOAL_SSIM = 0.25, 0.9, 0.95
#: From the folder of real models: what any tool reads as it is, and what becomes a GLB first.
GLBS = (
    "draco-testdata/KhronosSampleModels/SheenCloth/glTF_Binary/SheenCloth.glb",
    "trimesh-models/AlphaBlendModeTest.glb",
    "trimesh-models/CesiumMilkTruck.glb",
    "trimesh-models/Duck.glb",
    "trimesh-models/monkey.glb",
    "trimesh-models/simple_pole.glb",
    "trimesh-models/BoxTextured.glb",
    "trimesh-models/boolean.glb",
)
OTHERS = (
    "trimesh-models/fuze.obj",
    "trimesh-models/chair_model.obj",
    "trimesh-models/counter.unitsmm.STL",
    "trimesh-models/cycloidal.ply",
    "trimesh-models/ADIS16480.STL",
    "trimesh-models/1002_tray_bottom.STL",
    "trimesh-models/bunny.ply",
    "trimesh-models/box_sides.STEP",
    "trimesh-models/featuretype.STEP",
    "3mf-samples/examples/core/heartgears.3mf",
    "robots-kuka/kuka_lbr_iiwa_support/meshes/lbr_iiwa_14_r820/visual/link_6.dae",
    "robots-kuka/kuka_kr3_support/meshes/kr3r540/visual/link_4.stl",
    "robots-kuka/kuka_kr10_support/meshes/kr10r1420/visual/base_link.stl",
    "robots-kuka/kuka_kr210_support/meshes/kr210l150/visual/link_5.dae",
    "robots-kuka/kuka_lbr_iiwa_support/meshes/lbr_iiwa_14_r820/visual/link_7.dae",
    "step-stepcode-ap214/data/ap214e3/as1-oc-214.stp",
)
#: Our side: all models of a folder into another; prints the CPU seconds of each.
OURS = """
import sys, time
from pathlib import Path
from dataclasses import replace
from hallgen.media.models.levels import INSPECT, inspect_level
for source in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    level = inspect_level(source.read_bytes(), replace(INSPECT, pixels=1024))
    Path(sys.argv[2], source.name).write_bytes(level.glb)
    print(source.name, time.process_time() - start)
"""


def inputs(models: Path, folder: Path) -> None:
    """GLBs of the real models, in a folder."""
    for name in GLBS:
        (folder / Path(name).name).write_bytes((models / name).read_bytes())
    for name in OTHERS:
        (folder / f"{Path(name).stem}.glb").write_bytes(as_glb(models / name))


def as_glb(path: Path) -> bytes:
    """A model of another format as a plain GLB in metres."""

    def beside(name: str) -> bytes | None:
        found = path.parent / name
        return found.read_bytes() if found.is_file() else None

    return fit(read_model(path.name, path.read_bytes(), beside), ModelPose()).glb


def cpu_of(command: list[str]) -> tuple[float, str]:
    """The CPU seconds of a command and what it starts, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr + done.stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, done.stdout


def install(folder: Path) -> Path:
    """The peer's command, in a folder."""
    npm = [sys.executable, str(ROOT / "tools" / "npm.py"), "install", "--no-audit", "--no-fund"]
    done = subprocess.run([*npm, "--silent", PEER], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    package = folder / "node_modules" / "@gltf-transform" / "cli"
    (command,) = json.loads((package / "package.json").read_text())["bin"].values()
    return package / command


def alike(studio: Studio, one: Path, other: Path) -> float:
    """The least SSIM of two models in pictures from all sides."""
    box = studio.load(one.read_bytes())
    before = studio.pictures(box)
    studio.load(other.read_bytes())
    pairs = zip(before, studio.pictures(box), strict=True)
    return min(float(np.mean(similarity(a, b))) for a, b in pairs)


def main() -> None:
    models = Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS
    if not models.is_dir():
        print(f"no real models at {models}: nothing is compared")
        return
    with tempfile.TemporaryDirectory() as name, studio() as camera:
        folder = Path(name)
        for part in ("in", "ours", "peer", "tool"):
            (folder / part).mkdir()
        tool = install(folder / "tool")
        options = ["--texture-compress", "webp", "--texture-size", "1024"]
        inputs(models, folder / "in")
        whole, said = cpu_of([sys.executable, "-c", OURS, str(folder / "in"), str(folder / "ours")])
        spent = {name: float(seconds) for name, seconds in map(str.split, said.splitlines())}
        rows = []
        print(
            f"{'model':<24}{'plain':>9}{'ours':>9}{'peer':>9}{'CPU s':>8}{'peer':>7}  SSIM   peer"
        )
        for source in sorted((folder / "in").iterdir()):
            ours, peer = folder / "ours" / source.name, folder / "peer" / source.name
            command = [node(), str(tool), "optimize", str(source), str(peer), *options]
            peer_spent, _ = cpu_of(command)
            sizes = [path.stat().st_size for path in (source, ours, peer)]
            found = alike(camera, source, ours), alike(camera, source, peer)
            rows.append((*sizes, peer_spent, *found))
            print(
                f"{source.stem[:23]:<24}{sizes[0]:>9}{sizes[1]:>9}{sizes[2]:>9}"
                f"{spent[source.name]:>8.2f}{peer_spent:>7.2f}  {found[0]:.4f} {found[1]:.4f}"
            )
    report(np.array(rows), whole)


def report(rows: np.ndarray, spent: float) -> None:
    """The sums, each beside its goal."""
    plain, ours, peer, peer_spent, found, of_peer = rows.T
    print(f"{len(rows)} models")
    print(f"  bytes    {ours.sum() / peer.sum():.3f} of the peer's, goal {GOAL_BYTES}")
    print(
        f"  CPU      {spent / peer_spent.sum():.3f} of the peer's, goal {GOAL_CPU}; {spent:.1f} s"
    )
    print(
        f"  SSIM     {found.min():.4f} at least, goal {GOAL_SSIM}; the peer's {of_peer.min():.4f}"
    )
    print(
        f"  larger than their plain form: {(ours > plain).sum()}; the peer's {(peer > plain).sum()}"
    )


if __name__ == "__main__":
    main()
