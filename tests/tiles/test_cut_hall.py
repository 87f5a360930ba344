"""A hall of simple booths, cut into tiles: valid, complete, and each booth can be pointed at."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.formats import Tile, read_booths, read_pictures, read_stats
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.model import (
    BoothLayout,
    BoothType,
    Frame,
    HallLayout,
    Point,
    Polygon,
    Side,
    SideKind,
)
from hallgen.scene import Feature, Material, Node, Scene
from hallgen.tiles import TiledHall, cut_hall, frame_matrix
from hallgen.tiles.blocks import BLOCK, DISTRICT, group_booths
from hallgen.tiles.levels import group_of, near_and_far
from tests.support.glb import INSTANCING, read_glb
from tests.support.scenes import at, box, picture, rows
from tests.support.validators import assert_valid_tileset

OUTLINE = Polygon(outer=((0, 0), (60, 0), (60, 40), (0, 40)))
PANEL = box(3, 2.5, 0.02, Material("panel", roughness=0.5), "panel")
#: Heavy and repeated: worth an instance each. Small: left out from afar.
CHAIR = replace(
    box(0.4, 0.4, 0.4, Material("chair")),
    triangles=np.tile(box().triangles, (100, 1)),
    name="chair",
)


def layout_of(origins: list[Point], blocks: tuple[tuple[int, ...], ...] = ()) -> HallLayout:
    booths = tuple(_booth(f"A{n:03}", origin) for n, origin in enumerate(origins))
    return HallLayout(
        hall="1",
        outline=OUTLINE,
        booths=booths,
        blocks=tuple(tuple(booths[n].booth for n in block) for block in blocks),
        aisles=(),
        walkable=(OUTLINE,),
        obstacles=(),
        start=(1, 1),
        start_heading=90,
    )


def _booth(id_: str, origin: Point) -> BoothLayout:
    x, y = origin
    ring = [(x - 1.5, y - 1.5), (x + 1.5, y - 1.5), (x + 1.5, y + 1.5), (x - 1.5, y + 1.5)]
    sides = [
        Side(start=a, end=b, kind=SideKind.OPEN)
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
    ]
    return BoothLayout(
        booth=id_,
        type=BoothType.ISLAND,
        sides=tuple(sides),
        frame=Frame(origin=origin, heading=-90),
        width=3,
        depth=3,
        area=9,
    )


def built(layout: BoothLayout, color: str) -> BuiltBooth:
    """A panel at the back, a print of its own, two chairs, the second a product."""
    print_ = box(2, 1, 0.01, Material("print", texture=picture(color)), "print")
    scene = Scene(
        layout.booth,
        (
            Node(PANEL, at(z=-1.4)[None]),
            Node(print_, at(y=1, z=-1.3)[None]),
            Node(CHAIR, np.array([at(x=-1), at(x=1, z=1, turn=20)]), rows(0, 1)),
        ),
        (Feature(layout.booth, "", "acme"), Feature(layout.booth, "robot", "acme")),
    )
    return BuiltBooth(layout.booth, layout.frame, scene, ())


SHELL = BuiltHall("1", Scene("hall", (Node(box(60, 12, 40), at(30, 0, -20)[None]),)), ())
ORIGINS = [(3.0 + 3 * (n % 8), 3.0 + 6 * (n // 8)) for n in range(24)]
COLORS = ("red", "green", "blue", "red")


@pytest.fixture(scope="module")
def tiled() -> TiledHall:
    layout = layout_of(ORIGINS, blocks=(tuple(range(8)), tuple(range(8, 24))))
    booths = [built(b, COLORS[n % 4]) for n, b in enumerate(layout.booths)]
    return cut_hall(layout, SHELL, booths, "media/")


def blocks_of(tiled: TiledHall) -> tuple[Tile, ...]:
    """The blocks of its only district."""
    (district,) = tiled.tileset.root.children
    return district.children


def test_the_tileset_is_valid(tiled: TiledHall, tmp_path: Path) -> None:
    for name, data in tiled.files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "media").mkdir()
    for name, data in tiled.pictures.items():
        (tmp_path / "media" / name).write_bytes(data)
    assert_valid_tileset(tmp_path)
    assert json.loads((tmp_path / "tileset.json").read_bytes())["asset"]["version"] == "1.1"


def test_the_hall_stays_and_booths_join_it(tiled: TiledHall) -> None:
    root = tiled.tileset.root
    assert (root.uri, root.refine, len(root.children)) == ("hall.glb", "ADD", 1)
    assert [tile.uri for tile in blocks_of(tiled)] == ["block-001-far.glb", "block-002-far.glb"]
    assert root.box.low == pytest.approx((0, 0, 0), abs=1e-5)
    assert root.box.high == pytest.approx((60, 40, 12), abs=1e-5)


def test_people_join_the_hall_in_a_tile_of_their_own() -> None:
    person = replace(CHAIR, name="person")
    crowd = Scene("people", (Node(person, np.array([at(x=2), at(x=4), at(x=6)])),))
    tiled = cut_hall(layout_of([]), replace(SHELL, people=crowd), [])
    (tile,) = tiled.tileset.root.children
    assert (tile.uri, tile.error, tile.children) == ("people.glb", 0.0, ())
    document = read_glb(tiled.tiles["people.glb"]).document
    assert INSTANCING in document["nodes"][0]["extensions"]
    assert "EXT_structural_metadata" not in document.get("extensionsUsed", [])


def test_each_level_has_one_picture_and_prints_share_theirs(tiled: TiledHall) -> None:
    (district,) = tiled.tileset.root.children
    for level in (district, *district.children, *(far.children[0] for far in district.children)):
        assert len(read_pictures(tiled.tiles[level.uri or ""])) == 1
    prints = [data for name, data in tiled.tiles.items() if "prints" in name]
    assert len(prints) == len(ORIGINS)
    assert len({name for data in prints for name in read_pictures(data)}) == 3
    assert {name.partition(".")[2] for name in tiled.pictures} == {"webp"}


def test_each_booth_can_be_pointed_at_where_it_stands(tiled: TiledHall) -> None:
    found: dict[str, Point] = {}
    for tile in blocks_of(tiled):
        glb = read_glb(tiled.tiles[tile.children[0].uri or ""])
        booths = glb.table()["booth"]
        for mesh in glb.document["meshes"]:
            attributes = mesh["primitives"][0]["attributes"]
            if mesh["name"] == "panel":
                ids = glb.array(attributes["_FEATURE_ID_0"]).astype(int)
                positions = glb.array(attributes["POSITION"])
                for row in np.unique(ids):
                    x, _, z = positions[ids == row].mean(axis=0)
                    found[booths[row]] = (float(x), float(-z))
    expected = {f"A{n:03}": (x, y + 1.4) for n, (x, y) in enumerate(ORIGINS)}
    assert found.keys() == expected.keys()
    for id_, point in expected.items():
        assert found[id_] == pytest.approx(point, abs=1e-4)


def test_what_booths_share_is_instanced_with_a_feature_each(tiled: TiledHall) -> None:
    near = blocks_of(tiled)[1].children[0]
    glb = read_glb(tiled.tiles[near.uri or ""])
    (chairs,) = [n for n in glb.document["nodes"] if n["name"] == "chair"]
    ids = glb.array(chairs["extensions"][INSTANCING]["attributes"]["_FEATURE_ID_0"]).astype(int)
    table = glb.table()
    pointed = {(table["booth"][row], table["product"][row]) for row in ids}
    assert len(ids) == len(pointed) == 32
    assert {product for _, product in pointed} == {"", "robot"}


def test_draws_do_not_grow_with_booths(tiled: TiledHall) -> None:
    near = blocks_of(tiled)[1].children[0]
    # Panels, chairs, and prints: 16 booths show 3 different ones, which are one picture.
    assert read_stats(tiled.tiles[near.uri or ""]).draw_calls == 2 + 1


def test_from_afar_there_is_less(tiled: TiledHall) -> None:
    (district,) = tiled.tileset.root.children
    assert tiled.tileset.root.error > district.error
    for far in district.children:
        (near,) = far.children
        assert (district.refine, far.refine, near.refine) == ("REPLACE", "REPLACE", "ADD")
        assert district.error > far.error == near.error
        triangles = [read_stats(tiled.tiles[t.uri or ""]).triangles for t in (far, near)]
        assert triangles[0] < triangles[1]
        assert {"panel", "print"} <= _meshes(tiled, far)
    booths = len(read_booths(tiled.tiles[district.uri or ""]))
    assert booths == len(ORIGINS)
    assert read_stats(tiled.tiles[district.uri or ""]).triangles <= 24 * booths


def test_prints_come_where_they_are_read_and_lie_over_what_they_cover(tiled: TiledHall) -> None:
    (near,) = blocks_of(tiled)[0].children
    assert len(near.children) == 8
    for above in near.children:
        (prints,) = above.children
        assert above.uri is None
        assert near.error > above.error > prints.error == 0
        glb = read_glb(tiled.tiles[prints.uri or ""])
        (mesh,) = glb.document["meshes"]
        z = glb.array(mesh["primitives"][0]["attributes"]["POSITION"])[:, 2]
        # The front of a print 1 cm thick, 1.3 m behind the middle of a booth.
        assert z.max() - round(float(z.max()) / 3) * 3 == pytest.approx(-1.295 + 0.0015, abs=1e-4)


def test_each_group_has_its_triangles_from_afar_and_larger_booths_more_of_them() -> None:
    layout = layout_of(ORIGINS[:6], blocks=((0, 1, 2), (3, 4, 5)))
    wall = Node(box(1, 2, 0.1), np.array([at(x=0.1 * n) for n in range(40)]))
    long = Node(box(1, 2, 0.1), np.array([at(x=0.5 * n) for n in range(40)]))
    booths = [
        replace(booth, scene=replace(booth.scene, nodes=(long if n == 1 else wall,)))
        for n, booth in enumerate(built(b, "red") for b in layout.booths)
    ]
    _, far = near_and_far(group_of("both", booths[:3]))
    assert 70 * 3 < sum(len(node.mesh.triangles) for node in far.nodes) <= 80 * 3
    (mesh,) = (node.mesh for node in far.nodes)
    assert mesh.features is not None
    counts = np.bincount(mesh.features[mesh.triangles[:, 0]])
    rows_of = counts[counts > 0]
    assert rows_of[1] > 1.5 * rows_of[0] == 1.5 * rows_of[2] > 60
    hall = cut_hall(layout, SHELL, booths)
    for tile in hall.tileset.root.children:
        data = hall.tiles[tile.uri or ""]
        assert read_stats(data).triangles <= 80 * len(read_booths(data))


def test_what_is_light_as_it_is_has_no_far_level() -> None:
    layout = layout_of(ORIGINS[:2])
    booths = [
        replace(booth, scene=replace(booth.scene, nodes=booth.scene.nodes[:2]))
        for booth in (built(b, "red") for b in layout.booths)
    ]
    (tile,) = cut_hall(layout, SHELL, booths).tileset.root.children
    assert tile.uri == "block-001.glb"
    assert tile.refine == "ADD"


def _meshes(tiled: TiledHall, tile: Tile) -> set[str]:
    document = read_glb(tiled.tiles[tile.uri or ""]).document
    return {mesh["name"] for mesh in document["meshes"]}


def test_the_same_hall_gives_the_same_bytes(tiled: TiledHall) -> None:
    layout = layout_of(ORIGINS, blocks=(tuple(range(8)), tuple(range(8, 24))))
    booths = [built(b, COLORS[n % 4]) for n, b in enumerate(layout.booths)]
    again = cut_hall(layout, SHELL, booths, "media/")
    assert again.files == tiled.files
    assert again.pictures == tiled.pictures


def test_a_hall_without_booths_is_its_shell() -> None:
    root: Tile = cut_hall(layout_of([]), SHELL, []).tileset.root
    assert (root.uri, root.children) == ("hall.glb", ())


def test_a_booth_that_was_not_built_is_left_out() -> None:
    layout = layout_of(ORIGINS[:2])
    hall = cut_hall(layout, SHELL, [built(layout.booths[1], "red")])
    glb = read_glb(hall.tiles["block-001.glb"])
    assert set(glb.table()["booth"]) == {"A001"}


def test_a_booth_that_nobody_laid_out_is_an_error_of_the_caller() -> None:
    stranger = built(layout_of(ORIGINS[:1]).booths[0], "red")
    with pytest.raises(ValueError, match="A000"):
        cut_hall(layout_of([]), SHELL, [stranger])


@given(st.floats(-360, 360), st.tuples(st.floats(-300, 300), st.floats(-300, 300)))
def test_a_frame_and_its_matrix_agree(heading: float, origin: Point) -> None:
    frame = Frame(origin=origin, heading=heading)
    matrix = frame_matrix(frame)
    assert np.linalg.det(matrix[:3, :3]) == pytest.approx(1)
    for x, z in ((0, 0), (1, 0), (0, 1), (-2, 3)):
        plan_x, plan_y = frame.to_plan(x, z)
        np.testing.assert_allclose(matrix @ [x, 7, z, 1], [plan_x, 7, -plan_y, 1], atol=1e-9)


def test_a_front_to_the_south_has_the_axes_of_the_hall() -> None:
    assert (frame_matrix(Frame(origin=(0, 0), heading=-90)) == np.eye(4)).all()


_spots = st.tuples(st.integers(0, 60), st.integers(0, 40)).map(lambda s: (3.0 * s[0], 3.0 * s[1]))


@given(st.lists(_spots, max_size=60, unique=True), st.randoms(use_true_random=False))
def test_groups_hold_every_booth_once_and_are_small(spots: list[Point], shuffle) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(spots)))
    shuffle.shuffle(order)
    cuts = sorted(shuffle.sample(order, min(3, len(order))))
    blocks = tuple(tuple(order[a:b]) for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True))
    layout = layout_of(spots, blocks)
    groups = group_booths(layout.booths, layout, BLOCK)
    assert sorted(b.booth for g in groups for b in g) == [f"A{n:03}" for n in range(len(spots))]
    assert all(len(group) == 1 or _fits_a_tile(group) for group in groups)
    # Each is two draws: there are no two that could be one.
    assert not any(_fits_a_tile(one + other) for one, other in combinations(groups, 2))


def _fits_a_tile(booths: tuple[BoothLayout, ...]) -> bool:
    reaches = [[b.frame.origin[axis] for b in booths] for axis in (0, 1)]
    most, longest = BLOCK.booths, BLOCK.longest
    return len(booths) <= most and all(max(r) - min(r) + 3 <= longest for r in reaches)


def test_blocks_stay_whole_where_they_fit() -> None:
    blocks = ((0, 1, 2, 8, 9, 10), (5, 6, 7, 13, 14, 15), (16, 17), (20, 21, 22))
    layout = layout_of(ORIGINS, blocks)
    groups = group_booths(layout.booths, layout, BLOCK)
    at_ = {booth.booth: number for number, group in enumerate(groups) for booth in group}
    for block in blocks:
        assert len({at_[f"A{n:03}"] for n in block}) == 1


def test_lonely_booths_share_tiles() -> None:
    """Islands are blocks of their own; a tile for each would be a draw call for each."""
    layout = layout_of(ORIGINS)
    assert len(group_booths(layout.booths, layout, BLOCK)) == 2
    assert len(group_booths(layout.booths, layout, DISTRICT)) == 1
