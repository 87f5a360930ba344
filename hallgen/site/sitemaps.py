"""Sitemaps: all pages for search engines, each with its address in every language.

https://www.sitemaps.org/protocol.html, and for languages
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from hallgen.site.inputs import SiteFile
from hallgen.site.site import Site

#: A page's address, and that in every language.
ListedPage = tuple[str, Mapping[str, str]]

#: Pages of one file. The protocol allows 50,000 in 50 MB; with languages these are 10 MB.
_MOST: Final = 20_000
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(site: Site, pages: Sequence[ListedPage]) -> Iterator[SiteFile]:
    """`sitemap.xml`: the pages, or where they are too many an index of files with them.

    Search engines want full addresses; where it is not known where the site will be, these are
    relative to its root.
    """
    parts = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)]
    if len(parts) < 2:
        yield SiteFile("sitemap.xml", _pages(site, pages))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield SiteFile(name, _pages(site, part))
    rows = (f"<sitemap><loc>{escape(_whole(site, name))}</loc></sitemap>" for name in names)
    index = (_HEAD, f'<sitemapindex xmlns="{_SITEMAPS}">', *rows, "</sitemapindex>", "")
    yield SiteFile("sitemap.xml", "\n".join(index).encode())


def _pages(site: Site, pages: Sequence[ListedPage]) -> bytes:
    kinds = f'xmlns="{_SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    rows = (
        f"<url><loc>{escape(_whole(site, address))}</loc>{_languages(site, alternates)}</url>"
        for address, alternates in pages
    )
    return "\n".join((_HEAD, f"<urlset {kinds}>", *rows, "</urlset>", "")).encode()


def _languages(site: Site, alternates: Mapping[str, str]) -> str:
    if len(alternates) < 2:
        return ""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)}'
        f" href={quoteattr(_whole(site, address))}/>"
        for language, address in alternates.items()
    )


def _whole(site: Site, address: str) -> str:
    return site.absolute(address) or address
