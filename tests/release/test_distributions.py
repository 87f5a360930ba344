"""What is published: the same bytes from the same sources, whole, and working by itself."""

from __future__ import annotations

import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.release.conftest import build, pip

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", ["--wheel", "--sdist"])
def test_built_twice_it_is_the_same(tmp_path: Path, kind: str) -> None:
    made = []
    for name in ("one", "two"):
        build(kind, tmp_path / name)
        (file,) = (tmp_path / name).glob("hallgen-*")
        made.append((file.name, file.read_bytes()))
    assert made[0] == made[1]


def test_the_wheel_is_whole(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "hallgen/py.typed",
        "hallgen/assets/strings/zh.json",
        "hallgen/templates/base.html.j2",
        "hallgen/viewer/.vite/manifest.json",
        "hallgen/wasm/gltfpack.wasm",
        "hallgen/examples/industry-fair/fair.yaml",
    ):
        assert needed in names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "benchmarks/"))]
    assert not [name for name in names if "__pycache__" in name or name.endswith(".report.json")]


def test_the_source_archive_makes_a_wheel(tmp_path: Path) -> None:
    """It has all that a wheel is built from, the viewer's sources among it."""
    build("--sdist", tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames() if "/" in name}
    needed = {"pyproject.toml", "hatch_build.py", "tools/npm.py", "viewer/package-lock.json"}
    assert {*needed, "viewer/src/main.ts", "LICENSE", "assets/styles.yaml"} <= names
    assert not [name for name in names if "node_modules" in name or name.startswith("shared")]


def test_the_wheel_works_alone(python: Path, tmp_path: Path) -> None:
    """Without the checkout: types, data and commands are all in it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    script = "import hallgen, pathlib; print(pathlib.Path(hallgen.__file__).parent)"
    run = [str(python), "-c", script]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert not Path(done.stdout.strip()).is_relative_to(ROOT)
    run = [str(python), "-m", "hallgen", "new", "fair", "--sample"]
    subprocess.run(run, cwd=tmp_path, env=environment, check=True, stdout=subprocess.DEVNULL)
    run = [str(python), "-m", "hallgen", "check", "fair"]
    checked = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    pip(python, "check")


def test_the_newcomer_s_path(python: Path, tmp_path: Path) -> None:
    """From a list and a drawing to a site, a booth changed, previewed and packed."""
    command = [str(python), str(ROOT / "tools" / "newcomer.py")]
    given = str(ROOT / "examples" / "list-and-drawing")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [*command, given, str(tmp_path)], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("All steps done.\n")
