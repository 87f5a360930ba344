"""What a person chooses of a build besides how it is done."""

from __future__ import annotations

from enum import StrEnum


class Strictness(StrEnum):
    """What a build does with faults: publish what is sound, or nothing unless all is."""

    LENIENT = "lenient"
    STRICT = "strict"


class QrCodes(StrEnum):
    """Where the booths' QR codes are to be: in their pages alone, or on sheets to print as well."""

    IN_PAGES = "in pages"
    SHEETS = "sheets"
