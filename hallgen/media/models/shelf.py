"""The converted models of products, as booths and pages need them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hallgen.media.pictures import PictureSet
from hallgen.model import Frozen, Product
from hallgen.scene import Mesh

Size = tuple[float, float, float]


@dataclass(frozen=True, eq=False, slots=True)
class ShelvedModel:
    """A product's model on the shelf.

    `file` is the address in the site of what is shown near by; `far` the meshes that stand for
    it, in its axes (metres, Y up, the middle of its foot at the origin, front to +Z). `size` is
    its extent along x, y, z. `picture` is the WebP of a studio picture, cut out.
    """

    file: str
    size: Size
    far: tuple[Mesh, ...]
    picture: bytes


#: Finds the model of a product; None where it has none that can stand in a booth.
Models = Callable[[Product], ShelvedModel | None]


def no_models(_: Product) -> None:
    """The shelf of a fair without models."""


class PublishedModel(Frozen):
    """A product's model in the site: the addresses of its files.

    `near` is None where it is too heavy to stand in a hall, `apart` where its parts were not asked
    for or it has but one. `size` is in metres along x, y, z.
    `far`, `plain` (of what is near, without compression) and `portrait` (a studio picture, cut
    out) are names of pieces. `lacking` are codes of what a diagnostic has to say, `why` what was
    found; `beside` has the files that the model named, as `Conversion` has them.
    """

    near: str | None
    inspect: str
    size: Size
    animated: bool
    picture: PictureSet
    far: str
    plain: str | None
    portrait: str
    apart: str | None = None
    lacking: tuple[str, ...] = ()
    why: str = ""
    beside: dict[str, str | None] = {}
