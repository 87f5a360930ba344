"""Names that are nearly one are told, and both exhibitors stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers.exhibitors import merged, read_listed
from hallgen.readers.fair_file import TableSource
from hallgen.readers.near_names import bare_name, tell_near_names
from hallgen.readers.tables import read_table


def told(folder: Path, *names: str, more: str = "") -> list[str]:
    path = folder / "list.csv"
    path.write_text("name\n" + "\n".join(names) + "\n" + more, encoding="utf-8")
    source = TableSource(file=path.name)
    table = read_table(path, source, path.name, Diagnostics())
    assert table is not None
    listed = merged(read_listed(table, source, ("en",), folder, Diagnostics()), Diagnostics())
    found = Diagnostics()
    tell_near_names(listed, found)
    assert all(one.code == "H320" for one in found)
    return [str(one.place.line) for one in found]


def test_a_slip_of_the_pen_and_another_legal_form(tmp_path: Path) -> None:
    assert told(tmp_path, "Northern Machinery Ltd.", "Other", "Nothern Machinery Ltd") == ["4"]
    assert told(tmp_path, "Northern Machinery GmbH & Co. KG", "Northern Machinery Inc.") == ["3"]


def test_names_that_differ_in_more_or_in_a_number(tmp_path: Path) -> None:
    assert told(tmp_path, "Workshop stage 1", "Workshop stage 2", "Alba", "Alva", "Northern") == []


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Acme Co., Ltd.", "acme"), ("Acme S.p.A.", "acme"), ("AG", "ag"), ("上海 泵业", "上海泵业")],
)
def test_bare_names(name: str, bare: str) -> None:
    assert bare_name(name) == bare
