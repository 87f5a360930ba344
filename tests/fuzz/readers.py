"""Every reader as a function of bytes: whatever they are, it returns, and all faults are told.

The first seeds of each are in `corpus/<name>/`; what was once found goes there too.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics
from hallgen.errors import FairError
from hallgen.media.drawings.rebuilding import rebuilt
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading import read_model
from hallgen.media.video import read_captions
from hallgen.readers import read_fair
from hallgen.readers.fair_file import PlanSource, TableSource
from hallgen.readers.plans import guess_plan, read_plan
from hallgen.readers.tables import read_table
from tests.support.hostile import sound_fair

CORPUS: Final = Path(__file__).parent / "corpus"
USUAL: Final = ("exhibitors.csv", "products.csv", "programme.csv")
_HUGE: Final = 1e6  # bytes that no seed grows to


def _plan(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{suffix}"
        path.write_bytes(data)
        told = Diagnostics()
        plan = read_plan(path, PlanSource(file=path.name, scale=1), "1", path.name, told)
        assert plan is not None or len(told) > 0
        guess_plan(path, path.name, told)
        if plan is not None:
            plan.model_dump_json()
        _check(told)


def _table(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list.{suffix}"
        path.write_bytes(data)
        told = Diagnostics()
        table = read_table(path, TableSource(file=path.name), path.name, told)
        assert table is not None or len(told) > 0
        _check(told)


def _fair(name: str, data: bytes) -> None:
    """A sound fair with one of its files as it comes."""
    with tempfile.TemporaryDirectory() as above:
        folder = sound_fair(Path(above) / "fair")
        if name in USUAL:  # lists are found by their names where fair.yaml does not say more
            file = folder / "fair.yaml"
            file.write_text(file.read_text("utf-8").split("tables:")[0], encoding="utf-8")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        told = Diagnostics()
        try:
            fair = read_fair(folder, told)
        except FairError:
            assert len(told) > 0
        else:
            check_fair(fair, {}, told)
            fair.model_dump_json()
        _check(told)


def _captions(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.vtt"
        path.write_bytes(data)
        _refused(partial(read_captions, path))


def _model(suffix: str, data: bytes) -> None:
    _refused(partial(read_model, f"a.{suffix}", data, lambda _: None))


def _logo(data: bytes) -> None:
    _refused(partial(rebuilt, data))


def _refused(read: Callable[[], object]) -> None:
    with contextlib.suppress(MediaRefusedError):
        read()


def _check(told: Diagnostics) -> None:
    """Every fault is a line that can be shown and says what to do."""
    for fault in told:
        assert fault.message.isprintable()
        assert fault.advice.isprintable()
        assert str(fault.place).isprintable()


#: Those that are pure Python or small: to be fuzzed in the process itself.
READERS: Final[Mapping[str, Callable[[bytes], None]]] = {
    **{f"plan-{kind}": partial(_plan, kind) for kind in ("svg", "dxf", "geojson", "csv", "json")},
    **{
        f"table-{kind}": partial(_table, kind)
        for kind in ("csv", "tsv", "json", "yaml", "xlsx", "ods")
    },
    "fair": partial(_fair, "fair.yaml"),
    "exhibitors": partial(_fair, "exhibitors.csv"),
    "products": partial(_fair, "products.csv"),
    "programme": partial(_fair, "programme.csv"),
    "booth": partial(_fair, "booths/A01/booth.yaml"),
    "tours": partial(_fair, "tours.yaml"),
    "addresses": partial(_fair, "addresses.csv"),
    "captions": _captions,
    "logo": _logo,
    **{f"model-{kind}": partial(_model, kind) for kind in ("obj", "stl", "off", "gltf", "dae")},
}


def seeds(name: str) -> list[bytes]:
    """What is kept for a reader, in the order of the files' names."""
    found = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    assert found, name
    assert max(map(len, found)) < _HUGE
    return found
