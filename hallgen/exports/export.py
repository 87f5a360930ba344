"""A fair into the files of a format, and those onto the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import UsageError
from hallgen.exports.csv_files import sheet_csv
from hallgen.exports.dxf import hall_dxf
from hallgen.exports.folder import fair_folder
from hallgen.exports.geojson import hall_geojson
from hallgen.exports.imdf import fair_imdf
from hallgen.exports.lists import sheets_of
from hallgen.exports.svg import hall_svg
from hallgen.exports.workbook import sheets_xlsx
from hallgen.model import Fair, Hall, Point
from hallgen.readers import read_fair
from hallgen.readers.whole_fair import read_whole_fair, whole_fair_text


class ExportFormat(StrEnum):
    """Lists (csv, xlsx), plans (geojson, imdf, svg, dxf), or the whole fair (json, folder)."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    IMDF = "imdf"
    SVG = "svg"
    DXF = "dxf"
    JSON = "json"
    FOLDER = "folder"


_PLANS: Final[Mapping[ExportFormat, Callable[[Hall, Fair], str]]] = {
    ExportFormat.GEOJSON: hall_geojson,
    ExportFormat.SVG: hall_svg,
    ExportFormat.DXF: hall_dxf,
}
#: The formats that are one file, and what it is called after the fair's id.
_ENDINGS: Final = {
    ExportFormat.XLSX: ".xlsx",
    ExportFormat.IMDF: ".imdf.zip",
    ExportFormat.JSON: ".fair.json",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of the files by their paths in a folder; of `alone`, of the one file there is."""

    files: Mapping[str, bytes]
    alone: bool = False


def open_fair(source: Path, diagnostics: Diagnostics) -> Fair:
    """The fair in a folder, or in a JSON file of a whole one. Raises FairError, UsageError."""
    if source.is_file() and source.suffix.casefold() == ".json":
        return read_whole_fair(source, diagnostics)
    return read_fair(source, diagnostics)


def exported(
    fair: Fair, format_: ExportFormat, diagnostics: Diagnostics, at: Point | None = None
) -> Exported:
    """The files of a format. `at` is longitude and latitude of the fair, which IMDF asks for."""
    if format_ is ExportFormat.FOLDER:
        return Exported(fair_folder(fair, diagnostics))
    if format_ is ExportFormat.CSV:
        sheets = sheets_of(fair, diagnostics)
        return Exported({f"{sheet.kind}.csv": sheet_csv(sheet) for sheet in sheets})
    if write := _PLANS.get(format_):
        ending = format_.value
        halls = {f"hall-{hall.id}.{ending}": write(hall, fair).encode() for hall in fair.halls}
        return Exported(halls, alone=len(halls) == 1)
    if format_ is ExportFormat.XLSX:
        data = sheets_xlsx(sheets_of(fair, diagnostics), diagnostics)
    elif format_ is ExportFormat.IMDF:
        if at is None:
            diagnostics.add(codes.EXPORT_NOWHERE, Place("fair.yaml"), "IMDF is a map of the earth.")
        data = fair_imdf(fair, at or (0.0, 0.0))
    else:
        data = whole_fair_text(fair).encode("utf-8", errors="replace")
    return Exported({f"{fair.id}{_ENDINGS[format_]}": data}, alone=True)


def write_export(
    found: Exported, output: Path | None, folder: str, *, replace: bool = False
) -> tuple[Path, ...]:
    """Write the files under `output`; one file alone as `output`, where that ends as files do.

    Without it one file is written where one works, and several in `folder`. Raises UsageError,
    before anything is written, where a file is there already and is not to be replaced.
    """
    if found.alone:
        ((name, data),) = found.files.items()
        if output is None:
            output = Path()
        is_folder = output.is_dir() or not output.suffix
        whole = output / name if is_folder else output
        targets = {whole: data}
    else:
        under = output if output is not None else Path(folder)
        targets = {under / name: data for name, data in found.files.items()}
    there = [path for path in targets if path.exists()]
    if there and not replace:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise UsageError(
            f"{there[0]}{more} is there already. Give another place with -o, or --replace."
        )
    for path, data in targets.items():
        _write(path, data)
    return tuple(targets)


def _write(path: Path, data: bytes) -> None:
    """The file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What new files may not be, as mkstemp knows nothing of it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
