"""A booth packed into one file that opens by a double click, without a server or a network."""

from __future__ import annotations

import mimetypes
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.build.lighting import Lighting
from hallgen.build.media import FairMedia, make_media
from hallgen.build.options import HallOptions
from hallgen.diagnostics import Diagnostics, Place
from hallgen.formats import Images, Instancing, write_glb
from hallgen.kit import build_booth
from hallgen.light import LightQuality, in_standard_slots
from hallgen.preview.faults import faults_of
from hallgen.preview.neighbourhood import Neighbourhood, neighbourhood
from hallgen.preview.reading import Source
from hallgen.resources import viewer
from hallgen.scene import Scene, shown_near
from hallgen.site import PackedBooth, packed_page, read_viewer
from hallgen.store import Store, StorePlace

#: Bytes of a file that mail and messengers still take.
BUDGET: Final = 5_000_000
_SCRIPT: Final = "inline/pack.js"


def pack_booth(
    source: Source, booth: str, file: Path, store: StorePlace, diagnostics: Diagnostics
) -> int:
    """Write a booth of an id into a file; how many bytes it has. Only the booth's own faults are
    added to `diagnostics`, and that the file is too large. Raises OSError where it cannot be
    written.
    """
    told = Diagnostics()
    checked = source.read(told)
    found = next(b for hall in checked.fair.halls for b in hall.booths if b.id == booth)
    around = neighbourhood(checked.fair, checked.layouts[found.hall], found)
    with tempfile.TemporaryDirectory(prefix="hallgen-pack-") as made:
        site, pieces = Path(made) / "site", Path(made) / "pieces"
        for folder in (site, pieces):
            folder.mkdir()
        options = HallOptions(LightQuality.DRAFT, store, 1, lambda *_: None)
        media = make_media(around.own, site, pieces, options, told)
        scene = _scene(around, media, pieces, store, told)
        whole = read_viewer(viewer())
        packed = PackedBooth(
            booth=found,
            glb=write_glb(scene, Images.EMBEDDED, Instancing.EXPANDED).data,
            rows=tuple(row.product for row in scene.features),
            pictures=dict(_pictures(media, site)),
            script=(viewer() / _SCRIPT).read_text("utf-8").strip(),
        )
        page = packed_page(around.index, whole, packed)
    diagnostics.extend(faults_of(found, around.index, source.choices_of(found), told))
    if len(page) > BUDGET:
        message = f"the file has {len(page) / 1e6:.1f} MB of {BUDGET / 1e6:.0f} MB."
        diagnostics.add(codes.PACK_HEAVY, Place(str(file)), message)
    file.write_bytes(page)
    return len(page)


def _scene(
    around: Neighbourhood, media: FairMedia, pieces: Path, store: StorePlace, told: Diagnostics
) -> Scene:
    """The booth by itself, with its light as every viewer knows it."""
    exhibits = media.exhibits(pieces)
    layout = next(one for one in around.layout.booths if one.booth == around.booth.id)
    built = build_booth(around.booth, layout, around.index, exhibits.pictures, exhibits.models.of)
    lit = Lighting(LightQuality.DRAFT, Store(store), told).booth(built, around.hall)
    shown = replace(lit, scene=shown_near(lit.scene, exhibits.models.near))
    return shown.scene if shown.sheet is None else in_standard_slots(shown.scene, shown.sheet)


def _pictures(media: FairMedia, site: Path) -> Iterator[tuple[Path, tuple[str, bytes]]]:
    """Logos and photos as pages show them, each with its kind."""
    for path, made in media.pictures.items():
        shown = made.page.usual if made.page else made.logo.page if made.logo else None
        if shown is not None:
            kind = mimetypes.guess_type(shown.address)[0] or "image/webp"
            yield path, (kind, (site / shown.address).read_bytes())
