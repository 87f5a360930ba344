"""Lighthouse on the pages that visitors come to first: a fair's, an exhibitor's, a product's.

    python -m benchmarks.lighthouse [SITE]

Without a site, pages of a fair of 60 exhibitors are made, which have no pictures. Lighthouse
throttles the line and the processor of a phone; scores below 95 and what costs them are told.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.search import inputs_of
from hallgen.build.files import write_file
from hallgen.site import render_site, search_files, search_records
from tests.conftest import serving
from tests.support.browser import FLAGS, chromium
from tests.support.node import node

TOOLS = Path(__file__).parent / "tools"
LEAST = 95


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--form", choices=["mobile", "desktop"], default="mobile")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = said.site or made(Path(folder))
        with serving(site) as address:
            found = scores(address, pages_of(site), said.form)
    names = list(next(iter(found.values()))["scores"])
    print(f"| page, {said.form} | {' | '.join(names)} |")
    print(f"|---|{'---|' * len(names)}")
    for page, one in found.items():
        print(f"| {page} | {' | '.join(str(one['scores'][name]) for name in names)} |")
    for page, one in found.items():
        for fault in one["faults"]:
            print(f"{page}: {fault}", file=sys.stderr)


def made(folder: Path) -> Path:
    """The pages of a fair of 60 exhibitors."""
    inputs = inputs_of(folder / "fair", 60)
    site = folder / "site"
    for file in (*render_site(inputs), *search_files(search_records(inputs))):
        write_file(site, file.path, file.data)
    return site


def pages_of(site: Path) -> dict[str, str]:
    """One page of each kind."""
    exhibitors, products = (
        sorted(path.parent for path in (site / "en" / kind).glob("*/index.html"))
        for kind in ("exhibitors", "products")
    )
    pages = {"fair": site / "en", "exhibitor": exhibitors[0], "product": products[0]}
    return {name: f"{path.relative_to(site).as_posix()}/" for name, path in pages.items()}


def scores(address: str, pages: dict[str, str], form: str) -> dict[str, dict[str, dict[str, int]]]:
    flags = [flag for flag in FLAGS if "swiftshader" not in flag]
    question = {
        "chrome": chromium(),
        "flags": flags,
        "form": form,
        "pages": {name: address + path for name, path in pages.items()},
    }
    done = subprocess.run(
        [node(), "lighthouse.mjs"],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        cwd=TOOLS,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    answer: dict[str, dict[str, dict[str, int]]] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    main()
