"""Videos, documents and panoramas on pages; videos on the screens of halls."""

from __future__ import annotations

import dataclasses
import json
import math
import re
from pathlib import Path

import html5lib

from hallgen.media.documents.types import Document, Leaf
from hallgen.media.panoramas.types import Panorama
from hallgen.media.shelf import MediaShelf
from hallgen.media.video import Film, Poster, Source
from hallgen.model import BoothChoices, Captions, Fair, RichMedia
from hallgen.site import ScreenPlace, SiteInputs
from hallgen.site.manifest import HallShard
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered

FILM = Film(
    sources=(
        Source(address="media/f/index.m3u8", mime="application/vnd.apple.mpegurl"),
        Source(address="media/f.mp4", mime="video/mp4"),
    ),
    width=1280,
    height=720,
    seconds=61.4,
    silent="media/f-silent.mp4",
    poster=Poster(address="media/f.webp", width=1280, height=720),
)
TALL = FILM.model_copy(update={"width": 720, "height": 1280, "silent": "media/tall.mp4"})
WIDE = FILM.model_copy(update={"silent": "media/wide.mp4"})
DOCUMENT = Document(
    address="media/d.pdf",
    name="Data sheet.pdf",
    title='Sheet "one"',
    bytes=1_234_567,
    pages=8,
    leaves=(Leaf(address="media/d1.webp", width=300, height=424),),
    words="search/documents/d.json",
)
PANORAMA = Panorama(
    folder="media/p", sizes=(512, 1024), heading=30, preview="media/p.webp", width=1024
)
MEDIA = RichMedia(
    video=Path("film.mp4"),
    captions=(
        Captions(language="de", file=Path("de.vtt")),
        Captions(language="en", file=Path("en.vtt")),
        Captions(language="fr", file=Path("broken.vtt")),
    ),
    documents=(Path("a.pdf"), Path("broken.pdf")),
    panoramas=(Path("room.jpg"),),
)
SHELF = MediaShelf(
    films={Path("film.mp4"): FILM, Path("tall.mp4"): TALL, Path("wide.mp4"): WIDE},
    captions={Path("de.vtt"): "media/de.vtt", Path("en.vtt"): "media/en.vtt"},
    documents={Path("a.pdf"): DOCUMENT},
    panoramas={Path("room.jpg"): PANORAMA},
)

NONE, UNCHOSEN = RichMedia(), BoothChoices()


def fair_with(
    exhibitor: RichMedia = NONE, product: RichMedia = NONE, choices: BoothChoices = UNCHOSEN
) -> Fair:
    """The small fair; Yuance, its product and its booth have these."""
    fair = small_fair()
    update = {
        "exhibitors": tuple(
            e.model_copy(update={"media": exhibitor}) if e.id == "yuance" else e
            for e in fair.exhibitors
        ),
        "products": tuple(
            p.model_copy(update={"media": product}) if p.id == "vmc-500" else p
            for p in fair.products
        ),
        "halls": tuple(
            h.model_copy(
                update={
                    "booths": tuple(
                        b.model_copy(update={"choices": choices}) if b.id == "1-A01" else b
                        for b in h.booths
                    )
                }
            )
            for h in fair.halls
        ),
    }
    return fair.model_copy(update=update)


def inputs_with(
    exhibitor: RichMedia = NONE,
    product: RichMedia = NONE,
    choices: BoothChoices = UNCHOSEN,
    screens: tuple[ScreenPlace, ...] = (),
) -> SiteInputs:
    inputs = inputs_of(fair_with(exhibitor, product, choices))
    return dataclasses.replace(inputs, shelf=SHELF, screens={"1": screens})


def test_a_product_page_has_its_video_documents_and_panoramas() -> None:
    page = rendered(inputs_with(product=MEDIA))["en/products/vmc-500/index.html"].decode()
    html5lib.HTMLParser(strict=True).parse(page)
    assert 'preload="none"' in page
    assert 'poster="../../../media/f.webp"' in page
    sources = re.findall(r'<source src="../../../([^"]+)" type="([^"]+)">', page)
    assert sources == [(source.address, source.mime) for source in FILM.sources]
    track = r'<track kind="captions" src="[./]*([^"]+)" srclang="(..)"[^>]*?( default)?>'
    tracks = re.findall(track, page)
    assert tracks == [("media/en.vtt", "en", " default"), ("media/de.vtt", "de", "")]
    assert 'href="../../../media/d.pdf" download="Data sheet.pdf"' in page
    assert "Sheet &#34;one&#34;" in page
    assert "PDF, 1.2 MB, 8 pages" in page
    assert "media/p.webp" in page
    assert page.count("broken") == 0


def test_search_engines_learn_of_the_video() -> None:
    files = rendered(inputs_with(exhibitor=MEDIA, product=MEDIA))
    for address in ("en/products/vmc-500/", "zh/exhibitors/yuance/"):
        page = files[f"{address}index.html"].decode()
        block = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page)
        assert block is not None
        (video,) = json.loads(block[1])["subjectOf"]
        assert video["@type"] == "VideoObject"
        assert video["contentUrl"] == "../../../media/f.mp4"
        assert video["duration"] == "PT61S"


def place(booth: str, wide: float, tall: float) -> ScreenPlace:
    return ScreenPlace(booth, (1.00049, 1, -2), (wide, 0, 0), (0, tall, 0))


def test_screens_play_what_is_nearest_to_the_booth_and_fits() -> None:
    screens = (place("1-A01", 1.8, 1.0), place("1-A01", 1.6, 1.0), place("1-A01", 0.6, 1.0))
    own, tall, wide = (RichMedia(video=Path(f"{n}.mp4")) for n in ("film", "tall", "wide"))

    def played(*media: RichMedia, choices: BoothChoices = UNCHOSEN) -> list[str]:
        data = rendered(inputs_with(*media, choices, screens))["tiles/1/hall.en.json"]
        shard = HallShard.model_validate_json(data)
        assert all(screen.booth == "1-A01" for screen in shard.screens)
        assert all(screen.corner == (1.0, 1.0, -2.0) for screen in shard.screens)
        return [screen.video for screen in shard.screens]

    assert played(NONE, NONE) == []
    assert played(NONE, own) == ["media/f-silent.mp4"] * 2
    assert played(tall, own) == ["media/tall.mp4"]
    choices = BoothChoices(video=Path("wide.mp4"))
    assert played(tall, own, choices=choices) == ["media/wide.mp4"] * 2
    assert played(wide, NONE, choices=BoothChoices(video=Path("lost.mp4"))) == (
        ["media/wide.mp4"] * 2
    )


def test_panoramas_are_entered_from_the_booths_of_those_who_have_them() -> None:
    inputs = inputs_with(exhibitor=MEDIA, product=MEDIA)
    shard = HallShard.model_validate_json(rendered(inputs)["tiles/1/hall.en.json"])
    booths = {booth.id: booth for booth in shard.booths}
    assert [(e.booth, e.exhibitor, e.product) for e in shard.experiences] == [
        ("1-A01", "yuance", None),
        ("1-A01", "yuance", "vmc-500"),
        ("1-A10", "yuance", None),
        ("1-A10", "yuance", "vmc-500"),
    ]
    for experience in shard.experiences:
        xs, zs = zip(*booths[experience.booth].outline, strict=True)
        x, y, z = experience.position
        assert min(xs) < x < max(xs)
        assert min(zs) < z < max(zs)
        assert 1.2 < y < 2.2
        assert experience.panorama.folder == "media/p"
        assert experience.panorama.heading == 30
    first, second, *_ = (experience.position for experience in shard.experiences)
    assert math.dist(first, second) > 0.5
