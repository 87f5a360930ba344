"""Baked light as it is drawn: the colours of pixels, from tiles made for it."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Route

from hallgen.formats import Images, Packing, write_glb
from hallgen.formats.glb import GlbFile
from hallgen.light.pictures.shade import spared
from hallgen.scene import Floats, Material, Mesh, Node, Scene, Texture
from tests.support.browser import Visit
from tests.viewer.conftest import SIZE, enter, stand, until
from tests.viewer.hall import sign

pytestmark = pytest.mark.browser

#: Metres from the eyes to the panels, and pixels of the view for a metre there.
AHEAD = 2.8
SCALE = SIZE["height"] / 2 / np.tan(np.radians(30)) / AHEAD

MATT = Material("matt", (0.5, 0.5, 0.5, 1), roughness=1.0)
EXPOSURE = 1.3
RANGE = 6


def tone(radiance: float) -> int:
    """The pixel of a grey radiance: exposure, Khronos Neutral below its shoulder, sRGB."""
    seen = radiance * EXPOSURE
    dark = seen - 6.25 * seen * seen if seen < 0.08 else 0.04
    linear = seen - dark
    assert linear < 0.76
    return round(255 * (1.055 * linear ** (1 / 2.4) - 0.055 if linear > 0.0031 else 12.92 * linear))


def coded(irradiance: float) -> int:
    return round(255 * float(np.sqrt(irradiance / RANGE)))


def panel(column: int, material: Material = MATT) -> Mesh:
    """A board of 0.4 m in one of the columns -2 to 2 before the eyes, at their height."""
    x = 5.5 + 0.5 * column
    board = sign(f"panel {column}", material, (x - 0.2, 11, 1.45, x + 0.2, 11, 1.85), 0)
    return replace(board, features=None)


def lit(mesh: Mesh, irradiance: float = 0.0, texel: float | None = None) -> Mesh:
    """A mesh with light at its vertices, or the light of a texel of four."""
    light = np.full((4, 3), irradiance, np.float32)
    u = 0.125 if texel is None else texel
    uvs = np.full((4, 2), (u, 0.5), np.float32)
    return replace(mesh, irradiance=light, light_uvs=uvs)


def lightmap(*irradiances: float) -> Texture:
    """Texels side by side, the first black."""
    row = np.array([[[coded(light)] * 3 for light in irradiances]], np.uint8)
    data = io.BytesIO()
    Image.fromarray(row).save(data, "WEBP", lossless=True)
    return Texture("lightmap", data.getvalue(), "image/webp", len(irradiances), 1)


def shift(x: float) -> Floats:
    place = np.eye(4)
    place[0, 3] = x
    return place


def pixels(visit: Visit, glb: GlbFile) -> dict[int, int]:
    """Stand before a tile in place of the booths, and read the grey of its columns."""

    def picture(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        if name in glb.files:
            route.fulfill(body=glb.files[name], content_type="image/webp")
        else:
            route.fallback()

    visit.page.route("**/media/*", picture)
    visit.page.route("**/west.glb.gz", lambda route: route.fulfill(body=glb.data))
    enter(visit)
    stand(visit, 5.5, 11 - AHEAD)
    visit.page.wait_for_timeout(500)
    shot = np.asarray(Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB"), float)
    middle_x, middle_y = SIZE["width"] // 2, SIZE["height"] // 2
    greys = {}
    for column in range(-2, 3):
        x = round(middle_x + 0.5 * column * SCALE)
        patch = shot[middle_y - 5 : middle_y + 5, x - 5 : x + 5]
        assert np.ptp(patch, axis=(0, 1)).max() <= 2, f"column {column} is not one colour"
        greys[column] = round(float(patch.mean()))
    return greys


@pytest.mark.parametrize("packing", Packing)
def test_a_baked_tile_is_drawn_in_its_light(here: Visit, packing: Packing) -> None:
    # Two boards in one mesh's two places: one is lit from the front, one from behind.
    placed = Node(
        panel(0),
        np.stack([shift(0.5), shift(1.0)]),
        light=np.array([[0, 0, 0.6, 0.4], [0, 0, -0.6, 0.1]], np.float32),
    )
    scene = Scene(
        "baked",
        (
            Node(lit(panel(-2), irradiance=1.0)),
            Node(lit(panel(-1), texel=0.625)),
            Node(lit(panel(0), irradiance=0.1, texel=0.375)),
            placed,
        ),
        lightmap=lightmap(0, 0.4, 0.25, 0),
    )
    glb = write_glb(scene, Images.external("../../media/"), packing=packing)
    greys = pixels(here, glb)
    # Surroundings are mirrored a little by everything that is lit: a 25th of some 0.3.
    # Light of 1 is bent as in the pictures of the build.
    bright = 0.5 * float(spared(np.ones((1, 3), np.float32))[0, 0])
    assert greys[-2] == pytest.approx(tone(bright), abs=4)
    assert greys[-1] == pytest.approx(tone(0.125), abs=4)
    assert greys[0] == pytest.approx(tone(0.25), abs=4)
    assert greys[1] == pytest.approx(tone(bright), abs=4)
    assert greys[2] < 20
    assert here.errors == []


def test_what_was_not_baked_is_not_black(here: Visit) -> None:
    glow = Material("glow", (0, 0, 0, 1), emissive=(0.3, 0.3, 0.3))
    unlit = Material("label", (0.2, 0.2, 0.2, 1), unlit=True)
    scene = Scene(
        "mixed",
        (
            Node(lit(panel(-2), irradiance=0.4)),
            Node(panel(-1)),
            Node(panel(0, glow)),
            Node(panel(1, unlit)),
            Node(lit(panel(2), irradiance=0.4)),
        ),
        lightmap=lightmap(0, 0),
    )
    greys = pixels(here, write_glb(scene, Images.external("../../media/")))
    assert greys[-2] == greys[2] == pytest.approx(tone(0.2), abs=4)
    assert greys[-1] > 60
    assert greys[1] == pytest.approx(tone(0.2), abs=2)
    assert greys[0] > tone(0.3) - 2
    assert here.page.evaluate("window.hallgen.stats().drawCalls") <= 3


def test_a_tile_at_rest_leaves_no_pixel_out(here: Visit) -> None:
    """Fading tiles discard pixels, which costs every pixel its early depth test."""
    here.page.add_init_script(
        """window.drawn = new Set();
        const gl = WebGL2RenderingContext.prototype;
        const { shaderSource, attachShader, useProgram, drawElements } = gl;
        let current;
        gl.shaderSource = function (shader, text) {
            shader.text = text;
            shaderSource.call(this, shader, text);
        };
        gl.attachShader = function (program, shader) {
            program.text = (program.text ?? '') + shader.text;
            attachShader.call(this, program, shader);
        };
        gl.useProgram = function (program) {
            current = program;
            useProgram.call(this, program);
        };
        gl.drawElements = function (...given) {
            if (current.text.includes('vEmission')) window.drawn.add(current.text);
            drawElements.apply(this, given);
        };"""
    )
    enter(here)
    stand(here, 5.5, 8)
    here.page.wait_for_timeout(2000)
    here.page.evaluate("window.drawn.clear()")
    stand(here, 5.5, 8.2)
    until(here, "window.drawn.size > 0")
    faded = here.page.evaluate(
        "[...window.drawn].map((text) => /#define FEATURE_FADE (\\d)/.exec(text)?.[1])"
    )
    assert set(faded) == {"0"}
