"""Print the list and what does not go; write a bill of materials where one is wanted."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from hallgen import __version__
from tools.licences.compatible import faults
from tools.licences.components import components
from tools.licences.sbom import bill


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sbom", type=Path, metavar="FILE")
    wanted = options.parse_args()
    found = components()
    for one in found:
        where = "shipped" if one.shipped else "beside"
        print(f"{one.ecosystem:5} {one.name:28} {one.version:12} {where:8} {one.licence}")
    if wanted.sbom is not None:
        epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
        wanted.sbom.write_text(bill(__version__, found, epoch), encoding="utf-8", newline="\n")
    wrong = list(faults(found))
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
