"""ZIPs as exhibitors' programs make them, and as attackers do."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

NOTE = '{"format": 1, "booth": "A01"}'


def write_zip(
    file: Path,
    files: Mapping[str, str | bytes],
    links: Mapping[str, str] | None = None,
    note: str | None = NOTE,
) -> Path:
    """A ZIP with these files; with a note of whose it is unless that is None."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ({} if note is None else {"submission.json": note}).items():
            archive.writestr(name, data)
        for name, data in files.items():
            archive.writestr(name, data)
        for name, target in (links or {}).items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, target)
    return file
