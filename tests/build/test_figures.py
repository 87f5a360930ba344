"""What a site weighs, measured in a small one made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build.budgets import (
    BoothBudget,
    Budgets,
    Device,
    FarBudget,
    MemoryBudget,
    ModelBudget,
    SectionBudget,
    ShellBudget,
    budgets,
)
from hallgen.build.figures import Figure, measure, tell
from hallgen.build.inspection import inspect_path
from hallgen.diagnostics import Diagnostics
from hallgen.formats import (
    Box,
    Images,
    Instancing,
    Packing,
    Refine,
    Tile,
    Tileset,
    write_glb,
    write_tileset,
)
from hallgen.scene import Feature, Material, Node, Scene
from tests.cli.commands import run
from tests.support.scenes import at, box, picture, rows

PHONE = Device(height=800, field=90, error=10, targets=50)
SMALL = Budgets(
    booths=(
        BoothBudget(kind="shell", area=18, bytes=10),
        BoothBudget(kind="island", area=99, bytes=10**6),
    ),
    section=SectionBudget(booths=2, draw_calls=0, triangles=1000),
    far=FarBudget(triangles=6),
    shell=ShellBudget(area=50, bytes=100),
    model=ModelBudget(bytes=10, triangles=10, draw_calls=0),
    memory=(MemoryBudget(tier="low", device=PHONE, bytes=100),),
    file=10**6,
)
OWN, SHARED, SHEET = picture("red"), picture("blue"), picture("green")
WHOLE = Box((0, 0, 0), (20, 10, 3))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """One hall of 20 x 10 m: a shell booth with a picture of its own, and an island three times
    as heavy; both have the picture of the design, and their tile a sheet of its own. There are
    people as well, in a tile without booths.
    """
    booths = {
        "A1": [
            box(material=Material("own", texture=OWN)),
            box(material=Material("design", texture=SHARED)),
        ],
        "B1": [box(material=Material("design", texture=SHARED)) for _ in range(6)],
    }
    features = tuple(Feature(id_) for id_ in booths)
    nodes = tuple(
        Node(mesh, at(n)[None], rows(row))
        for row, meshes in enumerate(booths.values())
        for n, mesh in enumerate(meshes)
    )
    sheet = Node(box(material=Material("sheet", texture=SHEET)))
    near = Scene("near", (*nodes, sheet), features)
    far = Scene("far", nodes[:1], features)
    _write(tmp_path, "tiles/1/hall.glb", Scene("hall", (Node(box(20, 3, 10)),)))
    _write(tmp_path, "tiles/1/block-001.glb", near)
    _write(tmp_path, "tiles/1/block-001-far.glb", far)
    whole = Tile(WHOLE, 0, "block-001.glb")
    group = Tile(WHOLE, 1, "block-001-far.glb", Refine.REPLACE, (whole,))
    _write(tmp_path, "tiles/1/people.glb", Scene("people", (Node(box(1, 2, 1)),)))
    people = Tile(WHOLE, 0, "people.glb")
    root = Tile(WHOLE, 9, "hall.glb", Refine.ADD, (people, group))
    (tmp_path / "tiles/1/tileset.json").write_bytes(write_tileset(Tileset(root, 9)))
    outlines = {"A1": [[0, 0], [3, 0], [3, 3], [0, 3]], "B1": [[4, 0], [10, 0], [10, 6], [4, 6]]}
    shard = {
        "bounds": [0, 0, 20, 10],
        "booths": [{"id": id_, "outline": outline} for id_, outline in outlines.items()],
    }
    (tmp_path / "tiles/1/hall.en.json").write_text(json.dumps(shard))
    (tmp_path / "booths").mkdir()
    for id_, meshes in booths.items():
        scene = Scene(id_, tuple(Node(mesh) for mesh in meshes))
        glb = write_glb(scene, Images.EMBEDDED, Instancing.EXPANDED)
        (tmp_path / "booths" / f"{id_}.glb").write_bytes(glb.data)
    (tmp_path / "fair.json").write_text("{}")
    return tmp_path


def _write(site: Path, name: str, scene: Scene) -> None:
    glb = write_glb(scene, Images.external("../../media/"), packing=Packing.MESHOPT)
    for path, data in ((name, glb.data), *((f"media/{n}", d) for n, d in glb.files.items())):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


def figure(site: Path, name: str, limits: Budgets = SMALL) -> Figure:
    (found,) = (figure for figure in measure(site, limits) if name in figure.name)
    return found


def test_booths_share_their_tile_by_geometry_and_own_their_pictures(site: Path) -> None:
    (shell,) = figure(site, "shell").values.items()
    (island,) = figure(site, "island").values.items()
    assert (shell[0], island[0]) == ("A1", "B1")
    tile = (site / "tiles/1/block-001.glb").stat().st_size
    # What both have is nobody's; the sheet has pictures of those who have some of their own.
    assert shell[1] + island[1] == pytest.approx(tile + len(SHEET.data) + len(OWN.data), abs=2)
    assert island[1] > 1.5 * (shell[1] - len(OWN.data) - len(SHEET.data))


def test_sections_are_what_is_near(site: Path) -> None:
    # Nine meshes, which the viewer packs into one as it loads them.
    assert figure(site, "draw calls").values == {"1": 1}
    assert figure(site, "triangles of 2").values == {"1": 9 * 12}
    one = _for_booths(1)
    assert figure(site, "triangles of 1", one).values == {"1": 9 * 6}


def _for_booths(booths: int) -> Budgets:
    section = SMALL.section.model_copy(update={"booths": booths})
    return SMALL.model_copy(update={"section": section})


def test_far_triangles_are_for_each_booth(site: Path) -> None:
    assert figure(site, "afar").values == {"tiles/1/block-001-far.glb": 6}


def test_a_hall_is_measured_by_its_floor(site: Path) -> None:
    size = (site / "tiles/1/hall.glb").stat().st_size
    assert figure(site, "bytes of a hall").values == {"tiles/1/hall.glb": round(size / 4)}


def test_what_a_phone_must_hold_is_told_with_the_place_and_its_tiles(site: Path) -> None:
    (place, held), *others = figure(site, "GPU").values.items()
    assert others == []
    # Boxes of 24 vertices and 12 triangles, three pictures of 4 bytes a pixel and a third.
    boxes = (1 + 8 + 1 + 1 + 1) * (24 * 48 + 36 * 4)
    pixels = sum(p.width * p.height for p in (OWN, SHARED, SHEET))
    assert held == pytest.approx(boxes + pixels * 16 / 3 + PHONE.targets, abs=200)
    assert place.startswith("1 at ")
    assert "(block-001.glb, " in place


def test_what_is_above_is_told_and_nothing_else(site: Path) -> None:
    found = Diagnostics()
    tell(measure(site, SMALL), found)
    heavy = {codes.BOOTH_HEAVY, codes.SECTION_HEAVY, codes.SHELL_HEAVY, codes.MEMORY_HEAVY}
    assert {d.kind for d in found} == heavy
    (booth,) = (d for d in found if d.kind is codes.BOOTH_HEAVY)
    assert booth.message.startswith("1 of 1 are above 10: A1 (")
    found = Diagnostics()
    tell(measure(site, budgets()), found)
    assert len(found) == 0


def test_many_above_are_named_by_the_worst() -> None:
    values = {f"B{n}": n for n in range(20)}
    found = Diagnostics()
    tell([Figure("bytes", 9, values, codes.FILE_TOO_LARGE)], found)
    (told,) = found
    assert told.message == (
        "10 of 20 are above 9: B19 (19), B18 (18), B17 (17), B16 (16), B15 (15) and 5 more."
    )


def test_the_command_prints_figures_beside_budgets(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("inspect", site) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line for line in lines if line.startswith("triangles of a booth from afar"))
    assert line.split()[-4:] == ["6", "of", "80", "tiles/1/block-001-far.glb"]


def test_the_command_says_the_same_to_programs(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("inspect", site, "--format", "json") == 0
    record = json.loads(capsys.readouterr().out)
    (far,) = (figure for figure in record["figures"] if "afar" in figure["name"])
    assert far == {
        "name": "triangles of a booth from afar",
        "budget": 80,
        "largest": {"tiles/1/block-001-far.glb": 6},
        "measured": 1,
        "above": {},
    }
    assert record["facts"]["tiles and booths"] == 6
    assert record["diagnostics"] == []


def test_a_single_glb_has_facts_and_no_budgets(site: Path) -> None:
    found = inspect_path(site / "tiles/1/block-001.glb")
    assert found.facts["triangles"] == 9 * 12
    assert found.facts["draw calls"] == 1
    assert found.facts["draw calls in a stock viewer"] == 9
    assert found.figures == ()


def test_budgets_grow_with_the_booth() -> None:
    kinds = budgets().booths
    assert [kind.kind for kind in kinds] == ["shell", "modular", "island"]
    assert list(kinds) == sorted(kinds, key=lambda kind: (kind.area, kind.bytes))
