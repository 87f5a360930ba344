"""Whatever is wrong with a file, it ends in a picture or in one line."""

from __future__ import annotations

import random
from functools import partial

import pytest

from hallgen.media.isolation import Limits, WorkEndedError, Worker
from hallgen.media.logos import free_logo
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures import picture_set
from tests.media.drawings.test_pdf import BOX, pdf
from tests.media.drawings.test_svg import HOSTILE, svg
from tests.media.pictures.samples import display_p3, drawn, picture_in, saved

FILES = {
    "png": saved(drawn("RGBA"), "PNG"),
    "profile": saved(drawn(), "PNG", icc_profile=display_p3()),
    "palette": saved(drawn("P"), "GIF"),
    "jpeg": saved(drawn("CMYK"), "JPEG"),
    "webp": saved(drawn("RGBA"), "WEBP"),
    "avif": saved(drawn(), "AVIF"),
    "tiff": saved(drawn("RGB").convert("LAB"), "TIFF"),
    "bmp": saved(drawn(), "BMP"),
    "pdf": pdf(BOX),
    "svg": svg(HOSTILE),
}


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes changed, put in or taken out."""
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(spoiled))
        change = chance.randrange(3)
        if change == 0:
            spoiled[at] = chance.randrange(256)
        elif change == 1:
            spoiled[at:at] = chance.randbytes(4)
        else:
            del spoiled[at : at + 4]
    return bytes(spoiled)


@pytest.mark.parametrize("name", FILES)
def test_spoiled_files_end_well(name: str) -> None:
    chance = random.Random(name)
    for _ in range(60):
        try:
            picture = picture_in(_spoiled(FILES[name], chance), 64)
        except MediaRefusedError as fault:
            said = fault.message
        else:
            said = f"has {len(picture_set(picture).facts.sizes)} sizes"
            free_logo(picture)
        assert said
        assert "\n" not in said


def test_a_drawing_that_takes_hours_is_given_up() -> None:
    layers = "<g opacity='.5'><rect width='100' height='60'/></g>" * 20_000
    draw = partial(picture_in, longest=256)
    worker = Worker()
    try:
        with pytest.raises(WorkEndedError, match="took too long"):
            worker.do(draw, svg(layers), Limits(seconds=1.0, memory=2_000_000_000))
        small = svg("<rect width='9' height='9'/>")
        longer = Limits(seconds=60.0, memory=2_000_000_000)
        assert worker.do(draw, small, longer).size == (256, 256)
    finally:
        worker.close()


def test_a_profile_with_broken_texts_is_passed_over() -> None:
    icc = bytearray(display_p3())
    icc[16:20] = b"R\xf3B "
    data = saved(drawn(), "PNG", icc_profile=bytes(icc))
    assert picture_in(data, 64) == picture_in(saved(drawn(), "PNG"), 64)
