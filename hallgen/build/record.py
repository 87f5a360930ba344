"""What a site was built from, so that a build that would make the same is over in a moment.

It lies beside the site and knows the content of every file of the fair's folder, hallgen's own
code, the settings, and the size and time of every file of the site: a site in which a person has
changed something is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from hallgen.build.choices import QrCodes, Strictness
from hallgen.build.days import day_of_build
from hallgen.build.files import file_digest, replace_file
from hallgen.build.report import BuildReport, page_path, report_of, report_path, sheets_path
from hallgen.build.step_keys import code_name

_FORMAT: Final = 1

#: Names of the folders that builds keep beside a site while they work.
_ENDINGS: Final = (".building", ".scratch", ".previous", ".lock")


def record_path(site: Path) -> Path:
    """`.<site>.record.json`, beside the site."""
    return site.with_name(f".{site.name}.record.json")


def halls_path(site: Path) -> Path:
    """`.<site>.halls.json`, beside the site: of what halls it consists."""
    return site.with_name(f".{site.name}.halls.json")


def contents(folder: Path, site: Path) -> dict[str, str]:
    """The hash of every file of a fair's folder that is none of a build's, by its path; of none
    where there is no folder.
    """
    found: dict[str, str] = {}
    if not folder.is_dir():
        return found
    site = site.absolute()
    for path in _files(folder, _not_read(site)):
        found |= content_of(folder, path)
    return found


def content_of(folder: Path, path: Path) -> dict[str, str]:
    """The hash of one file below a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): file_digest(path)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked of a build, of all that changes what is made. `light` is a quality's
    name; without a `day` it is the one on which it is built. `only` are the names of halls and
    booths to which the build was narrowed.
    """

    light: str
    strictness: Strictness
    qr: QrCodes
    day: date | None = None
    only: tuple[str, ...] = ()


def write_record(
    site: Path, asked: Asked, day: date, timezone: str | None, read: dict[str, str]
) -> None:
    """Note what a site that was just published was built from: on which `day` of the fair's
    `timezone`, and of files with which content.
    """
    record = {
        "format": _FORMAT,
        "key": _key(asked, day, read),
        "timezone": timezone,
        "site": _site(site),
    }
    replace_file(record_path(site), json.dumps(record, separators=(",", ":")).encode())


def unchanged(read: dict[str, str], site: Path, asked: Asked) -> BuildReport | None:
    """The report of the build before, where another of the same `contents` would make the same
    site; else None.
    """
    try:
        record = json.loads(record_path(site).read_bytes())
        report = report_of(report_path(site).read_text(encoding="utf-8"), site)
        known = record["format"], record["key"], record["site"]
        timezone = record["timezone"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not site.is_dir():
        return None  # somebody removed it, and left what lies beside it
    day = day_of_build(asked.day, timezone)
    if known != (_FORMAT, _key(asked, day, read), _site(site)):
        return None
    return report


def _key(asked: Asked, day: date, read: dict[str, str]) -> str:
    settings = asked.light, asked.strictness.value, asked.qr.value, day.isoformat(), asked.only
    whole = hashlib.sha256(code_name() + repr(settings).encode())
    # A converter that was installed since may make more of a film.
    whole.update(f"{shutil.which('ffmpeg')}\n".encode())
    for path, digest in sorted(read.items()):
        whole.update(f"{path}\0{digest}\n".encode())
    return whole.hexdigest()


def _site(site: Path) -> list[list[str | int]]:
    """Every file of a site with its size and its time."""
    found: list[list[str | int]] = []
    for path in _files(site, frozenset()):
        facts = path.stat()
        found.append([path.relative_to(site).as_posix(), facts.st_size, facts.st_mtime_ns])
    return found


def _not_read(site: Path) -> frozenset[Path]:
    """What builds of this site write: nothing that a fair is read from."""
    beside = (site.with_name(f".{site.name}{ending}") for ending in _ENDINGS)
    reports = report_path(site), page_path(site), sheets_path(site)
    return frozenset((site, *beside, *reports, record_path(site), halls_path(site)))


def _files(folder: Path, without: frozenset[Path]) -> Iterator[Path]:
    """All files below a folder in the order of their paths; links to folders are not followed."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        path = Path(entry.path)
        if path.absolute() in without:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path, without)
        elif entry.is_file():
            yield path
