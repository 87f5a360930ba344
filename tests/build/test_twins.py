"""Models have twins packed by gzip, for hosts that send them as they are."""

from __future__ import annotations

import gzip
from pathlib import Path

from hallgen.build.twins import write_twins
from hallgen.diagnostics import Diagnostics
from hallgen.store import Store


def test_each_model_that_the_view_loads_has_a_twin(tmp_path: Path) -> None:
    store = Store(tmp_path.with_name("store"))
    model = b"glTF" + b"\x02\0\0\0" * 400
    for name in ("tiles/1/hall.glb", "media/pump.glb", "booths/1-A.glb"):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_bytes(model)
    write_twins(tmp_path, store, Diagnostics())
    twins = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.gz")}
    assert twins.keys() == {"tiles/1/hall.glb.gz", "media/pump.glb.gz"}
    for twin in twins.values():
        assert gzip.decompress(twin.read_bytes()) == model
        assert twin.stat().st_size < len(model) / 4
    before = {name: path.read_bytes() for name, path in twins.items()}
    write_twins(tmp_path, store, Diagnostics())
    assert before == {name: path.read_bytes() for name, path in twins.items()}
