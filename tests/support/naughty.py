"""A fair with a text of somebody's choice in every field of every table, file and media name."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.media.documents.types import Document, Leaf
from hallgen.media.panoramas.types import Panorama
from hallgen.media.pictures import Picture, PictureSet, WebLogo, WebPicture
from hallgen.media.shelf import MediaShelf
from hallgen.media.video import Film, Poster, Source
from hallgen.model import Exhibitor, Fair, FairIndex, Gate, Hall, Product, Text
from hallgen.readers import read_fair
from hallgen.site import SiteInputs, addresses
from tests.support.sites import FONT, VIEWER

LANGUAGES = ("en", "zh")
#: Where visits are counted.
COUNTS = "https://c.example/"
_EXHIBITOR = (
    *("name.en", "name.zh", "intro.en", "country", "city", "address", "website", "email"),
    *("phone", "logo", "color", "video", "captions.en", "documents", "panoramas", "category"),
    *("tags", "website"),
)
_PRODUCT = (
    *("name.en", "name.zh", "description.en", "category", "images", "model", "video"),
    *("captions.en", "documents", "panoramas", "specifications", "highlight"),
)
_SESSION = ("title.en", "title.zh", "location", "speakers", "description", "watch")


class _Texts:
    """Texts one after the other, without an end."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = cycle(texts)

    def next(self) -> str:
        return next(self._texts)

    def said(self) -> dict[str, str]:
        return {language: f"{self.next()}" for language in LANGUAGES}


def write_naughty(folder: Path, texts: Sequence[str], exhibitors: int = 9) -> Path:
    """A fair folder whose every cell and value is one of `texts`, in their order, again and again.

    Only what must be sound to be read at all is: ids that belong together, times, numbers of most
    booths. Files that the tables name are not there.
    """
    said = _Texts(texts)
    (folder / "plans").mkdir(parents=True)
    (folder / "pages").mkdir()
    _rows(
        folder / "plans/1.csv", ("number", "x", "y", "width", "depth", "kind"), _booths(exhibitors)
    )
    ids = [f"e{n}{said.next()}" for n in range(exhibitors)]
    _rows(
        folder / "exhibitors.csv",
        ("id", "booth", *dict.fromkeys(_EXHIBITOR)),
        [
            {"id": id_, "booth": f"A{n:02}"} | {field: said.next() for field in _EXHIBITOR}
            for n, id_ in enumerate(ids)
        ],
    )
    _rows(
        folder / "products.csv",
        ("id", "exhibitor", *_PRODUCT),
        [
            {"id": f"p{n}{said.next()}", "exhibitor": id_}
            | {field: said.next() for field in _PRODUCT}
            | ({"highlight": "yes"} if n % 3 == 0 else {})
            for n, id_ in enumerate([*ids, *ids[:4]])
        ],
    )
    _rows(
        folder / "programme.csv",
        ("id", "start", "end", "exhibitor", *_SESSION),
        [
            {
                "id": f"s{n}{said.next()}",
                "start": f"2027-05-10 {9 + n % 8:02}:00",
                "end": f"2027-05-10 {9 + n % 8:02}:45",
                "exhibitor": id_,
            }
            | {field: said.next() for field in _SESSION}
            for n, id_ in enumerate(ids[:6])
        ],
    )
    for n in range(3):
        text = "\n\n".join(f"{said.next()}\n\n# {said.next()}\n\n- {said.next()}" for _ in range(9))
        (folder / f"pages/{n}.md").write_text(text, "utf-8", errors="replace")
    _yaml(folder / "fair.yaml", _fair(said))
    _yaml(folder / "tours.yaml", _tours(said))
    _yaml(folder / "booths/A00/booth.yaml", {"claim": said.said(), "color": "#112233"})
    return folder


def _booths(count: int) -> Iterator[dict[str, object]]:
    for n in range(count):
        yield {"number": f"A{n:02}", "x": 3 + 3 * n, "y": 6, "width": 3, "depth": 3}
    yield {"number": "S", "x": 3, "y": 12, "width": 6, "depth": 4, "kind": "stage"}


def _fair(said: _Texts) -> dict[str, Any]:
    return {
        "format": 1,
        "id": "naughty",
        "name": said.said(),
        "languages": list(LANGUAGES),
        "dates": {"start": "2027-05-10", "end": "2027-05-12"},
        "timezone": "Asia/Shanghai",
        "venue": {key: said.said() for key in ("name", "address", "city", "country")},
        "organiser": said.said(),
        "description": said.said(),
        "url": "https://fair.example/2027/",
        "registration": said.next(),
        "counts": {"service": "plausible", "address": COUNTS, "site": said.next()},
        "zones": [{"id": f"z{n}{said.next()}", "name": said.said()} for n in range(2)],
        "halls": [
            {
                "id": f"1{said.next()}",
                "name": said.said(),
                "plan": {"file": "plans/1.csv", "unit": "m", "size": {"width": 60, "depth": 24}},
            }
        ],
        "pages": [
            {"id": f"page-{n}", "title": said.said(), "files": f"pages/{n}.md", "menu": menu}
            for n, menu in enumerate(("header", "footer", "none"))
        ],
    }


def _tours(said: _Texts) -> dict[str, Any]:
    def stops() -> list[dict[str, Any]]:
        return [{"booth": f"A{n:02}", "name": said.said(), "text": said.said()} for n in range(3)]

    kinds = ("hot_spots", "tours")
    return {
        kind: [
            {
                "id": kind.replace("_", "-"),
                "name": said.said(),
                "text": said.said(),
                "stops": stops(),
            }
        ]
        for kind in kinds
    }


def _rows(file: Path, columns: Sequence[str], rows: Any) -> None:
    with file.open("w", encoding="utf-8", errors="replace", newline="") as opened:
        writer = csv.DictWriter(opened, columns)
        writer.writeheader()
        writer.writerows(rows)


def _yaml(file: Path, content: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(_encodable(content), allow_unicode=True), "utf-8")


def _encodable(value: Any) -> Any:
    """The same without halves of pairs, which no file can hold."""
    if isinstance(value, dict):
        return {key: _encodable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_encodable(inner) for inner in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def naughty_inputs(folder: Path, texts: Sequence[str]) -> SiteInputs:
    """What the site of such a folder is rendered from: every file is there, and has such a name."""
    fair = read_fair(folder, Diagnostics())
    said = _Texts(texts)
    halls = tuple(_named_on_plan(hall, said) for hall in fair.halls)
    fair = fair.model_copy(update={"halls": halls})
    layouts = {hall.id: lay_out(hall, Diagnostics()) for hall in halls}
    booths = [booth.id for hall in halls for booth in hall.booths]
    stills = {
        **{addresses.booth_still(booth): (1200, 630) for booth in booths},
        **{addresses.small_still(booth): (320, 168) for booth in booths},
        **{addresses.hall_still(hall.id): (1200, 630) for hall in halls},
    }
    return SiteInputs(
        index=FairIndex(fair),
        layouts=layouts,
        obstacles=dict.fromkeys(layouts, ()),
        pictures=dict.fromkeys(_pictures(fair), _PICTURE),
        viewer=VIEWER,
        fonts=(FONT,),
        redirects={"exhibitors/old": f"exhibitors/{fair.exhibitors[0].slug}"},
        url=fair.url,
        stills=stills,
        shelf=_shelf(fair, said),
    )


def _named_on_plan(hall: Hall, said: _Texts) -> Hall:
    """A hall whose drawing bears such texts: as numbers, and as names of areas and of a gate."""
    gate = Gate(id="south", name=Text.of(en=said.next()), position=(30, 0), width=4)
    return hall.model_copy(
        update={
            "booths": tuple(
                booth.model_copy(update={"number": f"{booth.number} {said.next()}"})
                for booth in hall.booths
            ),
            "areas": tuple(
                area.model_copy(update={"name": Text.of(en=said.next(), zh=said.next())})
                for area in hall.areas
            ),
            "gates": (gate,),
        }
    )


def _picture(width: int) -> Picture:
    return Picture(address=f"media/{width}.webp", width=width, height=width // 2)


_PICTURE = WebPicture(
    page=PictureSet(
        sizes=(_picture(400), _picture(800)), placeholder="data:image/webp;base64,AA=="
    ),
    logo=WebLogo(page=_picture(320), sign="", width=320, height=160, colors=()),
)
_FILM = Film(
    sources=(Source(address="media/f.mp4", mime="video/mp4"),),
    width=1280,
    height=720,
    seconds=60,
    silent="media/silent.mp4",
    poster=Poster(address="media/f.webp", width=1280, height=720),
)
_PANORAMA = Panorama(folder="media/p", sizes=(512,), heading=0, preview="media/p.webp", width=512)
_LEAF = Leaf(address="media/d.webp", width=300, height=424)


def _owners(fair: Fair) -> tuple[Exhibitor | Product, ...]:
    return (*fair.exhibitors, *fair.products)


def _pictures(fair: Fair) -> Iterator[Path]:
    yield from (one.logo for one in fair.exhibitors if one.logo is not None)
    yield from (path for product in fair.products for path in product.images)
    yield from (path for page in fair.pages for path in page.pictures.values())


def _shelf(fair: Fair, said: _Texts) -> MediaShelf:
    media = [one.media for one in _owners(fair)]
    return MediaShelf(
        films={one.video: _FILM for one in media if one.video is not None},
        captions={said_.file: "media/c.vtt" for one in media for said_ in one.captions},
        documents={path: _document(path, said) for one in media for path in one.documents},
        panoramas={path: _PANORAMA for one in media for path in one.panoramas},
    )


def _document(path: Path, said: _Texts) -> Document:
    from hallgen.media.documents.pdf import safe_name

    return Document(
        address="media/d.pdf",
        name=safe_name(path),
        title=said.next(),
        bytes=1000,
        pages=1,
        leaves=(_LEAF,),
        words=None,
    )
