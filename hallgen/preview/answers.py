"""What a booth's form sends, done, and what it is answered."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from io import BufferedIOBase
from pathlib import Path
from typing import Any, Final

from hallgen.build.report import as_record
from hallgen.errors import UsageError
from hallgen.preview.bench import Bench
from hallgen.preview.desk import FormChange
from hallgen.preview.dropped import Drop

Answer = Mapping[str, Any]

_PIECE: Final = 1 << 20


def answer_change(bench: Bench, body: bytes) -> Answer:
    """A field says something else. Raises ValidationError for what no form sends."""
    faults = bench.desk.change(bench.around, FormChange.model_validate_json(body))
    return _answer(bench, faults=[as_record(fault) for fault in faults])


def answer_undo(bench: Bench, body: bytes) -> Answer:
    """The last change is to be taken back."""
    del body
    bench.desk.undo()
    return _answer(bench)


def answer_redo(bench: Bench, body: bytes) -> Answer:
    """What was taken back is to be made again."""
    del body
    bench.desk.redo()
    return _answer(bench)


#: By the end of the address that they are sent to.
STEPS: Final[Mapping[str, Callable[[Bench, bytes], Answer]]] = {
    "": answer_change,
    "undo": answer_undo,
    "redo": answer_redo,
}


def answer_drop(bench: Bench, drop: Drop, stream: BufferedIOBase, size: int) -> Answer:
    """A file of `size` bytes was dropped. Raises UsageError where it did not come whole."""
    with tempfile.TemporaryDirectory(prefix="dropped-", dir=bench.site.parent) as folder:
        file = Path(folder) / "file"
        with file.open("wb") as opened:
            left = size
            while left and (piece := stream.read(min(left, _PIECE))):
                opened.write(piece)
                left -= len(piece)
        if left or not size:
            raise UsageError(f"{drop.name} did not come whole.")
        placed = bench.desk.drop(bench.around, drop, file)
    return _answer(bench, file=placed.path.as_posix(), named=placed.named)


def _answer(bench: Bench, **said: object) -> Answer:
    return {**said, "undo": bench.desk.can_undo, "redo": bench.desk.can_redo}
