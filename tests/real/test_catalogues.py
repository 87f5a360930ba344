"""Real catalogues, and files made to break readers: each a result, or one clear fault."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers.catalogues import as_shop, is_catalogue, read_catalogue
from hallgen.readers.fair_file import TableSource
from hallgen.readers.tables import Table, read_table

pytestmark = [pytest.mark.real, pytest.mark.usefixtures("real_data")]


def read(path: Path) -> tuple[Table | None, list[str]]:
    found = Diagnostics()
    table = read_catalogue(path, path.name, found)
    return table, [one.code for one in found]


def test_every_catalogue_of_the_set(real_data: Path) -> None:
    """Of IDTA's 27 packages, four tell of a product: the others are templates, as they say. Of the
    XML of two programs' tests, those with an article or product.
    """
    products: Counter[str] = Counter()
    files = [path for path in (real_data / "metadata").rglob("*") if is_catalogue(path)]
    for path in files:
        table, codes = read(path)
        rows = 0 if table is None else len(table.rows)
        assert codes == ([] if rows else ["H171"] if table is None else ["H172"]), path
        products[path.suffix] += rows
    assert products == {".aasx": 4, ".json": 2, ".xml": 8}


def test_what_a_sample_says(real_data: Path) -> None:
    (path,) = (real_data / "metadata").rglob("2/0/IDTA 02003_Sample_TechnicalData.aasx")
    table, _ = read(path)
    assert table is not None
    (row,) = table.rows
    assert '"30 mm"' in str(row.values["specifications.und"])
    assert '"27274001"' in str(row.values["classification"])
    assert str(row.values["images"]).count("product_") == 2


def test_shops(real_data: Path) -> None:
    rows = {}
    for path in (real_data / "metadata" / "shopify-product-csvs").glob("*.csv"):
        found = Diagnostics()
        table = read_table(path, TableSource(file=path.name), path.name, found)
        assert table is not None
        assert len(found) == 0
        shop = as_shop(table, path)
        assert "catalogue" in shop.form
        assert all(row.text("name.und") for row in shop.rows)
        rows[path.stem] = len(shop.rows)
    assert set(rows) == {"apparel", "home-and-garden", "jewelery"}
    assert all(count >= 8 for count in rows.values())


@pytest.mark.parametrize("ending", [".xml", ".jsonld", ".aasx"])
def test_files_made_to_break_readers(real_data: Path, tmp_path: Path, ending: str) -> None:
    """Each taken for a catalogue, whatever it is."""
    told: Counter[str] = Counter()
    for path in sorted((real_data / "nasty").rglob("*")):
        if path.is_file():
            file = tmp_path / f"a{ending}"
            shutil.copyfile(path, file)
            table, codes = read(file)
            assert len(codes) == 1, path
            assert (table is None) == (codes == ["H171"]), path
            told.update(codes)
    assert told["H171"] > 300
