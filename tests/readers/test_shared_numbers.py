"""Several shapes of a plan with one number: whose booths they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair
from hallgen.readers import read_fair

FAIR = """\
format: 1
id: shared
name: Shared numbers
languages: [en]
halls: [{id: "1", plan: {file: plan.csv, unit: m, y: up}}]
"""
#: Three cells side by side, their numbers and places in the table.
ROW = ((0, 0), (3, 0), (6, 0))
APART = ((0, 0), (9, 0))


def read(
    folder: Path,
    cells: tuple[tuple[int, int], ...],
    exhibitors: str,
    names: tuple[str, ...] = (),
    more: str = "",
) -> tuple[Fair, list[str]]:
    """Cells of 3 x 3 m that bear A15, with the `names` that the plan has for them."""
    said = names or ("",) * len(cells)
    rows = [f"A15,{x},{y},3,3,{name}" for (x, y), name in zip(cells, said, strict=True)]
    plan = "\n".join(["number,x,y,width,depth,exhibitor", *rows, more])
    files = {"fair.yaml": FAIR, "plan.csv": plan, "exhibitors.csv": exhibitors}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = Diagnostics()
    fair = read_fair(folder, found)
    return fair, [f"{fault.code}:{fault.place.line}" for fault in found if fault.code != "H302"]


def firms(fair: Fair) -> dict[str, tuple[str, ...]]:
    return {booth.id: booth.exhibitors for booth in fair.halls[0].booths}


def lefts(fair: Fair) -> list[float]:
    """The left edges of the booths, the first at 0."""
    edges = [booth.outline.bounds[0] for booth in fair.halls[0].booths]
    return [edge - edges[0] for edge in edges]


LIST = "id,name,booth\none,Firm One,A15\ntwo,Firm Two,A 15\nthree,Firm Three,A15\n"


def test_as_many_firms_as_shapes_have_a_booth_each(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, ROW, LIST)
    assert firms(fair) == {"1-A15": ("one",), "1-A15-2": ("two",), "1-A15-3": ("three",)}
    assert {booth.number for booth in fair.halls[0].booths} == {"A15"}
    assert lefts(fair) == [0, 3, 6]
    assert [exhibitor.booths for exhibitor in fair.exhibitors] == [
        ("1-A15",),
        ("1-A15-2",),
        ("1-A15-3",),
    ]
    assert faults == []


def test_names_on_the_plan_say_whose_a_shape_is(tmp_path: Path) -> None:
    names = ("FIRM TWO", "Firm-Three", "Firm One")
    fair, faults = read(tmp_path, ROW, LIST, names)
    assert firms(fair) == {"1-A15": ("two",), "1-A15-2": ("three",), "1-A15-3": ("one",)}
    assert faults == []


def test_shapes_that_name_nobody_of_the_list_go_in_its_order(tmp_path: Path) -> None:
    fair, _ = read(tmp_path, ROW, LIST, ("Unheard of", "Firm One", ""))
    assert firms(fair) == {"1-A15": ("two",), "1-A15-2": ("one",), "1-A15-3": ("three",)}


def test_shapes_apart_are_explained_by_a_firm_each(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, APART, "name,booth\nOne,A15\nTwo,A15\n")
    assert firms(fair) == {"1-A15": ("one",), "1-A15-2": ("two",)}
    assert (lefts(fair), faults) == ([0, 9], [])


@pytest.mark.parametrize("rows", ["One,A15\n", "One,A15\nTwo,A15\n", "One,\n"])
def test_shapes_that_touch_are_one_booth_for_fewer_firms(tmp_path: Path, rows: str) -> None:
    fair, faults = read(tmp_path, ROW, f"name,booth\n{rows}")
    (booth,) = fair.halls[0].booths
    west, south, east, north = booth.outline.bounds
    assert (booth.id, east - west, north - south) == ("1-A15", 9, 3)
    assert len(booth.exhibitors) == rows.count("A15")
    assert faults == ["H212:3"]


def test_more_firms_than_shapes_share_one_booth(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, ROW[:2], LIST)
    assert firms(fair) == {"1-A15": ("one", "two", "three")}
    assert faults == ["H212:3"]


def test_whom_the_plan_names_is_the_main_exhibitor_of_a_shared_booth(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, ROW[:1], LIST, ("Firm Two",))
    assert (firms(fair), faults) == ({"1-A15": ("two", "one", "three")}, [])


def test_shapes_apart_that_nobody_explains_are_a_fault(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, (*APART, (3, 0)), "name,booth\nOne,A15\n")
    assert firms(fair) == {"1-A15": ("one",)}
    assert faults == ["H212:4", "H211:3"]


def test_who_shares_a_stand_is_in_the_shape_of_its_host(tmp_path: Path) -> None:
    text = (
        "id,name,booth,main exhibitor\n"
        "guest,Guest,A15,Host\nother,Other,A15,\nhost,Host,A15,\nsilent,Silent,,Host\n"
    )
    fair, faults = read(tmp_path, ROW[:2], text)
    assert firms(fair) == {"1-A15": ("other",), "1-A15-2": ("host", "guest", "silent")}
    assert faults == []


def test_firms_that_name_each_other_are_two(tmp_path: Path) -> None:
    text = "id,name,booth,main exhibitor\none,One,A15,Two\ntwo,Two,A15,One\n"
    fair, _ = read(tmp_path, ROW[:2], text)
    assert firms(fair) == {"1-A15": ("one",), "1-A15-2": ("two",)}


def test_a_number_keeps_its_id_before_a_shape_of_another(tmp_path: Path) -> None:
    text = "id,name,booth\none,One,A15\ntwo,Two,A15\nnext,Next,A15-2\n"
    fair, _ = read(tmp_path, APART, text, more="A15-2,20,0,3,3,")
    assert firms(fair) == {"1-A15": ("one",), "1-A15-3": ("two",), "1-A15-2": ("next",)}


def test_a_firm_of_several_numbers_keeps_their_order(tmp_path: Path) -> None:
    text = 'id,name,booth\none,One,A15\ntwo,Two,"A16, A15"\n'
    fair, _ = read(tmp_path, APART, text, more="A16,20,0,3,3,")
    assert fair.exhibitors[1].booths == ("1-A16", "1-A15-2")


@given(order=st.permutations(range(4)), known=st.sets(st.integers(0, 3)))
def test_nobody_is_lost_and_every_name_counts(
    order: list[int], known: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    cells = tuple((3 * at, 0) for at in range(4))
    names = tuple(f"Firm {at}" if at in known else "" for at in order)
    text = "id,name,booth\n" + "".join(f"f{at},Firm {at},A15\n" for at in range(4))
    fair, faults = read(tmp_path_factory.mktemp("fair"), cells, text, names)
    booths = fair.halls[0].booths
    assert sorted(booth.exhibitors for booth in booths) == [(f"f{at}",) for at in range(4)]
    for at, booth in zip(order, booths, strict=True):
        assert at not in known or booth.main_exhibitor == f"f{at}"
    unnamed = [
        booth.main_exhibitor for at, booth in zip(order, booths, strict=True) if at not in known
    ]
    assert unnamed == sorted(filter(None, unnamed))
    assert faults == []
