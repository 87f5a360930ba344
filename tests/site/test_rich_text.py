"""Rich text has nothing in it but what texts are made of, whatever made the HTML."""

from __future__ import annotations

import html5lib
import pytest

from hallgen.site.rich_text import allowed, may_be_linked
from tests.support.payloads import OWN

_TAGS = {
    *("html", "head", "body", "a", "img", "p", "em", "strong", "code", "pre", "br", "hr", "s"),
    *("ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"),
    *("h2", "h3", "h4", "h5", "h6"),
}


@pytest.mark.parametrize("text", OWN)
def test_html_as_it_comes_runs_nothing(text: str) -> None:
    root = html5lib.parse(f"<div>{allowed(text)}", namespaceHTMLElements=False)
    for element in root.iter():
        assert element.tag in _TAGS | {"div"}
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        for name in ("href", "src"):
            assert may_be_linked(element.get(name, ""))


def test_what_markdown_makes_stays() -> None:
    text = (
        '<h2>A</h2><p><em>b</em> <a href="../x/" rel="noopener">c</a> <a href="tel:+49">d</a>'
        '<img src="../m.webp" srcset="../m.webp 400w" width="4" height="2" alt="e &amp; f"></p>'
        "<table><thead><tr><th>g</th></tr></thead><tbody><tr><td>h</td></tr></tbody></table>"
    )
    assert allowed(text) == text


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://a.example/", True),
        ("HTTP://a.example", True),
        ("mailto:a@b.example", True),
        ("tel:+49", True),
        ("exhibitors/", True),
        ("#x", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("intent://a", False),
        ("ms-word:ofe|u|https://a.example/a.docx", False),
        ("file:///etc/passwd", False),
        ("https://[x", False),
    ],
)
def test_where_links_may_lead(address: str, *, may: bool) -> None:
    assert may_be_linked(address) is may
