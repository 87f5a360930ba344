"""The organiser's own pages in the site: Markdown, menus, news, the registration number."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hallgen.model import Fair, InfoPage, Menu, Text
from tests.support.fairs import HERE, small_fair
from tests.support.sites import inputs_of, rendered

TEXT = """\
First *words* & <b>tags</b>.

# A heading

![The map](map.jpg) ![gone](gone.png)

[the list](exhibitors/) [there](https://there.example/?a=1&b=2)
[run](javascript:alert(1)) [down](#x)

| a | b |
|---|---|
| 1 | 2 |

<script>alert(1)</script>
"""


def info(id_: str, **more: object) -> InfoPage:
    given: dict[str, object] = {
        "id": id_,
        "title": Text.of(zh="参观", en="Visiting"),
        "text": Text.of(en=TEXT),
        "menu": Menu.FOOTER,
        "place": HERE,
    }
    return InfoPage.model_validate(given | more)


def site_of(*pages: InfoPage, **more: object) -> dict[str, str]:
    fair: Fair = small_fair().model_copy(update={"pages": pages, **more})
    files = rendered(inputs_of(fair))
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_markdown_becomes_html_with_links_of_the_site_and_runs_nothing() -> None:
    page = site_of(info("visit", pictures={"map.jpg": Path("media/vmc.jpg")}))[
        "en/info/visit/index.html"
    ]
    assert "<p>First <em>words</em> &amp; &lt;b&gt;tags&lt;/b&gt;.</p>" in page
    assert "<h2>A heading</h2>" in page
    assert '<a href="../../../en/exhibitors/">the list</a>' in page
    assert (
        '<a href="https://there.example/?a=1&amp;b=2" rel="noopener noreferrer external">' in page
    )
    assert '<a href="#x">down</a>' in page
    assert "javascript:alert" not in page.split("<main")[1].replace("(javascript:alert(1))", "")
    assert "<script>alert" not in page
    assert "<td>1</td>" in page
    assert page.count('alt="The map"') == 1
    assert '<meta name="description" content="First words &amp; &lt;b&gt;tags&lt;/b&gt;.">' in page


def test_a_text_in_another_language_says_so() -> None:
    page = site_of(info("visit"))["zh/info/visit/index.html"]
    assert '<div lang="en" dir="ltr"><p>First' in page
    assert "<h1>参观</h1>" in page


def test_pages_are_in_their_menus_and_news_on_the_first_page_the_latest_first() -> None:
    site = site_of(
        info("visit", menu=Menu.HEADER),
        info("imprint", title=Text.of(en="Imprint")),
        info("old", title=Text.of(en="Old news"), menu=Menu.NONE, day=date(2026, 1, 2)),
        info("new", title=Text.of(en="New news"), menu=Menu.NONE, day=date(2026, 3, 4)),
        registration="望ICP备00000000号-1",
    )
    home = site["en/index.html"]
    header, footer = home.split("<main")[0], home.split("<footer")[1]
    assert "info/visit/" in header
    assert "info/imprint/" in footer
    assert "info/visit/" not in footer
    assert home.index("New news") < home.index("Old news")
    assert "4 March 2026" in home
    assert ">望ICP备00000000号-1</a>" in footer
    visit = site["en/info/visit/index.html"]
    assert 'aria-current="page">Visiting</a>' in visit


def test_a_fair_without_such_pages_has_no_trace_of_them() -> None:
    home = site_of()["en/index.html"]
    assert "foot-links" not in home
    assert 'class="news"' not in home
    assert "beian" not in home


def test_headings_leave_no_level_out_however_they_are_written() -> None:
    text = "## Tickets\n\n#### For groups\n\n# Where\n\n## By metro\n\nOn foot\n---\n\n###### Late"
    page = site_of(info("visit", text=Text.of(en=text)))["en/info/visit/index.html"]
    found = re.findall(r"<(h\d)>([^<]+)</\1>", page.split("<main")[1].split("</main")[0])
    assert found == [
        ("h1", "Visiting"),
        *(("h2", "Tickets"), ("h3", "For groups"), ("h2", "Where"), ("h3", "By metro")),
        *(("h3", "On foot"), ("h4", "Late")),
    ]
