"""A theme's own folder: what its theme.yaml says, below what fair.yaml says itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Theme
from hallgen.plugins import BOOTH_DESIGNS, THEMES, file_of, names, plugin
from hallgen.readers.documents import mend, read_document
from hallgen.readers.fair_yaml import FairYaml
from hallgen.readers.suggest import did_you_mean

NAME = "theme.yaml"


def read_theme(source: FairYaml, folder: Path, diagnostics: Diagnostics) -> Theme:
    """The fair's theme with what its folder or its installed theme says.

    Keys of fair.yaml go before those of theme.yaml, each as a whole. `folder` of the theme is from
    then on where its files are, from the fair folder on.
    """
    theme = _read_theme(source, folder, diagnostics)
    for kind, name in theme.designs.items():
        if name not in names(BOOTH_DESIGNS):
            advice = did_you_mean(name, names(BOOTH_DESIGNS)) or None
            place = source.place("theme", "designs", kind)
            message = f"no design {name!r} is installed."
            diagnostics.add(codes.UNKNOWN_DESIGN, place, message, advice)
    return theme


def _read_theme(source: FairYaml, folder: Path, diagnostics: Diagnostics) -> Theme:
    said = source.file.theme
    found = _folder(said, source, folder, diagnostics)
    if found is None:
        return said.model_copy(update={"folder": None})
    inner = _read(folder / found, f"{found.name}/{NAME}", diagnostics)
    own = {key: getattr(said, key) for key in said.model_fields_set}
    merged = Theme.model_validate({**inner, **own})
    return merged.model_copy(update={"folder": found, "name": None})


def _folder(said: Theme, source: FairYaml, folder: Path, diagnostics: Diagnostics) -> Path | None:
    """Where the theme's files are; None where fair.yaml names none, or one that is not there."""
    if said.folder is not None:
        if (folder / said.folder).is_dir():
            return said.folder
        place = source.place("theme", "folder")
        diagnostics.add(codes.UNKNOWN_THEME, place, f"there is no folder {said.folder}.")
    elif said.name is not None:
        found = plugin(THEMES, said.name, (str, Path))
        if found is not None:
            return file_of(found, said.name)
        known = names(THEMES)
        advice = did_you_mean(said.name, known) or None
        message = f"no theme {said.name!r} is installed."
        diagnostics.add(codes.UNKNOWN_THEME, source.place("theme", "name"), message, advice)
    return None


def _read(folder: Path, shown: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """What a theme.yaml says, without what is wrong in it; nothing where there is none."""
    if not (folder / NAME).is_file():
        return {}
    document = read_document(folder / NAME, shown, diagnostics)
    if document is None:
        return {}
    for key in ("folder", "name"):
        if key in document:
            place = Place(shown, document.lines.get(key), key)
            diagnostics.add(codes.UNKNOWN_KEY, place, f"a {NAME} has no key {key!r}.")
            del document[key]
    mend(document, Theme, shown, diagnostics)
    return dict(document)
