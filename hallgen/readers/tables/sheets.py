"""A program of its own that reads one workbook, and writes what it finds as a pickle.

A workbook of a kilobyte may stand for a sheet of billions of cells: at that the library which reads
it takes all memory there is, or ends its process. So that is this one, with a limit. It imports
nothing of hallgen, so that it starts at once.
"""

from __future__ import annotations

import pickle
import sys
import zipfile
from typing import Any

#: Bytes of memory for the data of one workbook, and cells that its sheets may span together.
MEMORY = 2_000_000_000
MOST_CELLS = 5_000_000

#: How it went, the first thing that is written: well, or as the second then says.
READ, BROKEN, SWOLLEN = "read", "broken", "swollen"


def _read(path: str, wanted: str | None, *, names_only: bool) -> tuple[Any, ...]:
    """The names of all sheets; the cells and merged ranges of the wanted one, or of all."""
    from python_calamine import CalamineWorkbook

    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MEMORY:
            return SWOLLEN, f"it unpacks to {unpacked >> 20:,} MB"
    book = CalamineWorkbook.from_path(path)
    names = tuple(book.sheet_names)
    if names_only or (wanted is not None and wanted not in names):
        return READ, names, {}
    read, left = {}, MOST_CELLS
    for name in names if wanted is None else (wanted,):
        sheet = book.get_sheet_by_name(name)
        left -= sheet.total_height * sheet.total_width
        if left < 0:
            size = f"{sheet.total_height:,} rows of {sheet.total_width:,} cells"
            return SWOLLEN, f"its sheet {name!r} has {size}"
        merged = tuple(sheet.merged_cell_ranges or ())
        left -= sum(min(low[0], sheet.total_height) - top[0] for top, low in merged)
        if left < 0:
            return SWOLLEN, f"its sheet {name!r} has {len(merged):,} merged ranges"
        read[name] = sheet.to_python(skip_empty_area=False), merged
    return READ, names, read


def _hold_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(kind: str, path: str, *wanted: str) -> tuple[Any, ...]:
    try:
        return _read(path, wanted[0] if wanted else None, names_only=kind == "names")
    except MemoryError:
        return SWOLLEN, "it needs more memory than it may have"
    except BaseException as fault:  # a panic in Rust is no Exception
        return BROKEN, str(fault)


if __name__ == "__main__":
    _hold_memory()
    pickle.dump(_main(*sys.argv[1:]), sys.stdout.buffer)
