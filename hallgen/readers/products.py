"""Rows of the product lists into products of the exhibitors they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Product, Specification, Text
from hallgen.readers.addresses import AddressKind
from hallgen.readers.columns import Cells, columns_of, is_remote, media_path
from hallgen.readers.exhibitors import has_column
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import TableKind
from hallgen.readers.join import Directory
from hallgen.readers.model_pose import read_pose
from hallgen.readers.permanent import Slugs
from hallgen.readers.programme import day_of, value_of
from hallgen.readers.rich_media import read_media, remote_media
from hallgen.readers.slugs import slug_of, unique
from hallgen.readers.tables import Table

_COLON = re.compile(r"\s*[:：]\s*")
_YES = frozenset(
    {"yes", "y", "true", "1", "x", "✓", "是", "ja", "oui", "sí", "si", "예", "はい", "○"}
)


@dataclass(slots=True)
class ProductReader:
    """Reads one table after the other; ids and addresses are unique over all of them."""

    directory: Directory
    slugs: Slugs
    folder: Path
    languages: Sequence[str]
    diagnostics: Diagnostics
    _ids: set[str] = field(default_factory=set)

    def read(self, table: Table, source: TableSource) -> tuple[Product, ...]:
        """The products of the table whose exhibitor is known, in its order."""
        columns = columns_of(TableKind.PRODUCTS, source, table, self.languages, self.diagnostics)
        if not (
            has_column(columns, "name", table, self.diagnostics)
            and has_column(columns, "exhibitor", table, self.diagnostics)
        ):
            return ()
        found = [self._product(Cells(row, columns), table.file) for row in table.rows]
        rows = [Cells(row, columns) for row in table.rows]
        remote = sum(is_remote(item) for cells in rows for item in cells.items("images"))
        if remote:
            message = f"{remote} picture(s) are given as web addresses."
            self.diagnostics.add(codes.REMOTE_MEDIA, Place(table.file), message)
        others = sum(map(remote_media, rows))
        if others:
            message = f"{others} video(s) or other file(s) are given as web addresses."
            self.diagnostics.add(codes.REMOTE_MEDIA, Place(table.file), message)
        return tuple(product for product in found if product is not None)

    def _product(self, cells: Cells, file: str) -> Product | None:
        name, said = cells.said("name"), cells.text("exhibitor")
        place = cells.row.place
        if not name or not said:
            lacking = "exhibitor" if name else "name"
            self.diagnostics.add(codes.ROW_WITHOUT_NAME, place, f"the row has no {lacking}.")
            return None
        exhibitor = self.directory.find(said)
        if exhibitor is None:
            message = f"{name.best()}: no exhibitor is {said!r}."
            advice = self.directory.suggestion(said)
            self.diagnostics.add(codes.UNKNOWN_EXHIBITOR, place, message, advice)
            return None
        given = cells.text("id")
        if given in self._ids:
            message = f"{name.best()}: the id {given!r} is another product's."
            self.diagnostics.add(codes.REPEATED_PRODUCT, place, message)
            return None
        id_ = given or unique(f"{exhibitor}-{slug_of(name, 'product')}", self._ids)
        self._ids.add(id_)
        slug, old = self.slugs.of(AddressKind.PRODUCT, id_, slug_of(name, "product"))
        model = cells.text("model")
        return Product(
            id=id_,
            slug=slug,
            old_slugs=old,
            name=name,
            exhibitor=exhibitor,
            place=place,
            description=cells.said("description"),
            category=cells.said("category"),
            specifications=_specifications(cells),
            images=tuple(
                media_path(image, self.folder, file)
                for image in cells.items("images")
                if not is_remote(image)
            ),
            model=media_path(model, self.folder, file) if model and not is_remote(model) else None,
            pose=read_pose(cells, self.diagnostics),
            media=read_media(cells, self.folder, file, self.languages),
            highlight=cells.text("highlight").casefold() in _YES,
            publish_from=self._publish_from(cells, name),
        )

    def _publish_from(self, cells: Cells, name: Text) -> date | None:
        """The first day on which visitors may see it. One that cannot be read never comes: what
        was to be kept secret stays so.
        """
        if not cells.text("publish_from"):
            return None
        day = day_of(value_of(cells, "publish_from"))
        if day is None:
            said = cells.text("publish_from")
            message = f"{name.best()}: {said!r} is no day, so it is not published at all."
            self.diagnostics.add(
                codes.BAD_CELL, cells.row.place, message, "Write it as 2026-09-22."
            )
        return day or date.max


def _specifications(cells: Cells) -> tuple[Specification, ...]:
    """The columns `spec.<name>`, in the order of the file, then the lines of `specifications`.

    Such a line is "Payload: 12 kg"; what has no colon is a value without a name.
    """
    named = ((field, field.removeprefix("spec.")) for field in cells.columns)
    columns = tuple(
        Specification(name=Text.model_validate(name), value=Text.model_validate(cells.text(field)))
        for field, name in named
        if field != name and cells.text(field)
    )
    return columns + tuple(_line(said) for said in cells.said_items("specifications"))


def _line(said: Text) -> Specification:
    parts = {tag: _COLON.split(words, 1) for tag, words in said.said}
    return Specification(
        name=Text.model_validate({tag: two[0] for tag, two in parts.items() if len(two) > 1}),
        value=Text.model_validate({tag: two[-1] for tag, two in parts.items()}),
    )
