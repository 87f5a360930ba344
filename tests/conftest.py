"""Fixtures that many tests share: built sites, a server, a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.browser import browser, launch, visit
from tests.support.serving import serving

#: Defined elsewhere: a server, and fixtures of a browser, of which a process may have one only.
__all__ = ["browser", "launch", "serving", "visit"]

# A busy machine is no fault: no test asserts how long something takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data beside the checkout; tests that need it are skipped without."""
    if not REAL_DATA.is_dir():
        pytest.skip("no folder of real data (../shared/data) beside this checkout")
    return REAL_DATA


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Builds the site of a fair with the real command, once for all workers of this run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def build(fair: Path) -> Path:
        site = shared / "sites" / fair.name
        site.parent.mkdir(exist_ok=True)
        with FileLock(f"{site}.lock"):
            if not site.is_dir():
                command = [sys.executable, "-m", "hallgen", "build", str(fair), "-o", str(site)]
                done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
                assert done.returncode in (0, 1), done.stdout + done.stderr
        return site

    return build


@pytest.fixture(scope="session")
def sample_site(built: Callable[[Path], Path]) -> Path:
    """The site of the sample fair."""
    return built(ROOT / "examples" / "industry-fair")


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    """The address of the served sample fair, with a slash at its end."""
    with serving(sample_site) as address:
        yield address
