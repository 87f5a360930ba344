"""What the pages of the fair's lists have in common."""

from __future__ import annotations

from hallgen.site.page import Page
from hallgen.site.site import Site


def list_page(site: Site, language: str, part: str) -> Page:
    """The page of one of the fair's lists: `exhibitors`, `products` or `programme`."""
    words = Page(site, language, f"{part}/", "", "")
    fair = words.plain(site.index.fair.name)
    return Page(
        site,
        language,
        words.place,
        words.t(f"nav.{part}"),
        words.t(f"{part}.description", fair=fair),
    )
