"""The pictures of a hall and its booths that a build makes and keeps."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen.build import stills as module
from hallgen.build.stills import Photographer, Still
from hallgen.codes import STORE_NOT_WRITTEN
from hallgen.diagnostics import Diagnostics
from hallgen.kit import BuiltBooth, BuiltHall
from hallgen.light import LightQuality
from hallgen.scene import Feature, Material, Node, Scene
from hallgen.store import Store
from tests.support.fairs import laid_out, small_fair
from tests.support.scenes import at, box, picture, rows

HALL = small_fair().halls[0]
LAYOUT = laid_out(HALL)


def shell() -> BuiltHall:
    ground = Node(box(24, 0.1, 14, Material("floor", roughness=0.2)), at(12, -0.1, -7)[None])
    return BuiltHall("1", Scene("hall", (ground,)), ())


def booths(paint: str = "blue") -> list[BuiltBooth]:
    """All but the empty booth, each a block with a picture on it."""
    material = Material("print", texture=picture(paint))
    built = []
    for layout in LAYOUT.booths[:3]:
        node = Node(box(layout.width, 2.5, layout.depth, material), features=rows(0))
        scene = Scene(layout.booth, (node,), (Feature(layout.booth),))
        built.append(BuiltBooth(layout.booth, layout.frame, scene, ()))
    return built


def taken(folder: Path, built: list[BuiltBooth]) -> list[Still]:
    photographer = Photographer(LightQuality.DRAFT, Store(folder), Diagnostics())
    return photographer.stills(HALL, LAYOUT, shell(), built)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Still]:
    return taken(tmp_path_factory.mktemp("store"), booths())


def test_the_hall_and_every_booth_that_was_built_has_pictures(first: list[Still]) -> None:
    sizes = {still.address: (still.width, still.height) for still in first}
    assert sizes == {
        "stills/halls/1.webp": (1280, 720),
        "stills/overviews/1.webp": (1280, 720),
        **{f"stills/booths/1-{number}.webp": (640, 360) for number in ("A01", "A02", "A10")},
        **{f"stills/small/1-{number}.webp": (256, 144) for number in ("A01", "A02", "A10")},
    }


def test_they_are_webp_of_that_size_and_show_the_booth(first: list[Still]) -> None:
    for still in first:
        image = Image.open(io.BytesIO(still.data))
        assert (image.format, image.size) == ("WEBP", (still.width, still.height))
        if "/booths/" in still.address:
            assert len(still.data) <= 40_000
            pixels = np.asarray(image.convert("RGB")).astype(int)
            blue = (pixels[..., 2] > pixels[..., 0] + 60).mean()
            assert blue > 0.15, still.address


def test_a_busy_picture_is_made_to_fit() -> None:
    noise = np.random.default_rng(1).integers(70, 180, (360, 640, 3)).astype(np.uint8)
    busy = np.asarray(Image.fromarray(noise).resize((400, 225)).resize((640, 360)))
    best = io.BytesIO()
    Image.fromarray(busy).save(best, "WEBP", quality=module._QUALITIES[0], method=4)
    assert len(best.getvalue()) > 40_000
    assert len(module._still("a", busy).data) <= 40_000


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures, where it does not matter what is on them."""
    monkeypatch.setattr(module, "_HALL", (64, 36))
    monkeypatch.setattr(module, "_BOOTH", (64, 36))


def data(stills: list[Still]) -> dict[str, bytes]:
    return {still.address: still.data for still in stills}


@pytest.mark.usefixtures("quick")
def test_what_was_taken_before_is_not_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = taken(tmp_path, booths())
    monkeypatch.delattr(module, "take_picture")
    assert data(taken(tmp_path, booths())) == data(before)


@pytest.mark.usefixtures("quick")
def test_another_picture_on_a_booth_is_another_picture_of_it(tmp_path: Path) -> None:
    blue, red = data(taken(tmp_path, booths())), data(taken(tmp_path, booths("red")))
    assert all(blue[address] != red[address] for address in blue if "A01" in address)


@pytest.mark.usefixtures("quick")
def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    before = taken(tmp_path, booths())
    for kept in (path for path in tmp_path.rglob("*") if path.is_file()):
        kept.write_bytes(kept.read_bytes()[:40])
    assert data(taken(tmp_path, booths())) == data(before)


@pytest.mark.usefixtures("quick")
def test_a_booth_with_nothing_in_it_has_no_picture(tmp_path: Path) -> None:
    bare = replace(booths()[0], scene=Scene("bare", ()))
    assert "stills/booths/1-A01.webp" not in data(taken(tmp_path, [bare, *booths()[1:]]))


@pytest.mark.usefixtures("quick")
def test_a_store_that_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    diagnostics = Diagnostics()
    photographer = Photographer(LightQuality.DRAFT, Store(file), diagnostics)
    assert len(photographer.stills(HALL, LAYOUT, shell(), booths())) == 8
    assert [found.kind for found in diagnostics] == [STORE_NOT_WRITTEN]
