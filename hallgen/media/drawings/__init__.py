"""Drawings rendered to pixels: SVG by resvg, PDF by PDFium, cut to what is drawn.

Whatever a drawing could do but draw (run, load, link) is left out before it is rendered.
"""

from hallgen.media.drawings.pdf import render_pdf
from hallgen.media.drawings.svg import render_svg

__all__ = ["render_pdf", "render_svg"]
