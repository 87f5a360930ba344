"""HTML that is made of what people wrote, let through an allow-list: the one door for it to pages.

All other text of people is escaped. Whoever adds a kind of rich text brings it here, whatever made
the HTML, so that a fault there shows as a missing element and never as a script.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

#: What a link may begin with; one without any leads to a page of the site.
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

_ATTRIBUTES: Final = {
    "a": {"href", "rel", "title"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}
_PLAIN: Final = (
    *("blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre"),
    *("s", "strong", "table", "tbody", "thead", "tr", "ul"),
)


def may_be_linked(address: str) -> bool:
    """Whether a link may lead there: to the web, a mailbox, a telephone, or within the site."""
    try:
        return urlsplit(address.strip()).scheme.lower() in {*SCHEMES, ""}
    except ValueError:
        return False


def allowed(html: str) -> Markup:
    """The HTML with nothing in it but what texts are made of."""
    import nh3  # only pages of Markdown need it

    clean = nh3.clean(
        html.encode("utf-8", "replace").decode(),
        tags={*_PLAIN, *_ATTRIBUTES},
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,  # links have their own
    )
    return Markup(clean)  # noqa: S704 - by the list above
