"""The names of a hall's pictures: another as soon as anything in them may differ."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from hallgen.scene import Scene
from hallgen.scene.digests import Digests, shape_of


class HallLooks:
    """Names for pictures of a hall: its shell's scenes, and its booths', in the same axes.

    What a ray meets depends on all shapes; what is seen there, on the looks of what is met.
    `facts` is what else pictures depend on, by its repr.
    """

    def __init__(self, shell: Sequence[Scene], booths: Mapping[str, Scene], *facts: object) -> None:
        digests = Digests()
        self._looks = {id_: _look(scene, digests) for id_, scene in booths.items()}
        whole = hashlib.sha256(_code() + repr(facts).encode())
        for scene in shell:
            whole.update(_look(scene, digests))
        for id_, scene in booths.items():
            whole.update(id_.encode() + shape_of(scene))
        self._shapes = whole.digest()

    def place(self, picture: str) -> str:
        """What names which booths are met in a picture, itself named by `picture`."""
        return hashlib.sha256(self._shapes + picture.encode()).hexdigest()

    def picture(self, picture: str, met: Iterable[str]) -> str:
        """What names a picture in which these booths are met."""
        whole = hashlib.sha256(self.place(picture).encode())
        for id_ in sorted(met):
            whole.update(self._looks[id_])
        return whole.hexdigest()


def _look(scene: Scene, digests: Digests) -> bytes:
    """The hash of all of a scene that a picture may show."""
    return digests.of((scene.nodes, scene.features, scene.lightmap))


@cache
def _code() -> bytes:
    """A hash of the code that makes pictures: what it changes, it changes in all."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in (here, here.parent, here.parent.parent / "scene"):
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()
