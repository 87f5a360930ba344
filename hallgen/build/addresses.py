"""Keeping addresses permanent: the fair's own table of them, and ways from old ones."""

from __future__ import annotations

import os
from collections.abc import Iterator

from hallgen.build.files import replace_file
from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair
from hallgen.readers.addresses import NAME, read_addresses, updated_addresses


def keep_addresses(fair: Fair) -> bool:
    """Add what is new to the fair folder's `addresses.csv`; whether there was something.

    It belongs into version control.

    The table is replaced whole. A folder that may not be written keeps its addresses anyway
    as long as names stay, so nothing is said.
    """
    path = fair.folder / NAME
    before = read_addresses(path, Diagnostics())
    text = updated_addresses(before, fair)
    if text == before.text or not os.access(fair.folder, os.W_OK):
        return False
    replace_file(path, text.encode())
    return True


def redirects(fair: Fair) -> dict[str, str]:
    """From every old address to the present one, both without language."""
    return dict(_redirects(fair))


def _redirects(fair: Fair) -> Iterator[tuple[str, str]]:
    for exhibitor in fair.exhibitors:
        for old in exhibitor.old_slugs:
            yield f"exhibitors/{old}", f"exhibitors/{exhibitor.slug}"
    for product in fair.products:
        for old in product.old_slugs:
            yield f"products/{old}", f"products/{product.slug}"
