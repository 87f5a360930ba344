"""Pictures of booths: CPU seconds a picture, and rays a second against Embree alone.

    python -m benchmarks.stills [HALL]

Goal: a picture of 640 x 360 in less than 1 s of one core at draft, and at least a quarter of the
rays that Embree casts when nothing is done with what they hit: shading looks up fourteen
attributes, two textures, light and an environment for each. The hall is one of the sample fair,
not baked: a bake changes what is looked up, not how.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light.pictures import Camera, Target, booth_camera, take_picture
from hallgen.light.rays import Hits, Rays
from hallgen.model import BoothLayout, FairIndex
from hallgen.scene import Floats, Scene, place
from hallgen.scene.flatten import flatten
from hallgen.tiles import frame_matrix
from tests.support.libraries import library_of

FAIR = Path(__file__).parent.parent / "examples" / "industry-fair"
SIZE = (640, 360)
BOOTHS = 8
GOAL = 1.0


def hall_scenes(hall: str) -> tuple[list[Scene], tuple[BoothLayout, ...]]:
    """All scenes of a hall in its own axes, and the layouts of some of its booths."""
    diagnostics = Diagnostics()
    checked = read_and_check(FAIR, diagnostics)
    index, layout = FairIndex(checked.fair), checked.layouts[hall]
    media = library_of(checked.fair.folder)
    scenes = [build_hall(index.halls[hall], layout, index).scene]
    for booth in layout.booths:
        built = build_booth(index.booths[booth.booth], booth, index, media)
        scenes.append(place(built.scene, frame_matrix(built.frame)))
    return scenes, layout.booths[:: max(1, len(layout.booths) // BOOTHS)]


def embree_alone(scenes: list[Scene], camera: Camera) -> float:
    """Rays a CPU second of one picture's first rays."""
    soup = flatten(scenes)
    rays = Rays(soup.positions, soup.triangles)
    width, height = SIZE
    down, across = (a.ravel().astype(np.float32) for a in np.mgrid[0:height, 0:width])
    ahead = camera.directions(across / np.float32(width), down / np.float32(height), 16 / 9)
    origins = np.tile(np.array(camera.position, np.float32), (len(ahead), 1))
    start = time.process_time()
    rays.hits(origins, ahead)
    return len(ahead) / (time.process_time() - start)


class Counting(Target):
    """Counts the rays that are cast."""

    rays = 0

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        self.rays += len(origins)
        return super().cast(origins, directions)


def main() -> None:
    scenes, booths = hall_scenes(sys.argv[1] if len(sys.argv) > 1 else "6.1")
    start = time.process_time()
    target = Counting(scenes)
    made = time.process_time() - start
    cameras = [booth_camera(target, booth, SIZE[0] / SIZE[1]) for booth in booths]
    posed = time.process_time() - start - made
    alone = embree_alone(scenes, cameras[0])
    print(f"{len(booths)} booths; the hall made ready in {made:.2f} s")
    print(f"  where to stand            {posed / len(booths):8.3f} s a booth")
    for name, rays in ((f"draft, goal {GOAL} s", 2), ("final", 3)):
        target.rays = 0
        start = time.process_time()
        for camera in cameras:
            take_picture(target, camera, *SIZE, rays)
        took = time.process_time() - start
        rate = target.rays / took
        print(f"  picture, {name:<18} {took / len(booths):6.3f} s")
        print(f"    {rate / 1e6:.2f} M rays/s, Embree alone {alone / 1e6:.2f}; {rate / alone:.2f}")


if __name__ == "__main__":
    main()
