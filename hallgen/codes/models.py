"""H42x and H43x: product models."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

MODEL_UNKNOWN: Final = Code(
    "H420",
    Severity.ERROR,
    "A file is no 3D model of a kind that is read.",
    "Save it as GLB, glTF 2.0, STEP, OBJ, STL, PLY, OFF, 3MF or DAE.",
)
MODEL_BROKEN: Final = Code(
    "H421",
    Severity.ERROR,
    "A model is cut off, damaged, or not what its format allows.",
    "Open it in the program it comes from and export it again.",
)
MODEL_EMPTY: Final = Code(
    "H422",
    Severity.ERROR,
    "A model has no surface: no triangles, only points, lines or nothing at all.",
    "Export the body as a mesh or as a solid, with everything that is to be seen switched on.",
)
MODEL_INCOMPLETE: Final = Code(
    "H423",
    Severity.ERROR,
    "A file that a model needs does not lie beside it.",
    "Put it there, or export the model as one file (GLB).",
)
MODEL_NOT_FINITE: Final = Code(
    "H424",
    Severity.ERROR,
    "Corners of a model lie nowhere: their coordinates are infinite or no numbers.",
    "Repair the mesh in the program it comes from and export it again.",
)
MODEL_OLD: Final = Code(
    "H425",
    Severity.ERROR,
    "A model is of a version of its format that is no longer read.",
    "Export it as glTF 2.0 (GLB), which every program of today writes.",
)
MODEL_UNDECODED: Final = Code(
    "H426",
    Severity.ERROR,
    "A model's geometry is packed in a way that could not be undone.",
    "Export it without compression: what is needed is packed again here.",
)
MODEL_EXTENSION: Final = Code(
    "H427",
    Severity.ERROR,
    "A model requires an extension of glTF that is not known here.",
    "Export it without that extension.",
)
MODEL_TOO_LARGE: Final = Code(
    "H428",
    Severity.ERROR,
    "A model is too large to be read.",
    "Leave out what is not seen (screws, inner parts), or reduce it before you export it.",
)
MODEL_SIZE: Final = Code(
    "H429",
    Severity.ERROR,
    "A model has a size that no product has.",
    "Say in the products table what one of its units is in metres: `model_scale`.",
)
MODEL_POSE: Final = Code(
    "H430",
    Severity.WARNING,
    "A product's model_scale, model_up, model_rotate or model_parts is not of its kind.",
    "model_scale is a number above 0, model_up is x, y or z, model_rotate is degrees, model_parts "
    "is apart.",
)
