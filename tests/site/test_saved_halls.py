"""The list of what a hall needs without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from hallgen.formats.container import pack_glb
from hallgen.site import Published, saved_hall

_PAGE = """<link rel="stylesheet" href="../../../assets/site.css"><a href="../../exhibitors/one/">
<img src="../../../stills/small/1.webp" srcset="../../../media/logo-1.webp 1x,
 ../../../media/logo-2.webp 2x"><a href="plan.svg"><a href="https://elsewhere.example/a.webp">"""


def _glb(*images: str) -> bytes:
    asset = {"asset": {"version": "2.0"}}
    return pack_glb({**asset, "images": [{"uri": uri} for uri in images]}, b"")


def _site() -> dict[str, bytes]:
    tile = {"content": {"uri": "near.glb"}, "children": []}
    root = {"content": {"uri": "hall.glb"}, "children": [tile]}
    files = {
        "assets/site.css": b"body{}",
        "viewer/main.js": b"//",
        "fair.json": b"{}",
        "offline.html": b"offline",
        "index.html": b"not of a hall",
        "stills/small/1.webp": b"still",
        "media/logo-1.webp": b"one",
        "media/logo-2.webp": b"two",
        "media/floor.webp": b"floor",
        "media/poster.webp": b"poster",
        "media/skin.webp": b"skin",
        "media/product.webp": b"product",
        "media/film.mp4": b"a film",
        "media/other.webp": b"of another hall",
        "media/lathe.glb": _glb("skin.webp"),
        "media/lathe.glb.gz": b"packed lathe",
        "tiles/1/tileset.json": json.dumps({"root": root}).encode(),
        "tiles/1/hall.glb": _glb("../../media/floor.webp"),
        "tiles/1/hall.glb.gz": b"packed hall",
        "tiles/1/near.glb": _glb("../../media/poster.webp", "../../media/floor.webp"),
        "tiles/1/near.glb.gz": b"packed near",
        "tiles/2/hall.glb": _glb(),
    }
    for language in ("zh", "en"):
        image = {"image": "media/product.webp#cell=3", "film": "media/film.mp4", "note": language}
        shard = {"products": {"a": image}, "models": ["media/lathe.glb"], "page": "en/halls/1/"}
        files[f"tiles/1/hall.{language}.json"] = json.dumps(shard).encode()
        files[f"{language}/halls/1/index.html"] = f"{_PAGE}{language}".encode()
        files[f"{language}/halls/1/plan.svg"] = f"<svg>{language}".encode()
        files[f"{language}/exhibitors/one/index.html"] = b"a page"
    return files


_ALWAYS = {
    "assets/site.css",
    "viewer/main.js",
    "fair.json",
    "offline.html",
    "tiles/1/tileset.json",
    "stills/small/1.webp",
    "media/logo-1.webp",
    "media/logo-2.webp",
    "media/floor.webp",
    "media/poster.webp",
    "media/skin.webp",
    "media/product.webp",
}
_MODELS = {"tiles/1/hall.glb", "tiles/1/near.glb", "media/lathe.glb"}


def published_of(files: Mapping[str, bytes]) -> Published:
    told = {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in files.items()}
    return Published(told, files.__getitem__)


def test_a_hall_is_its_page_its_tiles_and_all_that_these_show() -> None:
    files = _site()
    published = published_of(files)
    saved = saved_hall(published, "1", ("zh", "en"), "b1", twins=True)
    assert saved.build == "b1"
    assert set(saved.files) == _ALWAYS | {f"{name}.gz" for name in _MODELS}
    assert set(saved.unpacked) == _MODELS
    for language in ("zh", "en"):
        page, plan = f"{language}/halls/1/", f"{language}/halls/1/plan.svg"
        own = saved.languages[language]
        assert set(own) == {page, plan, f"tiles/1/hall.{language}.json"}
        html = files[f"{page}index.html"]
        assert own[page] == (len(html), hashlib.sha256(html).hexdigest()[:16])


def test_without_packed_copies_models_are_kept_as_they_are() -> None:
    files = {name: data for name, data in _site().items() if not name.endswith(".gz")}
    published = published_of(files)
    saved = saved_hall(published, "1", ("zh", "en"), "b1", twins=False)
    assert set(saved.files) == _ALWAYS | _MODELS
    assert saved.unpacked == {}
