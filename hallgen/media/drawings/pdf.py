"""The first page of a PDF file (or of an Illustrator file, which is one) as a picture."""

from __future__ import annotations

import math

from PIL import Image

from hallgen import codes
from hallgen.media.drawings.cropping import drawn_box
from hallgen.media.made import MediaRefusedError

#: A page that is rendered to find what is drawn on it has a longer side of so many pixels.
_SKETCH = 512
#: PDFium's FPDF_ERR_PASSWORD.
_PASSWORD = 4

Box = tuple[float, float, float, float]


def render_pdf(data: bytes, longest: int) -> Image.Image:
    """What is drawn on the first page, on transparent ground, `longest` pixels long.

    Raises MediaRefusedError.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", None) == _PASSWORD:
            raise MediaRefusedError(codes.PICTURE_LOCKED, "it needs a password") from None
        raise MediaRefusedError(codes.PICTURE_BROKEN, f"it is damaged: {fault}") from None
    try:
        if not len(document):
            raise MediaRefusedError(codes.PICTURE_BROKEN, "it has no pages")
        return _rendered(document[0], longest)
    except pdfium.PdfiumError as fault:
        raise MediaRefusedError(codes.PICTURE_BROKEN, f"it is damaged: {fault}") from None
    finally:
        document.close()


def _rendered(page: object, longest: int) -> Image.Image:
    width, height = page.get_size()  # type: ignore[attr-defined]
    if not (math.isfinite(width * height) and width * height > 0):
        raise MediaRefusedError(codes.PICTURE_BROKEN, "it has a page without a size")
    scale = _SKETCH / max(width, height)
    box = drawn_box(_bitmap(page, scale, (0, 0, 0, 0)))
    if box is None:
        raise MediaRefusedError(codes.PICTURE_BLANK, "it has nothing to be seen on its first page")
    left, top, right, bottom = (edge / scale for edge in box)
    crop = (max(left, 0.0), max(height - bottom, 0.0), max(width - right, 0.0), max(top, 0.0))
    shown = max(width - crop[0] - crop[2], height - crop[1] - crop[3])
    return _bitmap(page, longest / shown, crop)


def _bitmap(page: object, scale: float, crop: Box) -> Image.Image:
    bitmap = page.render(  # type: ignore[attr-defined]
        scale=scale, crop=crop, fill_color=(255, 255, 255, 0), may_draw_forms=False
    )
    image: Image.Image = bitmap.to_pil().convert("RGBA")
    bitmap.close()
    return image
