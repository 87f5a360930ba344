"""Pictures of a few squares, whose colours can be worked out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallgen.light.pictures.camera import Camera
from hallgen.light.pictures.tone import to_srgb, tone_map
from hallgen.scene import Alpha, Material, Node, Scene
from tests.light.quads import EYE, GREY, floor, lit, scene, shot, texture, wall

GLASS = Material("glass", (1.0, 1.0, 1.0, 0.3), roughness=0.5, alpha=Alpha.BLEND, unlit=True)
BLACK = Material("black", (0.0, 0.0, 0.0, 1.0), roughness=1.0, unlit=True)
RED = Material("red", (0.8, 0.02, 0.02, 1.0), roughness=1.0)
LAMP = Material("lamp", (0.0, 0.0, 0.0, 1.0), roughness=1.0, emissive=(0.4, 0.4, 0.4))


def screen(*radiance: float) -> list[int]:
    """What a screen shows of a radiance."""
    return to_srgb(tone_map(np.array([radiance], np.float32)))[0].tolist()


def test_a_lit_wall_is_its_colour_times_its_light() -> None:
    image = shot(scene(wall(irradiance=lit(0.6))))
    expected = np.array(screen(0.3, 0.3, 0.3))
    # A matt wall reflects a little of the room, 0.01 to 0.02.
    assert (image >= expected - 1).all()
    assert (image <= expected + 12).all()


def test_vertex_light_and_a_lightmap_add_up() -> None:
    half = np.full((2, 2, 3), round(255 * np.sqrt(0.3 / 6)))
    half[0, 0] = 0
    at_white = np.tile(np.array([0.75, 0.75], np.float32), (4, 1))
    mapped = scene(wall(irradiance=lit(0.3), light_uvs=at_white), lightmap=texture(half))
    assert np.abs(shot(mapped) - shot(scene(wall(irradiance=lit(0.6))))).max() <= 2
    at_black = np.zeros((4, 2), np.float32)
    dark = scene(wall(irradiance=lit(0.3), light_uvs=at_black), lightmap=texture(half))
    assert np.abs(shot(dark) - shot(scene(wall(irradiance=lit(0.3))))).max() <= 2


def test_placements_are_lit_by_their_first_order_light() -> None:
    light = np.array([[0, 0, 0.25, 0.35]], np.float32)
    placed = Scene("placed", (Node(wall(), light=light),))
    assert np.abs(shot(placed) - shot(scene(wall(irradiance=lit(0.6))))).max() <= 1


def test_an_unbaked_scene_is_not_black() -> None:
    assert shot(scene(wall())).min() > 60


def test_an_unlit_wall_is_its_colour_whatever_the_light() -> None:
    glow = replace(GREY, unlit=True)
    assert (shot(scene(wall(material=glow, irradiance=lit(0.0)))) == screen(0.5, 0.5, 0.5)).all()


def test_emission_is_seen_in_the_dark() -> None:
    image = shot(scene(wall(material=LAMP, irradiance=lit(0.0))))
    assert np.abs(image - screen(0.4, 0.4, 0.4)).max() <= 4


def test_pictures_hang_upright() -> None:
    red, green, blue, white = (200, 0, 0), (0, 200, 0), (0, 0, 200), (200, 200, 200)
    poster = replace(GREY, color=(1, 1, 1, 1), texture=texture([[red, green], [blue, white]]))
    image = shot(scene(wall(material=replace(poster, unlit=True), size=3.0)))
    top_left, top_right = image[9, 26], image[9, 38]
    bottom_left, bottom_right = image[27, 26], image[27, 38]
    assert top_left.argmax() == 0
    assert top_right.argmax() == 1
    assert bottom_left.argmax() == 2
    assert np.ptp(bottom_right) < 20


def test_a_fine_pattern_far_away_is_even() -> None:
    """Every second texel is white: at a pixel of 16 texels that is grey, not noise."""
    checks = np.indices((256, 256)).sum(axis=0) % 2 * 255
    tiled = replace(GREY, color=(1, 1, 1, 1), texture=texture(checks), unlit=True)
    image = shot(scene(wall(material=tiled, size=4.2)), camera=EYE)
    inside = image[4:32, 20:44]
    assert inside.std() < 2
    assert abs(inside.mean() - screen(0.5, 0.5, 0.5)[0]) < 12  # mixed at a gamma of 2, not of sRGB


def test_a_texture_close_by_is_sharp() -> None:
    halves = replace(GREY, texture=texture([[0] * 64 + [255] * 64] * 128), unlit=True)
    image = shot(scene(wall(material=halves, size=4.0)))
    assert image[18, 29].max() == 0
    assert image[18, 34].min() > 150


def test_what_is_nearer_hides_what_is_farther() -> None:
    black = replace(BLACK)
    image = shot(scene(wall(0.0, replace(RED, unlit=True)), wall(1.0, black, size=1.0)))
    assert image[18, 32].max() == 0
    assert image[18, 2, 0] > 150


@pytest.mark.parametrize("panes", [1, 3])
def test_panes_let_light_through(panes: int) -> None:
    glass = [wall(1.0 + 0.1 * pane, GLASS) for pane in range(panes)]
    image = shot(scene(wall(0.0, BLACK), *glass))
    white = 1 - 0.7**panes
    assert np.abs(image[18, 32] - screen(white, white, white)).max() <= 3


def test_a_contact_shadow_darkens_the_floor() -> None:
    shadow = Material("shadow", (0, 0, 0, 1), alpha=Alpha.BLEND, unlit=True)
    half = np.tile(np.array([1, 1, 1, 0.5], np.float32), (4, 1))
    patch = floor(0.003, shadow, 40.0, colors=half)
    plain = floor(material=replace(GREY, unlit=True))
    down = Camera((0.0, 1.65, 4.0), 0.0, -50.0, 50.0)
    assert np.abs(shot(scene(plain, patch), camera=down) - screen(0.25, 0.25, 0.25)).max() <= 3


def test_the_back_of_a_panel_is_not_there_unless_it_has_two_sides() -> None:
    behind = Camera((0.0, 1.0, -4.0), 180.0, 0.0, 50.0)
    red = replace(RED, unlit=True)
    far = shot(scene(wall(material=red)), camera=behind)
    assert np.ptp(far[18, 32]) < 30
    both = shot(scene(wall(material=replace(red, double_sided=True))), camera=behind)
    assert both[18, 32, 0] > both[18, 32, 1] + 100


def test_a_polished_floor_mirrors_a_wall_and_a_carpet_does_not() -> None:
    red = wall(material=replace(RED, unlit=True))
    low = Camera((0.0, 0.8, 6.0), 0.0, -10.0, 50.0)
    polished = floor(material=replace(GREY, roughness=0.1), irradiance=lit(0.3))
    carpet = floor(material=replace(GREY, roughness=0.97), irradiance=lit(0.3))

    def redness(image: np.ndarray) -> float:
        near_wall = image[24:30, 16:48]
        return float((near_wall[..., 0] - near_wall[..., 1]).mean())

    assert redness(shot(scene(red, polished), camera=low)) > 25
    assert redness(shot(scene(red, carpet), camera=low)) < 14


def test_what_is_far_fades_into_haze() -> None:
    far = wall(-700.0, replace(BLACK), size=4000.0)
    assert np.abs(shot(scene(far)) - (0xAA, 0xB2, 0xB8)).max() <= 3


def test_edges_are_smooth() -> None:
    """A slanted edge between black and white passes through greys."""
    slanted = Camera((0.3, 1.0, 4.0), 12.0, 3.0, 50.0)
    glow = replace(GREY, color=(0.9, 0.9, 0.9, 1.0), unlit=True)
    image = shot(scene(wall(0.0, BLACK), wall(0.5, glow, size=1.5)), camera=slanted)
    between = ((image > 30) & (image < 170)).all(axis=2)
    assert 10 < between.sum() < 200


def test_the_same_picture_each_time_and_with_any_number_of_threads() -> None:
    scenes = scene(floor(irradiance=lit(0.4)), wall(irradiance=lit(0.6)), wall(1.0, GLASS, 1.0))
    one = shot(scenes, width=320, height=180)
    assert (one == shot(scenes, width=320, height=180)).all()
    assert (one == shot(scenes, width=320, height=180, threads=2)).all()


def test_nothing_to_see_is_said() -> None:
    with pytest.raises(ValueError, match="nothing to see"):
        shot(Scene("empty", ()))
