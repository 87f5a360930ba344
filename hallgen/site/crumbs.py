"""Where a page is in the site, for search engines: https://schema.org/BreadcrumbList."""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from hallgen.site.blocks import data_block


def crumbs_data(crumbs: Sequence[tuple[str, str]]) -> Markup:
    """The way from the site's first page to a page, by names and addresses; nothing where that
    is the first page itself.
    """
    if len(crumbs) < 2:
        return Markup()
    said = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": address}
            for at, (name, address) in enumerate(crumbs, start=1)
        ],
    }
    return data_block("", "application/ld+json", json.dumps(said, ensure_ascii=False))
