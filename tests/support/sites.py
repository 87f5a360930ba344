"""Sites rendered from small fairs, as files by their address."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.media.pictures import Picture, PictureSet
from hallgen.media.webfonts import WebFont
from hallgen.model import Fair, Ring
from hallgen.site import SiteInputs, ViewerBundle, render_site
from tests.support.fairs import indexed

VIEWER = ViewerBundle(
    entry="viewer/main.js",
    modules=("viewer/main.js", "viewer/shared.js"),
    styles=("viewer/main.css",),
    files={
        "viewer/main.css": b"",
        "viewer/main.js": b"export {};",
        "viewer/shared.js": b"//",
    },
    boot='document.getElementById("hallgen-view").hidden = false;',
)
FONT = WebFont("Test Sans", "fonts/test.woff2", b"wOF2", "U+20-7E", (400, 700))


class NamedPictures:
    """Pictures by the stem of their file's name; files named "missing" cannot be used."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Place]] = []

    def photo(self, path: Path, place: Place) -> PictureSet | None:
        self.asked.append((path, place))
        small, large = self._named(path, 400), self._named(path, 1600)
        return small and large and PictureSet((small, large), "data:image/webp;base64,UklGRg==")

    def page_logo(self, path: Path, place: Place) -> Picture | None:
        self.asked.append((path, place))
        return self._named(path, 320)

    def _named(self, path: Path, width: int) -> Picture | None:
        if path.stem == "missing":
            return None
        name = f"media/{path.stem}-{width}.webp"
        return Picture(name, b"RIFF", "image/webp", width, width * 5 // 8)


def inputs_of(fair: Fair, url: str | None = None, **redirects: str) -> SiteInputs:
    index, layouts = indexed(fair)
    wall: Ring = ((0.0, 13.8), (24.0, 13.8), (24.0, 14.0), (0.0, 14.0))
    return SiteInputs(
        index=index,
        layouts=layouts,
        obstacles=dict.fromkeys(layouts, (wall,)),
        pictures=NamedPictures(),
        viewer=VIEWER,
        fonts=(FONT,),
        redirects=redirects,
        url=url,
    )


def rendered(inputs: SiteInputs) -> dict[str, bytes]:
    """The site's files by address. No address comes twice."""
    files: dict[str, bytes] = {}
    for file in render_site(inputs):
        assert file.path not in files, file.path
        files[file.path] = file.data
    return files
