"""What `import hallgen` offers: a golden list of names and signatures, and how little it loads.

`python -m tests.test_api` writes the list anew, for a change that is meant.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

import hallgen
from hallgen.diagnostics import Diagnostics
from tests.support.small_folders import SMALL, write_small_fair

GOLDEN = Path(__file__).parent / "api.txt"


def surface() -> str:
    """Every public name: functions with their signatures, classes with their fields."""
    lines: list[str] = []
    for place, names in (("hallgen", hallgen.__all__), ("hallgen.model", hallgen.model.__all__)):
        owner = hallgen if place == "hallgen" else hallgen.model
        for name in sorted(names):
            lines += _described(f"{place}.{name}", getattr(owner, name))
    return "\n".join(lines) + "\n"


def _described(name: str, thing: object) -> list[str]:
    if inspect.isclass(thing) and issubclass(thing, BaseModel):
        fields = thing.model_fields.items()
        kept = [f"{key}!" if field.is_required() else key for key, field in fields]
        return [f"{name}({', '.join(kept)})"]
    if inspect.isfunction(thing):
        return [f"{name}{inspect.signature(thing)}"]
    if inspect.isclass(thing) and issubclass(thing, str | int) and hasattr(thing, "__members__"):
        return [f"{name}: {', '.join(str(one.value) for one in thing)}"]
    if inspect.isclass(thing):
        public = sorted(key for key in vars(thing) if not key.startswith("_"))
        return [f"{name}: {', '.join(public)}"]
    return [name]


def test_the_surface_is_as_it_is_written_down() -> None:
    assert surface() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(hallgen.__all__) - {"__version__"}))
def test_every_name_is_explained(name: str) -> None:
    assert inspect.getdoc(getattr(hallgen, name))


def test_importing_loads_none_of_it() -> None:
    script = "import sys, hallgen; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not {"numpy", "pydantic", "click", "hallgen.api", "hallgen.model"} & loaded


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = hallgen.nonsense  # type: ignore[attr-defined]
    assert dir(hallgen) == sorted(hallgen.__all__)


def test_types_are_shipped() -> None:
    assert (Path(hallgen.__file__).parent / "py.typed").is_file()


def test_reading_and_checking(tmp_path: Path) -> None:
    write_small_fair(tmp_path)
    told = Diagnostics()
    fair = hallgen.read_fair(str(tmp_path), told)
    assert [booth.number for booth in fair.halls[0].booths] == list(SMALL)
    checked = hallgen.check(tmp_path)
    assert checked.fair == fair
    assert checked.layouts["1"].booths[0].area == pytest.approx(9.0)
    assert set(told) <= set(checked.diagnostics)


def test_what_is_no_fair(tmp_path: Path) -> None:
    with pytest.raises(hallgen.UsageError):
        hallgen.read_fair(tmp_path)
    with pytest.raises(hallgen.HallgenError):
        hallgen.pack_booth(tmp_path, "A01", tmp_path / "booth.html")


@pytest.mark.slow
def test_building_and_packing(tmp_path: Path) -> None:
    write_small_fair(tmp_path / "fair")
    store = tmp_path / "store"
    steps: list[str] = []
    report = hallgen.build_site(
        tmp_path / "fair",
        tmp_path / "site",
        cache=store,
        jobs=1,
        progress=lambda what, _done, _of: steps.append(what),
    )
    assert report.published
    assert (tmp_path / "site" / "fair.json").is_file()
    assert "halls" in steps
    told = hallgen.pack_booth(tmp_path / "fair", "A01", tmp_path / "booth.html", cache=store)
    assert told.count(hallgen.Severity.ERROR) == 0
    assert (tmp_path / "booth.html").read_bytes().startswith(b"<!doctype html>")


if __name__ == "__main__":
    GOLDEN.write_text(surface(), encoding="utf-8", newline="\n")
