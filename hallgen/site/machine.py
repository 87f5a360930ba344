"""Files for programs: the manifest, redirects, what hosts and phones ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import hallgen
from hallgen import resources
from hallgen.model import Fair, Text
from hallgen.site import addresses, colors
from hallgen.site.doors import doors_of
from hallgen.site.inputs import SiteFile
from hallgen.site.manifest import Manifest, ManifestHall
from hallgen.site.page import Page
from hallgen.site.policy import host_headers
from hallgen.site.site import Site
from hallgen.site.words import interface


def machine_files(site: Site) -> Iterator[SiteFile]:
    """All of them but sitemaps."""
    yield SiteFile("fair.json", manifest(site).model_dump_json(indent=1).encode())
    yield SiteFile("robots.txt", _robots(site).encode())
    yield SiteFile("_headers", host_headers(site.policy).encode())
    yield SiteFile("manifest.webmanifest", _web_manifest(site).encode())
    yield SiteFile("404.html", _notice(site, "missing.title", _known_root(site)))
    yield SiteFile(addresses.WORKER, site.inputs.viewer.worker)
    yield SiteFile(addresses.OFFLINE, _notice(site, "offline.title", ""))
    yield from redirects(site)


def icon(fair: Fair) -> bytes:
    """The site's icon in the fair's accent."""
    drawn = (resources.assets() / "site" / "icon.svg").read_text("utf-8")
    accent = fair.theme.accent
    return drawn.replace("#1f4fa3", accent).replace("#ffffff", colors.ink_on(accent)).encode()


def manifest(site: Site) -> Manifest:
    fair = site.index.fair
    return Manifest(
        generator=f"hallgen {hallgen.__version__}",
        id=fair.id,
        name=_by_language(site, fair.name),
        languages=site.languages,
        halls=tuple(
            ManifestHall(
                id=hall.id,
                name=_by_language(site, hall.name),
                tileset=addresses.tileset(hall.id),
                shards={lang: addresses.shard(hall.id, lang) for lang in site.languages},
                pages={lang: addresses.hall(lang, hall.id) for lang in site.languages},
                doors=tuple(doors_of(site, hall)),
            )
            for hall in site.halls
        ),
        exhibitors={e.id: addresses.exhibitor("", e.slug).lstrip("/") for e in fair.exhibitors},
        booths={id_: site.index.booths[id_].hall for id_ in site.booth_layouts},
        models={}
        if fair.publishing.few
        else {id_: addresses.booth_model(id_) for id_ in site.booth_layouts},
    )


def redirects(site: Site) -> Iterator[SiteFile]:
    """A page at every old address, in every language, that leads to the new one."""
    template = site.templates.get_template("moved.html.j2")
    products = {} if site.has_product_pages else site.index.products
    places = {f"products/{one.slug}": site.product_place(one) for one in products.values()}
    for old, new in sorted(site.inputs.redirects.items()):
        kind, _, slug = old.strip("/").partition("/")
        for language in site.languages:
            address = f"{language}/{kind}/{addresses.segment(slug)}/"
            target = f"{language}/{places.get(new.strip('/'), new.strip('/') + '/')}"
            root = addresses.to_root(address)
            html = template.render(
                language=language,
                policy=site.policy,
                words=interface(language, site.index.fair),
                root=root,
                target=target,
                canonical=site.absolute(target),
                site=site,
            )
            yield SiteFile(f"{address}index.html", html.encode())


def _known_root(site: Site) -> str:
    """The way to the site's root from a page that hosts show at any depth: its links are right
    everywhere only where the site's own address is known.
    """
    return urlsplit(site.inputs.url).path.rstrip("/") + "/" if site.inputs.url else ""


def _notice(site: Site, title: str, root: str) -> bytes:
    """A page that says one thing in every language, and leads to the fair's first page."""
    pages = [Page(site, language, "", "", "") for language in site.languages]
    template = site.templates.get_template("notice.html.j2")
    return template.render(pages=pages, title=title, root=root, site=site).encode()


def _robots(site: Site) -> str:
    lines = ["User-agent: *", "Allow: /"]
    if site.inputs.url:
        lines.append(f"Sitemap: {site.absolute('sitemap.xml')}")
    return "\n".join([*lines, ""])


def _web_manifest(site: Site) -> str:
    fair = site.index.fair
    said = {
        "name": fair.name.best(*site.languages),
        "lang": site.languages[0],
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": fair.theme.accent,
        "icons": [{"src": site.icon, "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def _by_language(site: Site, text: Text) -> dict[str, str]:
    return {language: text.best(language, *site.languages) for language in site.languages}
