"""A booth's preview is built alone, and follows what is saved."""

from __future__ import annotations

import html
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.errors import UsageError
from hallgen.preview import PreviewStudio
from hallgen.preview.bench import Bench
from tests.preview.small import FILES, Told, paint, studio_of, write_fair

#: One of its products has no picture.
USUAL = [codes.PRODUCT_WITHOUT_PICTURE.code]


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fair(tmp_path_factory.mktemp("fair"))


@pytest.fixture(scope="module")
def told() -> Told:
    return Told()


@pytest.fixture(scope="module")
def studio(
    fair: Path, told: Told, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PreviewStudio]:
    with studio_of(fair, tmp_path_factory.mktemp("preview") / "scratch", told) as made:
        yield made


@pytest.fixture(scope="module")
def bench(studio: PreviewStudio) -> Bench:
    """The bench of A01, furnished."""
    assert studio.start_of(studio.find("a 01")).startswith("1-A01/en/halls/1/?at=")
    made = studio.bench("1-A01")
    assert made is not None
    studio.follow()
    return made


@pytest.fixture
def saved(fair: Path, studio: PreviewStudio, bench: Bench) -> Iterator[Callable[..., None]]:
    """Saves a file and waits until the bench shows it. Files are as they were afterwards."""

    def save(name: str, text: str) -> None:
        before = bench.version
        (fair / name).parent.mkdir(parents=True, exist_ok=True)
        (fair / name).write_text(text, encoding="utf-8")
        follow(studio, bench, before)

    yield save
    for name, text in FILES.items():
        if (fair / name).read_text("utf-8") != text:
            save(name, text)


def follow(studio: PreviewStudio, bench: Bench, before: int) -> None:
    until = time.monotonic() + 60
    while bench.version == before:
        studio.follow()
        assert time.monotonic() < until, "nothing was shown"


def shard(bench: Bench, language: str = "en") -> dict[str, object]:
    made = bench.pages.make(f"tiles/1/hall.{language}.json")
    assert made is not None
    found: dict[str, object] = json.loads(made)
    return found


def page(bench: Bench, address: str = "en/halls/1/") -> str:
    made = bench.pages.make(address)
    assert made is not None
    return html.unescape(made.decode())


def tiles(bench: Bench, key: str) -> list[str]:
    folder = (bench.site / str(shard(bench)[key])).parent
    return sorted(path.name for path in folder.iterdir())


def test_the_booth_is_a_tileset_of_its_own_amid_its_lit_hall(bench: Bench) -> None:
    assert tiles(bench, "own") == ["booth.glb", "tileset.json"]
    assert "hall.glb" in tiles(bench, "tileset")
    assert shard(bench)["probe"] is not None
    known = shard(bench)["booths"]
    assert isinstance(known, list)
    assert {booth["number"] for booth in known} == {"A01", "A02", "A03", "B01", "Z99"}


def test_all_that_the_booths_tiles_name_is_there(bench: Bench) -> None:
    folder = (bench.site / str(shard(bench)["own"])).parent
    glb = (folder / "booth.glb").read_bytes()
    content = json.loads(glb[20 : 20 + int.from_bytes(glb[12:16], "little")])
    pictures = [image["uri"] for image in content["images"]]
    assert pictures
    assert all((folder / uri).is_file() for uri in pictures)


def test_pages_are_those_of_the_site(bench: Bench) -> None:
    assert "Lathe" in page(bench, "en/products/lathe/")
    assert "Sample Tools" in page(bench, "zh/exhibitors/sample-tools/")
    assert bench.pages.make("en/exhibitors/nobody/") is None
    assert list((bench.site / "assets").glob("site.*.css"))


def test_the_page_tells_what_is_missing(bench: Bench) -> None:
    lacking = {lack.key: lack for lack in bench.pages.report.lacks}
    assert lacking["intro"].without == ("zh",)
    assert lacking["photos"].without == ("Mill",)
    assert "logo" not in lacking
    assert "email" not in lacking
    said = page(bench)
    assert f"{bench.pages.report.score} %" in said
    assert "A 3D model" in said
    assert "in booths/A01/booth.yaml." in said


def test_a_choice_changes_the_booth_and_nothing_around_it(
    bench: Bench, saved: Callable[..., None]
) -> None:
    before = shard(bench)
    saved("booths/A01/booth.yaml", "style: gallery\ncolor: '#a01020'\nclaim: {en: Faster}\n")
    after = shard(bench)
    assert after["own"] != before["own"]
    assert after["tileset"] == before["tileset"]
    claim = next(lack for lack in bench.pages.report.lacks if lack.key == "claim")
    assert claim.without == ("zh",)


def test_a_text_of_the_list_changes_the_panel(bench: Bench, saved: Callable[..., None]) -> None:
    before = shard(bench)
    saved("exhibitors.csv", FILES["exhibitors.csv"].replace("We make tools", "We mend tools"))
    exhibitors = shard(bench)["exhibitors"]
    assert isinstance(exhibitors, dict)
    assert exhibitors["tools"]["intro"] == "We mend tools."
    assert shard(bench)["tileset"] == before["tileset"]
    assert "We mend tools." in page(bench, "en/exhibitors/sample-tools/")


def test_a_photo_that_is_painted_over_is_shown(
    fair: Path, studio: PreviewStudio, bench: Bench
) -> None:
    before, version = shard(bench), bench.version
    paint(fair / "media" / "lathe.png", "#20a040")
    follow(studio, bench, version)
    after = shard(bench)
    assert after["own"] != before["own"]
    assert after["products"] != before["products"]


def test_a_neighbour_that_changes_is_built_again(bench: Bench, saved: Callable[..., None]) -> None:
    before = shard(bench)
    changed = FILES["exhibitors.csv"].replace("Other Ltd", "Another Ltd")
    saved("exhibitors.csv", changed)
    version = bench.version
    if not bench.settled:
        bench.settle()
    assert bench.version > version
    assert shard(bench)["tileset"] != before["tileset"]


def test_a_fault_of_the_booth_is_on_its_page_and_goes(
    bench: Bench, told: Told, saved: Callable[..., None]
) -> None:
    saved("booths/A01/booth.yaml", "style: baroque\n")
    said = page(bench)
    assert "booths/A01/booth.yaml:1" in said
    assert "baroque" in said
    assert told.codes["1-A01"] == [codes.BAD_VALUE.code, *USUAL]
    saved("booths/A01/booth.yaml", FILES["booths/A01/booth.yaml"])
    assert "baroque" not in page(bench)
    assert told.codes["1-A01"] == USUAL


def test_others_faults_are_not_this_booths(studio: PreviewStudio, bench: Bench) -> None:
    other = studio.bench("1-B01")
    assert other is not None
    assert [fault.place.line for fault in other.pages.report.faults] == [5]
    assert [fault.code for fault in bench.pages.report.faults] == USUAL


def test_a_fair_that_cannot_be_read_leaves_what_was_and_says_so(
    bench: Bench, saved: Callable[..., None]
) -> None:
    before = shard(bench)
    saved("fair.yaml", "halls: [\n")
    assert "fair.yaml" in page(bench)
    assert "fault-error" in page(bench)
    assert shard(bench)["own"] == before["own"]
    saved("fair.yaml", FILES["fair.yaml"])
    assert [fault.code for fault in bench.pages.report.faults] == USUAL


def test_a_booth_that_is_gone_is_told(bench: Bench, told: Told, saved: Callable[..., None]) -> None:
    plan = FILES["plans/plan.csv"].replace("A01,0,0", "A77,0,0")
    saved("plans/plan.csv", plan)
    assert any("No plan has a booth" in about for about in told.codes)


def test_only_booths_with_somebody_in_them_are_shown(studio: PreviewStudio) -> None:
    with pytest.raises(UsageError, match="A03 is empty"):
        studio.find("A03")
    with pytest.raises(UsageError, match="No plan has a booth X1"):
        studio.find("X1")
    assert studio.bench("1-A03") is None
    assert studio.bench("..") is None
