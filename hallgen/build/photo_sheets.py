"""Photos and logos on sheets, where a site is to have few files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image

from hallgen.build.files import write_file
from hallgen.media.pictures import Picture, PictureSet, WebPicture
from hallgen.media.pictures.photo_sheets import LOGO, MOST, PHOTO, sheet_of
from hallgen.model import Exhibitor, Fair

Pictures = Mapping[Path, WebPicture]


def on_sheets(fair: Fair, pictures: Pictures, aside: Path) -> dict[Path, WebPicture]:
    """The pictures, products' photos and exhibitors' logos as cells of sheets, which are written
    into `aside` in place of their own files.

    Photos of one exhibitor stay together, and logos are in the order of the fair's first list,
    so that who looks at one sees its neighbours as well.
    """
    shown = dict(pictures)
    for paths in _sheets(_photos(fair), {path for path in pictures if pictures[path].page}):
        for path, cell in _written(paths, PHOTO, pictures, aside):
            page = PictureSet(sizes=(cell,), placeholder="")
            shown[path] = shown[path].model_copy(update={"page": page})
    for paths in _sheets(_logos(fair), {path for path in pictures if pictures[path].logo}):
        for path, cell in _written(paths, LOGO, pictures, aside):
            logo = pictures[path].logo
            if logo is not None:
                logo = logo.model_copy(update={"page": cell})
                shown[path] = shown[path].model_copy(update={"logo": logo})
    before, after = (set(map(str, _addresses(some))) for some in (pictures, shown))
    for address in before - after:
        (aside / address).unlink(missing_ok=True)
    return shown


def _photos(fair: Fair) -> Iterator[Iterable[Path]]:
    """The photos of each exhibitor's products, but for those that pages show large as well."""
    large = {path for page in fair.pages for path in page.pictures.values()}
    large |= {trail.picture for trail in fair.trails if trail.picture is not None}
    own: dict[str, list[Path]] = {exhibitor.id: [] for exhibitor in fair.exhibitors}
    for product in fair.products:
        own[product.exhibitor] += (path for path in product.images if path not in large)
    return iter(own.values())


def _logos(fair: Fair) -> Iterator[Iterable[Path]]:
    def name(exhibitor: Exhibitor) -> str:
        return exhibitor.name.best(*fair.languages).casefold()

    ordered = sorted(fair.exhibitors, key=name)
    return ((exhibitor.logo,) for exhibitor in ordered if exhibitor.logo is not None)


def _sheets(groups: Iterable[Iterable[Path]], usable: set[Path]) -> Iterator[Sequence[Path]]:
    """Which pictures are on one sheet, each once: groups stay together where they can."""
    left = set(usable)
    sheet: list[Path] = []
    for group in groups:
        fresh = [path for path in dict.fromkeys(group) if path in left]
        left.difference_update(fresh)
        if sheet and len(sheet) + len(fresh) > MOST:
            yield sheet
            sheet = []
        sheet += fresh
        while len(sheet) > MOST:
            yield sheet[:MOST]
            sheet = sheet[MOST:]
    if sheet:
        yield sheet


def _written(
    paths: Sequence[Path], cell: tuple[int, int], pictures: Pictures, aside: Path
) -> Iterator[tuple[Path, Picture]]:
    made = sheet_of([_read(aside, pictures[path], cell) for path in paths], cell)
    for file in made.files:
        write_file(aside, file.name, file.data)
    return zip(paths, made.facts, strict=True)


def _read(aside: Path, picture: WebPicture, cell: tuple[int, int]) -> Image.Image:
    """The smallest size that fills a cell, else the largest there is."""
    sizes: tuple[Picture, ...]
    if cell == LOGO:
        sizes = () if picture.logo is None else (picture.logo.page,)
    else:
        sizes = () if picture.page is None else picture.page.sizes
    fitting = [size for size in sizes if size.width >= cell[0] or size.height >= cell[1]]
    with Image.open(aside / (fitting or sizes[-1:])[0].address) as opened:
        opened.load()
        return opened


def _addresses(pictures: Pictures) -> Iterator[str]:
    for picture in pictures.values():
        if picture.page is not None:
            yield from (size.address for size in picture.page.sizes)
        if picture.logo is not None:
            yield picture.logo.page.address
