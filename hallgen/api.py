"""What `import hallgen` offers to programs: the commands' own steps as typed functions.

Each loads what it needs when it is called, so that importing hallgen costs nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from hallgen.diagnostics import Code, Diagnostic, Diagnostics, Place, Severity
from hallgen.errors import FairError, HallgenError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hallgen.build.report import BuildReport, Progress
    from hallgen.build.steps import CheckedFair
    from hallgen.model import Fair

__all__ = [
    "Code",
    "Diagnostic",
    "Diagnostics",
    "FairError",
    "HallgenError",
    "Place",
    "Severity",
    "UsageError",
    "build_site",
    "check",
    "pack_booth",
    "read_fair",
]


def read_fair(folder: str | os.PathLike[str], diagnostics: Diagnostics | None = None) -> Fair:
    """Read a fair folder: its fair.yaml, lists, plans and exhibitors' choices, joined.

    What cannot be used is left out and told in `diagnostics`, if some are given. Plans are in
    metres, x to the right and y up the sheet. Raises UsageError where there is no fair.yaml, and
    FairError where no hall could be read.
    """
    from hallgen.readers import read_fair

    return read_fair(Path(folder), Diagnostics() if diagnostics is None else diagnostics)


def check(folder: str | os.PathLike[str]) -> CheckedFair:
    """Read a fair, lay its halls out and apply every rule, as `hallgen check` does.

    What comes has the `fair`, the `layouts` of its halls by their ids (metres, square metres) and
    the `diagnostics`. Raises UsageError where there is no fair.yaml, and FairError where no hall
    could be read.
    """
    from hallgen.build.steps import read_and_check

    return read_and_check(Path(folder), Diagnostics())


def build_site(
    folder: str | os.PathLike[str],
    site: str | os.PathLike[str],
    *,
    only: Sequence[str] = (),
    light: Literal["draft", "final"] = "draft",
    cache: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the site of a fair folder and put it in the place of the one before, whole.

    `only` names halls, or booths in them, that are built alone; others are as in the site before.
    `cache` is where what was made is kept: a folder, or an address that fsspec knows (the user's
    cache folder). `jobs` is how many processes work (all cores), `progress` is called with what is
    done, how many, and of how many. The report has counts, bytes and the diagnostics; `strict`
    publishes nothing where there is an error or a warning, and the report's `published` is False
    then. Raises UsageError where there is no fair, `site` holds something else or `only` names what
    is not there, FairError where nothing could be built.

    Work goes on in processes that import the main module: call it under
    `if __name__ == "__main__":` in a script.
    """
    from hallgen.build.choices import Strictness
    from hallgen.build.fair import build_fair
    from hallgen.build.options import HallOptions
    from hallgen.light import LightQuality
    from hallgen.store import user_store

    options = HallOptions(
        light=LightQuality(light),
        store=user_store() if cache is None else os.fspath(cache),
        jobs=jobs or os.cpu_count() or 1,
        progress=_silent if progress is None else progress,
    )
    strictness = Strictness.STRICT if strict else Strictness.LENIENT
    return build_fair(
        Path(folder), Path(site), Diagnostics(), options, strictness=strictness, only=only
    )


def pack_booth(
    folder: str | os.PathLike[str],
    booth: str,
    file: str | os.PathLike[str],
    *,
    cache: str | os.PathLike[str] | None = None,
) -> Diagnostics:
    """Write one booth, by its number or id, into an HTML file that needs no server and no network.

    `folder` is a fair's, or an exhibitor's own. Comes back with the booth's own faults. Raises
    UsageError where there is no such folder or booth.
    """
    from hallgen.preview import find_booth, source_of
    from hallgen.preview import pack_booth as pack
    from hallgen.store import user_store

    source = source_of(Path(folder), None).source
    found = find_booth(source.read(Diagnostics()).fair, booth)
    told = Diagnostics()
    pack(source, found.id, Path(file), user_store() if cache is None else os.fspath(cache), told)
    return told


def _silent(_what: str, _done: int, _of: int) -> None:
    """Tell nobody how far it is."""
