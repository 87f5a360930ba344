"""Every real list beside the checkout is read: rows and fields counted by hand in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics, Severity
from hallgen.readers.exhibitors import merged, read_listed
from hallgen.readers.guess import guess_list
from hallgen.readers.tables import read_table

pytestmark = pytest.mark.real

#: File, rows, rows with a booth, and the fields that a person finds in it.
LISTS = [
    ("exhibitors/ces-2026/exhibitors.csv", 150, 150, "id name intro booth hall logo tags"),
    ("exhibitors/ces-2026/exhibitors_healthcare.csv", 86, 86, "id name intro booth hall"),
    ("exhibitors/ces-2026/exhibitors_iot.csv", 660, 660, "id name intro booth hall"),
    ("exhibitors/ces-2026/exhibitors_mobility.csv", 661, 660, "id name intro booth hall"),
    ("exhibitors/ces-2026/resp.json", 150, 150, "id name intro booth hall logo"),
    ("exhibitors/esri-uc-2026/data/exhibitors.json", 321, 315, "id name intro booth website"),
    (
        "exhibitors/gran-salon-bogota-2026/data/exhibitors.catalog.csv",
        159,
        159,
        "id name intro city website logo booth hall category",
    ),
    ("exhibitors/gran-salon-bogota-2026/data/exhibitors.json", 159, 159, "id name intro booth"),
    ("exhibitors/infocomm-india-2026/exhibitors.csv", 181, 181, "name booth hall"),
    ("paired/bronycon-2019/exhibitors.json", 163, 163, "id name booth website"),
    ("paired/epc-show-2026/exhibitors_list.json", 373, 354, "id name booth"),
    ("paired/sibf-2026-json/src/data/booths.json", 436, 436, "name booth hall country"),
    ("paired/tea-expo-busan/booths.json", 259, 259, "name booth"),
    (
        "paired/gyuupoke-marche/data/events/gyuupoke_konan_4th/exhibitors.json",
        159,
        159,
        "name booth intro category website",
    ),
]


@pytest.mark.parametrize(("file", "rows", "with_booth", "fields"), LISTS)
def test_a_real_list(real_data: Path, file: str, rows: int, with_booth: int, fields: str) -> None:
    path, found = real_data / file, Diagnostics()
    guess = guess_list(path, path.name, found)
    assert guess is not None
    assert guess.rows == rows
    assert set(fields.split()) <= {field.split(".")[0] for field in guess.source.columns}
    table = read_table(path, guess.source, path.name, found)
    assert table is not None
    listed = read_listed(table, guess.source, guess.languages, path.parent, found)
    assert len(listed) == rows
    assert sum(1 for one in listed if one.references) == with_booth
    assert 0 < len(merged(listed, found)) <= rows
    assert found.count(Severity.ERROR) == 0


def test_every_other_file_is_read_without_breaking(real_data: Path) -> None:
    for folder in ("exhibitors", "paired", "metadata/shopify-product-csvs", "nasty/blns"):
        for path in sorted((real_data / folder).rglob("*")):
            if path.suffix in {".csv", ".json", ".yaml", ".txt"}:
                guess_list(path, path.name, Diagnostics())
