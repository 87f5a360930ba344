"""A PDF for download: checked, its first pages as pictures, its words for the search.

The file itself is handed on as it is. To be called in a worker: pdfium is a large C++ library.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hallgen.codes import DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE, DOCUMENT_UNKNOWN
from hallgen.media.documents.types import Document, Leaf
from hallgen.media.made import (
    MOST_BYTES,
    Account,
    Made,
    MadeFile,
    MediaRefusedError,
    content_name,
    named,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: So many first pages are shown, each with so many pixels along its longer side.
_SHOWN, _SIDE = 4, 480

#: So much is read for the search, in pages and in characters.
_PAGES, _CHARACTERS = 300, 400_000

#: A name is so long at most; systems take 255 bytes, of which Chinese needs three a letter.
_LONGEST: Final = 60

#: pdfium's code for a document that wants a password.
_PASSWORD: Final = 4

_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
#: Titles that a program gave and no person.
_NO_TITLE: Final = re.compile(
    r"^(untitled.*|unbenannt.*|microsoft .*"
    r"|.*\.(docx?|indd|ai|qxd|pptx?|xlsx?|dwg|pdf|tex)|.*[/\\].*)$",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"[ \t\r\f\v\u00a0]+")


def read_document(file: Path) -> Made[Document]:
    """A PDF as the site has it. Raises MediaRefusedError."""
    data = _bytes(file)
    with _opened(data) as pdf:
        pages = len(pdf)
        if not pages:
            raise MediaRefusedError(DOCUMENT_UNKNOWN, "it has no page.")
        leaves = [_leaf(pdf, number) for number in range(min(pages, _SHOWN))]
        words = _words(pdf)
        title = _title(pdf)
    whole = named(data, ".pdf")
    files = [whole, *(made for _, made in leaves)]
    index = None
    if any(words):
        said = {"format": 1, "document": whole.name, "title": title, "pages": words}
        index = MadeFile(
            f"search/documents/{content_name(data)}.json",
            json.dumps(said, ensure_ascii=False).encode(),
        )
        files.append(index)
    document = Document(
        address=whole.name,
        name=safe_name(file),
        title=title,
        bytes=len(data),
        pages=pages,
        leaves=tuple(leaf for leaf, _ in leaves),
        words=None if index is None else index.name,
    )
    notes = [f"{pages} pages, {len(leaves)} of them shown"]
    if index is not None:
        notes.append("its words go to the search")
    account = Account(notes=tuple(notes))
    return Made(document, tuple(dict.fromkeys(files)), account=account)


def _title(pdf: PdfDocument) -> str:
    title = " ".join(_plain(pdf.get_metadata_value("Title")).split())[:120].strip()
    return "" if _NO_TITLE.match(title) else title


def safe_name(file: Path) -> str:
    """What a document is saved as: its own name, without what systems or eyes mistake."""
    stem = unicodedata.normalize("NFC", file.stem)
    stem = " ".join(_UNSAFE.sub(" ", stem).split()).strip(". ")[:_LONGEST].strip(". ")
    return f"{stem or 'document'}.pdf"


def _bytes(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise MediaRefusedError(DOCUMENT_TOO_LARGE, f"it has {size / 2**20:.0f} MiB.")
        data = file.read_bytes()
    except OSError as fault:
        raise MediaRefusedError(DOCUMENT_UNKNOWN, f"it cannot be read: {fault.strerror}.") from None
    if b"%PDF-" not in data[:1024]:
        raise MediaRefusedError(DOCUMENT_UNKNOWN, "it is no PDF.")
    return data


def _opened(data: bytes) -> PdfDocument:
    import pypdfium2  # loads a library of megabytes

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == _PASSWORD:
            raise MediaRefusedError(DOCUMENT_LOCKED, "it wants a password.") from None
        raise MediaRefusedError(DOCUMENT_UNKNOWN, f"it is damaged ({fault}).") from None


def _leaf(pdf: PdfDocument, number: int) -> tuple[Leaf, MadeFile]:
    import pypdfium2

    try:
        page = pdf[number]
        scale = _SIDE / max(1.0, *page.get_size())
        image = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as fault:
        message = f"its page {number + 1} cannot be shown ({fault})."
        raise MediaRefusedError(DOCUMENT_UNKNOWN, message) from None
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=80, method=4)
    made = named(buffer.getvalue(), ".webp")
    return Leaf(address=made.name, width=image.width, height=image.height), made


def _words(pdf: PdfDocument) -> list[str]:
    """The text of the pages, as far as the search reads it."""
    import pypdfium2

    words: list[str] = []
    left = _CHARACTERS
    for number in range(min(len(pdf), _PAGES)):
        try:
            text = _plain(pdf[number].get_textpage().get_text_bounded())[:left]
        except pypdfium2.PdfiumError:
            text = ""  # a page that is a picture, or damaged: it is shown, but not found
        words.append(text)
        left -= len(text)
        if left <= 0:
            break
    return words


def _plain(text: str) -> str:
    """Text with its lines joined where a word was parted, and without what is no character."""
    text = re.sub("[\ufffe\u0002\u00ad]\\s*", "", text)
    text = "".join(char for char in text if char in "\n\t" or unicodedata.category(char)[0] != "C")
    return re.sub(r"\s*\n\s*", "\n", _BLANK.sub(" ", text)).strip()
