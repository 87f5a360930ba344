"""A catalogue of products into a table, whose columns the reader of products knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Text
from hallgen.readers.archives import Archive, ArchiveError, UnsafeArchiveError, inner
from hallgen.readers.catalogues import aas, bmecat, schema_org
from hallgen.readers.catalogues.aas_tree import from_json, from_xml
from hallgen.readers.catalogues.pages import read_page
from hallgen.readers.catalogues.shops import shop_reader
from hallgen.readers.catalogues.types import CatalogueError, CatalogueProduct
from hallgen.readers.columns import is_remote
from hallgen.readers.lined import SyntaxFault, read_json
from hallgen.readers.plans.markup import MarkupError, parse_markup_text
from hallgen.readers.tables import Row, Table
from hallgen.readers.tables.cells import classes, data_sheet, listed
from hallgen.readers.tables.decoding import decode

#: Files that are catalogues whatever is in them; a JSON file is one if it says so.
SUFFIXES: Final = (".xml", ".aasx", ".jsonld", ".html", ".htm")
_JSON: Final = (".json", ".jsonld")
_PAGES: Final = (".html", ".htm")
#: A larger catalogue is not read: all of it is in memory at once.
MOST_BYTES: Final = 256 << 20
#: Words that only JSON of such catalogues has; looked for in the first bytes.
_HEAD: Final = 4096
_AAS_KEYS: Final = (b'"assetAdministrationShells"', b'"submodels"', b'"conceptDescriptions"')
#: What tells a table that it was a catalogue, in `Table.form`.
FORM: Final = "catalogue"

_Found = tuple[str, list[CatalogueProduct]]


def is_catalogue(path: Path) -> bool:
    """Whether a file is a catalogue that is no table: by its ending, or by what its JSON says."""
    suffix = path.suffix.casefold()
    if suffix in SUFFIXES:
        return True
    if suffix != ".json" or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return b"schema.org" in head or any(key in head for key in _AAS_KEYS)


def read_catalogue(path: Path, name: str, diagnostics: Diagnostics) -> Table | None:
    """The products of a catalogue as rows; faults call it `name`. None where it is unreadable."""
    place = Place(name)
    try:
        kind, products = _read(path, name)
    except UnsafeArchiveError as error:
        diagnostics.add(codes.CATALOGUE_UNSAFE, place, f"the archive is not opened: {error}.")
        return None
    except (CatalogueError, ArchiveError) as error:
        where = Place(name, getattr(error, "line", None))
        diagnostics.add(codes.CATALOGUE_UNREADABLE, where, f"it cannot be read: {error}.")
        return None
    if not products:
        message = f"the {kind} has no product in it."
        diagnostics.add(codes.CATALOGUE_WITHOUT_PRODUCTS, place, message)
    return table_of(products, kind, name, path)


def as_shop(table: Table, path: Path) -> Table:
    """A table as one of products, if it is the export of a web shop; else as it is."""
    reader = shop_reader(table)
    if reader is None:
        return table
    kind = reader.__name__.removeprefix("read_")
    return table_of(reader(table), kind, table.file, path)


def table_of(products: list[CatalogueProduct], kind: str, name: str, path: Path) -> Table:
    """Products as a table with our own columns, files as they are found from the catalogue."""
    folder = path.parent
    for _ in Path(name).parts[1:]:
        folder = folder.parent
    rows = tuple(Row(_row(one, folder, name), one.place) for one in products)
    columns = tuple(dict.fromkeys(column for row in rows for column in row.values))
    needed = ("name.und", "exhibitor")
    return Table(name, tuple(dict.fromkeys((*columns, *needed))), rows, form={FORM: kind})


def _read(path: Path, name: str) -> _Found:
    suffix = path.suffix.casefold()
    if path.stat().st_size > MOST_BYTES:
        raise CatalogueError(f"it is larger than {MOST_BYTES >> 20} MB")
    if suffix == ".aasx":
        return _read_aasx(path, name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogueError(error.strerror or str(error)) from error
    if suffix in _PAGES:
        return "page", read_page(decode(data).text, name)
    return _read_json(data, name) if suffix in _JSON else _read_xml(data, name)


def _read_xml(data: bytes, name: str) -> _Found:
    try:
        root = parse_markup_text(data)
    except MarkupError as error:
        raise CatalogueError(str(error), error.line) from error
    if root.tag.upper() == bmecat.ROOT:
        return "BMEcat", bmecat.read_bmecat(root, name)
    if root.tag in ("environment", "aasenv"):
        return "AAS", aas.products_of(from_xml(root), name)
    raise CatalogueError(f"its root is <{root.tag}>, neither a BMECAT nor an AAS environment", 1)


def _read_json(data: bytes, name: str) -> _Found:
    try:
        document = read_json(decode(data).text)
    except SyntaxFault as fault:
        raise CatalogueError(fault.reason, fault.line) from fault
    if schema_org.is_json_ld(document):
        return "JSON-LD", schema_org.read_schema_org(document, name)
    if isinstance(document, dict) and ("submodels" in document or "submodelElements" in document):
        alone = "submodelElements" in document  # a submodel by itself
        return "AAS", aas.products_of(from_json(_environment(document, alone=alone)), name)
    if isinstance(document, dict) and "assetAdministrationShells" in document:
        return "AAS", aas.products_of(from_json(document), name)
    raise CatalogueError("it is neither an AAS environment nor JSON-LD of schema.org")


def _environment(document: Mapping[str, Any], *, alone: bool) -> Mapping[str, Any]:
    return {"submodels": [document]} if alone else document


def _read_aasx(path: Path, name: str) -> _Found:
    """The environments in the package, and its files as paths into it."""
    readers: dict[str, Callable[[bytes, str], _Found]] = {".xml": _read_xml, ".json": _read_json}
    found: list[CatalogueProduct] = []
    faults: list[CatalogueError] = []
    with Archive(path) as archive:
        members = [one for one in archive.names if _may_be_environment(one)]
        for member in members:
            try:
                found += readers[Path(member).suffix.casefold()](archive.read(member), name)[1]
            except CatalogueError as error:
                faults.append(error)
        if faults and len(faults) == len(members):
            raise faults[0]
        if not members:
            raise CatalogueError("the package has no environment of shells")
        return "AASX", [_with_members(one, archive, name) for one in found]


def _may_be_environment(member: str) -> bool:
    """Not the parts of the package itself, and not the files of products."""
    lowered = f"/{member.casefold()}"
    own = lowered.endswith("[content_types].xml") or lowered.startswith("/docprops/")
    return lowered.endswith((".xml", ".json")) and not own and "/files/" not in lowered


def _with_members(one: CatalogueProduct, archive: Archive, name: str) -> CatalogueProduct:
    """The product, its files that lie in the package as paths into it."""

    def inside(file: str) -> str:
        if not file or is_remote(file):
            return file
        return f"{name}/{archive.find(file) or inner(file)}"

    return replace(
        one,
        images=tuple(map(inside, one.images)),
        documents=tuple(map(inside, one.documents)),
        model=inside(one.model),
        video=inside(one.video),
        contact=replace(one.contact, logo=inside(one.contact.logo)),
    )


def _row(one: CatalogueProduct, folder: Path, name: str) -> dict[str, object]:
    """The cells of a product, but for empty ones."""

    def file(said: str) -> str:
        return _nearest(said, folder, name)

    cells: dict[str, object] = {
        "id": one.id,
        **_said("name", one.name),
        "exhibitor": list(one.makers),
        **_said("description", one.description),
        **_said("category", one.category),
        **{f"specifications.{tag}": cell for tag, cell in data_sheet(one.specifications).items()},
        "classification": classes(one.classifications) if one.classifications else "",
        "images": listed([file(said) for said in one.images]) if one.images else "",
        "model": file(one.model),
        "video": listed([file(one.video)]) if one.video else "",
        "documents": listed([file(said) for said in one.documents]) if one.documents else "",
        "maker.website": one.contact.website,
        "maker.email": one.contact.email,
        "maker.phone": one.contact.phone,
        "maker.logo": file(one.contact.logo),
        "maker.address": one.contact.address,
        "maker.city": one.contact.city,
        "maker.country": one.contact.country,
    }
    return {column: cell for column, cell in cells.items() if cell}


def _nearest(said: str, folder: Path, name: str) -> str:
    """A file by its address, or by its name where that lies in the fair folder already."""
    if not is_remote(said):
        return inner(said)
    bare = Path(said.partition("?")[0].partition("#")[0]).name
    near = (Path(bare), Path("media") / bare, Path(name).parent / bare)
    return next((one.as_posix() for one in near if bare and (folder / one).is_file()), said)


def _said(field: str, text: Text) -> dict[str, object]:
    return {f"{field}.{tag}": words for tag, words in text.said}
