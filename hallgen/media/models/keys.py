"""The name of a conversion: another pose, way of reading, code or library, another name."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from hallgen.media.keys import code_key
from hallgen.model import ModelPose
from hallgen.resources import wasm

#: Libraries whose other versions may read or write the same file otherwise.
_LIBRARIES = ("cascadio", "dracopy", "embreex", "lxml", "numpy", "pillow", "pycollada", "trimesh")
#: The packages that a conversion runs through.
_PACKAGES = ("formats", "light", "media/made.py", "media/models", "media/pictures", "scene")


def model_settings(path: Path, pose: ModelPose) -> str:
    """All that a conversion depends on but the content of the file and of those beside it.

    The files beside a model are not in it: only reading it tells which they are.
    """
    code = code_key(_PACKAGES, _LIBRARIES)
    return f"model {code} {_packer()} {path.suffix.lower()} {pose.model_dump_json()}"


@cache
def _packer() -> str:
    return hashlib.sha256((wasm() / "gltfpack.wasm").read_bytes()).hexdigest()
