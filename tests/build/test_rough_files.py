"""Files as they lie on people's disks: a clear line each, or no trouble at all."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build import pictures
from hallgen.build.kept_media import Batch, Job, MediaMaker, Recipe
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.isolation import Limits
from hallgen.media.made import Made, named
from hallgen.model import Frozen
from hallgen.readers import read_fair
from hallgen.readers.media_files import find_media
from tests.conftest import ROOT
from tests.preview.small import paint, write_fair
from tests.support.makers import maker
from tests.support.tiny import write_tiny

#: Names that are no trouble.
FINE = (
    "a b.png",
    'it\'s "so".png',
    "🦾机器人.png",
    f"{'x' * 251}.png",
    "#hash?q=1&b.png",
    "%41.png",
    "-dash.png",
    "café.png",
    "<b>.png",
    "Case.png",
    "case.PNG",
)


def write_products(folder: Path, names: tuple[str, ...]) -> None:
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [(f"p{at}", f"P{at}", "tools", name) for at, name in enumerate(names)]
        csv.writer(file).writerows([("id", "name", "exhibitor", "images"), *rows])


def test_names(tmp_path: Path) -> None:
    folder = write_fair(tmp_path / "fair")
    for name in FINE:
        paint(folder / "media" / name, "#c02020")
    write_products(folder, FINE)
    read = Diagnostics()
    fair = read_fair(folder, read)
    with maker(folder) as making:
        made = pictures.start_pictures(fair, making).by_path()
    assert {path.name for path in made} >= set(FINE)
    assert not [one for one in making.diagnostics if "products" in one.place.file]


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        (
            "loop.png",
            lambda at: at.symlink_to(at.name),
            "media/loop.png is a link that leads nowhere.",
        ),
        (
            "gone.png",
            lambda at: at.symlink_to("nowhere.png"),
            "media/gone.png is a link that leads nowhere.",
        ),
        ("out.png", lambda at: at.symlink_to("/etc/passwd"), "media/out.png leads out of"),
        ("dir.png", Path.mkdir, "There is no file media/dir.png"),
        ("fifo.png", os.mkfifo, "There is no file media/fifo.png"),
        ("y" * 300 + ".png", lambda _: None, "H401: media/yyy"),
    ],
)
def test_what_is_no_file(
    tmp_path: Path, name: str, make: Callable[[Path], object], told: str
) -> None:
    (tmp_path / "media").mkdir()
    make(tmp_path / "media" / name)
    found = Diagnostics()
    assert find_media(tmp_path, Path("media") / name, Place("products.csv", 2), found) is None
    (line,) = map(str, found)
    assert told in line


@pytest.mark.parametrize(
    ("there", "said", "advice"),
    [
        ("media/logo.png", "Logo.PNG", "There is media/logo.png: write it so."),
        ("media/logo.png", "media/Logo.png", "There is media/logo.png: write it so."),
        ("media/cafe\u0301.png", "café.png", "There is media/cafe\u0301.png: write it so."),
        ("media/logo.png", "lugo.png", codes.FILE_MISSING.cure),
    ],
)
def test_a_name_that_differs_in_capitals(
    tmp_path: Path, there: str, said: str, advice: str
) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / there).touch()
    found = Diagnostics()
    assert find_media(tmp_path, Path(said), Place("exhibitors.csv", 2), found) is None
    assert [one.advice for one in found] == [advice]


def test_two_folders_of_one_booth(tmp_path: Path) -> None:
    folder = write_fair(tmp_path)
    for name in ("1-A01", "a01"):
        (folder / "booths" / name).mkdir()
        (folder / "booths" / name / "booth.yaml").write_text(f"claim: {name}\n")
    told = Diagnostics()
    fair = read_fair(folder, told)
    claims = {b.id: b.choices.claim.best("en") for b in fair.halls[0].booths}
    assert claims["1-A01"] == "1-A01"
    lines = [str(one) for one in told if one.kind is codes.REPEATED_BOOTH_FOLDER]
    assert [line.split(": ")[0] for line in lines] == [
        "booths/A01/booth.yaml",
        "booths/a01/booth.yaml",
    ]


class _Read(Frozen):
    """What was in a file when it was read."""

    content: str


def _read(path: Path, following: Mapping[str, str]) -> Made[_Read]:
    """Read a file into which somebody writes meanwhile what follows on its content."""
    content = path.read_text()
    path.write_text(following.get(content, content))
    return Made(_Read(content=content), (named(content.encode(), ".vtt"),))


def _started(making: MediaMaker, following: Mapping[str, str]) -> Batch[_Read]:
    limits = Limits(seconds=60.0, memory=1 << 30)
    recipe = Recipe("text", _Read, "text", limits, partial(_read, following=following))
    return making.start("texts", [Job(Path("a.txt"), Place("a.csv", 1), recipe)])


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    with maker(tmp_path) as making:
        facts = list(_started(making, {"one": "two"}).results())
        assert facts == [_Read(content="two")], "never what was half of either"
        # Nothing was kept as what it is not.
        (tmp_path / "a.txt").write_text("one")
        assert list(_started(making, {}).results()) == [_Read(content="one")]
        assert len(making.diagnostics) == 0


def test_a_file_that_goes_on_changing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("0")
    with maker(tmp_path) as making:
        assert list(_started(making, {str(n): str(n + 1) for n in range(9)}).results()) == [None]
        assert [str(one) for one in making.diagnostics] == [
            "a.csv:1: warning H413: a.txt: it changes while it is read. "
            "Let whatever writes it come to its end, and build again."
        ]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Makes a disk of so many kB; only root may, so that others skip."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(size: int) -> Path:
        mounted = (
            shutil.which("mount")
            and not subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", place], capture_output=True
            ).returncode
        )
        if not mounted:
            pytest.skip("no disk can be mounted here")
        return place

    yield mount
    subprocess.run(["umount", place], capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("size", [16, 200, 1000, 1500])
def test_a_full_disk(small_disk: Callable[[int], Path], tmp_path: Path, size: int) -> None:
    disk = small_disk(size)
    fair = write_tiny(tmp_path / "fair")
    (disk / "site").mkdir()
    (disk / "site" / "fair.json").write_text("the site before")
    command = [sys.executable, "-m", "hallgen", "build", fair, "-o", disk / "site", "--jobs", "1"]
    command += ["--cache", tmp_path / "cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert "No space left on device. Free some space and run it again." in line
    assert "Traceback" not in done.stderr
    assert [path.name for path in disk.rglob("*")] == ["site", "fair.json"]
    assert (disk / "site" / "fair.json").read_text() == "the site before"


@pytest.mark.slow
@pytest.mark.parametrize("way", ["full", "a file", "missing and not to be made"])
def test_a_cache_that_cannot_be_written(
    small_disk: Callable[[int], Path], tmp_path: Path, way: str
) -> None:
    cache = tmp_path / "cache"
    if way == "full":
        cache = small_disk(8)
    elif way == "a file":
        cache.write_text("")
    else:
        cache = Path("/proc/nowhere/cache")
    fair = write_tiny(tmp_path / "fair")
    command = [sys.executable, "-m", "hallgen", "build", fair, "-o", tmp_path / "site"]
    command += ["--jobs", "1", "--cache", cache]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    if way == "full":
        assert done.returncode == 0, done.stderr
        assert "hint H501" in done.stderr
        assert (tmp_path / "site" / "fair.json").is_file()
