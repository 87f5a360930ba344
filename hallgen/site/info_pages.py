"""The organiser's own pages: their Markdown as HTML, and the links to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from hallgen.media.pictures import PictureSet
from hallgen.model import InfoPage
from hallgen.site import addresses
from hallgen.site.dates import long_date
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page, shortened
from hallgen.site.rich_text import allowed, may_be_linked
from hallgen.site.site import Site
from hallgen.site.words import say


@dataclass(frozen=True, slots=True)
class NewsLink:
    """The way to a page, and its day as people write it."""

    name: str
    address: str
    day: str


def info_page(site: Site, language: str, shown: InfoPage) -> SiteFile:
    words = Page(site, language, "", "", "")
    title = words.plain(shown.title)
    said = say(shown.text, words.reading)
    address = addresses.info("", shown.id).lstrip("/")
    page = Page(site, language, address, title, shortened(_summary(said.words) or title))
    return page.render(
        "info.html.j2",
        shown=shown,
        day=long_date(shown.day, page.words) if shown.day else "",
        text=page.marked_block(_html(page, shown, said.words), said.language),
    )


def news(page: Page) -> list[NewsLink]:
    """All news, the latest first."""
    dated = sorted((one.day, one.id, one) for one in page.fair.pages if one.day is not None)
    return [
        NewsLink(
            page.plain(one.title),
            addresses.info(page.language, one.id),
            long_date(day, page.words),
        )
        for day, _, one in reversed(dated)
    ]


def _html(page: Page, shown: InfoPage, text: str) -> Markup:
    """Markdown as HTML. HTML in it is shown as it is written, and so are links that may not be."""
    markdown = _Markdown("commonmark", {"html": False}, renderer_cls=_Renderer)
    markdown.enable(["table", "strikethrough"])
    env = {"page": page, "shown": shown}
    tokens = markdown.parse(text, env)
    _nest_headings(tokens)
    return allowed(str(markdown.renderer.render(tokens, markdown.options, env)))


def _nest_headings(tokens: Sequence[Token]) -> None:
    """Headings below the page's own, and none that leaves a level out, however they are written."""
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, len(above) + 1)}"


def _summary(text: str) -> str:
    """The first paragraph, as plain text."""
    for before, token in pairwise(MarkdownIt("commonmark", {"html": False}).parse(text)):
        if before.type == "paragraph_open":
            return " ".join("".join(one.content for one in token.children or ()).split())
    return ""


class _Markdown(MarkdownIt):
    """Markdown in which a link that may not be stays as it is written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the base's name
        return may_be_linked(url)


class _Renderer(RendererHTML):
    """Links and pictures of the site."""

    def link_open(self, tokens: Sequence[Token], at: int, _: Any, env: Any) -> str:
        href = str(tokens[at].attrs.get("href", ""))
        if "://" in href:
            return Markup('<a href="{}" rel="noopener noreferrer external">').format(href)
        if not href.startswith(("#", "mailto:", "tel:")):
            page: Page = env["page"]
            href = page.link(f"{page.language}/{href.lstrip('/')}")
        return Markup('<a href="{}">').format(href)

    def image(self, tokens: Sequence[Token], at: int, _: Any, env: Any) -> str:
        page, shown = env["page"], env["shown"]
        token = tokens[at]
        path = shown.pictures.get(str(token.attrs.get("src", "")))
        made = page.site.inputs.pictures.get(path) if path else None
        if made is None or made.page is None:
            return escape(token.content)
        return _picture(page, made.page, token.content)


def _picture(page: Page, made: PictureSet, alt: str) -> Markup:
    usual = made.usual
    return Markup(
        '<img src="{}" srcset="{}" sizes="(max-width: 56rem) 94vw, 52rem" width="{}" height="{}"'
        ' alt="{}" loading="lazy" decoding="async">'
    ).format(page.link(usual.address), page.srcset(made), usual.width, usual.height, alt)
