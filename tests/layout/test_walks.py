"""How far it is on foot, on plans whose answers are known, and never less than straight."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.layout.walks import Walks
from tests.layout.plans import box, hall_of

#: A row of booths from wall to wall, but for 4 m at the east.
BAR = {"bar": box(0, 16, 44, 4)}


def test_round_a_row() -> None:
    walks = Walks(lay_out(hall_of(BAR), Diagnostics()))
    here, beside, behind = (10.0, 10.0), (30.0, 10.0), (10.0, 26.0)
    straight, around = walks.metres(here, [beside, behind])
    assert straight == pytest.approx(20, abs=0.5)
    # To the corner of the row, past its end, and back on the other side.
    corner = math.hypot(34.3, 5.7)
    assert around == pytest.approx(2 * corner + 4.6, rel=0.02)


def test_from_a_door_in_the_wall_and_to_nowhere() -> None:
    hall = hall_of({"bar": box(0, 16, 48, 4)})
    walks = Walks(lay_out(hall, Diagnostics()))
    assert walks.metres((24, 0), [(24, 10), (24, 30)]) == [pytest.approx(10, abs=0.5), None]
    assert walks.metres((200, 0), [(24, 10)]) == [None]


@settings(max_examples=15, deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 5)), max_size=30),
    st.tuples(st.floats(1, 47), st.floats(1, 35)),
    st.tuples(st.floats(1, 47), st.floats(1, 35)),
)
def test_never_shorter_than_straight_and_as_long_back(
    spots: set[tuple[int, int]], a: tuple[float, float], b: tuple[float, float]
) -> None:
    booths = {f"{x}-{y}": box(1 + 6 * x, 1 + 6 * y, 3, 3) for x, y in spots}
    walks = Walks(lay_out(hall_of(booths or BAR), Diagnostics()))
    (there,), (back,) = walks.metres(a, [b]), walks.metres(b, [a])
    if booths:
        assert there is not None
        assert back is not None
        assert there >= math.dist(a, b) - 1e-9
        assert back == pytest.approx(there, rel=0.1, abs=1)
