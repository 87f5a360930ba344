"""The wheel, and an environment that has it and nothing else of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import ROOT

#: When the files of the test's wheels are from: any moment, but always the same.
EPOCH = "1767225600"


@contextmanager
def once(shared: Path, name: str) -> Iterator[Path | None]:
    """A folder to fill, for the first worker of a run that asks; None for the others."""
    folder = shared / name
    with FileLock(f"{folder}.lock"):
        if (folder / ".done").exists():
            yield None
            return
        folder.mkdir(exist_ok=True)
        yield folder
        (folder / ".done").touch()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """The wheel of this checkout."""
    with once(shared, "wheel") as folder:
        if folder is not None:
            build("--wheel", folder)
    (made,) = (shared / "wheel").glob("hallgen-*.whl")
    return made


@pytest.fixture(scope="session")
def python(shared: Path, wheel: Path) -> Path:
    """The interpreter of a fresh environment with the wheel and what it needs."""
    with once(shared, "clean") as folder:
        if folder is not None:
            venv.create(folder / "venv", with_pip=True)
            pip(interpreter(folder / "venv"), "install", str(wheel))
    return interpreter(shared / "clean" / "venv")


def build(kind: str, folder: Path) -> None:
    """Build a wheel or a source archive of this checkout, with the tools that are here."""
    command = [sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", str(folder), "."]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def interpreter(environment: Path) -> Path:
    windows = environment / "Scripts" / "python.exe"
    return windows if windows.exists() else environment / "bin" / "python"


def pip(python: Path, *arguments: str) -> None:
    command = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
