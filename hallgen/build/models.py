"""Products' models made web-ready before the halls are built: each file once, in workers."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from hallgen import codes
from hallgen.build.files import write_file
from hallgen.build.report import ConvertedFile
from hallgen.build.shelf import ModelShelf
from hallgen.build.store import Store
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.media.isolation import Ending, Limits, WorkEndedError, Workshop, workshop
from hallgen.media.made import MediaRefusedError, content_name, named
from hallgen.media.models.beside import Beside
from hallgen.media.models.convert import ModelFile, convert
from hallgen.media.models.keys import model_key
from hallgen.media.models.levels import shortcomings
from hallgen.media.models.shelf import PublishedModel
from hallgen.media.models.web import WebModel, from_bytes, to_bytes
from hallgen.media.pictures import picture_set
from hallgen.model import Fair, Product
from hallgen.readers.media_files import find_media

#: What the conversion of one model may take: a million triangles are read in 11 s and 1.2 GB.
LIMITS = Limits(seconds=180.0, memory=4_000_000_000)

_ENDINGS: Mapping[Ending, Code] = {
    Ending.CRASHED: codes.WORK_CRASHED,
    Ending.FAILED: codes.WORK_CRASHED,
    Ending.SLOW: codes.WORK_SLOW,
    Ending.LARGE: codes.WORK_LARGE,
}


@dataclass(frozen=True, slots=True)
class FairModels:
    """The models of a fair: those in the site by product, where the whole of each lies, and the
    report's lines.
    """

    published: Mapping[str, PublishedModel]
    files: Mapping[str, Path]
    report: tuple[ConvertedFile, ...]

    @property
    def shelf(self) -> ModelShelf:
        """Those that can stand in booths."""
        near = {id_: model.near for id_, model in self.published.items() if model.near is not None}
        return ModelShelf(near, self.files)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where models are made: what is kept from before, where they lie meanwhile, and the site."""

    store: Store
    scratch: Path
    aside: Path
    jobs: int


def convert_models(
    fair: Fair, bench: Bench, progress: Callable[[str, int, int], None], diagnostics: Diagnostics
) -> FairModels:
    """Convert every model that products name; each file and pose once.

    A file that cannot be used is told at the first product that names it.
    """
    groups: dict[tuple[Path, str], list[Product]] = {}
    for product in fair.products:
        if product.model is not None:
            key = product.model, product.pose.model_dump_json()
            groups.setdefault(key, []).append(product)
    published: dict[str, PublishedModel] = {}
    files: dict[str, Path] = {}
    report: list[ConvertedFile] = []
    with workshop(bench.jobs) as shop:
        work = partial(_made, fair.folder, bench, shop)
        pending = [shop.start(partial(work, products[0])) for products in groups.values()]
        for number, products in enumerate(groups.values(), start=1):
            made = pending[number - 1].result()
            diagnostics.extend(made.diagnostics)
            progress("models", number, len(groups))
            report += made.lines
            published |= {product.id: found for found in made.published for product in products}
            files |= {product.id: file for file in made.files for product in products}
    return FairModels(published, files, tuple(report))


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of one file: one of each, or none."""

    diagnostics: Diagnostics
    published: tuple[PublishedModel, ...] = ()
    files: tuple[Path, ...] = ()
    lines: tuple[ConvertedFile, ...] = ()


def _made(folder: Path, bench: Bench, shop: Workshop, product: Product) -> _Made:
    """Convert the model of a product, or take what is kept, and write it."""
    diagnostics = Diagnostics()
    path = product.model
    found = None if path is None else find_media(folder, path, product.place, diagnostics)
    if path is None or found is None:
        return _Made(diagnostics)
    file = ModelFile(folder.resolve(), found.relative_to(folder.resolve()), product.pose)
    try:
        model, kept = _kept_or_converted(file, bench.store, shop, diagnostics)
    except Exception as error:
        tell(error, str(path), product.place, diagnostics)
        return _Made(diagnostics)
    for code in shortcomings(model.levels):
        diagnostics.add(code, product.place, f"{path}: {'; '.join(model.levels.notes)}.")
    whole = to_bytes(model)
    lying = bench.scratch / f"{content_name(whole)}.zip"
    lying.write_bytes(whole)
    published = _published(model, bench.aside)
    return _Made(diagnostics, (published,), (lying,), (report_line(str(path), model, kept=kept),))


def tell(error: Exception, file: str, place: Place, diagnostics: Diagnostics) -> None:
    """Say why a file could not be converted, whatever it was that its conversion raised."""
    match error:
        case MediaRefusedError():
            diagnostics.add(error.code, place, f"{file}: {error.message}")
        case WorkEndedError():
            diagnostics.add(_ENDINGS[error.ending], place, f"{file} {error}.")
        case _:  # a library's own about a file that nobody foresaw
            message = " ".join(f"{file}: {type(error).__name__}: {error}".split())
            diagnostics.add(codes.WORK_CRASHED, place, message)


def _kept_or_converted(
    file: ModelFile, store: Store, shop: Workshop, diagnostics: Diagnostics
) -> tuple[WebModel, bool]:
    """The model, and whether it was kept from a build before, with the same files beside it."""
    key = model_key(file.path.name, (file.folder / file.path).read_bytes(), file.pose)
    data = store.get(key)
    kept = None if data is None else from_bytes(data)
    if kept is not None and Beside(file.folder, file.path).unchanged(kept.conversion.beside):
        return kept, True
    model = shop.do(convert, file, LIMITS)
    try:
        store.put(key, to_bytes(model))
    except OSError as error:
        message = f"{file.path} could not be kept: {error.strerror or error}."
        diagnostics.add(codes.STORE_NOT_WRITTEN, Place(str(store.folder)), message)
    return model, False


def _published(model: WebModel, aside: Path) -> PublishedModel:
    """Write a model's files into the site."""
    levels = model.levels
    return PublishedModel(
        near=None if levels.near is None else _write(aside, levels.near.glb, ".glb"),
        inspect=_write(aside, levels.inspect.glb, ".glb"),
        size=model.size,
        animated=bool(levels.animations),
        picture=picture_set(Image.open(io.BytesIO(model.picture)).convert("RGBA")),
    )


def _write(aside: Path, data: bytes, suffix: str) -> str:
    file = named(data, suffix)
    write_file(aside, file.name, file.data)
    return file.name


def report_line(path: str, model: WebModel, *, kept: bool) -> ConvertedFile:
    """What a build tells of a file."""
    levels, conversion = model.levels, model.conversion
    every = {"far": levels.far, "near": levels.near, "inspect": levels.inspect}
    made = {
        name: {
            "bytes": len(level.glb),
            "triangles": level.triangles,
            "draws": level.draws,
            "error": round(level.error, 5),
        }
        for name, level in every.items()
        if level is not None
    }
    return ConvertedFile(
        path,
        conversion.kind,
        conversion.bytes,
        conversion.triangles,
        made,
        round(conversion.seconds, 2),
        kept,
        conversion.notes,
    )
