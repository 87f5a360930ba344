"""Products' models in a build: each file once, what is wrong told, the rest in the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hallgen.build.models import Bench, FairModels, convert_models
from hallgen.build.store import Store
from hallgen.diagnostics import Diagnostics, Place
from hallgen.formats import model_facts, write_glb
from hallgen.media.models.web import from_bytes
from hallgen.model import Fair, Product
from hallgen.scene import Material, Node, Scene
from tests.support.fairs import fair_of, product
from tests.support.scenes import box

_CRATE = Material("crate", (0.6, 0.4, 0.2, 1.0), roughness=0.8)
Convert = Callable[..., tuple[FairModels, Diagnostics]]


def _glb() -> bytes:
    return write_glb(Scene("crate", (Node(box(0.4, 0.3, 0.2, _CRATE, "crate")),))).data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fair"
    folder.mkdir()
    return folder


@pytest.fixture
def convert(tmp_path: Path, folder: Path) -> Convert:
    """Converts the models of products, as a build of the same fair would each time."""

    def run(*products: Product) -> tuple[FairModels, Diagnostics]:
        diagnostics = Diagnostics()
        scratch, aside = tmp_path / "scratch", tmp_path / "site"
        scratch.mkdir(exist_ok=True)
        bench = Bench(Store(tmp_path / "store"), scratch, aside, 1)
        made = convert_models(_fair(folder, products), bench, lambda *_: None, diagnostics)
        return made, diagnostics

    return run


def _fair(folder: Path, products: tuple[Product, ...]) -> Fair:
    return fair_of(folder=folder, products=products)


def _product(name: str, model: str, line: int = 2) -> Product:
    return product(name, "acme", model=Path(model), place=Place("products.csv", line))


def test_a_model_of_two_products_is_converted_once(
    convert: Convert, folder: Path, tmp_path: Path
) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    made, diagnostics = convert(_product("a", "crate.glb"), _product("b", "crate.glb"))
    assert not list(diagnostics)
    assert made.published["a"] == made.published["b"]
    (line,) = made.report
    assert (line.path, line.triangles, line.kept) == ("crate.glb", 12, False)
    published = made.published["a"]
    assert published.size == pytest.approx((0.4, 0.3, 0.2), abs=1e-4)
    assert published.near is not None
    for address in (published.near, published.inspect):
        assert (tmp_path / "site" / address).is_file()
    assert model_facts((tmp_path / "site" / published.inspect).read_bytes()).triangles == 12


def test_the_next_build_converts_nothing(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    first, _ = convert(_product("a", "crate.glb"))
    again, _ = convert(_product("a", "crate.glb"))
    assert [line.kept for line in (*first.report, *again.report)] == [False, True]
    assert first.published == again.published


def test_what_lies_beside_a_model_counts(convert: Convert, folder: Path) -> None:
    text = "mtllib crate.mtl\nusemtl a\nv 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n"
    text += "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n"
    (folder / "crate.obj").write_text(text)
    (folder / "crate.mtl").write_text("newmtl a\nKd 1 0 0\n")
    first, _ = convert(_product("a", "crate.obj"))
    (folder / "crate.mtl").write_text("newmtl a\nKd 0 0 1\n")
    changed, _ = convert(_product("a", "crate.obj"))
    assert [line.kept for line in (*first.report, *changed.report)] == [False, False]
    assert first.published["a"].inspect != changed.published["a"].inspect


def test_every_fault_is_told_in_its_place_and_the_rest_is_made(
    convert: Convert, folder: Path
) -> None:
    (folder / "good.glb").write_bytes(_glb())
    (folder / "cut.glb").write_bytes(_glb()[:200])
    (folder / "old.fbx").write_bytes(b"Kaydara FBX Binary  \0")
    names = ("cut.glb", "old.fbx", "gone.glb", "good.glb")
    made, diagnostics = convert(*(_product(n[:-4], n, k) for k, n in enumerate(names, start=2)))
    assert set(made.published) == {"good"}
    told = {d.place.line: (d.code, d.message) for d in diagnostics}
    assert set(told) == {2, 3, 4}
    assert told[4][0] == "H401"
    for line, name in ((2, "cut.glb"), (3, "old.fbx")):
        assert told[line][0].startswith("H42")
        assert name in told[line][1]


def test_the_whole_of_a_model_lies_ready_for_booths(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    made, _ = convert(_product("a", "crate.glb"))
    model = from_bytes(made.files["a"].read_bytes())
    assert model is not None
    shelf = made.shelf
    shelved = shelf.of(_product("a", "crate.glb"))
    assert shelved is not None
    assert shelved.size == model.size
    assert sum(len(mesh.triangles) for mesh in shelved.far) <= 200
    assert sum(len(node.mesh.triangles) for node in shelf.near(shelved.file)) == 12


def test_a_damaged_store_is_no_harm(convert: Convert, folder: Path, tmp_path: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    first, _ = convert(_product("a", "crate.glb"))
    for kept in (tmp_path / "store").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"PK" + b"\0" * 50)
    again, diagnostics = convert(_product("a", "crate.glb"))
    assert again.published == first.published
    assert not again.report[0].kept
    assert not list(diagnostics)


def test_the_report_tells_each_file(convert: Convert, folder: Path) -> None:
    (folder / "crate.glb").write_bytes(_glb())
    made, _ = convert(_product("a", "crate.glb"))
    (line,) = made.report
    assert line.bytes == len(_glb())
    assert set(line.made) == {"far", "near", "inspect"}
    assert json.dumps(line.made)
    assert line.made["near"]["draws"] == 1
