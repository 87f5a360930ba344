"""Data sheets as PDF: two pages with a picture, a table and words that can be searched."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from PIL import Image

from tools.industry_fair.products import Shown

#: A4 in points, and its margins.
_WIDTH, _HEIGHT, _LEFT = 595, 842, 56
_PLAIN, _BOLD = "F1", "F2"

_TERMS = (
    "All figures are typical values of this series and no promise of a property.",
    "Foundations, coolant and the supply of air are the customer's part.",
    "Delivery is ex works; assembly and training take one week on site.",
    "This firm and its machines are invented; the sheet belongs to a sample fair.",
)


def data_sheet(product: Shown, photo: Image.Image) -> bytes:
    """The sheet of a product, its picture in RGB."""
    picture = io.BytesIO()
    photo.save(picture, "JPEG", quality=82)
    first, second = _Page(), _Page()
    first.text(_BOLD, 22, 780, product.name.en)
    first.text(_PLAIN, 12, 758, product.firm.entry.name.en)
    tall = (_WIDTH - 2 * _LEFT) * photo.height / photo.width
    first.picture(740 - tall, _WIDTH - 2 * _LEFT, tall)
    y = 740 - tall - 34
    for line in _folded(product.text.en, 88):
        first.text(_PLAIN, 10.5, y, line)
        y -= 15
    second.text(_BOLD, 16, 780, "Technical data")
    y = 748.0
    for name, value in product.figures:
        second.text(_PLAIN, 10.5, y, name.en)
        second.text(_BOLD, 10.5, y, value.en, 300)
        second.rule(y - 6)
        y -= 24
    second.text(_BOLD, 12, y - 20, "Notes")
    for line in _TERMS:
        y -= 18
        second.text(_PLAIN, 10, y - 22, line)
    return _written(product.name.en, (first, second), picture.getvalue(), photo.size)


class _Page:
    """The drawing of a page, operator after operator."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def text(self, font: str, size: float, y: float, words: str, x: float = _LEFT) -> None:
        plain = words.replace("\u03bc", "\u00b5").encode("cp1252", "replace").decode("latin-1")
        for sign in "\\()":
            plain = plain.replace(sign, f"\\{sign}")
        self.drawn.append(f"BT /{font} {size:g} Tf {x:g} {y:g} Td ({plain}) Tj ET")

    def rule(self, y: float) -> None:
        self.drawn.append(f"0.8 G {_LEFT} {y:g} m {_WIDTH - _LEFT} {y:g} l S")

    def picture(self, y: float, width: float, height: float) -> None:
        self.drawn.append(f"q {width:g} 0 0 {height:g} {_LEFT} {y:g} cm /P Do Q")


def _folded(words: str, most: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _written(title: str, pages: Sequence[_Page], photo: bytes, size: tuple[int, int]) -> bytes:
    """The file: https://pdfa.org/resource/iso-32000-pdf/, chapter 7.5."""
    fonts = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(en)>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        fonts.format("Helvetica").encode(),
        fonts.format("Helvetica-Bold").encode(),
        _stream(
            f"/Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}/ColorSpace/DeviceRGB"
            "/BitsPerComponent 8/Filter/DCTDecode",
            photo,
        ),
        f"<</Title({title})>>".encode("latin-1"),
    ]
    for number, page in enumerate(pages):
        used = f"/Font<</{_PLAIN} 3 0 R/{_BOLD} 4 0 R>>/XObject<</P 5 0 R>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_WIDTH} {_HEIGHT}]"
            f"/Resources<<{used}>>/Contents {8 + 2 * number} 0 R>>".encode(),
            _stream("/Filter/FlateDecode", zlib.compress("\n".join(page.drawn).encode("latin-1"))),
        ]
    data, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\n"
    return data + f"{head}{trailer}startxref\n{len(data)}\n%%EOF\n".encode()


def _stream(entries: str, content: bytes) -> bytes:
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode()
    return head + content + b"\nendstream"
