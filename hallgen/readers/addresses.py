"""addresses.csv: the permanent addresses of exhibitors and products, kept with the fair.

Its rows are kind, id, slug. The first row of an id is where its page is, further ones are
old addresses that lead there. Whoever changes an id or wants another address edits the
table; hallgen only adds rows at its end.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Exhibitor, Fair, Product
from hallgen.readers.tables.decoding import decode
from hallgen.readers.tables.formulas import disarmed, rearmed
from hallgen.readers.tables.separated import read_separated

NAME = "addresses.csv"
HEADER = ("kind", "id", "slug")
_SLUG = re.compile(r"^[a-z0-9][a-z0-9-]*$")


class AddressKind(StrEnum):
    """What has an address of its own."""

    EXHIBITOR = "exhibitor"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Address:
    """One row, on `line` of the table: this slug belongs to that id, for good."""

    kind: AddressKind
    id: str
    slug: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Addresses:
    """The table as read. `text` is what the file said, so that nothing in it gets lost."""

    rows: tuple[Address, ...] = ()
    text: str = ""

    def slugs(self, kind: AddressKind, id_: str) -> tuple[str, ...]:
        """The slugs of an id: the present one first, then old ones."""
        return tuple(row.slug for row in self.rows if (row.kind, row.id) == (kind, id_))

    def taken(self, kind: AddressKind) -> set[str]:
        """All slugs there ever were; none of them is given to another."""
        return {row.slug for row in self.rows if row.kind is kind}


def read_addresses(path: Path, diagnostics: Diagnostics) -> Addresses:
    """The table at `path`; an empty one where there is none. Faulty rows are told and skipped."""
    if not path.is_file():
        return Addresses()
    text = decode(path.read_bytes()).text
    owners: dict[tuple[AddressKind, str], str] = {}
    rows: list[Address] = []
    for line in read_separated(text).lines:
        cells = [str(cell).strip() for cell in line.cells]
        if not any(cells) or tuple(cells[:3]) == HEADER:
            continue
        fault, row = _row(cells, line.number, owners)
        if row is None:
            diagnostics.add(codes.BAD_ADDRESSES, Place(NAME, line.number), fault)
        else:
            owners[row.kind, row.slug] = row.id
            rows.append(row)
    return Addresses(tuple(rows), text)


def _row(
    cells: list[str], line: int, owners: dict[tuple[AddressKind, str], str]
) -> tuple[str, Address | None]:
    """What is wrong with a row, or the row."""
    if len(cells) < len(HEADER) or not all(cells[:3]):
        return "the row is not complete.", None
    kind, id_, slug = cells[0], rearmed(cells[1]), cells[2]
    if kind not in set(AddressKind):
        return f"{kind!r} is no kind of address.", None
    if not _SLUG.match(slug):
        return f"{slug!r} is no slug: small letters, digits and hyphens.", None
    owner = owners.get((AddressKind(kind), slug), id_)
    if owner != id_:
        return f"the slug {slug!r} belongs to {owner!r} already.", None
    return "", Address(AddressKind(kind), id_, slug, line)


def updated_addresses(addresses: Addresses, fair: Fair) -> str:
    """What addresses.csv is to say from now on: as before, and a row for all that is new."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not addresses.text.strip():
        writer.writerow(HEADER)
    known = {(row.kind, row.id) for row in addresses.rows}
    things: tuple[tuple[AddressKind, tuple[Exhibitor | Product, ...]], ...] = (
        (AddressKind.EXHIBITOR, fair.exhibitors),
        (AddressKind.PRODUCT, fair.products),
    )
    for kind, found in things:
        for one in found:
            if (kind, one.id) not in known:
                writer.writerow((kind, disarmed(one.id), one.slug))
    added = out.getvalue()
    before = addresses.text
    if added and before and not before.endswith("\n"):
        before += "\n"
    return before + added
