"""The models of a hall's products, read when a booth wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hallgen.formats import read_scene
from hallgen.media.models.shelf import ShelvedModel
from hallgen.media.models.web import WebModel, from_bytes
from hallgen.model import Product
from hallgen.scene import Node, bake


@dataclass(frozen=True, slots=True)
class ModelShelf:
    """Models by product: the address of what stands near by, and the file that holds it whole.

    Travels to another process. Each model is read once a process.
    """

    addresses: Mapping[str, str]
    files: Mapping[str, Path]

    def of(self, product: Product) -> ShelvedModel | None:
        """The model of a product; None where it has none that can stand in a booth."""
        address = self.addresses.get(product.id)
        return None if address is None else _shelved(self.files[product.id], address)

    def near(self, address: str) -> tuple[Node, ...]:
        """What is shown near by of the model at an address, as nodes in its own axes."""
        product = next(id_ for id_, known in self.addresses.items() if known == address)
        return _near(self.files[product])


@lru_cache(maxsize=512)
def _shelved(file: Path, address: str) -> ShelvedModel:
    model = _read(file)
    far = read_scene(model.levels.far.glb)
    meshes = tuple(bake(Node(node.mesh, node.placements)) for node in far.nodes)
    return ShelvedModel(address, model.size, meshes, model.picture)


@lru_cache(maxsize=64)
def _near(file: Path) -> tuple[Node, ...]:
    plain = _read(file).levels.near_plain
    if plain is None:
        raise ValueError(f"{file} has nothing to be shown near by")
    return read_scene(plain).nodes


def _read(file: Path) -> WebModel:
    model = from_bytes(file.read_bytes())
    if model is None:
        raise ValueError(f"{file} is damaged")
    return model
