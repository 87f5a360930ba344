"""One exhibitor's file made web-ready on its own: the exhibitor sees what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hallgen.build.kept_media import Recipe, tell
from hallgen.build.models import LIMITS, model_recipe
from hallgen.build.pictures import look_at_logo, picture_recipe
from hallgen.build.rich_media import (
    caption_recipe,
    document_recipe,
    film_recipe,
    panorama_recipe,
)
from hallgen.diagnostics import Diagnostics, Place
from hallgen.formats import read_scene
from hallgen.media.isolation import Workshop, workshop
from hallgen.media.made import Account, Made
from hallgen.media.models.picture import turntable_picture
from hallgen.media.panoramas import says_panorama
from hallgen.media.pictures import PictureUse
from hallgen.media.pictures.kinds import PictureKind, has_picture_head, kind_of
from hallgen.media.video import find_ffmpeg
from hallgen.model import Frozen, ModelPose

F = TypeVar("F", bound=Frozen)


class FileKind(StrEnum):
    """What an exhibitor's file is taken for."""

    MODEL = "model"
    PICTURE = "picture"
    LOGO = "logo"
    PANORAMA = "panorama"
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


#: So much of a file is looked at: what cameras say of a panorama may come after a small picture.
_HEAD = 1 << 18


def kind_of_file(name: str, head: bytes) -> FileKind:
    """What a file is taken for, by its ending where that tells, else by how it begins."""
    known = _BY_ENDING.get(Path(name).suffix.lower())
    if known is not None:
        return known
    if says_panorama(head):
        return FileKind.PANORAMA
    drawn = kind_of(head) is not PictureKind.PIXELS
    return FileKind.PICTURE if drawn or has_picture_head(head) else FileKind.MODEL


@dataclass(frozen=True, eq=False, slots=True)
class _Trier:
    """Makes a file web-ready in a worker. What else is wrong with it is told to `diagnostics`."""

    file: Path
    pose: ModelPose
    shop: Workshop
    place: Place
    diagnostics: Diagnostics

    def made(self, recipe: Recipe[F]) -> Made[F]:
        return self.shop.do(recipe.make, self.file, recipe.limits)


def try_file(
    file: Path, folder: Path, diagnostics: Diagnostics, pose: ModelPose, kind: FileKind | None
) -> Trial | None:
    """Make a file web-ready and write what a site would serve of it into `folder`.

    Without a kind, it is taken for what it seems to be. A model, which stands as `pose` says, gets
    a turntable picture besides. None where it cannot be used; `diagnostics` say why. Raises
    OSError where it cannot be read or nothing can be written.
    """
    with file.open("rb") as opened:
        kind = kind or kind_of_file(file.name, opened.read(_HEAD))
    place = Place(str(file))
    with workshop(1) as shop:
        try:
            whole = file.parent.resolve() / file.name
            tried = _TRIALS[kind](_Trier(whole, pose, shop, place, diagnostics))
        except Exception as error:
            tell(error, file.name, place, diagnostics)
            return None
    if tried is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in tried.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)
    return Trial(kind, tried.said, tuple(written))


def _model(trier: _Trier) -> _Tried:
    file = trier.file
    made = trier.made(model_recipe(file.parent, Path(file.name), trier.pose))
    model, data = made.facts, _data(made)
    files = {f"{file.stem}.glb": data[model.inspect], f"{file.stem}.far.glb": data[model.far]}
    if model.near is not None:
        files[f"{file.stem}.near.glb"] = data[model.near]
    shown = data[model.plain or model.inspect]
    files[f"{file.stem}.webp"] = trier.shop.do(_turntable, shown, LIMITS)
    return _Tried(_about_model(file, made.account, model.size), files)


def _turntable(glb: bytes) -> bytes:
    return turntable_picture(read_scene(glb))


def _about_model(file: Path, account: Account, size: tuple[float, float, float]) -> tuple[str, ...]:
    width, height, depth = size
    levels = (
        f"  {name:<8} {figures['bytes']:>9,.0f} bytes  {figures['triangles']:>8,.0f} triangles"
        f"  {figures['draws']:.0f} draws  off by {figures['error']:.2%}"
        for name, figures in account.figures.items()
    )
    return (
        f"{account.form}, {file.stat().st_size:,} bytes, {account.triangles:,} triangles; "
        f"{width:.3g} x {height:.3g} x {depth:.3g} m (width, height, depth)",
        *levels,
        *_notes(account),
    )


def _picture(trier: _Trier) -> _Tried:
    file = trier.file
    made = trier.made(picture_recipe(PictureUse.PAGE, PictureUse.BOOTH))
    page, booth, data = made.facts.page, made.facts.booth, _data(made)
    sizes = () if page is None else page.sizes
    files = {f"{file.stem}.{size.width}.webp": data[size.address] for size in sizes}
    said = [
        f"  {size.width} x {size.height} pixels, {len(data[size.address]):,} bytes"
        for size in sizes
    ]
    if booth is not None:
        files[f"{file.stem}.booth.png"] = data[booth]
    if any(size.width == 2 * size.height for size in sizes[-1:]):
        said.append("  twice as wide as high: if it is a panorama, say --as panorama")
    return _Tried((*_about(file, made.account), *said), files)


def _logo(trier: _Trier) -> _Tried | None:
    file = trier.file
    made = trier.made(picture_recipe(PictureUse.LOGO))
    look_at_logo(Path(file.name), trier.place, made.facts, trier.diagnostics)
    logo, data = made.facts.logo, _data(made)
    if logo is None:
        return None
    files = {
        f"{file.stem}.page.webp": data[logo.page.address],
        f"{file.stem}.sign.png": data[logo.sign],
    }
    return _Tried(_about(file, made.account), files)


def _panorama(trier: _Trier) -> _Tried:
    stem = trier.file.stem
    made = trier.made(panorama_recipe())
    shown, data = made.facts, _data(made)
    files = {f"{stem}.webp": data.pop(shown.preview)}
    files |= {f"{stem}{name.removeprefix(shown.folder)}": face for name, face in data.items()}
    return _Tried(_about(trier.file, made.account), files)


def _video(trier: _Trier) -> _Tried:
    made = trier.made(film_recipe(find_ffmpeg()))
    return _Tried(_about(trier.file, made.account), _data(made))


def _captions(trier: _Trier) -> _Tried:
    made = trier.made(caption_recipe())
    return _Tried(_about(trier.file, made.account), _data(made))


def _document(trier: _Trier) -> _Tried:
    made = trier.made(document_recipe(trier.file))
    saved = f"  to be saved as {made.facts.name}"
    return _Tried((*_about(trier.file, made.account), saved), _data(made))


def _data(made: Made[Frozen]) -> dict[str, bytes]:
    """All that was made, by name."""
    return {one.name: one.data for one in (*made.files, *made.pieces)}


def _about(file: Path, account: Account) -> tuple[str, ...]:
    return (f"{file.stat().st_size:,} bytes", *_notes(account))


def _notes(account: Account) -> tuple[str, ...]:
    return tuple(f"  {note}" for note in account.notes)


_TRIALS: Mapping[FileKind, Callable[[_Trier], _Tried | None]] = {
    FileKind.MODEL: _model,
    FileKind.PICTURE: _picture,
    FileKind.LOGO: _logo,
    FileKind.PANORAMA: _panorama,
    FileKind.VIDEO: _video,
    FileKind.CAPTIONS: _captions,
    FileKind.DOCUMENT: _document,
}
