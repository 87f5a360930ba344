"""PDFs, written by hand: as much of the format as pages of one line take."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw


def pdf(pages: Sequence[str], title: str = "", *, locked: bool = False) -> bytes:
    """A PDF of A4 pages with a line of Latin text each; `locked` ones want a password."""
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        drawn = f"BT /F1 36 Tf 72 720 Td ({text}) Tj ET"
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        ]
    objects.append(f"<</Title({title})>>")
    trailer = f"/Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R"
    if locked:
        code = hashlib.md5(b"lock").hexdigest() * 2  # no password leads to this
        trailer += f"/ID[<{code[:32]}><{code[:32]}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
        trailer += f"/O<{code}>/U<{code}>>>"
    return _file(objects, trailer)


def scanned() -> bytes:
    """A PDF of one page that is a picture."""
    image = Image.new("RGB", (200, 280), "white")
    ImageDraw.Draw(image).rectangle((40, 40, 160, 90), fill="navy")
    data = io.BytesIO()
    image.save(data, "PDF")
    return data.getvalue()


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return data + f"{end}trailer\n<<{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
