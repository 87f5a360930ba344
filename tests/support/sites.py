"""Sites rendered from small fairs, as files by their address."""

from __future__ import annotations

from pathlib import Path

from hallgen.media.pictures import Picture, PictureSet, WebLogo, WebPicture
from hallgen.media.webfonts import WebFont
from hallgen.model import Fair, Ring
from hallgen.site import SiteInputs, ViewerBundle, render_site
from tests.support.fairs import indexed

VIEWER = ViewerBundle(
    entry="viewer/main.js",
    modules=("viewer/main.js", "viewer/shared.js"),
    styles=("viewer/main.css",),
    files={
        "viewer/folder.js": b"",
        "viewer/main.css": b"",
        "viewer/main.js": b"export {};",
        "viewer/pages.js": b"export {};",
        "viewer/shared.js": b"//",
    },
    boot='document.getElementById("hallgen-view").hidden = false;',
    worker=b"self.addEventListener('fetch', () => undefined);",
    pages="viewer/pages.js",
    as_files="viewer/folder.js",
)
FONT = WebFont("Test Sans", "fonts/test.woff2", b"wOF2", "U+20-7E", (400, 700))


def pictures_of(fair: Fair) -> dict[Path, WebPicture]:
    """Pictures by the stem of their file's name; files named "missing" cannot be used."""
    logos = {e.logo for e in fair.exhibitors if e.logo is not None}
    photos = {path for product in fair.products for path in product.images}
    return {
        path: WebPicture(
            page=PictureSet(
                sizes=(_named(path, 400), _named(path, 1600)),
                placeholder="data:image/webp;base64,UklGRg==",
            ),
            logo=WebLogo(page=_named(path, 320), sign="", width=320, height=200, colors=()),
        )
        for path in logos | photos
        if path.stem != "missing"
    }


def _named(path: Path, width: int) -> Picture:
    return Picture(address=f"media/{path.stem}-{width}.webp", width=width, height=width * 5 // 8)


def inputs_of(fair: Fair, url: str | None = None, **redirects: str) -> SiteInputs:
    index, layouts = indexed(fair)
    wall: Ring = ((0.0, 13.8), (24.0, 13.8), (24.0, 14.0), (0.0, 14.0))
    return SiteInputs(
        index=index,
        layouts=layouts,
        obstacles=dict.fromkeys(layouts, (wall,)),
        pictures=pictures_of(fair),
        viewer=VIEWER,
        fonts=(FONT,),
        redirects=redirects,
        url=url,
    )


def rendered(inputs: SiteInputs) -> dict[str, bytes]:
    """The site's files by address, with the pictures that a build writes. None comes twice."""
    files: dict[str, bytes] = {}
    for file in render_site(inputs):
        assert file.path not in files, file.path
        files[file.path] = file.data
    for made in inputs.pictures.values():
        shown = (*(made.page.sizes if made.page else ()), *([made.logo.page] if made.logo else []))
        files |= {picture.address: b"RIFF" for picture in shown}
    return files


def write_site(inputs: SiteInputs, folder: Path) -> None:
    """Write the site's files as a build does, for a server to serve."""
    for path, data in rendered(inputs).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
