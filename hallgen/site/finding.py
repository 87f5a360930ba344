"""The pages on which visitors search and compare: frames that their scripts fill."""

from __future__ import annotations

from hallgen.site.facets import all_values, facets
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page
from hallgen.site.site import Site


def search(site: Site, language: str) -> SiteFile:
    page = _page(site, language, "search", "find")
    return page.render("search.html.j2", facets=facets(page, all_values(page)))


def interests(site: Site, language: str) -> SiteFile:
    page = _page(site, language, "interests", "interests")
    found = (facet.choices for facet in facets(page, all_values(page)) if facet.id == "category")
    return page.render("interests.html.j2", categories=next(found, ()))


def comparison(site: Site, language: str) -> SiteFile:
    return _page(site, language, "compare", "compare").render("compare.html.j2")


def _page(site: Site, language: str, place: str, words: str) -> Page:
    said = Page(site, language, f"{place}/", "", "")
    title = said.t(f"{words}.title")
    fair = said.plain(site.index.fair.name)
    return Page(
        site, language, said.place, title, said.t(f"{words}.description", fair=fair), listed=False
    )
