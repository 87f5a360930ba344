"""Where an exhibitor's choices are changed without YAML: what a form says goes into its files."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import Field

from hallgen.diagnostics import Diagnostic, Diagnostics, Severity
from hallgen.errors import UsageError
from hallgen.model import UNDETERMINED, Frozen, Language, Text
from hallgen.preview.dropped import Drop, Placed, placed
from hallgen.preview.history import History
from hallgen.preview.neighbourhood import Neighbourhood
from hallgen.preview.reading import Source
from hallgen.readers.booth_files import read_choices
from hallgen.readers.inputs import is_inside
from hallgen.readers.tables.decoding import decode
from hallgen.readers.yaml_text import Value, with_value

_MOST: Final = 2_000


class FormKey(StrEnum):
    """A key of booth.yaml that the form has a field for."""

    STYLE = "style"
    DESIGN = "design"
    COLOR = "color"
    CLAIM = "claim"
    INTRO = "intro"
    PRODUCTS = "products"
    VIDEO = "video"


class FormChange(Frozen):
    """What a field of the form says now: a text (`text`, nothing takes the key away), texts by
    language of a claim or an introduction, or the ids of products in their order.
    """

    key: FormKey
    text: str = Field(default="", max_length=_MOST)
    texts: dict[str, str] = Field(default={}, max_length=100)
    ids: tuple[str, ...] = Field(default=(), max_length=_MOST)


class Desk:
    """Changes the files of one booth, one change at a time, and takes changes back."""

    def __init__(self, source: Source, scratch: Path) -> None:
        self._source = source
        self._scratch = scratch
        self._history = History(scratch / "attic")
        self._busy = threading.Lock()

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def change(self, around: Neighbourhood, change: FormChange) -> tuple[Diagnostic, ...]:
        """Write what a field says into booth.yaml; where that would be a fault, nothing is written
        and the faults come back. Raises UsageError for a file that only a person can change.
        """
        with self._busy:
            path, text = self._choices(around)
            changed = with_value(text, change.key.value, _value(around, change))
            faults = self._faults(around, changed, change.key)
            if not faults and changed != text:
                self._history.write({path: changed.encode()})
            return faults

    def drop(self, around: Neighbourhood, drop: Drop, file: Path) -> Placed:
        """Put a file where it belongs that was dropped on the form. Raises UsageError where no such
        file can be there.
        """
        with self._busy:
            put = placed(self._source, around, drop)
            files: dict[Path, bytes | Path | None] = {self._at(path): None for path in put.instead}
            files[self._at(put.path)] = file
            if put.key is not None:
                path, text = self._choices(around)
                files[path] = with_value(text, put.key, put.path.as_posix()).encode()
            self._history.write(files)
            return put

    def undo(self) -> None:
        """Take the last change back. Raises UsageError where that cannot be."""
        with self._busy:
            self._history.undo()

    def redo(self) -> None:
        """Make it again. Raises UsageError where that cannot be."""
        with self._busy:
            self._history.redo()

    def _choices(self, around: Neighbourhood) -> tuple[Path, str]:
        """The booth's booth.yaml, and what is in it."""
        path = self._at(Path(self._source.choices_of(around.booth)))
        return path, decode(path.read_bytes()).text if path.is_file() else ""

    def _at(self, path: Path) -> Path:
        """Where a path of the folder is. Raises UsageError where links lead out of the folder."""
        folder = self._source.folder
        if not is_inside(folder, folder / path):
            raise UsageError(f"{path.as_posix()} leads out of the folder.")
        return folder / path

    def _faults(self, around: Neighbourhood, text: str, key: FormKey) -> tuple[Diagnostic, ...]:
        """What would be wrong at a key, as reading the fair tells it."""
        shown = self._source.choices_of(around.booth)
        self._scratch.mkdir(parents=True, exist_ok=True)
        trial = self._scratch / Path(shown).name
        trial.write_bytes(text.encode())
        told = Diagnostics()
        goods = [
            product for id_ in around.booth.exhibitors for product in around.index.products_of(id_)
        ]
        read_choices(trial, shown, self._source.folder, goods, told)
        return tuple(
            one for one in told if field_of(one) == key.value and one.severity is not Severity.HINT
        )


def field_of(fault: Diagnostic) -> str:
    """The key of booth.yaml that a fault is about, or ''."""
    return (fault.place.item or "").partition(".")[0].partition("[")[0]


def _value(around: Neighbourhood, change: FormChange) -> Value:
    choices = around.booth.choices
    if change.key is FormKey.CLAIM:
        return _texts(choices.claim, change.texts)
    if change.key is FormKey.INTRO:
        return _texts(choices.intro, _not_listed(around, change.texts))
    if change.key is FormKey.PRODUCTS:
        return change.ids or None
    if change.key is FormKey.VIDEO and change.text:
        raise UsageError("A film is dropped on the form.")
    return change.text.strip() or None


def _not_listed(around: Neighbourhood, said: Mapping[str, str]) -> Mapping[str, str]:
    """What a form says of a firm and its list does not: the rest stays, and follows, the list."""
    own, main = around.booth.choices.intro, around.booth.main_exhibitor
    if main is None or own.get(UNDETERMINED) is not None:
        return said
    shown = around.index.exhibitors[main].intro
    return {
        tag: words
        for tag, words in said.items()
        if own.get(tag) is not None or words.strip() != words_in(shown, tag)
    }


def words_in(text: Text, language: Language) -> str:
    """What a field for a language shows of a text."""
    return text.get(language) or text.get(UNDETERMINED) or ""


def _texts(own: Text, said: Mapping[str, str]) -> Value:
    """A text by languages as a form has changed it; '' takes a language away."""
    known = {tag: words for tag, words in own.said if tag != UNDETERMINED}
    all_ = {**known, **{tag: words.strip() for tag, words in said.items()}}
    return {tag: words for tag, words in all_.items() if words} or None
