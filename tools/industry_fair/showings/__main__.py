"""Make the sample's films, panorama and data sheets."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from hallgen.light.pictures import Camera
from hallgen.media.video import find_ffmpeg
from tools.industry_fair.firms import firms
from tools.industry_fair.halls import halls
from tools.industry_fair.products import products
from tools.industry_fair.showings.films import PASSES, film
from tools.industry_fair.showings.named import FIRMS, PRODUCTS
from tools.industry_fair.showings.sheets import data_sheet
from tools.industry_fair.showings.workshop import panorama, picture

MEDIA = Path(__file__).parents[3] / "examples" / "industry-fair" / "media"

#: Where the photographs of data sheets are taken from.
_PHOTOS = {
    "VM650": Camera((-2.5, 1.6, 0.6), -25, -6, 46),
    "SL200": Camera((2.4, 1.6, 0.4), 22, -7, 46),
}


def main() -> None:
    shown = {
        (one.firm.entry.name.en, one.name.en.rpartition("-")[2]): one
        for one in products(firms(halls()))
    }
    for key, files in PRODUCTS.items():
        photo = Image.fromarray(picture(_PHOTOS[key[1]], 960, 600))
        _write(files.documents[0], data_sheet(shown[key], photo))
    for name in FIRMS.values():
        data = io.BytesIO()
        Image.fromarray(panorama(4096)).save(data, "JPEG", quality=76, optimize=True)
        _write(name, data.getvalue())
    ffmpeg = find_ffmpeg()
    if ffmpeg is None:
        print("No ffmpeg: the films stay as they are.")
        return
    (MEDIA / "films").mkdir(exist_ok=True)
    for shot in PASSES:
        film(shot, ffmpeg, MEDIA / "films" / f"{shot.name}.mp4")


def _write(name: str, data: bytes) -> None:
    (MEDIA / name).parent.mkdir(exist_ok=True)
    (MEDIA / name).write_bytes(data)


if __name__ == "__main__":
    main()
