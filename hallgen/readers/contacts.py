"""How an exhibitor is reached, where its list does not say and its catalogue does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hallgen.model import Exhibitor, Text
from hallgen.readers.columns import is_remote, media_path
from hallgen.readers.exhibitors import DOMAIN, MAIL
from hallgen.readers.tables import Row


def with_contacts(
    exhibitors: Sequence[Exhibitor], contacts: Mapping[str, Row], folder: Path
) -> tuple[Exhibitor, ...]:
    """The exhibitors, each gap filled with what the row of its catalogue says."""
    return tuple(
        _with(one, contacts[one.id], folder) if one.id in contacts else one for one in exhibitors
    )


def _with(one: Exhibitor, row: Row, folder: Path) -> Exhibitor:
    website, email = row.text("maker.website"), MAIL.search(row.text("maker.email"))
    logo = row.text("maker.logo")
    said: dict[str, Any] = {
        "website": _address(website) if DOMAIN.match(website) else None,
        "email": email[0] if email else None,
        "phone": row.text("maker.phone") or None,
        "address": _text(row, "maker.address"),
        "city": _text(row, "maker.city"),
        "country": _text(row, "maker.country"),
        "logo": media_path(logo, folder, row.place.file) if logo and not is_remote(logo) else None,
    }
    update = {key: value for key, value in said.items() if value and not getattr(one, key)}
    return one.model_copy(update=update)


def _address(website: str) -> str:
    return website if "://" in website else f"https://{website}"


def _text(row: Row, column: str) -> Text:
    value = row.values.get(column)
    return value if isinstance(value, Text) else Text()
