"""OBJ, with the materials and pictures beside it."""

from __future__ import annotations

import re
from typing import Final

from hallgen.formats import Resolver
from hallgen.media.models.reading.files import Beside, read_text
from hallgen.media.models.reading.meshes import load_parts
from hallgen.media.models.reading.parts import glb_of
from hallgen.media.models.reading.units import unit_said
from hallgen.media.models.types import SourceModel
from hallgen.model import UpAxis

#: Vertices that count from the end, which trimesh counts from the end of the whole file.
_FACE: Final = re.compile(r"^f\b.*-\d", re.MULTILINE)


def read_obj(data: bytes, resolve: Resolver) -> SourceModel:
    """An OBJ. Raises MediaRefusedError."""
    from trimesh.exchange.obj import load_obj

    text = read_text(data)
    beside = Beside(resolve)
    if _FACE.search(text):
        text = _absolute(text)
    parts = load_parts(load_obj, text.encode(), "obj", beside)
    return SourceModel(
        glb_of(parts),
        unit=unit_said(text[:4096]),
        notes=beside.notes,
        usual_up=UpAxis.Y,
    )


def _absolute(text: str) -> str:
    """The text with numbers that count back from a face turned into those from the start."""
    counts = {"v": 0, "vt": 0, "vn": 0}
    lines = []
    for line in text.splitlines():
        word, _, rest = line.strip().partition(" ")
        if word in counts:
            counts[word] += 1
        elif word == "f":
            line = "f " + " ".join(
                _corner(corner, tuple(counts.values())) for corner in rest.split()
            )
        lines.append(line)
    return "\n".join(lines)


def _corner(corner: str, counts: tuple[int, ...]) -> str:
    return "/".join(
        str(count + 1 + int(number)) if number.startswith("-") and number[1:].isdigit() else number
        for number, count in zip(corner.split("/"), counts, strict=False)
    )
