"""Measure, print one table, compare, and keep."""

from __future__ import annotations

import argparse
import sys

from benchmarks.figures import kept
from benchmarks.figures.measured import ROOT, Measured, measure
from hallgen import __version__


def table(found: list[Measured], last: dict[tuple[str, str], Measured]) -> str:
    """A row for each figure: what it is of, its value, and what it was."""
    lines = [f"{'of':18} {'figure':46} {'now':>14} {'before':>14}  unit"]
    for one in found:
        old = last.get((one.subject, one.name))
        was = "" if old is None else f"{old.value:,.10g}"
        lines.append(f"{one.subject:18} {one.name:46} {one.value:>14,.10g} {was:>14}  {one.unit}")
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--accept", action="store_true", help="keep what got worse, too")
    accept = options.parse_args().accept
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    known = kept.read(kept.FILE)
    last = kept.before(known)
    found = list(measure(folder))
    print(f"hallgen {__version__}\n{table(found, last)}")
    regressions = list(kept.worse(found, last))
    for line in regressions:
        print(f"Worse: {line}", file=sys.stderr)
    if regressions and not accept:
        print("Nothing was kept. Mend it, or say why with --accept.", file=sys.stderr)
        sys.exit(1)
    kept.write(kept.FILE, kept.with_version(known, __version__, found))


if __name__ == "__main__":
    main()
