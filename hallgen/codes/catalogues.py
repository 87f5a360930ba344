"""H17x: catalogues of products: BMEcat, AAS, schema.org, shops."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

CATALOGUE_UNREADABLE: Final = Code(
    "H171",
    Severity.ERROR,
    "A catalogue of products is damaged, too large, or not of a format that is known.",
    "Export it again as BMEcat, AASX, AAS JSON, schema.org JSON-LD, or a CSV of a web shop.",
)
CATALOGUE_WITHOUT_PRODUCTS: Final = Code(
    "H172",
    Severity.WARNING,
    "A catalogue is sound, but has no product in it: a template, or a list of prices.",
    "Export the products themselves: a new catalogue, or a product's own shell.",
)
CATALOGUE_WITHOUT_MAKER: Final = Code(
    "H173",
    Severity.ERROR,
    "A catalogue does not say whose its products are, or by no name of the list.",
    "Say it in fair.yaml, beside its `file`: `exhibitor: ` and the firm's id or name.",
)
CATALOGUE_PART_UNREADABLE: Final = Code(
    "H174",
    Severity.WARNING,
    "A part of a catalogue cannot be used; it is passed over.",
    "Correct it in the program that the catalogue is from.",
)
CATALOGUE_UNSAFE: Final = Code(
    "H175",
    Severity.ERROR,
    "An archive has files that lead out of it, or unpacks to more than a catalogue can be.",
    "Pack it again with the program that it is from.",
)
