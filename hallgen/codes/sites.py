"""H551 on: what a built site weighs."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

BOOTH_HEAVY: Final = Code(
    "H551",
    Severity.HINT,
    "A booth takes more bytes than its size is worth to a visitor who comes near.",
    "Give it fewer or smaller pictures, or accept that it arrives later than its neighbours.",
)
SECTION_HEAVY: Final = Code(
    "H552",
    Severity.HINT,
    "What one sees of a hall at once takes more draw calls or triangles than phones draw smoothly.",
    "Fewer kinds of furniture and of surfaces in neighbouring booths draw faster.",
)
FAR_HEAVY: Final = Code(
    "H553",
    Severity.HINT,
    "A group of booths keeps many triangles from afar.",
    "Nothing needs to be done; halls with many such groups draw slower.",
)
SHELL_HEAVY: Final = Code(
    "H554",
    Severity.HINT,
    "A hall's own walls, roof and light take many bytes for its floor.",
    "Fewer columns, areas and signs in the plan make it lighter.",
)
FILE_TOO_LARGE: Final = Code(
    "H555",
    Severity.WARNING,
    "A file is larger than 25 MiB, which some hosts refuse.",
    "Make the picture or the film it comes from smaller.",
)
MODEL_NEAR_HEAVY: Final = Code(
    "H556",
    Severity.HINT,
    "A product's model takes more than one should where it stands in a booth.",
    "Send a simpler one: fewer triangles, fewer materials, smaller pictures.",
)
MEMORY_HEAVY: Final = Code(
    "H557",
    Severity.HINT,
    "Phones must hold much at some place of a hall.",
    "The tiles that are most of it are named: smaller pictures and models in their booths help.",
)
PACK_HEAVY: Final = Code(
    "H558",
    Severity.WARNING,
    "A booth in one file is larger than mail and messengers take.",
    "Show fewer products with models, or smaller pictures.",
)
HOST_LIMIT: Final = Code(
    "H559",
    Severity.WARNING,
    "A site has more than its host takes.",
    "Write `publish: {products: exhibitor, files: few}` in fair.yaml, or choose another host.",
)
