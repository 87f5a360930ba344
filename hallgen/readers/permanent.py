"""Gives every exhibitor and product its slug: the one it always had, else a new one."""

from __future__ import annotations

from hallgen.readers.addresses import Addresses, AddressKind
from hallgen.readers.slugs import unique


class Slugs:
    """Hands out slugs, none twice, and none that ever was another's."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._taken = {kind: addresses.taken(kind) for kind in AddressKind}

    def of(self, kind: AddressKind, id_: str, wanted: str) -> tuple[str, tuple[str, ...]]:
        """The slug of an id, and the old ones that lead there."""
        known = self._addresses.slugs(kind, id_)
        if known:
            return known[0], known[1:]
        return unique(wanted, self._taken[kind]), ()
