"""A whole fair folder: what `hallgen build` reads, made of what is known of a fair."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hallgen.diagnostics import Diagnostics
from hallgen.exports.csv_files import sheet_csv
from hallgen.exports.fair_yaml import fair_yaml
from hallgen.exports.geojson import hall_geojson
from hallgen.exports.lists import sheets_of
from hallgen.exports.pages import page_files
from hallgen.exports.tours import booth_files, tours_yaml
from hallgen.model import Exhibitor, Fair, Product
from hallgen.readers.addresses import HEADER, AddressKind
from hallgen.readers.addresses import NAME as ADDRESSES
from hallgen.readers.fair_yaml import NAME as FAIR_YAML
from hallgen.readers.media_files import find_media
from hallgen.readers.named_files import named_files
from hallgen.readers.tours import NAME as TOURS


def fair_folder(fair: Fair, diagnostics: Diagnostics) -> dict[str, bytes]:
    """The bytes of each file by its path in the folder, media included."""
    sheets = [(sheet, f"{sheet.kind}.csv") for sheet in sheets_of(fair, diagnostics)]
    plans = {hall.id: f"plans/hall-{hall.id}.geojson" for hall in fair.halls}
    texts = {
        FAIR_YAML: fair_yaml(fair, plans, sheets),
        ADDRESSES: _addresses(fair),
        TOURS: tours_yaml(fair),
        **{plans[hall.id]: hall_geojson(hall, fair) for hall in fair.halls},
        **booth_files(fair),
        **page_files(fair),
    }
    return {
        **dict(_media(fair, diagnostics)),
        **{file: sheet_csv(sheet) for sheet, file in sheets if sheet.rows},
        **{path: text.encode("utf-8", errors="replace") for path, text in texts.items() if text},
    }


def _addresses(fair: Fair) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    things: tuple[tuple[AddressKind, tuple[Exhibitor | Product, ...]], ...] = (
        (AddressKind.EXHIBITOR, fair.exhibitors),
        (AddressKind.PRODUCT, fair.products),
    )
    for kind, found in things:
        writer.writerows(
            (kind, one.id, slug) for one in found for slug in (one.slug, *one.old_slugs)
        )
    return out.getvalue()


def _media(fair: Fair, diagnostics: Diagnostics) -> Iterator[tuple[str, bytes]]:
    """The files that the fair names; one that is not there is told, as by `hallgen check`."""
    for path, place in dict.fromkeys(named_files(fair)):
        found = find_media(fair.folder, path, place, diagnostics)
        if found is not None:
            yield path.as_posix(), found.read_bytes()
    for booth in (booth for hall in fair.halls for booth in hall.booths):
        video = booth.choices.video
        found = video and find_media(fair.folder, video, booth.place, diagnostics)
        if video and found:
            yield video.as_posix(), found.read_bytes()
    for page in fair.pages:
        for said, path in page.pictures.items():
            found = find_media(fair.folder, path, page.place, Diagnostics())
            if found is not None and not (fair.folder / said).is_file():
                yield f"pages/{said}", found.read_bytes()  # beside the page, as it says
