"""Tables from CSV, XLSX, JSON and YAML files: one kind of row, each with its true place."""

from hallgen.readers.tables.reading import read_table
from hallgen.readers.tables.rows import Row, Table

__all__ = ["Row", "Table", "read_table"]
