"""What a build tells: what it made, and every fault on the way. It lies beside the site."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.build.budget_lines import BudgetLine, line_of
from hallgen.build.clock import Phase
from hallgen.diagnostics import Code, Diagnostic, Diagnostics, Place, Severity

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

    `bytes` are those of all files, `kinds` those of each kind of file. `budgets` are what the site
    may ask of visitors' lines and devices, and what it does. `phases` are what the build
    took; a build that found nothing changed has those of the one before.
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
    kinds: Mapping[str, int] = field(default_factory=dict)
    media: tuple[ConvertedFile, ...] = ()
    phases: tuple[Phase, ...] = ()
    budgets: tuple[BudgetLine, ...] = ()

    @property
    def published(self) -> bool:
        """Whether a site was made; a strict build of faulty data makes none."""
        return self.files > 0

    @property
    def failed(self) -> bool:
        """Whether some of the data could not be used."""
        return self.diagnostics.count(Severity.ERROR) > 0

    @property
    def faults(self) -> dict[str, int]:
        """How many faults there are of each code."""
        return dict(sorted(Counter(found.code for found in self.diagnostics).items()))

    def as_json(self) -> str:
        """The report for programs. But for the seconds of `media` and `phases`, nothing in it
        depends on when or where it was made.
        """
        facts = {
            name: getattr(self, name)
            for name in ("halls", "booths", "exhibitors", "products", "files", "bytes")
        }
        found = [as_record(diagnostic) for diagnostic in self.diagnostics.by_place()]
        media = [asdict(file) for file in self.media]
        whole = {
            "format": 1,
            **facts,
            "kinds": self.kinds,
            "largest": dict(self.largest),
            "budgets": [line.as_record() for line in self.budgets],
            "phases": [asdict(phase) for phase in self.phases],
            "faults": self.faults,
            "media": media,
            "diagnostics": found,
        }
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def report_of(data: str, site: Path) -> BuildReport:
    """The report that `as_json` wrote. ValueError, KeyError or TypeError where it is not one."""
    told = json.loads(data)
    known = {code.code: code for code in vars(codes).values() if isinstance(code, Code)}
    found = Diagnostics()
    for one in told["diagnostics"]:
        place = Place(one["file"], one["line"], one["item"])
        found.add(known[one["code"]], place, one["message"], one["advice"])
    counts = ("halls", "booths", "exhibitors", "products", "files", "bytes")
    return BuildReport(
        site=site,
        largest=tuple(told["largest"].items()),
        diagnostics=found,
        kinds=told["kinds"],
        phases=tuple(Phase(**phase) for phase in told["phases"]),
        budgets=tuple(map(line_of, told["budgets"])),
        media=tuple(
            ConvertedFile(**{**file, "notes": tuple(file["notes"]), "kept": True})
            for file in told["media"]
        ),
        **{name: told[name] for name in counts},
    )


def report_path(site: Path) -> Path:
    """`<site>.report.json`, beside the site."""
    return site.with_name(f"{site.name}.report.json")


def page_path(site: Path) -> Path:
    """`<site>.report.html`, beside the site: the report for people."""
    return site.with_name(f"{site.name}.report.html")


def sheets_path(site: Path) -> Path:
    """`<site>.qr.html`, beside the site: QR codes to print."""
    return site.with_name(f"{site.name}.qr.html")


def bytes_by_kind(made: Mapping[str, int]) -> dict[str, int]:
    """The bytes of a site's files by what they are for, the most first."""
    found: Counter[str] = Counter()
    for address, size in made.items():
        found[_kind(address)] += size
    return dict(found.most_common())


_FOLDERS: Final = {
    "tiles": "halls in 3D",
    "booths": "booths as files",
    "stills": "pictures of halls and booths",
    "fonts": "fonts",
    "viewer": "viewer",
    "search": "search",
}
_SUFFIXES: Final = {
    ".html": "pages",
    ".webp": "pictures",
    ".glb": "models",
    ".gz": "models",
    ".mp4": "videos",
    ".webm": "videos",
    ".pdf": "documents",
}


def _kind(address: str) -> str:
    folder, _, rest = address.partition("/")
    return _FOLDERS.get(folder if rest else "") or _SUFFIXES.get(Path(address).suffix, "other")


def as_record(diagnostic: Diagnostic) -> Mapping[str, object]:
    """A diagnostic as a JSON object."""
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        **asdict(diagnostic.place),
        "message": diagnostic.message,
        "advice": diagnostic.advice,
    }
