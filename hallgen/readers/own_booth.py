"""An exhibitor's own folder without the fair around it: booth.yaml, media, and perhaps tables.

The booth then stands in a hall that is like many, among neighbours that nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import UsageError
from hallgen.model import (
    UNDETERMINED,
    Booth,
    BoothKind,
    Exhibitor,
    Fair,
    Hall,
    Language,
    Polygon,
    Product,
    Text,
)
from hallgen.readers.addresses import Addresses
from hallgen.readers.booth_files import NAME, read_choices
from hallgen.readers.documents import read_document
from hallgen.readers.exhibitors import Listed, merged, read_listed
from hallgen.readers.fair import exhibitor_of
from hallgen.readers.fair_file import Size, TableSource
from hallgen.readers.halls import safe_id
from hallgen.readers.inputs import own_input
from hallgen.readers.join import Directory, Joined
from hallgen.readers.permanent import Slugs
from hallgen.readers.products import ProductReader
from hallgen.readers.slugs import slug, unique
from hallgen.readers.tables import Row, Table, read_table
from hallgen.readers.tables.reading import SUFFIXES

MEDIA: Final = "media"
#: The size of a booth of which nothing is known, in metres.
USUAL: Final = Size(width=6.0, depth=3.0)
#: Endings of pictures that are taken for photos of products, and of logos.
PHOTOS: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff"})
LOGOS: Final = frozenset({*PHOTOS, ".svg", ".pdf"})
_OWN: Final = "own"
#: From this floor in square metres on, a booth stands alone.
_ISLAND: Final = 36.0
#: Sides of the neighbours' booths, and widths of aisles and of the free floor around, in metres.
_SIDE, _AISLE, _AROUND = 3.0, 3.0, 5.0


def is_own_booth(folder: Path) -> bool:
    """Whether a folder looks like an exhibitor's own."""
    return (folder / NAME).is_file() or (folder / MEDIA).is_dir()


def read_own_booth(folder: Path, size: Size, diagnostics: Diagnostics) -> Fair:
    """A fair of one hall around the booth in `folder`. Raises UsageError where there is none.

    Without a table `exhibitors` the exhibitor is called as the folder is, and has the logo
    media/logo; without a table `products` each other picture in media is one.
    """
    if not is_own_booth(folder):
        raise UsageError(f"There is no {NAME} and no folder {MEDIA} in {folder}.")
    languages = _languages(folder)
    who = _listed(folder, languages, diagnostics)
    name = safe_id(folder.resolve().name) or _OWN
    hall = _hall(name, size)
    own, *others = hall.booths
    slugs = Slugs(Addresses())
    joined = Joined({_OWN: [own.id]})
    exhibitor = exhibitor_of(_OWN, who, joined, slugs)
    products = _products(folder, who, languages, slugs, diagnostics)
    choices = read_choices(folder / NAME, NAME, folder, products, diagnostics)
    own = own.model_copy(update={"choices": choices})
    hall = hall.model_copy(update={"booths": (own, *others)})
    return Fair(
        id="own-booth",
        name=Text.of(en="Preview", zh="预览", ja="プレビュー", ko="미리보기"),
        folder=folder,
        languages=languages,
        halls=(hall,),
        exhibitors=(exhibitor, *_neighbours(others)),
        products=products,
    )


def _languages(folder: Path) -> tuple[Language, ...]:
    """Those of its claim and of what it says of itself; what is wrong with the file is told by
    whoever reads all of it.
    """
    told = Diagnostics()
    file = own_input(folder, NAME, told)
    document = None if file is None else read_document(file, NAME, told)
    texts = (document.get(key) for key in ("claim", "intro")) if document else ()
    said = (Text.model_validate(text).said for text in texts if isinstance(text, dict))
    tags = dict.fromkeys(tag for pairs in said for tag, _ in pairs if tag != UNDETERMINED)
    return tuple(tags) or ("en",)


def _listed(folder: Path, languages: Sequence[Language], diagnostics: Diagnostics) -> Listed:
    """The first row of its table of exhibitors, or what the folder itself tells."""
    read = _table(folder, "exhibitors", diagnostics)
    if read is not None:
        found = merged(read_listed(*read, languages, folder, diagnostics), diagnostics)
        if found:
            return found[0]
    name = Text.model_validate(folder.resolve().name)
    logo = next(_media(folder, LOGOS, only="logo"), None)
    return Listed(given_id=None, name=name, place=Place(NAME), logo=logo)


def _products(
    folder: Path,
    who: Listed,
    languages: Sequence[Language],
    slugs: Slugs,
    diagnostics: Diagnostics,
) -> tuple[Product, ...]:
    read = _table(folder, "products", diagnostics)
    if read is not None:
        table, source = read
        reader = ProductReader(Directory({_OWN: who}), slugs, folder, languages, diagnostics)
        return reader.read(_of(table), source)
    taken: set[str] = set()
    named = [(path, unique(slug(path.stem) or "product", taken)) for path in _media(folder, PHOTOS)]
    return tuple(
        Product(
            id=id_,
            slug=id_,
            name=Text.model_validate(path.stem.replace("-", " ").replace("_", " ")),
            exhibitor=_OWN,
            place=Place(path.as_posix()),
            images=(path,),
        )
        for path, id_ in named
    )


def _table(folder: Path, kind: str, diagnostics: Diagnostics) -> tuple[Table, TableSource] | None:
    for name in (f"{kind}{suffix}" for suffix in SUFFIXES):
        source = TableSource(file=name)
        if file := own_input(folder, name, diagnostics):
            table = read_table(file, source, name, diagnostics)
            return None if table is None else (table, source)
    return None


def has_table(folder: Path, kind: str) -> bool:
    """Whether an own folder has a table of exhibitors or of products."""
    return any((folder / f"{kind}{suffix}").is_file() for suffix in SUFFIXES)


def _of(table: Table) -> Table:
    """The table with its exhibitor in every row, whatever it says of whose the products are."""
    rows = tuple(Row({**row.values, "exhibitor": _OWN}, row.place) for row in table.rows)
    return replace(table, columns=tuple(dict.fromkeys((*table.columns, "exhibitor"))), rows=rows)


def _media(folder: Path, endings: frozenset[str], only: str | None = None) -> Iterator[Path]:
    """Pictures in its folder of media by name: all but its logo, or `only` those called so."""
    for path in sorted((folder / MEDIA).glob("*")):
        called = path.stem.casefold()
        wanted = called == only if only is not None else called != "logo"
        if wanted and path.suffix.lower() in endings and path.is_file():
            yield path.relative_to(folder)


def _hall(name: str, size: Size) -> Hall:
    """A hall with its booth first: in a row, or alone where it is large; others opposite to it
    and behind.
    """
    large = size.width * size.depth >= _ISLAND
    apart = _AISLE if large else 0.0
    left = _AROUND + 3 * _SIDE + apart
    front = _AROUND + _SIDE + _AISLE
    behind = front + size.depth + apart
    width = 2 * left + size.width
    beside = [*_row(_AROUND, 3), *_row(left + size.width + apart, 3)]
    across = _row(_AROUND, int((width - 2 * _AROUND) / _SIDE))
    places = [
        *((x, front, min(size.depth, 2 * _SIDE)) for x in beside),
        *((x, _AROUND, _SIDE) for x in across),
        *((x, behind, _SIDE) for x in across),
    ]
    booths = [_booth(name, name, left, front, size.width, size.depth)]
    booths += [
        _booth(f"neighbour-{n}", f"N{n:02}", x, y, _SIDE, depth)
        for n, (x, y, depth) in enumerate(places, start=1)
    ]
    if large:
        booths[0] = booths[0].model_copy(update={"kind": BoothKind.RAW})
    return Hall(
        id="1",
        name=Text.of(en="Hall", zh="展馆", ja="ホール", ko="전시관"),
        outline=_rectangle(0, 0, width, behind + _SIDE + _AROUND),
        height=10.0,
        booths=tuple(booths),
        place=Place(NAME),
    )


def _row(start: float, count: int) -> list[float]:
    return [start + n * _SIDE for n in range(count)]


def _booth(id_: str, number: str, x: float, y: float, width: float, depth: float) -> Booth:
    return Booth(
        id=id_,
        number=number,
        hall="1",
        outline=_rectangle(x, y, width, depth),
        kind=BoothKind.SHELL,
        place=Place(NAME, item=id_),
        main_exhibitor=id_ if id_.startswith("neighbour-") else _OWN,
    )


def _rectangle(x: float, y: float, width: float, depth: float) -> Polygon:
    return Polygon(outer=((x, y), (x + width, y), (x + width, y + depth), (x, y + depth)))


def _neighbours(booths: Sequence[Booth]) -> Iterator[Exhibitor]:
    for booth in booths:
        yield Exhibitor(
            id=booth.id,
            slug=booth.id,
            name=Text.of(en="Neighbour", zh="相邻展商", ja="隣の出展者", ko="이웃 참가사"),
            place=booth.place,
            booths=(booth.id,),
        )
