"""Co-exhibitors, however a list tells them: they stand in their main exhibitor's booth."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers import read_fair
from tests.drafting.fairs import FAIR, drawn


@pytest.mark.parametrize(
    "rows",
    [
        "Company,Stand,Co-exhibitors\nAcme,A1,Beta GmbH; Gamma\nDelta,A2,\n",
        "Firma,Stand,Mitaussteller\nAcme,A1,Beta GmbH; Gamma\nDelta,A2,\nGamma,,\n",
        "Company,Stand,Main exhibitor\nBeta GmbH,,Acme\nGamma,,Acme\nAcme,A1,\nDelta,A2,\n",
        "Company,Stand,Exhibitor type\nBeta GmbH,A1,Co-exhibitor\nGamma,A1,Co-exhibitor\n"
        "Acme,A1,Main exhibitor\nDelta,A2,Main exhibitor\n",
    ],
)
def test_who_shares_a_booth(tmp_path: Path, rows: str) -> None:
    listed = FAIR.replace("tables: {}", "tables: {exhibitors: [{file: list.csv}]}")
    folder = drawn(tmp_path / "fair", listed)
    (folder / "list.csv").write_text(rows, encoding="utf-8")
    fair = read_fair(folder, found := Diagnostics())
    names = {one.id: one.name.best() for one in fair.exhibitors}
    booth = next(one for one in fair.halls[0].booths if one.number == "A1")
    assert names[booth.main_exhibitor or ""] == "Acme"
    assert {names[id_] for id_ in booth.exhibitors} == {"Acme", "Beta GmbH", "Gamma"}
    assert [one.code for one in found if one.code not in ("H302", "H307")] == []
