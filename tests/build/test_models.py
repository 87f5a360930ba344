"""Products' models in a build: each file once, what is wrong told, the rest in the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build.kept_media import MediaMaker
from hallgen.build.models import start_models
from hallgen.build.shelf import ModelShelf
from hallgen.diagnostics import Place
from hallgen.formats import model_facts, write_glb
from hallgen.media.models import web
from hallgen.media.models.shelf import PublishedModel
from hallgen.model import Fair, Product
from hallgen.scene import Material, Node, Scene
from tests.support.fairs import fair_of, product
from tests.support.makers import maker
from tests.support.scenes import box

_CRATE = Material("crate", (0.6, 0.4, 0.2, 1.0), roughness=0.8)
Convert = Callable[..., tuple[dict[str, PublishedModel], MediaMaker]]


def _glb() -> bytes:
    return write_glb(Scene("crate", (Node(box(0.4, 0.3, 0.2, _CRATE, "crate")),))).data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fair"
    folder.mkdir()
    return folder


@pytest.fixture
def convert(folder: Path) -> Convert:
    """Converts the models of products, as a build of the same fair would each time."""

    def run(*products: Product) -> tuple[dict[str, PublishedModel], MediaMaker]:
        with maker(folder) as making:
            made = start_models(_fair(folder, products), making).by_product()
        return made, making

    return run


def _fair(folder: Path, products: tuple[Product, ...]) -> Fair:
    return fair_of(folder=folder, products=products)


def _product(name: str, model: str, line: int = 2) -> Product:
    return product(name, "acme", model=Path(model), place=Place("products.csv", line))


@pytest.mark.slow
def test_a_model_of_two_products_is_converted_once(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    made, making = convert(_product("a", "crate.glb"), _product("b", "crate.glb"))
    assert not list(making.diagnostics)
    assert made["a"] == made["b"]
    (line,) = making.lines
    assert (line.path, line.triangles, line.kept) == ("crate.glb", 12, False)
    published = made["a"]
    assert published.size == pytest.approx((0.4, 0.3, 0.2), abs=1e-4)
    assert published.near is not None
    pictures = (size.address for size in published.picture.sizes)
    for address in (published.near, published.inspect, *pictures):
        assert (making.aside / address).is_file()
    assert model_facts((making.aside / published.inspect).read_bytes()).triangles == 12


def test_the_next_build_converts_nothing(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    first, before = convert(_product("a", "crate.glb"))
    again, after = convert(_product("a", "crate.glb"))
    assert [line.kept for line in (*before.lines, *after.lines)] == [False, True]
    assert first == again


@pytest.mark.slow
def test_what_lies_beside_a_model_counts(convert: Convert, folder: Path) -> None:
    text = "mtllib crate.mtl\nusemtl a\nv 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n"
    text += "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n"
    (folder / "crate.obj").write_text(text)
    (folder / "crate.mtl").write_text("newmtl a\nKd 1 0 0\n")
    first, before = convert(_product("a", "crate.obj"))
    (folder / "crate.mtl").write_text("newmtl a\nKd 0 0 1\n")
    changed, after = convert(_product("a", "crate.obj"))
    assert [line.kept for line in (*before.lines, *after.lines)] == [False, False]
    assert first["a"].inspect != changed["a"].inspect


def test_every_fault_is_told_in_its_place_and_the_rest_is_made(
    convert: Convert, folder: Path
) -> None:
    (folder / "good.glb").write_bytes(_glb())
    (folder / "cut.glb").write_bytes(_glb()[:200])
    (folder / "old.fbx").write_bytes(b"Kaydara FBX Binary  \0")
    names = ("cut.glb", "old.fbx", "gone.glb", "good.glb")
    made, making = convert(*(_product(n[:-4], n, k) for k, n in enumerate(names, start=2)))
    assert set(made) == {"good"}
    told = {d.place.line: (d.code, d.message) for d in making.diagnostics}
    assert set(told) == {2, 3, 4}
    assert told[4][0] == "H401"
    for line, name in ((2, "cut.glb"), (3, "old.fbx")):
        assert told[line][0].startswith("H42")
        assert name in told[line][1]


@pytest.mark.slow
def test_the_whole_of_a_model_lies_ready_for_booths(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    made, making = convert(_product("a", "crate.glb"))
    shelf = ModelShelf(made, making.scratch)
    shelved = shelf.of(_product("a", "crate.glb"))
    assert shelved is not None
    assert shelved.size == made["a"].size
    assert sum(len(mesh.triangles) for mesh in shelved.far) <= 200
    assert sum(len(node.mesh.triangles) for node in shelf.near(shelved.file)) == 12


@pytest.mark.slow
def test_a_damaged_store_is_no_harm(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    first, _ = convert(_product("a", "crate.glb"))
    for kept in (folder / "store").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"PK" + b"\0" * 50)
    again, making = convert(_product("a", "crate.glb"))
    assert again == first
    assert not making.lines[0].kept
    assert not list(making.diagnostics)


@pytest.mark.slow
def test_one_that_is_too_heavy_for_a_hall_is_told(
    convert: Convert, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    too_much = lambda _: (codes.MODEL_BY_PICTURE, codes.MODEL_HEAVY)  # noqa: E731
    monkeypatch.setattr(web, "shortcomings", too_much)
    for _ in range(2):  # also of one that is kept
        _, making = convert(_product("a", "crate.glb", 7))
        assert [d.kind for d in making.diagnostics] == list(too_much(None))
        assert {str(d.place) for d in making.diagnostics} == {"products.csv:7"}


def test_the_report_tells_each_file(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    _, making = convert(_product("a", "crate.glb"))
    (line,) = making.lines
    assert line.bytes == len(_glb())
    assert set(line.made) == {"far", "near", "inspect"}
    assert json.dumps(line.made)
    assert line.made["near"]["draws"] == 1
