"""A drawing as SVG, on a sheet in the drawing's own units whose y grows down.

An SVG file is shown as it is; of any other format what was read of it is drawn in thin lines.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from hallgen.model import Point, Ring
from hallgen.readers.fair_file import YAxis
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.formats import PDFS
from hallgen.readers.plans.markup import MarkupError, parse_markup

#: Of the extent of what is drawn, this share is left free around it.
_MARGIN: Final = 0.02
#: Pictures that a browser shows, by their endings, and what each is.
PICTURES: Final = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif"}
#: The longer side of a scanned page as it is shown.
_PIXELS: Final = 3000
_NUMBERS: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the plane in a drawing's units, y down: its corner and its size, and what is on it
    as elements of SVG.
    """

    x: float
    y: float
    width: float
    height: float
    picture: str


def sheet_of(file: Path, drawing: Drawing, y: YAxis) -> Sheet:
    """The sheet of the drawing that was read from `file`."""
    box = _extent(drawing, y)
    if file.suffix.lower() == ".svg" and y is YAxis.DOWN:
        paper = _paper(file)
        if paper is not None:
            return _with_image(paper, box, file)
    return Sheet(*box, "".join(_lines(drawing, y, max(box[2], box[3]) / 1500)))


def picture_sheet(file: Path, page: int | None) -> Sheet | None:
    """The sheet of a plan that is a picture or a scan, a pixel a unit; None where it is neither."""
    from PIL import Image, UnidentifiedImageError

    suffix = file.suffix.lower()
    if suffix in PDFS:
        data, kind = _scan(file, page or 1), "png"
    elif suffix in PICTURES:
        data, kind = file.read_bytes(), PICTURES[suffix]
    else:
        return None
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    return Sheet(0, 0, width, height, _image((0, 0, width, height), f"image/{kind}", data))


def _scan(file: Path, page: int) -> bytes:
    """A page of a PDF as a PNG, or nothing where it cannot be drawn."""
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(file) as document:
            if not 1 <= page <= len(document):
                return b""
            sheet = document[page - 1]
            scale = _PIXELS / max(sheet.get_size())
            made = io.BytesIO()
            sheet.render(scale=scale).to_pil().save(made, "PNG")
    except pdfium.PdfiumError:
        return b""
    return made.getvalue()


def document_of(sheet: Sheet) -> str:
    """A sheet as an SVG file of its own."""
    box = f"{sheet.x:.7g} {sheet.y:.7g} {sheet.width:.7g} {sheet.height:.7g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'width="{sheet.width:.7g}" height="{sheet.height:.7g}">\n{sheet.picture}</svg>\n'
    )


def _with_image(
    paper: tuple[float, float, float, float], box: tuple[float, float, float, float], file: Path
) -> Sheet:
    """The file's own picture, on a sheet around all that is drawn, be it beside the paper."""
    left, top, width, height = paper
    image = _image(paper, "image/svg+xml", file.read_bytes())
    west, north = min(left, box[0]), min(top, box[1])
    east, south = max(left + width, box[0] + box[2]), max(top + height, box[1] + box[3])
    return Sheet(west, north, east - west, south - north, image)


def _image(box: tuple[float, float, float, float], kind: str, data: bytes) -> str:
    left, top, width, height = box
    whole = base64.b64encode(data).decode()
    return (
        f'<image x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" '
        f'preserveAspectRatio="none" href="data:{kind};base64,{whole}"/>\n'
    )


def _paper(file: Path) -> tuple[float, float, float, float] | None:
    """The viewBox of an SVG file, else its width and height from the origin."""
    try:
        attributes = parse_markup(file).attributes
    except MarkupError:
        return None
    box = [float(n) for n in _NUMBERS.findall(attributes.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 < box[3]:
        return box[0], box[1], box[2], box[3]
    size = [_NUMBERS.match(attributes.get(key, "")) for key in ("width", "height")]
    if size[0] is None or size[1] is None:
        return None
    return 0.0, 0.0, float(size[0][0]), float(size[1][0])


def _extent(drawing: Drawing, y: YAxis) -> tuple[float, float, float, float]:
    """Left, top, width and height of all that is drawn, with a margin."""
    points = [_down(point, y) for point in _points(drawing)]
    if not points:
        return 0.0, 0.0, 1.0, 1.0
    xs, ys = zip(*points, strict=True)
    margin = _MARGIN * max(max(xs) - min(xs), max(ys) - min(ys), 1e-9)
    width, height = max(xs) - min(xs) + 2 * margin, max(ys) - min(ys) + 2 * margin
    return min(xs) - margin, min(ys) - margin, width, height


def _points(drawing: Drawing) -> Iterator[Point]:
    for shape in drawing.shapes:
        yield from shape.outer
    for line in drawing.lines:
        yield from line.points


def _lines(drawing: Drawing, y: YAxis, size: float) -> Iterator[str]:
    style = f'fill="none" stroke="#9aa3ad" stroke-width="{size:.4g}"'
    yield f"<g {style}>\n"
    for shape in drawing.shapes:
        yield f'<path d="{path_of((shape.outer, *shape.holes), y)}"/>\n'
    for line in drawing.lines:
        yield f'<path d="{path_of((line.points,), y, closed=False)}"/>\n'
    yield f'</g>\n<g fill="#7b858f" font-size="{6 * size:.4g}" text-anchor="middle">\n'
    for label in drawing.labels:
        x, down = _down(label.at, y)
        words = escape(" ".join(label.text.split()))
        yield f'<text x="{x:.6g}" y="{down:.6g}">{words}</text>\n' if words else ""
    yield "</g>\n"


def path_of(rings: Iterable[Ring], y: YAxis, *, closed: bool = True) -> str:
    """The data of an SVG path along rings or lines of a drawing."""
    end = "Z" if closed else ""
    runs = (" ".join(f"{px:.7g},{py:.7g}" for px, py in (_down(p, y) for p in r)) for r in rings)
    return "".join(f"M{run}{end}" for run in runs)


def _down(point: Point, y: YAxis) -> Point:
    return point if y is YAxis.DOWN else (point[0], -point[1])
