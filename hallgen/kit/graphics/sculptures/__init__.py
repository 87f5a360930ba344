"""Still lifes for posters: what stands for goods that the kit has no stand-in for.

    sculpture_for("battery", seed) -> Sculpture

They are built as stand-ins are, but only ever photographed (see `renders`), in the colours of
the palette they are shown in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hallgen.kit.graphics.sculptures import abstract, equipment, goods
from hallgen.kit.graphics.sculptures.clay import Sculpture

Maker = Callable[[], Sculpture]

#: Makers by the names that assets/motifs.yaml uses.
SCULPTURES: Mapping[str, Maker] = {
    maker.__name__: maker
    for maker in (
        equipment.cabinet,
        equipment.camera,
        equipment.display,
        equipment.rack,
        equipment.solar,
        equipment.valve,
        equipment.vehicle,
        equipment.vessels,
        goods.battery,
        goods.boxes,
        goods.cable,
        goods.coils,
        goods.connector,
        goods.flask,
        goods.house,
        goods.lattice,
        goods.leaf,
        goods.software,
    )
}

#: For goods that no words name.
ABSTRACT: tuple[Maker, ...] = (abstract.orbit, abstract.spiral, abstract.ripple, abstract.cluster)


def sculpture_for(motif: str, seed: int) -> Sculpture:
    """The still life of a motif; an abstract one where there is none."""
    return SCULPTURES.get(motif, ABSTRACT[seed % len(ABSTRACT)])()
