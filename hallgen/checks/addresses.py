"""Rules about addresses.csv. Rows that cannot be used are the reader's to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hallgen.checks.reporting import report
from hallgen.codes import ADDRESS_OF_NOBODY
from hallgen.diagnostics import Diagnostic, Diagnostics, Place
from hallgen.model import Fair, HallLayout
from hallgen.readers.addresses import NAME, Address, AddressKind, read_addresses
from hallgen.readers.suggest import nearest

#: So alike (0 to 100) are the ids that are made of a name and of what it was changed to: a new
#: id need be less so than one that has had an address before.
_ALIKE_NEW, _ALIKE_KNOWN = 50, 75


def of_nobody(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """Addresses whose id nothing has any more. Where a list has no ids, they are made of names,
    so that a new name is a new id. A kind of which nothing could be read is passed over.
    """
    addresses = read_addresses(fair.folder / NAME, Diagnostics())
    ids = {
        AddressKind.EXHIBITOR: [exhibitor.id for exhibitor in fair.exhibitors],
        AddressKind.PRODUCT: [product.id for product in fair.products],
    }
    for kind, present in ids.items():
        rows = {row.id: row for row in reversed(addresses.rows) if row.kind is kind}
        lost = [row for row in reversed(rows.values()) if row.id not in present]
        if present:
            yield from _told(kind, lost, present, [id_ for id_ in present if id_ not in rows])


def _told(
    kind: AddressKind, lost: Sequence[Address], present: Sequence[str], new: Sequence[str]
) -> Iterator[Diagnostic]:
    """Each that has a likely heir, and all others together."""
    heirs = {
        row: nearest(row.id, new, alike=_ALIKE_NEW) or nearest(row.id, present, alike=_ALIKE_KNOWN)
        for row in lost
    }
    for row, heir in heirs.items():
        if heir:
            yield Diagnostic(
                ADDRESS_OF_NOBODY,
                Place(NAME, row.line),
                f"no {kind} has the id {row.id!r} any more.",
                f"If it is {heir[0]!r} now, write that id here: the address {row.slug!r} stays.",
            )
    yield from report(
        ADDRESS_OF_NOBODY,
        [row for row, heir in heirs.items() if not heir],
        place=lambda row: Place(NAME, row.line),
        name=lambda row: row.id,
        one=lambda row: f"no {kind} has the id {row.id!r} any more.",
        many=f"ids of addresses belong to no {kind} any more",
    )
