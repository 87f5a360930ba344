"""A file into a table, whichever of the formats it has."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import TableSource
from hallgen.readers.formats import TableFormat, UnreadableError, table_format
from hallgen.readers.inputs import MOST_OF_TABLE, is_small
from hallgen.readers.lined import SyntaxFault, read_json, read_yaml
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tables import records, workbook
from hallgen.readers.tables.decoding import Decoded, decode, is_known, known_binary
from hallgen.readers.tables.grid import table_of
from hallgen.readers.tables.rows import Row, Table, plain
from hallgen.readers.tables.separated import Line, read_separated

_SEPARATED = (".csv", ".tsv", ".tab", ".txt", ".psv")
_DOCUMENTS = {".json": read_json, ".geojson": read_json, ".yaml": read_yaml, ".yml": read_yaml}
SUFFIXES = (*_SEPARATED, *workbook.SUFFIXES, *_DOCUMENTS)
_NAMED_SEPARATORS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def read_table(
    path: Path, source: TableSource, name: str, diagnostics: Diagnostics
) -> Table | None:
    """The rows of the file at `path`, which `source` describes and faults call `name`.

    None where it cannot be read at all, which is then reported. `columns` of the source are
    not looked at here, `where` and `unless` are.
    """
    table = _read(path, source, name, diagnostics)
    if table is None or not (source.where or source.unless):
        return table
    for key, columns in (("where", source.where), ("unless", source.unless)):
        for column in columns:
            if column not in table.columns:
                report_missing_column(column, key, table, diagnostics)
    kept = tuple(row for row in table.rows if _is_wanted(row, source))
    known = {*source.where, *source.unless} <= set(table.columns)
    if table.rows and not kept and known:
        message = "`where` and `unless` in fair.yaml leave no row of it."
        diagnostics.add(codes.TABLE_WITHOUT_ROWS, Place(name), message)
    return replace(table, rows=kept)


def report_missing_column(column: str, key: str, table: Table, diagnostics: Diagnostics) -> None:
    """Say that fair.yaml speaks of a column that the file does not have."""
    advice = did_you_mean(column, table.columns) or f"It has: {', '.join(table.columns)}."
    diagnostics.add(
        codes.MISSING_COLUMN,
        Place(table.file, item=column),
        f"{key} in fair.yaml names a column {column!r}, which the file does not have.",
        advice,
    )


def record_paths(path: Path) -> tuple[str, ...]:
    """The paths to all lists of records in a JSON or YAML file, the outer ones first."""
    read = _DOCUMENTS.get(path.suffix.casefold())
    if read is None or not path.is_file():
        return ()
    try:
        return records.every_path(read(decode(path.read_bytes()).text))
    except SyntaxFault:
        return ()


def _is_wanted(row: Row, source: TableSource) -> bool:
    """Whether the row has all that `where` asks for, and nothing that `unless` names."""
    return all(
        plain(row.values.get(column)).casefold() == plain(value).casefold()
        for column, value in source.where.items()
    ) and not any(
        fnmatchcase(plain(row.values.get(column)).casefold(), pattern.casefold())
        for column, patterns in source.unless.items()
        for pattern in patterns
    )


def _read(path: Path, source: TableSource, name: str, diagnostics: Diagnostics) -> Table | None:
    suffix = path.suffix.casefold()
    if not path.is_file():
        diagnostics.add(codes.MISSING_FILE, Place(name), "there is no such file.")
        return None
    if not _is_small(path, name, diagnostics):
        return None
    if suffix in workbook.SUFFIXES:
        sheet = workbook.read_workbook(path, name, source.sheet, diagnostics)
        if sheet is None:
            return None
        table = table_of(sheet[1], name, diagnostics, header=source.header, sheet=sheet[0])
        return replace(table, form={} if sheet[0] is None else {"sheet": sheet[0]})
    if suffix not in SUFFIXES and (installed := table_format(suffix)) is not None:
        return _read_installed(path, installed, source, name, diagnostics)
    if suffix not in SUFFIXES:
        diagnostics.add(
            codes.UNKNOWN_FORMAT, Place(name), f"files that end in {suffix!r} are no table we know."
        )
        return None
    try:
        data = path.read_bytes()
    except OSError as fault:
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), f"it cannot be read: {fault.strerror}.")
        return None
    if (kind := known_binary(data)) is not None:
        message = f"it is no text, but by its first bytes {kind}."
        advice = "Give the file its proper ending, or save it as CSV, XLSX, JSON or YAML."
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), message, advice)
        return None
    decoded = _decode(data, source, name, diagnostics)
    if suffix in _DOCUMENTS:
        return _read_document(decoded.text, suffix, source, name, diagnostics)
    table = _read_separated(decoded.text, source, name, diagnostics)
    return replace(table, form={"encoding": decoded.encoding, **table.form})


def _is_small(path: Path, name: str, diagnostics: Diagnostics) -> bool:
    try:
        return is_small(path, name, MOST_OF_TABLE, diagnostics)
    except OSError as fault:
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), f"it cannot be read: {fault.strerror}.")
        return False


def _read_installed(
    path: Path, format_: TableFormat, source: TableSource, name: str, diagnostics: Diagnostics
) -> Table | None:
    """A file of a format that another package reads."""
    try:
        cells = format_.read(path)
    except (UnreadableError, OSError) as fault:
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), f"it cannot be read: {fault}.")
        return None
    lines = [Line(at, tuple(line)) for at, line in enumerate(cells, start=1)]
    return table_of(lines, name, diagnostics, header=source.header)


def _decode(data: bytes, source: TableSource, name: str, diagnostics: Diagnostics) -> Decoded:
    if source.encoding is not None and not is_known(source.encoding):
        diagnostics.add(
            codes.UNKNOWN_ENCODING,
            Place(name, item="encoding"),
            f"{source.encoding!r} is no encoding that is known.",
        )
    decoded = decode(data, source.encoding)
    if decoded.lost:
        line = decoded.text[: decoded.text.index("\ufffd")].count("\n") + 1
        diagnostics.add(
            codes.UNREADABLE_CHARACTERS,
            Place(name, line),
            f"{decoded.lost} character(s) from here on cannot be read as {decoded.encoding}.",
        )
    return decoded


def _read_separated(text: str, source: TableSource, name: str, diagnostics: Diagnostics) -> Table:
    separator = source.separator
    if separator is not None:
        separator = _NAMED_SEPARATORS.get(separator.casefold(), separator)
        if len(separator) != 1 or separator in '"\r\n ':
            diagnostics.add(
                codes.BAD_SEPARATOR,
                Place(name, item="separator"),
                f"{source.separator!r} cannot separate cells.",
            )
            separator = None
    read = read_separated(text, separator)
    if read.open_quote is not None:
        diagnostics.add(
            codes.OPEN_QUOTE, Place(name, read.open_quote), "a quote begins here and never ends."
        )
    table = table_of(read.lines, name, diagnostics, header=source.header)
    return replace(table, form={"separator": read.separator})


def _read_document(
    text: str, suffix: str, source: TableSource, name: str, diagnostics: Diagnostics
) -> Table | None:
    try:
        document = _DOCUMENTS[suffix](text)
    except SyntaxFault as fault:
        diagnostics.add(
            codes.BAD_SYNTAX, Place(name, fault.line), f"it cannot be read: {fault.reason}."
        )
        return None
    path = records.guess_path(document) if source.records is None else source.records
    found = None if path is None else records.records_of(document, path)
    if found is None:
        item = source.records
        said = "has no list of records" if item is None else f"has no list at {item!r}"
        diagnostics.add(codes.NO_RECORDS, Place(name, item=item), f"the file {said}.")
        return None
    if not found:
        message = "the list" + (f" at {path!r}" if path else "") + " is empty."
        diagnostics.add(codes.TABLE_WITHOUT_ROWS, Place(name, item=path or None), message)
    rows = tuple(
        Row(one.values, Place(name, one.line, None if one.line else f"record {at}"))
        for at, one in enumerate(found, start=1)
    )
    return Table(name, records.columns_of(found), rows, form={"records": path or ""})
