"""The organiser's own pages: read from Markdown files, and what is wrong with them told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.model import InfoPage, Menu
from hallgen.readers.fair_yaml import read_fair_yaml
from hallgen.readers.info_pages import read_info_pages

HEAD = "format: 1\nid: a\nname: A\nlanguages: [zh, en]\nhalls: [{id: 1, plan: {file: a.svg}}]\n"


def read(folder: Path, pages: str, **files: str) -> tuple[tuple[InfoPage, ...], Diagnostics]:
    (folder / "fair.yaml").write_text(HEAD + pages, encoding="utf-8")
    (folder / "pages").mkdir()
    for name, text in files.items():
        (folder / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
    found = Diagnostics()
    return read_info_pages(read_fair_yaml(folder, found), folder, found), found


def test_pages_are_read_in_their_languages_with_the_pictures_they_show(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "map.png").touch()
    pages, found = read(
        tmp_path,
        "pages:\n"
        "  - {id: visit, title: Visit, menu: header, files: {zh: pages/zh.md, en: pages/en.md}}\n"
        "  - {id: open, title: Open, date: 2026-09-01, files: pages/en.md}\n",
        zh="你好",
        en="Hello ![a map](map.png)\n\n`![no](picture.png)`",
    )
    visit, news = pages
    assert (visit.text.get("zh"), visit.menu, visit.day) == ("你好", Menu.HEADER, None)
    assert visit.pictures == {"map.png": Path("media/map.png")}
    assert (news.menu, news.day) == (Menu.NONE, date(2026, 9, 1))
    assert list(found) == []


def test_what_is_wrong_is_told_and_the_rest_kept(tmp_path: Path) -> None:
    pages, found = read(
        tmp_path,
        "pages:\n"
        "  - {id: one, title: One, files: pages/one.md}\n"
        "  - {id: one, title: Again, files: pages/one.md}\n"
        "  - {id: two, title: Two, files: {zh: pages/none.md}}\n"
        "  - {id: three, title: Three, files: ../../etc/passwd}\n"
        "  - {id: four, title: Four}\n"
        "  - {id: five, title: Five, files: pages/five.md}\n",
        one="# One\n\n![far](https://far.example/a.png)",
        five="  \n",
    )
    assert [page.id for page in pages] == ["one"]
    told = [(d.code, d.place.file, d.place.line) for d in found.by_place()]
    assert told == [
        ("H109", "fair.yaml", 8),
        ("H401", "fair.yaml", 9),
        ("H402", "fair.yaml", 10),
        ("H107", "fair.yaml", 11),
        ("H128", "fair.yaml", 12),
        ("H123", "pages/one.md", 3),
    ]
