"""A format of lists: a file of vCards (RFC 6350), one for each exhibitor."""

from collections.abc import Sequence
from pathlib import Path

from hallgen.readers.formats import TableFormat, UnreadableError

#: Our header of each property that is read. X-BOOTH is what this example's registrar writes.
_HEADERS = {
    "ORG": "Company",
    "X-BOOTH": "Booth",
    "EMAIL": "Email",
    "URL": "Website",
    "NOTE": "Intro",
}


def read_vcards(path: Path) -> Sequence[Sequence[object]]:
    """A header, and a line of cells for each card."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    lines: list[list[object]] = [list(_HEADERS.values())]
    card: dict[str, str] | None = None
    for line in text.replace("\r\n ", "").splitlines():
        name, _, value = line.partition(":")
        key = name.partition(";")[0].upper()
        if line.upper() == "BEGIN:VCARD":
            card = {}
        elif line.upper() == "END:VCARD" and card is not None:
            lines.append([card.get(one) for one in _HEADERS])
            card = None
        elif card is not None and key in _HEADERS:
            card[key] = value.replace("\\n", "\n").replace("\\,", ",").strip()
    if len(lines) == 1:
        raise UnreadableError("there is no vCard in it")
    return lines


VCARDS = TableFormat((".vcf",), read_vcards)
