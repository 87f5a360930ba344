"""Models packed by gzip beside themselves, as `<name>.glb.gz`: hosts send models as they are.

Most static hosts pack text alone. A tile packed by meshopt is a third of its size by gzip as well,
most of all its JSON. Our viewer fetches the twin and unpacks it; other clients open the model.
nginx (gzip_static) and Caddy (precompressed) take such files for their own, and send them to all.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import partial
from pathlib import Path
from typing import Final

from hallgen.diagnostics import Diagnostics
from hallgen.store import Store, bytes_as_they_are, kept_or_made

#: Folders of a site whose models the viewer loads.
_LOADED: Final = ("tiles", "media")


def write_twins(site: Path, store: Store, diagnostics: Diagnostics) -> None:
    """Put a twin beside each model that a hall's view loads: the same bytes for the same model."""
    for folder in _LOADED:
        for model in sorted((site / folder).rglob("*.glb")):
            data = model.read_bytes()
            key = hashlib.sha256(b"twin of\n" + data).hexdigest()
            packed = kept_or_made(store, _TWINS, key, partial(_packed, data), diagnostics)
            model.with_name(f"{model.name}.gz").write_bytes(packed)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


_TWINS = bytes_as_they_are("Packed models")
