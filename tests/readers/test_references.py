"""Booth references: every way of writing that was seen in real lists, and their traps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.readers.booth_numbers import BoothNumbers, key
from hallgen.readers.references import resolve
from tests.readers.halls import make_hall

ROWS = {"A0": "11 12 14", "C0": "11", "A": "1 2 3", "F11": "8 9", "G11": "7 8", "B0": "10"}
NUMBERS = BoothNumbers(
    [
        make_hall(
            "6.1",
            [f"{row}{n}" for row, ns in ROWS.items() for n in ns.split()] + ["J2/3", "AA-97"],
            {"zh": "6.1馆", "en": "Hall 6.1"},
        ),
        make_hall("26", ["E98", "D55/1", "A011"], {"en": "Hall 26"}),
        make_hall("06", ["8A", "340A", "12"], "Six"),
        make_hall("J", ["TF10", "1-12"], "Jasmine Halls"),
    ]
)


@pytest.mark.parametrize(
    ("said", "booths"),
    [
        ("A-012", ["6.1-A012"]),
        ("A 012", ["6.1-A012"]),
        ("a012", ["6.1-A012"]),
        ("Ａ０１２", ["6.1-A012"]),
        ("A12", ["6.1-A012"]),
        ("A‑012", ["6.1-A012"]),
        ("B10", ["6.1-B010"]),
        ("Hall 6.1 A 011", ["6.1-A011"]),
        ("6.1馆A011", ["6.1-A011"]),
        ("6.1号馆 A011", ["6.1-A011"]),
        ("6.1H A011", ["6.1-A011"]),
        ("6.1HA011", ["6.1-A011"]),
        ("H6.1-A011", ["6.1-A011"]),
        ("6.1-A011", ["6.1-A011"]),
        ("A011 (Hall 6.1)", ["6.1-A011"]),
        ("A011, Hall 26", ["26-A011"]),
        ("Halle 26 E98", ["26-E98"]),
        ("Hall 26, Stand E98, (26)", ["26-E98"]),
        ("Hall 26, Stand D55/1, (26)", ["26-D55-1"]),
        ("A012/C011", ["6.1-A012", "6.1-C011"]),
        ("A1, A2; A3", ["6.1-A1", "6.1-A2", "6.1-A3"]),
        ("A1 & A2", ["6.1-A1", "6.1-A2"]),
        ("A1 and A2", ["6.1-A1", "6.1-A2"]),
        ("A1、A2", ["6.1-A1", "6.1-A2"]),
        ("A-012・A-014", ["6.1-A012", "6.1-A014"]),
        ("E98/2", ["26-E98"]),  # a place at a shared stand
        ("A1/2", ["6.1-A1", "6.1-A2"]),
        ("A1 A2", ["6.1-A1", "6.1-A2"]),
        ("A1,2,3", ["6.1-A1", "6.1-A2", "6.1-A3"]),
        ("A1-A3", ["6.1-A1", "6.1-A2", "6.1-A3"]),
        ("A1 to A3", ["6.1-A1", "6.1-A2", "6.1-A3"]),
        ("F118-F121", ["6.1-F118", "6.1-F119"]),
        ("F118~119", ["6.1-F118", "6.1-F119"]),
        ("F118-G117", ["6.1-F118", "6.1-G117", "6.1-G118"]),
        ("J2/3", ["6.1-J2-3"]),
        ("AA97", ["6.1-AA-97"]),
        ("AA-97", ["6.1-AA-97"]),
        ("1-12", ["J-1-12"]),
        ("06-340A, 6-8A", ["06-340A", "06-8A"]),
        ("Jasmine Halls TF10", ["J-TF10"]),
        ("Booth A3", ["6.1-A3"]),
        ("Stand No. A3", ["6.1-A3"]),
        ("展位号：A3", ["6.1-A3"]),
        ("E98 + TF10", ["26-E98", "J-TF10"]),
        ("Hall 26 E98; Hall 6.1 A1, A2", ["26-E98", "6.1-A1", "6.1-A2"]),
    ],
)
def test_what_is_understood(said: str, booths: list[str]) -> None:
    resolved = resolve(said, NUMBERS)
    assert list(resolved.booths) == booths
    assert (resolved.unmatched, resolved.ambiguous, resolved.halls) == ((), (), ())


@pytest.mark.parametrize(
    "said",
    [
        "tba",
        "TBC",
        "to follow",
        "Hall and Booth No. to follow shortly",
        "Hall 26, to follow",
        "To be announced",
        "Digital Only",
        "待定",
        "미정",
    ],
)
def test_no_booth_yet(said: str) -> None:
    resolved = resolve(said, NUMBERS)
    assert resolved.none_yet
    assert (resolved.booths, resolved.unmatched) == ((), ())


def test_what_is_not_understood_is_told_as_it_was_said() -> None:
    assert resolve("Grand Sample Hotel Suites", NUMBERS).unmatched == ("GRAND SAMPLE HOTEL SUITES",)
    assert resolve("ZZ1/ZZ2", NUMBERS).unmatched == ("ZZ1/ZZ2",)
    assert resolve("Suite 29-222", NUMBERS).unmatched == ("SUITE 29-222",)
    assert resolve("Hall 26", NUMBERS).unmatched == ("HALL 26",)
    half = resolve("A012/ZZ9", NUMBERS)
    assert (half.booths, half.unmatched) == (("6.1-A012",), ("ZZ9",))
    assert resolve("A012/99", NUMBERS).unmatched == ("A99",)
    assert resolve("E98, 7", NUMBERS).unmatched == ("E7",)


def test_a_hall_that_the_fair_does_not_have() -> None:
    resolved = resolve("Hall 9, Stand A1", NUMBERS)
    assert resolved.halls == ("9",)
    assert resolved.booths == ()


def test_a_number_in_two_halls_needs_its_hall() -> None:
    assert resolve("A011", NUMBERS).ambiguous == (("A011", ("6.1-A011", "26-A011")),)
    assert resolve("A011", NUMBERS, ["26"]).booths == ("26-A011",)


def test_zeros_matter_only_where_both_numbers_are_there() -> None:
    numbers = BoothNumbers([make_hall("1", ["A11", "A011", "B01"])])
    assert resolve("A11", numbers).booths == ("1-A11",)
    assert resolve("A-011", numbers).booths == ("1-A011",)
    assert resolve("A0011", numbers).booths == ()
    assert resolve("B1", numbers).booths == ("1-B01",)


letters = st.text(st.sampled_from("ABCDEFGHJK"), min_size=1, max_size=2)
numbers_ = st.builds(lambda row, n: f"{row}{n:03}", letters, st.integers(1, 999))
styles = st.sampled_from(
    [
        "{r}{n}",
        "{r}-{n}",
        "{r} {n}",
        "Hall 6.1 {r}{n}",
        "6.1馆{r}{n}",
        "6.1-{r}{n}",
        "Stand {r}-{n}",
    ]
)
joints = st.sampled_from([", ", "; ", "/", " & ", "、", "\n", " und "])


@given(st.lists(numbers_, min_size=1, max_size=8, unique=True), st.data(), joints)
def test_a_list_in_any_style_comes_back(there: list[str], data: st.DataObject, joint: str) -> None:
    """However each number is written and joined, exactly those booths are found, in order."""
    hall = make_hall("6.1", there, {"zh": "6.1馆", "en": "Hall 6.1"})
    wanted = data.draw(st.lists(st.sampled_from(there), min_size=1, unique=True))
    said = joint.join(
        data.draw(styles).format(r=number.rstrip("0123456789"), n=number[-3:]) for number in wanted
    )
    resolved = resolve(said, BoothNumbers([hall, make_hall("7", ["Z1"])]))
    assert list(resolved.booths) == [f"6.1-{number}" for number in wanted]
    assert (resolved.unmatched, resolved.ambiguous) == ((), ())


@given(st.lists(st.text(max_size=6), max_size=4), st.text(max_size=30))
def test_anything_at_all_resolves_to_something(there: list[str], said: str) -> None:
    resolved = resolve(said, BoothNumbers([make_hall("1", there)]))
    ids = {booth.id for booth in make_hall("1", there).booths}
    assert set(resolved.booths) <= ids
    empty = not "".join(said.split())
    assert (
        empty
        or resolved.booths
        or resolved.unmatched
        or resolved.ambiguous
        or (resolved.none_yet or not key(said))
    )
