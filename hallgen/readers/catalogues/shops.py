"""Products as web shops export them: the CSV of Shopify and of WooCommerce.

A product has several rows there: one for itself, others for its variants and further pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from hallgen.model import Classification, Specification, Text
from hallgen.readers.catalogues.html_text import html_text
from hallgen.readers.catalogues.types import CatalogueProduct, merged
from hallgen.readers.tables.rows import Row, Table

_SHOPIFY: Final = {"Handle", "Title", "Vendor"}
_WOOCOMMERCE: Final = {"Type", "SKU", "Name", "Published"}
_ATTRIBUTE: Final = re.compile(r"^Attribute (\d+) name$")
_GOOGLE: Final = "Google Shopping / Google Product Category", "Google Product Category"
_NOT_PUBLISHED: Final = ("false", "0", "-1", "no", "draft", "archived")
#: What Shopify calls the only variant of a product without any.
_NO_OPTION: Final = ("default title", "title")

Reader = Callable[[Table], list[CatalogueProduct]]


def shop_reader(table: Table) -> Reader | None:
    """What reads a table, if it is an export of a shop."""
    columns = set(table.columns)
    if columns >= _SHOPIFY and any(c.startswith(("Variant ", "Option1 ")) for c in columns):
        return read_shopify
    if columns >= _WOOCOMMERCE and ("Categories" in columns or "Regular price" in columns):
        return read_woocommerce
    return None


def read_shopify(table: Table) -> list[CatalogueProduct]:
    """Rows of one handle are one product, the first with a title and those below it."""
    by_handle: dict[str, list[Row]] = {}
    handle = ""
    for row in table.rows:
        handle = row.text("Handle") or handle  # some leave it out on the further rows
        by_handle.setdefault(handle, []).append(row)
    found = (_shopify(handle, rows) for handle, rows in by_handle.items())
    return [product for product in found if product is not None]


def _shopify(handle: str, rows: Sequence[Row]) -> CatalogueProduct | None:
    first = next((row for row in rows if row.text("Title")), None)
    if first is None:
        return CatalogueProduct(place=rows[0].place, name=Text(), id=handle)
    said = (first.text(column).casefold() for column in ("Published", "Status"))
    if any(one in _NOT_PUBLISHED for one in said):
        return None
    google = next((text for column in _GOOGLE if (text := first.text(column))), "")
    images = [[row.text("Image Src"), row.text("Variant Image")] for row in rows]
    return CatalogueProduct(
        place=first.place,
        name=Text.model_validate(first.text("Title")),
        id=handle,
        makers=merged([(first.text("Vendor"),)]),
        description=_html(first.values.get("Body (HTML)") or first.values.get("Body HTML")),
        category=Text.model_validate(first.text("Type") or first.text("Product Category")),
        classifications=_google(google),
        specifications=tuple(_options(first, rows)),
        images=merged(images),
    )


def _options(first: Row, rows: Sequence[Row]) -> Iterator[Specification]:
    for at in (1, 2, 3):
        name = first.text(f"Option{at} Name")
        values = merged([[row.text(f"Option{at} Value")] for row in rows])
        if name and values and name.casefold() not in _NO_OPTION:
            yield _line(name, ", ".join(values))
    grams = next((n for row in rows if (n := row.number("Variant Grams"))), None)
    if grams:
        yield _line("Weight", f"{grams / 1000:g} kg")


def read_woocommerce(table: Table) -> list[CatalogueProduct]:
    """Rows of products; their variations add nothing that these do not say, but pictures."""
    pictures: dict[str, list[str]] = {}
    for row in table.rows:
        if row.text("Type").casefold() == "variation":
            parent = row.text("Parent").removeprefix("id:")
            pictures.setdefault(parent, []).extend(_images(row))
    found: list[CatalogueProduct] = []
    for row in table.rows:
        kinds = row.text("Type").casefold()
        if kinds == "variation" or row.text("Published").casefold() in _NOT_PUBLISHED:
            continue
        own = pictures.get(row.text("ID"), []) + pictures.get(row.text("SKU"), [])
        texts = [_html(row.values.get(column)) for column in ("Short description", "Description")]
        words = [text.best() for text in texts if text]
        found.append(
            CatalogueProduct(
                place=row.place,
                name=Text.model_validate(html_text(row.text("Name"))),
                id=row.text("SKU") or row.text("ID"),
                makers=merged([(row.text("Brands") or row.text("Brand"),)]),
                description=Text.model_validate("\n\n".join(dict.fromkeys(words))),
                category=Text.model_validate(_first_category(row.text("Categories"))),
                specifications=tuple(_attributes(row, table.columns)),
                images=merged([_images(row), own]),
            )
        )
    return found


def _attributes(row: Row, columns: Sequence[str]) -> Iterator[Specification]:
    for column in columns:
        if match := _ATTRIBUTE.match(column):
            name, values = row.text(column), row.text(f"Attribute {match[1]} value(s)")
            if name and values:
                yield _line(name, values)
    for name in ("Weight", "Length", "Width", "Height"):
        column = next((one for one in columns if one.startswith(f"{name} (")), "")
        if column and (value := row.text(column)):
            yield _line(name, f"{value} {column.partition('(')[2].rstrip(')')}")


def _first_category(said: str) -> str:
    """Of several, the first with the most levels: "A, A > B" are one way to A > B."""
    paths = [part.strip() for part in said.replace("\\,", "\0").split(",") if part.strip()]
    best = max(paths, key=lambda path: path.count(">"), default="")
    return best.replace("\0", ",")


def _images(row: Row) -> list[str]:
    return [part.strip() for part in row.text("Images").split(",") if part.strip()]


def _google(said: str) -> tuple[Classification, ...]:
    system = "Google product taxonomy"
    return (Classification(system=system, code=said),) if said else ()


def _html(value: object) -> Text:
    return Text.model_validate(html_text(str(value or "")).replace("\\n", "\n"))


def _line(name: str, value: str) -> Specification:
    return Specification(name=Text.model_validate(name), value=Text.model_validate(value))
