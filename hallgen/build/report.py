"""What a build tells: what it made, and every fault on the way. It lies beside the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from hallgen.diagnostics import Diagnostic, Diagnostics, Severity

#: Called with what is being done, how many are done, and of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """A line of the report: what a file was, what it became and at what cost.

    `kept` is whether that was done in a build before; `seconds` is what it took then or now.
    """

    path: str
    kind: str
    bytes: int
    triangles: int
    made: Mapping[str, Mapping[str, float]]
    seconds: float
    kept: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Counts of a finished build, what was made of exhibitors' files, and its diagnostics.

    `bytes` are those of all files.
    """

    site: Path
    halls: int
    booths: int
    exhibitors: int
    products: int
    files: int
    bytes: int
    largest: tuple[tuple[str, int], ...]
    diagnostics: Diagnostics
    media: tuple[ConvertedFile, ...] = ()

    @property
    def published(self) -> bool:
        """Whether a site was made; a strict build of faulty data makes none."""
        return self.files > 0

    @property
    def failed(self) -> bool:
        """Whether some of the data could not be used."""
        return self.diagnostics.count(Severity.ERROR) > 0

    def as_json(self) -> str:
        """The report for programs. But for the seconds of `media`, nothing in it depends on when
        or where it was made.
        """
        facts = {
            name: getattr(self, name)
            for name in ("halls", "booths", "exhibitors", "products", "files", "bytes")
        }
        found = [as_record(diagnostic) for diagnostic in self.diagnostics.by_place()]
        media = [asdict(file) for file in self.media]
        largest = dict(self.largest)
        whole = {"format": 1, **facts, "largest": largest, "media": media, "diagnostics": found}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def report_path(site: Path) -> Path:
    """`<site>.report.json`, beside the site."""
    return site.with_name(f"{site.name}.report.json")


def sheets_path(site: Path) -> Path:
    """`<site>.qr.html`, beside the site: QR codes to print."""
    return site.with_name(f"{site.name}.qr.html")


def as_record(diagnostic: Diagnostic) -> Mapping[str, object]:
    """A diagnostic as a JSON object."""
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        **asdict(diagnostic.place),
        "message": diagnostic.message,
        "advice": diagnostic.advice,
    }
