"""A booth in one file: a page that carries its style, its script, its pictures and the booth."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from hallgen import resources
from hallgen.model import Booth, FairIndex
from hallgen.site.blocks import data_block
from hallgen.site.details import contact_lines
from hallgen.site.inputs import SiteInputs
from hallgen.site.page import Page
from hallgen.site.site import Site
from hallgen.site.viewer_bundle import ViewerBundle


@dataclass(frozen=True, eq=False, slots=True)
class PackedBooth:
    """What goes into the file. `rows` has the product that each row of the GLB's features is of, ''
    where none; `pictures` are files by their paths in the fair folder; `script` is the viewer's.
    """

    booth: Booth
    glb: bytes
    rows: tuple[str, ...]
    pictures: Mapping[Path, tuple[str, bytes]]
    script: str


def packed_page(index: FairIndex, viewer: ViewerBundle, packed: PackedBooth) -> bytes:
    """The whole file. The same input gives the same bytes."""
    site = Site(SiteInputs(index, {}, {}, {}, viewer), style="", icon="")
    exhibitors = index.exhibitors_of(packed.booth)
    names = " · ".join(one.name.best(*site.languages) for one in exhibitors)
    title = f"{packed.booth.number} {names}".strip()
    pages = [Page(site, language, "", title, "") for language in site.languages]
    style = (resources.assets() / "site" / "packed.css").read_text("utf-8")
    booth = base64.b64encode(gzip.compress(packed.glb, 9, mtime=0)).decode()
    return pages[0].write(
        "packed.html.j2",
        pages=pages,
        policy=_policy(packed.script, style),
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(packed.script),  # noqa: S704 - our own
        booth=packed.booth,
        exhibitors=exhibitors,
        products=[p for one in exhibitors for p in index.products_of(one.id)],
        contact=contact_lines,
        pictures={path: _as_data(*made) for path, made in packed.pictures.items()},
        packed=data_block("packed", "application/octet-stream", booth),
        rows=data_block("products", "application/json", json.dumps(packed.rows)),
    )


def _policy(script: str, style: str) -> str:
    """Only what the file holds itself; three.js reads pictures of a GLB as blobs."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data: blob:",
            "connect-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _as_data(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
