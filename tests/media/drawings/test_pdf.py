"""Logos in PDF files, and in Illustrator's, which are PDF."""

from __future__ import annotations

import pytest
from PIL import Image

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from tests.media.pictures.samples import RED, picture_in, saved


def pdf(drawing: str, page: str = "0 0 400 300", trailer: str = "") -> bytes:
    """A PDF of one page, with the table of objects that readers want."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{page}] /Contents 4 0 R >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
    ]
    data, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    data += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF"
    )
    return data.encode("latin-1")


BOX = "0.784 0.118 0.235 rg 100 50 200 100 re f"


def test_the_first_page_is_cut_to_what_is_drawn() -> None:
    picture = picture_in(pdf(BOX), 400)
    assert picture.mode == "RGBA"
    assert max(picture.size) == pytest.approx(400, abs=2)
    assert picture.width / picture.height == pytest.approx(2, rel=0.03)
    assert picture.getpixel((200, 100)) == pytest.approx((*RED, 255), abs=1)


def test_inks_are_turned_to_light() -> None:
    cyan = picture_in(pdf("1 0 0 0 k 0 0 400 300 re f"), 64)
    red, _, blue = cyan.convert("RGB").getpixel((30, 20))
    assert red < 60
    assert blue > 200


def test_many_pages_show_the_first() -> None:
    pages = [Image.new("RGB", (60, 40), color) for color in (RED, "blue")]
    data = saved(pages[0], "PDF", save_all=True, append_images=pages[1:])
    assert picture_in(data, 60).convert("RGB").getpixel((30, 20)) == pytest.approx(RED, abs=8)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", codes.PICTURE_BROKEN),
        (b"%PDF-1.7\n" + bytes(2000), codes.PICTURE_BROKEN),
        (pdf(""), codes.PICTURE_BLANK),
        (pdf("1 g"), codes.PICTURE_BLANK),
        (
            pdf(BOX, trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32
                + "> /U <" + "42" * 32 + "> >> /ID [<00> <00>] "),
            codes.PICTURE_LOCKED,
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(data: bytes, code: object) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        picture_in(data, 128)
    assert refused.value.code == code


@pytest.mark.parametrize("page", ["0 0 14400 14400", "0 0 2 2", "0 0 300 1"])
def test_pages_of_any_size_are_drawn(page: str) -> None:
    picture = picture_in(pdf("0 0 1 rg 0 0 20000 20000 re f", page), 200)
    assert max(picture.size) <= 202
    assert picture.getpixel((50, 0))[:3] == (0, 0, 255)
