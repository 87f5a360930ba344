"""What becomes of documents: pictures, words, a safe name, or one clear line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.media.documents import read_document
from hallgen.media.documents.pdf import safe_name
from hallgen.media.isolation import Limits, workshop
from hallgen.media.made import MediaRefusedError
from tests.support.documents import pdf, scanned


def refused(file: Path) -> MediaRefusedError:
    with pytest.raises(MediaRefusedError) as raised:
        read_document(file)
    return raised.value


def outcome(file: Path) -> Code | int:
    """How many pages a document has, or why it is refused."""
    try:
        return read_document(file).facts.pages
    except MediaRefusedError as fault:
        return fault.code


def test_a_data_sheet(tmp_path: Path) -> None:
    file = tmp_path / "Data sheet: 五轴.pdf"
    pages = ["Payload 12 kg", "Reach 1.4 m", "Third", "Fourth", "Fifth page"]
    file.write_bytes(pdf(pages, title="Robot arm 6"))
    made = read_document(file)
    document = made.facts
    assert (document.pages, document.bytes) == (5, file.stat().st_size)
    assert document.title == "Robot arm 6"
    assert document.name == "Data sheet 五轴.pdf"
    files = {one.name: one.data for one in made.files}
    assert files[document.address] == file.read_bytes()
    assert len(document.leaves) == 4
    first = Image.open(io.BytesIO(files[document.leaves[0].address]))
    assert first.size == (document.leaves[0].width, document.leaves[0].height)
    assert max(first.size) == 480
    assert np.asarray(first).min() < 128  # something is written on it
    assert document.words is not None
    said = json.loads(files[document.words])
    assert said["pages"] == pages
    assert said["document"] == document.address
    assert made == read_document(file)


def test_titles_that_programs_give_are_none(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    for title in ("Microsoft Word - draft 3", "untitled", "flyer_final.indd", "C:/work/x"):
        file.write_bytes(pdf(["One"], title=title))
        assert read_document(file).facts.title == ""


def test_a_scan_has_pictures_and_no_words(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned())
    document = read_document(file).facts
    assert document.words is None
    assert document.title == ""
    assert len(document.leaves) == 1


def test_what_cannot_be_used_is_refused_in_one_line(tmp_path: Path) -> None:
    whole = pdf(["One", "Two"])
    empty = pypdfium2.PdfDocument.new()
    nothing = io.BytesIO()
    empty.save(nothing)
    outcomes = {
        b"": codes.DOCUMENT_UNKNOWN,
        b"PK\x03\x04 a letter": codes.DOCUMENT_UNKNOWN,
        b"%PDF-1.7\nnothing else": codes.DOCUMENT_UNKNOWN,
        whole[:40]: codes.DOCUMENT_UNKNOWN,
        nothing.getvalue(): codes.DOCUMENT_UNKNOWN,
        pdf(["Secret"], locked=True): codes.DOCUMENT_LOCKED,
        b"%PDF-1.7" + bytes(26 << 20): codes.DOCUMENT_TOO_LARGE,
    }
    file = tmp_path / "sent.pdf"
    for data, code in outcomes.items():
        file.write_bytes(data)
        assert refused(file).code is code, data[:20]


def test_what_is_cut_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole, file = pdf(["One", "Two"], title="T"), tmp_path / "cut.pdf"
    for length in range(0, len(whole), 37):
        file.write_bytes(whole[:length])
        found = outcome(file)
        assert found is codes.DOCUMENT_UNKNOWN or found in (1, 2), length


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.pdf", "a.pdf"),
        ("../..\\x|y?.PDF", "x y.pdf"),
        (".pdf", "pdf.pdf"),
        ("...pdf", "document.pdf"),
        ("invoice\u202efdp.exe.pdf", "invoice fdp.exe.pdf"),
        ("数" * 200 + ".pdf", "数" * 60 + ".pdf"),
    ],
)
def test_names_are_safe(name: str, safe: str) -> None:
    assert safe_name(Path(name)) == safe


def test_a_worker_reads_as_well(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(["One"]))
    limits = Limits(60, 1 << 30)
    with workshop(1) as workers:
        assert workers.do(read_document, file, limits) == read_document(file)
        file.write_bytes(b"")
        with pytest.raises(MediaRefusedError, match="it is no PDF"):
            workers.do(read_document, file, limits)
