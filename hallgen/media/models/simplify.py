"""Fewer triangles, as few as a budget has room for, within an error that is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, Keep, PackOptions, Simplify, Tangents, pack
from hallgen.media.models.distance import Surface, farthest
from hallgen.media.models.rest import resting

#: What is tried first leaves out only what nobody can see, by gltfpack's own estimate.
_UNSEEN = (3e-4, 5e-5)
#: A little less is asked for than there is room for.
_ROOM = 0.995


@dataclass(frozen=True, eq=False, slots=True)
class Original:
    """What is simplified: a plain GLB's surface, and the part of it that is seen."""

    surface: Surface
    seen: Surface

    def away(self, other: Surface) -> float:
        """How far a surface is from this, and what is seen of this from it, at most.

        A share of the longest side.
        """
        largest = max(farthest(other, self.surface), farthest(self.seen, other))
        return largest / max(self.surface.size, 1e-12)


@dataclass(frozen=True, eq=False, slots=True)
class Simplified:
    """A plain GLB, its triangles, and how far its surface is from the original's at most.

    `error` is a share of the original's longest side.
    """

    glb: bytes
    triangles: int
    error: float


def simplified(
    glb: bytes,
    original: Original,
    triangles: int,
    error: float,
    keep: frozenset[Keep] = frozenset(),
) -> tuple[Simplified, bool]:
    """A plain GLB in at most so many triangles, and whether that was reached.

    The first try that is within `error` of the original, a share of its longest side, and within
    the count. Where none is, the one with the fewest triangles among those within the error.
    `keep` is what stays of its order besides.
    """
    best: Simplified | None = None
    for options in _tries(len(original.surface.triangles), triangles, error):
        found = _measured(pack(glb, replace(options, keep=keep)), original)
        if found.error > error or not found.triangles:
            continue
        if found.triangles <= triangles:
            return found, True
        if best is None or found.triangles < best.triangles:
            best = found
    if best is None:
        best = _measured(pack(glb, replace(_plainly(), keep=keep)), original)
    return best, False


def _measured(glb: bytes, original: Original) -> Simplified:
    surface = resting(EditableGlb(glb))
    return Simplified(glb, len(surface.triangles), original.away(surface))


def _tries(count: int, triangles: int, error: float) -> Iterator[PackOptions]:
    if count <= triangles:
        for small in _UNSEEN:
            yield _plainly(1e-4, small)
        yield _plainly()
        return
    ratio = triangles * _ROOM / count
    for how in Simplify:
        yield _plainly(ratio, error, how)
    # What a mesh of many parts keeps too many triangles of, others have to give.
    for less in (0.6, 0.3):
        yield _plainly(ratio * less, error, Simplify.PERMISSIVE)


def _plainly(ratio: float = 1.0, error: float = 0.0, how: Simplify = Simplify.EXACT) -> PackOptions:
    return PackOptions(Form.PLAIN, ratio, error, how, tangents=Tangents.MADE)
