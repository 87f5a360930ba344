"""STEP: solids from CAD, by OpenCASCADE in cascadio."""

from __future__ import annotations

import re
from typing import Final

from hallgen import codes
from hallgen.formats import GltfError, Resolver, plain_glb
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading.looks import PLAIN
from hallgen.media.models.types import SourceModel

#: How far a triangle may be from the surface it stands for, in millimetres and in radians.
TOLERANCE_MM: Final = 0.1
TOLERANCE_RADIANS: Final = 0.35
#: What makes surfaces in a STEP file.
_SURFACES: Final = re.compile(
    rb"\b(ADVANCED_FACE|FACE_SURFACE|OPEN_SHELL|CLOSED_SHELL|MANIFOLD_SOLID_BREP|TRIANGULATED_FACE"
    rb"|COMPLEX_TRIANGULATED_FACE|FACETED_BREP)\b"
)
_REFERENCES: Final = re.compile(rb"\b(DOCUMENT_FILE|EXTERNALLY_DEFINED|APPLIED_EXTERNAL_IDENT)")

#: Texts and comments; what is defined, and what is referred to.
_WORDS: Final = re.compile(rb"'[^']*'|/\*.*?\*/", re.DOTALL)
_DEFINITION: Final = re.compile(rb"#0*(\d+)\s*=")
_REFERENCE: Final = re.compile(rb"#0*(\d+)")


def read_step(data: bytes, _: Resolver) -> SourceModel:
    """A STEP file, its assembly with names and colours. Raises MediaRefusedError.

    OpenCASCADE brings every unit that the file declares to metres.
    """
    if b"END-ISO-10303-21" not in data[-1024:]:
        raise MediaRefusedError(codes.MODEL_BROKEN, "It is cut off: its end is not there.")
    if not _SURFACES.search(data):
        if _REFERENCES.search(data):
            message = "It is an assembly of parts that lie in other files."
            raise MediaRefusedError(codes.MODEL_INCOMPLETE, message)
        raise MediaRefusedError(codes.MODEL_EMPTY, "It has no surfaces.")
    _check_references(data)
    import cascadio

    glb = cascadio.load(
        data,
        file_type="step",
        tol_linear=TOLERANCE_MM,
        tol_angular=TOLERANCE_RADIANS,
        use_parallel=False,
    )
    if not glb:
        raise MediaRefusedError(codes.MODEL_BROKEN, "OpenCASCADE cannot read it.")
    try:
        plain = plain_glb(glb, usual=PLAIN)
    except GltfError as error:
        raise MediaRefusedError(codes.MODEL_EMPTY, "Its solids have no surface.") from error
    note = f"Solids are cut into triangles to {TOLERANCE_MM} mm."
    return SourceModel(plain.glb, unit=1.0, notes=(note, *plain.notes))


def _check_references(data: bytes) -> None:
    """Raises MediaRefusedError where the file refers to what is not in it.

    OpenCASCADE leaves out what hangs on such a reference without a word, or crashes.
    """
    bare = _WORDS.sub(b"", data)
    missing = set(_REFERENCE.findall(bare)) - set(_DEFINITION.findall(bare))
    if missing:
        first = min(missing).decode()
        message = f"It refers to {len(missing)} parts of itself that are not in it (#{first})."
        raise MediaRefusedError(codes.MODEL_BROKEN, message)
