"""Exhibitors and products that are alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallgen.model import FairIndex, Text
from hallgen.site.similar import MOST, similar_exhibitors, similar_products
from tests.support.fairs import exhibitor, fair_of, product

LATHES = Text.of(zh="车床", en="Lathes")
ROBOTS = Text.of(zh="机器人", en="Robots")


def test_exhibitors_of_one_field_are_alike_and_say_why() -> None:
    firms = [
        exhibitor("a", categories=(LATHES,)),
        exhibitor("b", categories=(LATHES,), intro=Text.of(en="Turning and turning centres.")),
        exhibitor("c", categories=(ROBOTS,)),
        exhibitor("d", categories=(ROBOTS,)),
        exhibitor("e"),
    ]
    alike = similar_exhibitors(FairIndex(fair_of(exhibitors=tuple(firms))))
    assert [(one.id, one.shared) for one in alike["a"]] == [("b", (LATHES,))]
    assert [one.id for one in alike["d"]] == ["c"]
    assert alike["e"] == []


def test_words_count_in_every_script_and_common_ones_for_nothing() -> None:
    said = ("精密磨床与砂轮 machines", "高速磨床与刀具 machines", "食品包装 machines", "machines")
    firms = tuple(
        exhibitor(f"f{number}", intro=Text.of(zh=words)) for number, words in enumerate(said)
    )
    alike = similar_exhibitors(FairIndex(fair_of(exhibitors=firms)))
    assert [one.id for one in alike["f0"]] == ["f1"]
    assert alike["f3"] == []


def test_products_are_like_those_of_others_never_their_makers_own() -> None:
    firms = (exhibitor("a"), exhibitor("b"))
    goods = (
        product("one", "a", category=LATHES),
        product("two", "a", category=LATHES),
        product("three", "b", category=LATHES),
        product("four", "b", category=ROBOTS),
    )
    alike = similar_products(FairIndex(fair_of(exhibitors=firms, products=goods)))
    assert [one.id for one in alike["one"]] == ["three"]
    assert [one.id for one in alike["three"]] == ["one", "two"]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=5), max_size=12))
def test_no_thing_is_like_itself_and_likeness_has_an_end(tags: list[list[str]]) -> None:
    firms = tuple(
        exhibitor(f"f{number}", tags=tuple(dict.fromkeys(own))) for number, own in enumerate(tags)
    )
    alike = similar_exhibitors(FairIndex(fair_of(exhibitors=firms)))
    assert set(alike) == {firm.id for firm in firms}
    for id_, others in alike.items():
        names = [one.id for one in others]
        assert id_ not in names
        assert len(names) == len(set(names)) <= MOST
