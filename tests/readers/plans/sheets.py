"""PDF sheets written by hand: rectangles, and texts that may be set letter by letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

#: A width in thousandths of the size that is near enough for all letters of Helvetica here.
_LETTER = 0.56


def text_at(x: float, y: float, words: str, size: float = 6, *, apart: bool = False) -> str:
    """A text in PDF's operators; `apart` sets each letter by itself."""
    runs = enumerate(words) if apart else ((0, words),)
    return "".join(
        f"BT /F1 {size} Tf {x + at * size * _LETTER:.2f} {y} Td ({run}) Tj ET\n" for at, run in runs
    )


def box(x: float, y: float, width: float, depth: float) -> str:
    return f"{x} {y} {width} {depth} re S\n"


def write_pdf(path: Path, pages: Sequence[str], rotate: int = 0) -> Path:
    """A PDF of A4 sheets with these operators each."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    things = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
    ]
    for at, drawn in enumerate(pages):
        things.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} "
            f"/Contents {5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        things.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    data, places = "%PDF-1.4\n", []
    for number, thing in enumerate(things, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(things) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    data += f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{data.rindex('xref')}\n%%EOF\n"
    path.write_bytes(data.encode("latin-1"))
    return path
