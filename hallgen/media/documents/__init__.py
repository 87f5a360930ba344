"""Documents for download: what a PDF is called, its first pages as pictures, its words."""

from hallgen.media.documents.pdf import read_document
from hallgen.media.documents.types import Document, Leaf

__all__ = ["Document", "Leaf", "read_document"]
