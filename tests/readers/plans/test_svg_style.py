"""Rules of style sheets in drawings."""

from __future__ import annotations

import pytest

from hallgen.readers.plans.markup import parse_markup_text
from hallgen.readers.plans.svg_style import rules_of


def rules(sheet: str) -> dict[str, dict[str, str]]:
    return rules_of(parse_markup_text(f"<svg><style><![CDATA[{sheet}]]></style></svg>".encode()))


@pytest.mark.parametrize(
    "sheet",
    [
        ".a{fill:red}",
        " .a { fill : red ; } ",
        "/* .a{fill:blue} */.a{fill:red}/* {",
        ".a/* } */{fill:red}",
        "/*/ .a{fill:blue} /* */.a{fill:red}",
        "@media print {.a{fill:red}}",
        "@import 'x'; } .a{fill:red}",
        ".a{fill:red} .b{fill:blue",
    ],
)
def test_a_rule_is_found(sheet: str) -> None:
    assert rules(sheet)[".a"] == {"fill": "red"}


def test_selectors_share_a_rule_and_add_to_it() -> None:
    assert rules(".a, #b{fill:red}.a{stroke:blue}") == {
        ".a": {"fill": "red", "stroke": "blue"},
        "#b": {"fill": "red"},
    }


@pytest.mark.parametrize("unit", ["/*", "a", "{", "a{", "}"])
def test_a_sheet_that_ends_nothing_takes_no_longer(unit: str) -> None:
    """A pattern that begins anew at each letter took hours for as much."""
    assert len(rules(unit * 300_000)) <= 1
