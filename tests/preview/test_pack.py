"""A packed booth holds all that it needs, and tells when it grew too large."""

from __future__ import annotations

import base64
import gzip
import html
import re
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.formats import read_stats
from hallgen.preview import FairFolder, pack, pack_booth
from tests.preview.small import write_fair


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fair(tmp_path_factory.mktemp("fair"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


def packed(fair: Path, store: Path, file: Path, booth: str = "1-A01") -> tuple[str, Diagnostics]:
    told = Diagnostics()
    size = pack_booth(FairFolder(fair), booth, file, store, told)
    assert file.stat().st_size == size
    return file.read_text("utf-8"), told


def test_the_booth_and_its_pictures_are_in_the_file(
    fair: Path, store: Path, tmp_path: Path
) -> None:
    page, told = packed(fair, store, tmp_path / "a.html")
    found = re.search(r'id="packed">([^<]+)<', page)
    assert found is not None
    stats = read_stats(gzip.decompress(base64.b64decode(found[1])))
    assert stats.triangles > 100
    assert page.count("data:image/") >= 2, "a logo and a photo"
    assert "We make tools." in page
    assert [one.code for one in told] == [codes.PRODUCT_WITHOUT_PICTURE.code]


def test_it_names_nothing_outside_of_itself(fair: Path, store: Path, tmp_path: Path) -> None:
    page, _ = packed(fair, store, tmp_path / "a.html")
    named = re.findall(r'(?:src|href)="([^"#]+)"', page.split("<script>")[0])
    assert {name.partition(":")[0] for name in named} <= {"data", "mailto", "https", "tel"}
    assert page.count("<script>") == 1
    assert "import(" not in page
    assert "default-src 'none'" in html.unescape(page)


def test_the_same_booth_is_the_same_file(fair: Path, store: Path, tmp_path: Path) -> None:
    first, _ = packed(fair, store, tmp_path / "a.html")
    second, _ = packed(fair, store, tmp_path / "b.html")
    assert first == second


def test_a_file_beyond_its_budget_is_told(
    fair: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack, "BUDGET", 100_000)
    _, told = packed(fair, store, tmp_path / "a.html", "1-A02")
    assert [one.code for one in told] == [codes.PACK_HEAVY.code]
