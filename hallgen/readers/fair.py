"""A fair folder into the model: read everything, join it, and tell every fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.errors import FairError
from hallgen.model import Exhibitor, Fair, Text
from hallgen.readers import addresses as address_table
from hallgen.readers.addresses import Addresses, AddressKind, read_addresses
from hallgen.readers.booth_files import with_choices
from hallgen.readers.catalogues import as_shop, is_catalogue, read_catalogue
from hallgen.readers.contacts import with_contacts
from hallgen.readers.doors import with_doors
from hallgen.readers.exhibitors import Listed, merged, read_listed
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fair_yaml import FairYaml, read_fair_yaml
from hallgen.readers.formats import table_suffixes
from hallgen.readers.halls import read_halls, shown
from hallgen.readers.hosts import publishing_of
from hallgen.readers.info_pages import read_info_pages
from hallgen.readers.inputs import find_input, own_input
from hallgen.readers.join import Directory, Joined, join, report_empty, with_exhibitors
from hallgen.readers.near_names import tell_near_names
from hallgen.readers.permanent import Slugs
from hallgen.readers.plans import read_plan
from hallgen.readers.products import ProductReader
from hallgen.readers.programme import ProgrammeReader
from hallgen.readers.shared_numbers import divide
from hallgen.readers.slugs import slug_of, unique
from hallgen.readers.strings import read_strings
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.reading import SUFFIXES
from hallgen.readers.theme import read_theme
from hallgen.readers.tours import read_tours
from hallgen.readers.venue_rules import read_venue_rules


def read_fair(folder: Path, diagnostics: Diagnostics) -> Fair:
    """Read the fair in `folder`.

    Raises UsageError where there is no fair.yaml, FairError where no hall could be read; the
    faults of all tables are told even then. All other faults are added to `diagnostics`, and
    what they concern is left out.
    """
    source = read_fair_yaml(folder, diagnostics)
    file = source.file
    read = read_halls(source, folder, read_plan, diagnostics)
    listed = _with_ids(
        merged(
            (
                one
                for table, entry in _tables(source, folder, "exhibitors", diagnostics)
                for one in read_listed(table, entry, file.languages, folder, diagnostics)
            ),
            diagnostics,
        )
    )
    tell_near_names(listed.values(), diagnostics)
    # Without any plan all references lead nowhere, which is no fault of the list.
    joined = join(listed, read.halls, diagnostics if read.halls else Diagnostics())
    divided = divide(read, joined, listed, diagnostics)
    divided = with_doors(divided, source, diagnostics)
    halls = tuple(with_exhibitors(hall, joined) for hall in divided)
    if listed and halls:
        report_empty(halls, diagnostics)
    slugs = Slugs(_addresses(folder, diagnostics))
    directory = Directory(listed)
    exhibitors = tuple(exhibitor_of(id_, one, joined, slugs) for id_, one in listed.items())
    reader = ProductReader(directory, slugs, folder, file.languages, diagnostics)
    products = tuple(
        product
        for table, entry in _tables(source, folder, "products", diagnostics)
        for product in reader.read(table, entry)
    )
    programme = ProgrammeReader(directory, file.languages, diagnostics, folder)
    fair = Fair(
        id=file.id,
        name=file.name,
        folder=folder,
        languages=file.languages,
        start=file.dates.start if file.dates else None,
        end=file.dates.end if file.dates else None,
        venue=file.venue,
        organiser=file.organiser,
        description=file.description,
        url=file.url,
        timezone=file.timezone,
        enquiries=file.enquiries,
        counts=file.counts,
        embeds=file.embeds,
        publishing=publishing_of(file.publish),
        registration=file.registration,
        pages=read_info_pages(source, folder, diagnostics),
        theme=read_theme(source, folder, diagnostics),
        strings=read_strings(folder, file.languages, diagnostics),
        rules=read_venue_rules(source, diagnostics),
        zones=file.zones,
        halls=with_choices(halls, folder, products, diagnostics),
        exhibitors=with_contacts(exhibitors, reader.contacts, folder),
        products=products,
        sessions=tuple(
            session
            for table, entry in _tables(source, folder, "programme", diagnostics)
            for session in programme.read(table, entry)
        ),
    )
    fair = fair.model_copy(update={"trails": read_tours(fair, diagnostics)})
    if not halls:
        raise FairError("No hall could be read, so there is nothing to build.")
    return fair


def _addresses(folder: Path, diagnostics: Diagnostics) -> Addresses:
    path = own_input(folder, address_table.NAME, diagnostics)
    return Addresses() if path is None else read_addresses(path, diagnostics)


def _tables(
    source: FairYaml, folder: Path, kind: str, diagnostics: Diagnostics
) -> Iterator[tuple[Table, TableSource]]:
    """The readable tables of a kind, each with what fair.yaml says of it."""
    for at, entry in enumerate(_entries(source, folder, kind)):
        place = source.place("tables", kind, at, "file")
        path = find_input(folder, entry.file, place, diagnostics, codes.MISSING_FILE)
        if path is not None and (table := _table(path, entry, kind, diagnostics)):
            yield table, entry


def _table(path: Path, entry: TableSource, kind: str, diagnostics: Diagnostics) -> Table | None:
    """The table in a file; of products, a catalogue may be one, or what a web shop exports."""
    name = shown(entry.file)
    if kind != "products":
        return read_table(path, entry, name, diagnostics)
    if is_catalogue(path):
        return read_catalogue(path, name, diagnostics)
    table = read_table(path, entry, name, diagnostics)
    return table if table is None or entry.columns else as_shop(table, path)


def _entries(source: FairYaml, folder: Path, kind: str) -> Sequence[TableSource]:
    """The tables of a kind; a fair.yaml without `tables` has them under their usual names."""
    if "tables" in source.document.lines:
        tables: tuple[TableSource, ...] = getattr(source.file.tables, kind)
        return tables
    usual = (f"{kind}{suffix}" for suffix in (*SUFFIXES, *table_suffixes()))
    return tuple(TableSource(file=name) for name in usual if (folder / name).is_file())[:1]


def _with_ids(listed: Sequence[Listed]) -> dict[str, Listed]:
    """Every exhibitor by its id: the one the list gives, else one made of its name."""
    taken = {one.given_id for one in listed if one.given_id is not None}
    return {one.given_id or unique(slug_of(one.name, "exhibitor"), taken): one for one in listed}


def exhibitor_of(id_: str, listed: Listed, joined: Joined, slugs: Slugs) -> Exhibitor:
    """The exhibitor of an id, as it was listed, in the booths that were found for it."""
    slug, old = slugs.of(AddressKind.EXHIBITOR, id_, slug_of(listed.name, "exhibitor"))
    facts = listed.facts
    return Exhibitor(
        id=id_,
        slug=slug,
        old_slugs=old,
        name=listed.name,
        place=listed.place,
        intro=listed.texts.get("intro", Text()),
        country=listed.texts.get("country", Text()),
        city=listed.texts.get("city", Text()),
        address=listed.texts.get("address", Text()),
        tier=listed.texts.get("tier", Text()),
        website=facts.get("website") or None,
        email=facts.get("email") or None,
        phone=facts.get("phone") or None,
        color=facts.get("color") or None,
        wechat=facts.get("wechat") or None,
        wechat_code=listed.wechat_code,
        logo=listed.logo,
        media=listed.media,
        categories=listed.categories,
        tags=listed.tags,
        booths=tuple(joined.booths_of[id_]),
        references=tuple(reference.text for reference in listed.references),
    )
