"""A site that has a page of every sort there is, with everything that pages may show."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from hallgen.model import (
    Counts,
    CountService,
    Exhibitor,
    Fair,
    InfoPage,
    Menu,
    Product,
    RichMedia,
    Text,
)
from hallgen.site import SiteInputs
from tests.site.test_rich_media import MEDIA, SHELF
from tests.support.fairs import HERE
from tests.support.sites import inputs_of
from tests.support.trails import fair_with_trails

URL = "https://fair.example/2026/"
_PAGE = "# Tickets\n\nCome **soon**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![map](map.jpg)\n"
_WITH_MEDIA = {"yuance", "vmc-500"}


def every_sort_fair(**more: object) -> Fair:
    """The small fair with trails, pages, news, media, counts and a registration."""
    fair = fair_with_trails()
    visit = InfoPage(
        id="visit",
        title=Text.of(zh="参观", en="Visiting"),
        text=Text.of(en=_PAGE),
        menu=Menu.FOOTER,
        place=HERE,
        pictures={"map.jpg": Path("media/vmc.jpg")},
    )
    news = visit.model_copy(update={"id": "news", "day": fair.start, "menu": Menu.NONE})
    changed: dict[str, object] = {
        "pages": (visit, news),
        "exhibitors": tuple(map(_with_media, fair.exhibitors)),
        "products": tuple(map(_with_media, fair.products)),
        "sessions": (
            fair.sessions[0].model_copy(update={"recording": Path("film.mp4")}),
            fair.sessions[0].model_copy(update={"id": "s2", "watch": "https://player.example/1"}),
        ),
        "embeds": ("https://player.example",),
        "registration": "沪ICP备00000000号-1",
        "timezone": "Asia/Shanghai",
        "url": URL,
        "counts": Counts(service=CountService.OWN, address="https://counts.fair.example/"),
    }
    return fair.model_copy(update=changed | more)


def every_sort(**more: object) -> SiteInputs:
    """What the site of that fair is rendered from."""
    inputs = inputs_of(every_sort_fair(**more), URL, **{"exhibitors/old": "exhibitors/yuance"})
    return dataclasses.replace(inputs, shelf=SHELF)


def _with_media(thing: Exhibitor | Product) -> Exhibitor | Product:
    return thing.model_copy(update={"media": MEDIA if thing.id in _WITH_MEDIA else RichMedia()})
