"""One exhibitor's file made web-ready on its own: the exhibitor sees what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hallgen.build.models import LIMITS, report_line, tell
from hallgen.build.report import ConvertedFile
from hallgen.build.rich_media import caption_recipe, document_recipe, film_recipe
from hallgen.diagnostics import Diagnostics, Place
from hallgen.formats import read_scene
from hallgen.media.isolation import Workshop, workshop
from hallgen.media.made import MadeFile
from hallgen.media.models.convert import ModelFile, convert
from hallgen.media.models.picture import turntable_picture
from hallgen.media.opening import open_picture
from hallgen.media.pictures import PAGE_SIDES, picture_set
from hallgen.media.pictures.kinds import PictureKind, has_picture_head, kind_of
from hallgen.media.video import find_ffmpeg
from hallgen.model import ModelPose


class FileKind(StrEnum):
    """What an exhibitor's file is taken for."""

    MODEL = "model"
    PICTURE = "picture"
    VIDEO = "video"
    CAPTIONS = "captions"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a file: what it is, lines that say what was found and done, files written."""

    kind: FileKind
    said: tuple[str, ...]
    written: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Tried:
    """Lines about a file, and what it became, by name."""

    said: tuple[str, ...]
    files: Mapping[str, bytes]


_BY_ENDING = {
    **dict.fromkeys((".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi"), FileKind.VIDEO),
    **dict.fromkeys((".vtt", ".srt"), FileKind.CAPTIONS),
    ".pdf": FileKind.DOCUMENT,
}


def kind_of_file(name: str, head: bytes) -> FileKind:
    """What a file is taken for, by its ending where that tells, else by how it begins."""
    known = _BY_ENDING.get(Path(name).suffix.lower())
    if known is not None:
        return known
    drawn = kind_of(head) is not PictureKind.PIXELS
    return FileKind.PICTURE if drawn or has_picture_head(head) else FileKind.MODEL


def try_file(file: Path, folder: Path, pose: ModelPose, diagnostics: Diagnostics) -> Trial | None:
    """Make a file web-ready and write what a site would serve of it into `folder`.

    A model gets a turntable picture besides. None where it cannot be used; `diagnostics` say
    why. Raises OSError where it cannot be read or nothing can be written.
    """
    with file.open("rb") as opened:
        kind = kind_of_file(file.name, opened.read(8192))
    with workshop(1) as shop:
        try:
            tried = _TRIALS[kind](file, pose, shop)
        except OSError:
            raise
        except Exception as error:
            tell(error, file.name, Place(str(file)), diagnostics)
            return None
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in tried.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)
    return Trial(kind, tried.said, tuple(written))


def _model(file: Path, pose: ModelPose, shop: Workshop) -> _Tried:
    model = shop.do(convert, ModelFile(file.parent.resolve(), Path(file.name), pose), LIMITS)
    levels = model.levels
    files = {f"{file.stem}.glb": levels.inspect.glb, f"{file.stem}.far.glb": levels.far.glb}
    if levels.near is not None:
        files[f"{file.stem}.near.glb"] = levels.near.glb
    files[f"{file.stem}.webp"] = shop.do(
        _turntable, levels.near_plain or levels.inspect.glb, LIMITS
    )
    return _Tried(_about(report_line(file.name, model, kept=False), model.size), files)


def _turntable(glb: bytes) -> bytes:
    return turntable_picture(read_scene(glb))


def _about(line: ConvertedFile, size: tuple[float, float, float]) -> tuple[str, ...]:
    width, height, depth = size
    levels = (
        f"  {name:<8} {figures['bytes']:>9,.0f} bytes  {figures['triangles']:>8,.0f} triangles"
        f"  {figures['draws']:.0f} draws  off by {figures['error']:.2%}"
        for name, figures in line.made.items()
    )
    return (
        f"{line.kind}, {line.bytes:,} bytes, {line.triangles:,} triangles; "
        f"{width:.3g} x {height:.3g} x {depth:.3g} m (width, height, depth)",
        *levels,
        *(f"  {note}" for note in line.notes),
    )


def _picture(file: Path, _pose: ModelPose, _shop: Workshop) -> _Tried:
    made = picture_set(open_picture(file.read_bytes(), PAGE_SIDES[-1]))
    files = {f"{file.stem}.{shown.width}.webp": shown.data for shown in made.sizes}
    said = tuple(f"  {p.width} x {p.height} pixels, {len(p.data):,} bytes" for p in made.sizes)
    return _Tried((f"{file.stat().st_size:,} bytes", *said), files)


def _video(file: Path, _pose: ModelPose, _shop: Workshop) -> _Tried:
    ffmpeg = find_ffmpeg()
    made = film_recipe(ffmpeg).make(file)
    film = made.facts
    how = "as it is: there is no ffmpeg" if ffmpeg is None else "by ffmpeg"
    said = f"{film.width} x {film.height} pixels, {film.seconds:.1f} s, {how}"
    return _Tried((said,), _by_name(made.files))


def _captions(file: Path, _pose: ModelPose, _shop: Workshop) -> _Tried:
    made = caption_recipe().make(file)
    return _Tried((), _by_name(made.files))


def _document(file: Path, _pose: ModelPose, shop: Workshop) -> _Tried:
    made = document_recipe(file, shop).make(file)
    facts = made.facts
    said = f"{facts.pages} pages, {facts.bytes:,} bytes, to be saved as {facts.name}"
    return _Tried((said,), _by_name(made.files))


def _by_name(files: tuple[MadeFile, ...]) -> dict[str, bytes]:
    return {made.name: made.data for made in files}


_TRIALS: Mapping[FileKind, Callable[[Path, ModelPose, Workshop], _Tried]] = {
    FileKind.MODEL: _model,
    FileKind.PICTURE: _picture,
    FileKind.VIDEO: _video,
    FileKind.CAPTIONS: _captions,
    FileKind.DOCUMENT: _document,
}
