"""The models of a hall's products, read when a booth wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from hallgen.formats import read_scene
from hallgen.media.models.shelf import PublishedModel, ShelvedModel, Size
from hallgen.model import Product
from hallgen.scene import Node, bake


@dataclass(frozen=True, slots=True)
class ModelShelf:
    """Models by product; their pieces lie in `folder`.

    Travels to another process. Each model is read once a process.
    """

    models: Mapping[str, PublishedModel] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses in the site of what is shown near by."""
        return frozenset(m.near for m in self.models.values() if m.near is not None)

    def of(self, product: Product) -> ShelvedModel | None:
        """The model of a product; None where it has none that can stand in a booth."""
        model = self.models.get(product.id)
        if model is None or model.near is None:
            return None
        far, portrait = self.folder / model.far, self.folder / model.portrait
        return _shelved(model.near, model.size, far, portrait)

    def near(self, address: str) -> tuple[Node, ...]:
        """What is shown near by of the model at an address, as nodes in its own axes."""
        model = next(known for known in self.models.values() if known.near == address)
        if model.plain is None:
            raise ValueError(f"{address} has nothing to be shown near by")
        return _near(self.folder / model.plain)


@lru_cache(maxsize=512)
def _shelved(address: str, size: Size, far: Path, portrait: Path) -> ShelvedModel:
    nodes = read_scene(far.read_bytes()).nodes
    meshes = tuple(bake(Node(node.mesh, node.placements)) for node in nodes)
    return ShelvedModel(address, size, meshes, portrait.read_bytes())


@lru_cache(maxsize=64)
def _near(file: Path) -> tuple[Node, ...]:
    return read_scene(file.read_bytes()).nodes
