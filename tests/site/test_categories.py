"""Categories and countries as trees, and by what lists and the search are narrowed."""

from __future__ import annotations

import pytest

from hallgen.model import Text
from hallgen.site.categories import Tree, categories_of, countries_of, levels
from hallgen.site.facets import all_values, facets
from hallgen.site.page import Page
from hallgen.site.site import Site
from tests.support.fairs import exhibitor, fair_of, product, small_fair
from tests.support.sites import inputs_of


def tree_of(*written: Text) -> Tree:
    products = tuple(product(f"p{n}", "abb", category=text) for n, text in enumerate(written))
    return categories_of(fair_of(exhibitors=(exhibitor("abb"),), products=products))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Machine tools / Lathes", ["Machine tools", "Lathes"]),
        ("Machine tools > Lathes > CNC", ["Machine tools", "Lathes", "CNC"]),
        ("机床›车床", ["机床", "车床"]),
        ("I/O modules", ["I/O modules"]),
        ("Drives >50kW", ["Drives >50kW"]),
        (" / ", ["/"]),
    ],
)
def test_paths_are_cut_where_people_cut_them(written: str, expected: list[str]) -> None:
    assert [level.best() for level in levels(Text.model_validate(written))] == expected


def test_a_path_whose_languages_do_not_agree_is_one_name() -> None:
    text = Text.of(zh="机床 / 车床", en="Lathes")
    assert levels(text) == (text,)
    assert levels(Text()) == ()


def test_categories_are_a_tree_in_the_order_of_the_lists() -> None:
    tree = tree_of(
        Text.of(zh="机床 / 车床", en="Machine tools / Lathes"),
        Text.of(zh="机器人", en="Robots"),
        Text.of(zh="机床", en="Machine tools"),
        Text.of(zh="机床 / 磨床", en="Machine tools / Grinders"),
        Text(),
    )
    assert [member.slug for member in tree.walk()] == [
        "machine-tools",
        "machine-tools-lathes",
        "machine-tools-grinders",
        "robots",
    ]
    lathes = Text.of(zh="机床 / 车床", en="Machine tools / Lathes")
    assert tree.path(lathes) == ("machine-tools", "machine-tools-lathes")
    assert tree.path(Text()) == ()


def test_the_same_words_are_the_same_category_whatever_else_is_said() -> None:
    both, chinese = Text.of(zh="机器人", en="Robots"), Text.of(zh="机器人")
    english, other = Text.of(en="Robots"), Text.of(zh="仿人机器", en="Robots")
    tree = tree_of(chinese, both, english, other)
    assert tree.path(chinese) == tree.path(both) == tree.path(english)
    assert tree.path(other) != tree.path(both)


def test_names_that_sound_alike_have_addresses_of_their_own() -> None:
    tree = tree_of(Text.of(en="C"), Text.of(en="C++"), Text.of(en="++"))
    assert [member.slug for member in tree.walk()] == ["c", "c-2", "other"]


def test_countries_are_one_list() -> None:
    some = (Text.of(zh="中国", en="China"), Text.of(zh="中国"), Text.of(en="Germany"))
    firms = tuple(exhibitor(f"e{n}", country=text) for n, text in enumerate(some))
    tree = countries_of(fair_of(exhibitors=firms))
    assert [member.slug for member in tree.roots] == ["china", "germany"]


def test_facets_count_what_lists_have_and_leave_out_what_tells_nothing_apart() -> None:
    page = Page(Site(inputs_of(small_fair()), "", ""), "en", "", "", "")
    found = {facet.id: facet for facet in facets(page, all_values(page))}
    counts = {c.value: c.count for c in found["kind"].choices}
    assert counts == {"exhibitor": 4, "product": 2, "session": 1}
    assert {c.value: c.count for c in found["zone"].choices} == {"cnc": 3, "robots": 2}
    assert "hall" not in found  # there is one
    assert "country" not in found
    assert [c.value for c in found["letter"].choices] == sorted(
        c.value for c in found["letter"].choices
    )
