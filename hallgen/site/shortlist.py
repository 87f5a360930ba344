"""The page of a visitor's own list, which a script fills from what the browser keeps."""

from __future__ import annotations

from hallgen.site import addresses
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page
from hallgen.site.site import Site


def shortlist(site: Site, language: str) -> SiteFile:
    words = Page(site, language, "", "", "")
    address = addresses.shortlist("").lstrip("/")
    title, about = words.t("shortlist.title"), words.t("shortlist.about")
    page = Page(site, language, address, title, about, listed=False)
    return page.render("shortlist.html.j2")
