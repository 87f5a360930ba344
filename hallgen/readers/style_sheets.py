"""Style sheets of drawings, read in one pass however they are written.

A pattern begins anew at each letter of a sheet that ends nothing of what it begins: hours for a
megabyte.
"""

from __future__ import annotations

from collections.abc import Iterator


def rules_in(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and what they set, of a sheet without comments; those within others as well."""
    for block in sheet.split("}")[:-1]:
        before, brace, body = block.rpartition("{")
        if brace:
            yield before.rpartition("{")[2], body


def without_comments(sheet: str) -> str:
    """The sheet without what stands between /* and */; one that is not ended goes to the end."""
    first, *rest = sheet.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)
