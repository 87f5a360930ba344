"""Products' models made web-ready before the halls are built: each file and pose once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.build.kept_media import Batch, Job, MediaMaker, Recipe
from hallgen.diagnostics import Code
from hallgen.media.isolation import Limits
from hallgen.media.models.beside import Beside
from hallgen.media.models.keys import model_settings
from hallgen.media.models.shelf import PublishedModel
from hallgen.media.models.web import make_model
from hallgen.model import Fair, ModelPose, Product

#: What the conversion of one model may take: a million triangles are read in 11 s and 1.2 GB.
LIMITS: Final = Limits(seconds=180.0, memory=4_000_000_000)

_LACKING: Mapping[str, Code] = {
    code.code: code for code in (codes.MODEL_BY_PICTURE, codes.MODEL_HEAVY)
}


@dataclass(frozen=True, eq=False, slots=True)
class StartedModels:
    """The models of a fair that are being made, each for some products."""

    batch: Batch[PublishedModel]
    products: Sequence[Sequence[Product]]
    maker: MediaMaker

    def by_product(self) -> dict[str, PublishedModel]:
        """Those that can be used; what one lacks is told at the first product that names it."""
        found: dict[str, PublishedModel] = {}
        for products, model in zip(self.products, self.batch.results(), strict=True):
            if model is not None:
                found |= {product.id: model for product in products}
                for code in model.lacking:
                    message = f"{products[0].model}: {model.why}."
                    self.maker.diagnostics.add(_LACKING[code], products[0].place, message)
        return found


def start_models(fair: Fair, maker: MediaMaker) -> StartedModels:
    """Have every model that products name made web-ready."""
    groups: dict[tuple[Path, str], list[Product]] = {}
    for product in fair.products:
        if product.model is not None:
            key = product.model, product.pose.model_dump_json()
            groups.setdefault(key, []).append(product)
    jobs = (
        Job(path, first.place, model_recipe(maker.folder, path, first.pose))
        for (path, _), (first, *_) in groups.items()
    )
    return StartedModels(maker.start("models", jobs), tuple(groups.values()), maker)


def model_recipe(folder: Path, path: Path, pose: ModelPose) -> Recipe[PublishedModel]:
    """How a model is made web-ready; it may name files beside it in the folder."""
    folder = folder.resolve()

    def holds(file: Path, model: PublishedModel) -> bool:
        return Beside(folder, file.relative_to(folder)).unchanged(model.beside)

    make = partial(make_model, folder, pose)
    return Recipe("model", PublishedModel, model_settings(path, pose), LIMITS, make, holds)
