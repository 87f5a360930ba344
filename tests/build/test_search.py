"""The search index of a site, as Pagefind makes it."""

from __future__ import annotations

from pathlib import Path

from hallgen.build.search import write_search
from hallgen.site import SearchRecord

RECORDS = [
    SearchRecord(
        language, f"{language}/exhibitors/acme/", "Acme", "pumps & <valves>", "Acme", "", "", ""
    )
    for language in ("en", "zh", "ja")
]


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_an_index_has_a_part_for_each_language_and_none_of_its_makers_surfaces(
    tmp_path: Path,
) -> None:
    write_search(RECORDS, tmp_path, tmp_path / "scratch")
    made = files(tmp_path / "search/pages")
    assert {"pagefind.js", "pagefind-entry.json"} <= made.keys()
    assert not any("ui" in name for name in made)
    for language in ("en", "zh", "ja"):
        assert sum(name.startswith(f"fragment/{language}_") for name in made) == 1


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_search(RECORDS, tmp_path / name, tmp_path / f"scratch-{name}")
    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_where_nothing_can_be_found_there_is_no_index(tmp_path: Path) -> None:
    write_search([], tmp_path, tmp_path / "scratch")
    assert files(tmp_path) == {}
