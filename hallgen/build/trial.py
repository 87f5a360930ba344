"""One exhibitor's file made web-ready on its own: the exhibitor sees what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hallgen.build.models import LIMITS, report_line, tell
from hallgen.build.report import ConvertedFile
from hallgen.diagnostics import Diagnostics, Place
from hallgen.formats import read_scene
from hallgen.media.isolation import Workshop, workshop
from hallgen.media.models.convert import ModelFile, convert
from hallgen.media.models.picture import turntable_picture
from hallgen.media.models.web import WebModel
from hallgen.model import ModelPose


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a file: the line that a build would report, its size, the files written."""

    line: ConvertedFile
    size: tuple[float, float, float]
    written: tuple[Path, ...]


def try_model(file: Path, folder: Path, pose: ModelPose, diagnostics: Diagnostics) -> Trial | None:
    """Convert a model and write what a site would serve, and a turntable picture, into `folder`.

    None where it cannot be used; `diagnostics` say why. Raises OSError where nothing can be
    written.
    """
    with workshop(LIMITS) as shop:
        try:
            model = shop.do(convert, ModelFile(file.parent.resolve(), Path(file.name), pose))
            written = _write(model, file.stem, folder, shop)
        except OSError:
            raise
        except Exception as error:
            tell(error, file.name, Place(str(file)), diagnostics)
            return None
    return Trial(report_line(file.name, model, kept=False), model.size, written)


def _write(model: WebModel, stem: str, folder: Path, shop: Workshop) -> tuple[Path, ...]:
    levels = model.levels
    files = {f"{stem}.glb": levels.inspect.glb, f"{stem}.far.glb": levels.far.glb}
    if levels.near is not None:
        files[f"{stem}.near.glb"] = levels.near.glb
    files[f"{stem}.webp"] = shop.do(_turntable, levels.near_plain or levels.inspect.glb)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in files)


def _turntable(glb: bytes) -> bytes:
    return turntable_picture(read_scene(glb))
