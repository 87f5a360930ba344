"""Catalogues of products: BMEcat, AAS and AASX, JSON-LD of schema.org, exports of web shops.

Each reader makes `CatalogueProduct`s; `reading` makes a table of them, which goes the way of all
lists of products.
"""

from hallgen.readers.catalogues.reading import FORM, as_shop, is_catalogue, read_catalogue

__all__ = ["FORM", "as_shop", "is_catalogue", "read_catalogue"]
