"""The words of a description in HTML: paragraphs and list items as lines, all else as it reads."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hallgen.readers.tables.rows import tidy

_BLOCKS = frozenset(
    (
        *("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table"),
        *("section", "article", "blockquote", "dt", "dd", "hr"),
    )
)
_UNSEEN = frozenset(("script", "style", "head", "template", "iframe", "object", "noscript"))
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]*>|&(#\d+|#x[0-9a-fA-F]+|\w+);")
_EMPTY_LINES = re.compile(r"\n{3,}")


def html_text(text: str) -> str:
    """The words of `text`; a text without markup is left as it is."""
    if not _MARKUP.search(text):
        return tidy(text)
    import nh3  # only catalogues with markup need it

    # What browsers make of it, with each tag closed: what is not takes HTMLParser hours to read
    # (CVE-2025-6069).
    sound = nh3.clean(text, tags=set(_BLOCKS), attributes={}, clean_content_tags=set(_UNSEEN))
    parser = _Words()
    parser.feed(sound)
    parser.close()
    return _EMPTY_LINES.sub("\n\n", tidy("".join(parser.words)))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.words.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "ul", "ol", "table", "div"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data.replace("\n", " "))
