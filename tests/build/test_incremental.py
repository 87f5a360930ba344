"""A build makes what changed, and the rest is as it was, to the byte."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from hallgen.build import booths, halls, lighting, record, stills
from hallgen.build.choices import QrCodes, Strictness
from hallgen.build.fair import build_fair
from hallgen.build.options import HallOptions
from hallgen.build.record import Asked
from hallgen.diagnostics import Diagnostics
from hallgen.light import LightQuality
from hallgen.tiles import hall as cutting
from tests.support.planted import plant

ASKED = Asked("draft", Strictness.LENIENT, QrCodes.IN_PAGES)


class Place:
    """A fair folder, its site and what is kept, and how often each step is done."""

    def __init__(self, folder: Path) -> None:
        self.fair, self.site, self.cache = folder / "fair", folder / "site", folder / "cache"
        self.made: Counter[str] = Counter()

    def build(self, cache: Path | None = None) -> dict[str, bytes]:
        """Build, counting what is made; every file of the site."""
        self.made.clear()
        store = self.cache if cache is None else cache
        options = HallOptions(LightQuality.DRAFT, store, 1, lambda *_: None)
        build_fair(
            self.fair,
            self.site,
            Diagnostics(),
            options,
            strictness=Strictness.LENIENT,
            qr=QrCodes.IN_PAGES,
        )
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in files}

    def change(self, file: str, old: str, new: str) -> None:
        path = self.fair / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def untouched(self) -> bool:
        return record.unchanged(record.contents(self.fair, self.site), self.site, ASKED) is not None


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Place(tmp_path_factory.mktemp("built"))
    plant(place.fair)
    place.build()
    return place.fair.parent


@pytest.fixture
def place(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """What was built before, to build again."""
    for name in ("fair", "cache"):
        shutil.copytree(built / name, tmp_path / name)
    shutil.copytree(built / "site", tmp_path / "site", copy_function=_with_times)
    for name in (".site.record.json", "site.report.json"):
        shutil.copy2(built / name, tmp_path / name)
    found = Place(tmp_path)
    steps = {
        "booth": (booths, "build_booth"),
        "hall": (halls, "build_hall"),
        "light": (lighting, "bake_light"),
        "block": (cutting, "block_tile"),
        "picture": (stills, "take_picture"),
    }
    for step, (module, name) in steps.items():
        true = getattr(module, name)

        monkeypatch.setattr(module, name, partial(_counted, found.made, step, true))
    return found


def _counted(made: Counter[str], step: str, true, *given, **named):  # type: ignore[no-untyped-def]
    made[step] += 1
    return true(*given, **named)


def _with_times(source: str, target: str) -> None:
    shutil.copy2(source, target)
    facts = Path(source).stat()
    os.utime(target, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def test_nothing_changed_is_seen(place: Place) -> None:
    report = record.unchanged(record.contents(place.fair, place.site), place.site, ASKED)
    assert report is not None
    assert report.as_json() == (place.fair.parent / "site.report.json").read_text("utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda place: place.change("exhibitors.csv", "Yuanfan", "Yuanfang"),
        lambda place: (place.site / "robots.txt").write_text("User-agent: *"),
        lambda place: (place.site / "robots.txt").unlink(),
        lambda place: (place.site / "new.txt").touch(),
        lambda place: (place.fair / "media").mkdir() or (place.fair / "media" / "none.png").touch(),
        lambda place: (place.fair.parent / ".site.record.json").write_text("{"),
        lambda place: (place.fair.parent / "site.report.json").write_text("{}"),
    ],
)
def test_whatever_changed_is_seen(place: Place, change) -> None:  # type: ignore[no-untyped-def]
    change(place)
    assert not place.untouched()


def test_other_settings_are_another_build(place: Place) -> None:
    others = (
        replace(ASKED, light="final"),
        replace(ASKED, strictness=Strictness.STRICT),
        replace(ASKED, qr=QrCodes.SHEETS),
        replace(ASKED, day=date(2027, 5, 10)),
    )
    read = record.contents(place.fair, place.site)
    assert all(record.unchanged(read, place.site, one) is None for one in others)


def test_nothing_is_made_again(place: Place) -> None:
    before = {
        path.relative_to(place.site).as_posix(): path.read_bytes()
        for path in place.site.rglob("*")
        if path.is_file()
    }
    assert place.build() == before
    assert place.made == {}
    assert place.untouched()


def test_a_line_that_moved_changes_nothing_in_the_halls(place: Place) -> None:
    header = "name.zh,name.en,booth,logo,email\n"
    place.change("exhibitors.csv", header, f"{header},,,,\n")
    place.build()
    assert place.made == {}


def test_a_changed_name_makes_its_booth_and_what_shows_it(place: Place) -> None:
    place.change("exhibitors.csv", "海桥自动化", "海桥自动机")
    place.build()
    assert place.made["booth"] == 1
    assert place.made["light"] == 0  # its shape is what it was
    assert place.made["hall"] == 1
    assert place.made["block"] <= 1
    assert 1 <= place.made["picture"] < 8  # who does not see it has the picture of before


@pytest.mark.slow
def test_it_is_the_same_as_made_anew(place: Place, tmp_path: Path) -> None:
    place.change("exhibitors.csv", "海桥自动化", "海桥自动机")
    assert place.build() == place.build(tmp_path / "nothing kept")


@pytest.mark.slow
def test_what_is_damaged_is_made_again(place: Place) -> None:
    before = place.build()
    for path in place.cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert place.build() == before
    assert place.made["booth"] == 6
