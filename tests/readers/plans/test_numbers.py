"""What is a booth number on a drawing, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from hallgen.readers.plans.numbers import looks_like, number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A12", "A12"),
        ("A-011", "A-011"),
        ("101", "101"),
        ("6.1 A 011", "6.1 A 011"),
        ("6.1-A011", "6.1-A011"),
        ("AA-97", "AA-97"),
        ("E40/1", "E40/1"),
        ("12a", "12a"),
        ("Stand E98", "E98"),
        ("Booth No. 7", "7"),
        ("#12", "12"),
        ("T1, T2, T3", "T1, T2, T3"),
        ("展12", "展12"),
        ("Siemens AG\nA012\n36 m2", "A012"),
        ("Siemens AG", ""),
        ("3x3", ""),
        ("3 x 5 / 15 m2", ""),
        ("36㎡", ""),
        ("12 m", ""),
        ("3000 mm", ""),
        ("12.50", ""),
        ("Hall", ""),
        ("", ""),
        ("Open 9:00-18:00", ""),
    ],
)
def test_numbers_where_nobody_said_how_they_look(text: str, number: str) -> None:
    assert number_in(text, None) == number


def test_numbers_by_a_pattern() -> None:
    pattern = re.compile(r"^stand:(\w+)", re.IGNORECASE)
    assert number_in("A1\nSTAND:x9 (free)", pattern) == "x9"
    assert number_in("A1", pattern) == ""
    assert number_in("no 77", re.compile(r"\d+")) == "77"
    assert number_in("nothing", re.compile(r"(\d+)?")) == ""


def test_numbers_that_look_alike() -> None:
    assert looks_like("B999", {"A12"})
    assert not looks_like("2026", {"A12"})
