"""What a site is rendered from, and the files that come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hallgen.media.models.shelf import PublishedModel
from hallgen.media.pictures import WebPicture
from hallgen.media.shelf import MediaShelf
from hallgen.media.webfonts import WebFont
from hallgen.model import FairIndex, HallLayout, Ring
from hallgen.site.manifest import ShardProbe, Vector
from hallgen.site.viewer_bundle import ViewerBundle


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """A screen in a hall: whose booth's, and its rectangle as `manifest.ShardScreen` has it."""

    booth: str
    corner: Vector
    along: Vector
    up: Vector


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its address from the site's root, with forward slashes.

    A page that search engines are to list has `alternates`: its address in every language.
    """

    path: str
    data: bytes
    alternates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class SiteInputs:
    """All that pages, plans and shards are made of.

    `layouts` and `obstacles` are by hall id; obstacles are rings on the hall's plan in metres
    (walls, columns, booth panels, furniture). A hall without a layout gets no page.
    `pictures` are those exhibitors' that can be used, by their paths in the fair folder.
    `probes` has the light of halls whose light was baked.
    `fonts` hold the characters of `texts_of`. `redirects` leads from an old
    address to the one that took its place, both without language, as in
    `{"exhibitors/old-slug": "exhibitors/new-slug"}`. `url` is where the site will be
    published ("https://fair.example/2026/"), for canonical links and the sitemap, or None.
    `stills` are the pictures of halls and booths that the build made: width and height in
    pixels by address. `models` are products' own models in the site, by the product's id,
    and `scales` how large they stand in halls: 1 is as large as they are.
    `shelf` has videos, documents and panoramas; `screens` are those of each hall's booths.
    """

    index: FairIndex
    layouts: Mapping[str, HallLayout]
    obstacles: Mapping[str, tuple[Ring, ...]]
    pictures: Mapping[Path, WebPicture]
    viewer: ViewerBundle
    fonts: tuple[WebFont, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    probes: Mapping[str, ShardProbe] = field(default_factory=dict)
    url: str | None = None
    stills: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    models: Mapping[str, PublishedModel] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    shelf: MediaShelf = field(default_factory=MediaShelf)
    screens: Mapping[str, tuple[ScreenPlace, ...]] = field(default_factory=dict)
