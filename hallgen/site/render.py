"""Renders a whole site, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateError, TemplateSyntaxError

from hallgen.errors import FairError
from hallgen.site import details, finding, hall, home, machine, programme, worth_seeing
from hallgen.site.exhibitor_lists import exhibitor_lists, letters
from hallgen.site.info_pages import info_page
from hallgen.site.inputs import SiteFile, SiteInputs
from hallgen.site.page import Page
from hallgen.site.product_lists import product_lists
from hallgen.site.shortlist import shortlist
from hallgen.site.site import Site, hashed_name
from hallgen.site.sitemaps import sitemaps
from hallgen.site.styles import style_sheet
from hallgen.site.theme import TEMPLATES, theme_style


def render_site(inputs: SiteInputs) -> Iterator[SiteFile]:
    """Every file of the site but tiles, GLBs and exhibitors' media, each once, in a fixed order.

    Raises FairError where a template of the organiser's theme is wrong.
    """
    try:
        yield from _files(inputs)
    except TemplateError as wrong:
        folder = inputs.index.fair.theme.folder
        if folder is None:
            raise
        where = f"{folder.name}/{TEMPLATES}"
        if isinstance(wrong, TemplateSyntaxError) and wrong.name is not None:
            where += f"/{wrong.name}:{wrong.lineno}"
        raise FairError(f"{where}: a template of the theme is wrong: {wrong.message}.") from wrong


def _files(inputs: SiteInputs) -> Iterator[SiteFile]:
    fair = inputs.index.fair
    style = style_sheet(fair, inputs.fonts)
    icon = machine.icon(fair)
    site = Site(
        inputs=inputs,
        style=hashed_name("site", ".css", style),
        icon=hashed_name("icon", ".svg", icon),
    )
    yield SiteFile(site.style, style)
    yield SiteFile(site.icon, icon)
    for path, data in theme_style(fair)[1].items():
        yield SiteFile(path, data)
    for font in inputs.fonts:
        yield SiteFile(font.name, font.data)
    for path, data in inputs.viewer.files.items():
        yield SiteFile(path, data)
    pages: list[tuple[str, Mapping[str, str]]] = []
    for file in _pages(site):
        yield file
        if file.alternates:
            pages.append((file.path.removesuffix("index.html"), file.alternates))
    yield from machine.machine_files(site)
    yield from sitemaps(site, pages)


def _pages(site: Site) -> Iterator[SiteFile]:
    yield home.door(site)
    for shown in site.halls:
        yield hall.small_plan(site, shown)
        yield hall.view(site, shown)
    for language in site.languages:
        yield from _pages_in(site, language)


def _pages_in(site: Site, language: str) -> Iterator[SiteFile]:
    fair = site.index.fair
    groups = letters(Page(site, language, "", "", ""))
    yield home.home(site, language, groups)
    if site.halls:
        yield home.overview(site, language)
    for shown in site.halls:
        yield from hall.hall_files(site, shown, language)
    yield from exhibitor_lists(site, language, groups)
    for exhibitor in fair.exhibitors:
        yield details.exhibitor(site, language, exhibitor)
    if fair.products:
        yield from product_lists(site, language)
    for product in fair.products if site.has_product_pages else ():
        yield details.product(site, language, product)
    if fair.products:
        yield finding.comparison(site, language)
    if fair.sessions:
        yield from programme.programme_files(site, language)
    yield from worth_seeing.worth_seeing_pages(site, language)
    for page in fair.pages:
        yield info_page(site, language, page)
    if site.lists:
        yield finding.search(site, language)
        yield finding.interests(site, language)
        yield shortlist(site, language)
