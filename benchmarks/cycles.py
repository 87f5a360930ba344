"""The peer of the bake: Blender Cycles baking ambient occlusion.

Blender as a module (`bpy`, from PyPI) wants a Python of its own version. Name an interpreter that
has it in HALLGEN_BPY:

    python3.11 -m venv /tmp/blender && /tmp/blender/bin/pip install bpy==4.2.0
    HALLGEN_BPY=/tmp/blender/bin/python python -m benchmarks.bake --cycles

Like work: the same booth, written by hallgen as a GLB, and a floor in it whose square picture is
baked texel by texel. Cycles sends one ray a sample from every texel, up to 40 m, as far as a
booth's bake sees. Counted are the CPU seconds of the bake in that process (all threads, no start
and no import), less those of a bake with a single sample, which are of setting up.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

from hallgen.formats import Images, Instancing, write_glb
from hallgen.scene import Scene

SIZE, SAMPLES, THREADS = 512, 48, 2

_BAKE = """
import bpy, json, os, sys, time
path, size, samples, threads = sys.argv[1], *map(int, sys.argv[2:5])
bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
bpy.ops.import_scene.gltf(filepath=path)
scene = bpy.context.scene
scene.render.engine = "CYCLES"
scene.cycles.device = "CPU"
scene.render.threads_mode = "FIXED"
scene.render.threads = threads
scene.cycles.use_adaptive_sampling = False
scene.cycles.use_denoising = False
scene.world = bpy.data.worlds.new("world")
scene.world.light_settings.distance = 40.0
scene.render.bake.margin = 0

# A floor of its own over the booth's: one square that covers the whole picture.
meshes = [thing for thing in scene.objects if thing.type == "MESH"]
low = [min((o.matrix_world @ v.co)[k] for o in meshes for v in o.data.vertices) for k in range(2)]
high = [max((o.matrix_world @ v.co)[k] for o in meshes for v in o.data.vertices) for k in range(2)]
middle = [(a + b) / 2 for a, b in zip(low, high)]
bpy.ops.mesh.primitive_plane_add(size=1.0, location=[*middle, 0.12])
floor = bpy.context.active_object
floor.scale = (high[0] - low[0], high[1] - low[1], 1.0)
material = bpy.data.materials.new("baked")
material.use_nodes = True
picture = bpy.data.images.new("baked", size, size, float_buffer=True)
node = material.node_tree.nodes.new("ShaderNodeTexImage")
node.image = picture
material.node_tree.nodes.active = node
floor.data.materials.append(material)
bpy.ops.object.select_all(action="DESELECT")
floor.select_set(True)
bpy.context.view_layer.objects.active = floor

def bake(count):
    scene.cycles.samples = count
    began = time.process_time()
    bpy.ops.object.bake(type="AO", use_clear=True)
    return time.process_time() - began

bake(1)
fixed = bake(1)
seconds = bake(samples)
values = list(picture.pixels)[::4]
print("FOUND " + json.dumps([seconds - fixed, sum(values) / len(values)]), flush=True)
os._exit(0)  # Blender as a module may crash when it is taken down
"""


def ambient_occlusion(scene: Scene) -> float:
    """Rays a CPU second of an occlusion bake amid a scene.

    Raises KeyError without HALLGEN_BPY, CalledProcessError where Blender fails, and ValueError
    where it baked nothing.
    """
    python = os.environ["HALLGEN_BPY"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scene.glb"
        path.write_bytes(write_glb(scene, Images.EMBEDDED, Instancing.EXPANDED).data)
        given = [str(path), str(SIZE), str(SAMPLES), str(THREADS)]
        done = subprocess.run(
            [python, "-c", _BAKE, *given], capture_output=True, text=True, check=True
        )
    seconds, mean = json.loads(done.stdout.rpartition("FOUND ")[2])
    if not 0 < mean < 1:
        raise ValueError(f"The occlusion bake is all {mean}: no scene stood around it.")
    return float(SIZE * SIZE * (SAMPLES - 1) / seconds)
