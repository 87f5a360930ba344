"""SVG drawings rendered by resvg, after they were rebuilt from what may be drawn."""

from __future__ import annotations

import io

from lxml import etree
from PIL import Image

from hallgen import codes
from hallgen.media.drawings.cropping import drawn_box
from hallgen.media.drawings.rebuilding import rebuilt
from hallgen.media.drawings.text import font_files
from hallgen.media.fonts import SANS
from hallgen.media.made import MediaRefusedError

#: A drawing that is rendered to find what is drawn in it has a longer side of so many pixels.
_SKETCH = 512
#: What is tiny in its view is looked for again, closer.
_SKETCHES = 3


def render_svg(data: bytes, longest: int) -> Image.Image:
    """What is drawn, on transparent ground, `longest` pixels long. Raises MediaRefusedError.

    Text is set in our own fonts; none of the machine's is used.
    """
    root = rebuilt(data)
    fonts = font_files("".join(root.itertext()))
    for _ in range(_SKETCHES):
        if _crop(root, _rendered(root, _SKETCH, fonts)):
            break
    return _rendered(root, longest, fonts)


def _crop(root: etree._Element, sketch: Image.Image) -> bool:
    """Narrow a drawing's view to what is drawn; whether that was large enough to be exact."""
    box = drawn_box(sketch)
    if box is None:
        raise MediaRefusedError(codes.PICTURE_BLANK, "it draws nothing that can be seen")
    x, y, width, height = (float(value) for value in root.get("viewBox").split())
    unit = max(width, height) / max(sketch.size)
    wide, tall = box[2] - box[0], box[3] - box[1]
    view = (x + box[0] * unit, y + box[1] * unit, wide * unit, tall * unit)
    root.set("viewBox", " ".join(f"{value:.6g}" for value in view))
    return max(wide, tall) > _SKETCH / 2


def _rendered(root: etree._Element, longest: int, fonts: list[str]) -> Image.Image:
    import resvg_py

    *_, width, height = (float(value) for value in root.get("viewBox", "").split())
    scale = longest / max(width, height)
    root.set("width", str(max(1, round(width * scale))))
    root.set("height", str(max(1, round(height * scale))))
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=etree.tostring(root, encoding="unicode"),
            skip_system_fonts=True,
            font_files=fonts,
            font_family=SANS.name,
            serif_family=SANS.name,
            sans_serif_family=SANS.name,
            cursive_family=SANS.name,
            fantasy_family=SANS.name,
            monospace_family=SANS.name,
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # a panic in Rust is no Exception
        raise MediaRefusedError(codes.PICTURE_BROKEN, f"it cannot be drawn: {fault}") from None
    return Image.open(io.BytesIO(png)).convert("RGBA")
