"""The benchmark's fair: what its maker says is in it is what hallgen reads, without a fault."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fair import MadeFair, Truth, make_fair, write_fair, write_lists
from benchmarks.fair.halls import hall_specs
from benchmarks.fair.plan import draw
from hallgen import resources
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.model import Booth, BoothKind
from hallgen.site import read_viewer
from hallgen.site.boot_plan import pack_plan
from tests.conftest import ROOT
from tools.industry_fair.drawn import DrawnHall

SIZE, SEED, PHOTO = 28, 7, 160
#: What one person needs to pass, and what must be free before a booth, in metres.
PASSAGE, FRONT = 0.6, 2.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fair")
    write_fair(make_fair(SIZE, SEED), folder, PHOTO, jobs=1)
    return folder


@pytest.fixture(scope="module")
def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.fixture(scope="module")
def checked(folder: Path, diagnostics: Diagnostics) -> CheckedFair:
    return read_and_check(folder, diagnostics)


@pytest.fixture(scope="module")
def large() -> MadeFair:
    return make_fair(2800)


def test_it_is_read_without_a_fault(checked: CheckedFair, diagnostics: Diagnostics) -> None:
    assert checked.fair.exhibitors
    assert [str(d) for d in diagnostics if d.severity is not Severity.HINT] == []


def test_it_holds_what_its_maker_says(checked: CheckedFair) -> None:
    fair = checked.fair
    read = Truth(
        booths={hall.id: len(hall.booths) for hall in fair.halls},
        exhibitors=len(fair.exhibitors),
        boothless=sum(1 for firm in fair.exhibitors if not firm.booths),
        products=len(fair.products),
        models=sum(1 for product in fair.products if product.model),
        logos=sum(1 for firm in fair.exhibitors if firm.logo),
        zones=len({booth.zone for hall in fair.halls for booth in hall.booths}),
        most_names=max(len(b.exhibitors) for hall in fair.halls for b in hall.booths),
    )
    assert read == make_fair(SIZE, SEED).truth
    assert (read.exhibitors, read.products, read.models) == (28, 150, 8)
    assert all({"zh", "en"} <= dict(firm.name.said).keys() for firm in fair.exhibitors)


def test_no_two_pictures_or_models_are_the_same(folder: Path) -> None:
    files = [p for p in (folder / "media").rglob("*") if p.is_file() and p.suffix != ".mtl"]
    hashes = Counter(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    truth = make_fair(SIZE, SEED).truth
    assert len(files) == truth.logos + truth.products + truth.models
    assert set(hashes.values()) == {1}


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    """Also in another process with another order of hashes, and side by side."""
    one, again = tmp_path / "one", tmp_path / "again"
    write_fair(make_fair(6, SEED), one, PHOTO, jobs=1)
    subprocess.run(
        [sys.executable, "-m", "benchmarks.fair", str(again), "--exhibitors", "6",
         "--seed", str(SEED), "--photo-width", str(PHOTO), "--jobs", "2"],
        cwd=ROOT, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "1"},
    )  # fmt: skip
    assert _hashes(again) == _hashes(one)
    assert make_fair(6, SEED + 1) != make_fair(6, SEED)


def test_a_folder_with_something_in_it_is_left_alone(folder: Path) -> None:
    before = _hashes(folder)
    with pytest.raises(FileExistsError, match="not empty"):
        write_fair(make_fair(SIZE, SEED), folder, PHOTO, jobs=1)
    assert _hashes(folder) == before


def test_the_whole_fair_is_as_large_as_a_real_one(large: MadeFair) -> None:
    truth = large.truth
    assert (truth.exhibitors, truth.products, truth.models) == (2800, 15_000, 750)
    assert (len(large.halls), truth.zones, truth.most_names) == (12, 9, 68)
    assert {hall.size for hall in large.halls} == {(270, 108)}
    assert all(100 <= booths <= 250 for booths in truth.booths.values())
    names = Counter(name for f in large.who.firms for name in (f.entry.name.zh, f.entry.name.en))
    assert set(names.values()) == {1}


def test_its_first_page_draws_all_of_it_from_one_window(large: MadeFair, tmp_path: Path) -> None:
    """What a host sends at once, ten packets, holds the plans of all halls and what draws them."""
    write_lists(replace(large, shown=()), tmp_path)
    checked = read_and_check(tmp_path, Diagnostics())
    zones = sorted({booth.zone or "" for hall in checked.fair.halls for booth in hall.booths})

    def color(booth: Booth) -> str:
        return f"#{zones.index(booth.zone or '') * 0x1A2B3C:06x}"

    layouts = checked.layouts
    plans = [pack_plan(hall, layouts[hall.id], color) for hall in checked.fair.halls]
    sent = " ".join([read_viewer(resources.viewer()).boot, *plans])
    # The rest of a page, but for its own words, is 0.4 kB once it is compressed.
    assert len(gzip.compress(sent.encode())) < 14_600 - 400


def test_areas_are_spread_as_real_ones(large: MadeFair) -> None:
    """Over a real plan of 13 halls: p10 9, p25 17, median 47, p75 120, p90 348, p99 1,000 m2, and
    4 % of them not rectangular.
    """
    stands = [stand for hall in large.halls for stand in hall.stands]
    areas = sorted(stand.area for stand in stands)
    real = {0.10: 9, 0.25: 17, 0.50: 47, 0.75: 120, 0.90: 348, 0.99: 1000}
    made = {share: areas[int(share * len(areas))] for share in real}
    assert made[0.10] == 9
    assert 0.03 <= sum(1 for stand in stands if len(stand.corners) > 4) / len(stands) <= 0.05
    assert all(real[share] / 2 <= area <= real[share] * 2 for share, area in made.items())


def test_a_small_fair_is_a_hall_of_the_large_one(large: MadeFair) -> None:
    """What a visitor pays in a hall can be compared: it is as large, and as full."""
    small = make_fair(280).halls[0]
    assert small.size == (270, 108)
    dense = [_density(hall) for hall in large.halls]
    assert min(dense) - 0.01 <= _density(small) <= max(dense) + 0.01
    assert 100 <= len(small.stands) <= 250


def test_halls_side_by_side_have_gates_to_each_other(large: MadeFair) -> None:
    lower = [hall for hall in large.halls if hall.id.endswith(".1")]
    for west, east in pairwise(lower):
        assert any(east.id in door.name and door.at == (270, 54) for door in west.doors)
        assert any(west.id in door.name and door.at == (0, 54) for door in east.doors)


def test_joint_stands_have_room_for_their_names(large: MadeFair) -> None:
    areas = {f"{hall.id}-{s.number}": s.area for hall in large.halls for s in hall.stands}
    joint = {booth: large.who.names[booth] for booth in large.who.joint}
    assert len(joint) > 10
    assert all(areas[booth] >= 5 * names for booth, names in joint.items())
    pavilions = {f"{h.id}-{s.number}" for h in large.halls for s in h.stands if s.pavilion}
    assert pavilions == set(joint)


@pytest.mark.parametrize("count", [1, 28, 60, 280, 500, 2800])
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_booth_stands_free_on_an_aisle_from_a_gate(count: int, seed: int) -> None:
    specs = hall_specs(count)
    hall = draw(specs[seed % len(specs)], str(seed))
    booths = [shapely.Polygon(stand.corners) for stand in hall.stands]
    together = shapely.union_all(booths)
    assert together.area == pytest.approx(sum(booth.area for booth in booths))
    assert shapely.Polygon(hall.outline).contains(together)
    assert len({stand.number for stand in hall.stands}) == len(booths) > 0
    floor = _floor_from_the_gates(hall)
    for booth in booths:
        assert booth.exterior.intersection(floor).length >= FRONT


def test_a_fair_of_one_exhibitor_is_a_fair() -> None:
    fair = make_fair(1)
    assert len(fair.who.firms) == 1
    assert len(fair.who.firms[0].booths) == 1


@pytest.mark.parametrize("kind", [BoothKind.SHELL, BoothKind.RAW])
def test_kinds_of_booths_are_there(checked: CheckedFair, kind: BoothKind) -> None:
    assert any(booth.kind is kind for hall in checked.fair.halls for booth in hall.booths)


def _floor_from_the_gates(hall: DrawnHall) -> shapely.Geometry:
    """Where one can walk to from any gate, up to the booths' sides."""
    stands = [shapely.Polygon(stand.corners) for stand in hall.stands]
    other = [shapely.Polygon(c) for c in (*hall.columns, *(s.corners for s in hall.spaces))]
    free = shapely.Polygon(hall.outline).difference(shapely.union_all(stands + other))
    open_ = free.buffer(-PASSAGE / 2).buffer(PASSAGE / 2 + 0.01)
    assert len(shapely.get_parts(open_)) == 1, "a pocket that no way leads to"
    assert all(open_.distance(shapely.Point(door.at)) < PASSAGE for door in hall.doors)
    return open_


def _density(hall: DrawnHall) -> float:
    width, depth = hall.size
    return sum(stand.area for stand in hall.stands) / (width * depth)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
