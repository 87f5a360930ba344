"""The picture of the 48 booths of the contact sheet, baked in draft light.

    python -m tests.kit.contact_picture

writes tests/kit/contact.webp, to be looked at before it is committed.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.build.lighting import Lighting
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth
from hallgen.light import LightQuality, as_texture
from hallgen.media import MediaLibrary
from hallgen.model import BoothLayout
from hallgen.scene import Scene
from hallgen.store import Store
from tests.support.contact import contact_booths
from tests.support.sheets import contact_sheet

GOLDEN = Path(__file__).with_name("contact.webp")
COLUMNS, WIDTH = 8, 240


def contact_picture() -> NDArray[np.uint8]:
    """The sheet, 8 by 6 booths, as sRGB (810, 1920, 3)."""
    with tempfile.TemporaryDirectory() as folder:
        lighting = Lighting(LightQuality.DRAFT, Store(Path(folder)), Diagnostics())
        scenes = [_lit(number, lighting) for number in range(len(contact_booths()))]
    return contact_sheet(scenes, COLUMNS, WIDTH)


def _lit(number: int, lighting: Lighting) -> tuple[BoothLayout, Scene]:
    booth, layout, index = contact_booths()[number]
    built = build_booth(booth, layout, index, MediaLibrary())
    lit = lighting.booth(built, index.halls[booth.hall])
    sheet = None if lit.sheet is None else as_texture(lit.sheet)
    return layout, replace(lit.scene, lightmap=sheet)


def main() -> None:
    Image.fromarray(contact_picture()).save(GOLDEN, "WEBP", quality=95, method=6)


if __name__ == "__main__":
    main()
