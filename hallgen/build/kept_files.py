"""What a step of a build made, kept by content: its facts, and its files, each once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from hallgen.diagnostics import Diagnostics
from hallgen.media.made import Account, Made, MadeFile
from hallgen.model import Frozen
from hallgen.store import Store, told_of_fault

F = TypeVar("F", bound=Frozen)

_Names = tuple[tuple[str, str], ...]


class _Kept(Frozen):
    """A result as it is kept: its facts as JSON, what was made by name, each with the key of its
    bytes, what the report says, and the seconds that it took.
    """

    facts: str
    files: _Names
    pieces: _Names
    account: Account
    seconds: float


@dataclass(frozen=True, slots=True)
class KeptFiles(Generic[F]):
    """What was kept, and the seconds that it took to make."""

    made: Made[F]
    seconds: float


def kept_or_made_files(
    store: Store,
    key: str,
    facts: type[F],
    make: Callable[[], Made[F]],
    what: str,
    diagnostics: Diagnostics,
) -> Made[F]:
    """What is kept under a key; made and kept where it is not there or damaged.

    `what` is told where the store cannot be written, which stops nothing.
    """
    kept = kept_files(store, key, facts)
    if kept is not None:
        return kept.made
    began = time.perf_counter()
    made = make()
    try:
        keep_files(store, key, made, time.perf_counter() - began)
    except OSError as fault:
        told_of_fault(store, what, fault, diagnostics)
    return made


def keep_files(store: Store, key: str, made: Made[F], seconds: float) -> None:
    """Keep what was made under a key. Raises OSError where the store cannot be written."""
    kept = _Kept(
        facts=made.facts.model_dump_json(),
        files=_put(store, made.files),
        pieces=_put(store, made.pieces),
        account=made.account,
        seconds=seconds,
    )
    store.put(key, kept.model_dump_json().encode())


def kept_files(store: Store, key: str, facts: type[F]) -> KeptFiles[F] | None:
    """What is kept under a key, if all of it is there and whole."""
    data = store.get(key)
    if data is None:
        return None
    try:
        kept = _Kept.model_validate_json(data)
        known = facts.model_validate_json(kept.facts)
    except ValidationError:
        return None
    files, pieces = _got(store, kept.files), _got(store, kept.pieces)
    if files is None or pieces is None:
        return None
    return KeptFiles(Made(known, files, pieces, kept.account), kept.seconds)


def _put(store: Store, files: Sequence[MadeFile]) -> _Names:
    names = tuple((one.name, hashlib.sha256(one.data).hexdigest()) for one in files)
    for one, (_, at) in zip(files, names, strict=True):
        store.put(at, one.data)
    return names


def _got(store: Store, names: _Names) -> tuple[MadeFile, ...] | None:
    files = []
    for name, at in names:
        content = store.get(at)
        if content is None:
            return None
        files.append(MadeFile(name, content))
    return tuple(files)
