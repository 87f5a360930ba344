"""Lighthouse on the pages that visitors come to first: a fair's, an exhibitor's, a product's.

    python -m benchmarks.lighthouse [SITE]

Without a site, pages of a fair of 60 exhibitors are made, which have no pictures. Lighthouse
throttles the line and the processor of a phone; what costs points is told on standard error.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.search import inputs_of
from hallgen.build.files import write_file
from hallgen.build.serve import SiteHandler, SiteServer, read_headers
from hallgen.site import render_site, search_files, search_records
from tests.support.browser import FLAGS, chromium
from tests.support.node import node

TOOLS = Path(__file__).parent / "tools"
_TEXTS = {".css", ".html", ".js", ".json", ".svg", ".webmanifest"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--form", choices=["mobile", "desktop"], default="mobile")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = said.site or made(Path(folder))
        with packing(site) as address:
            found = scores(address, pages_of(site), said.form)
    names = list(next(iter(found.values()))["scores"])
    print(f"| page, {said.form} | {' | '.join(names)} |")
    print(f"|---|{'---|' * len(names)}")
    for page, one in found.items():
        print(f"| {page} | {' | '.join(str(one['scores'][name]) for name in names)} |")
    for page, one in found.items():
        for fault in one["faults"]:
            print(f"{page}: {fault}", file=sys.stderr)


class PackingHandler(SiteHandler):
    """Packs what is text, as every host does; files are not, which would hide what they cost."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _TEXTS or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@contextmanager
def packing(site: Path) -> Iterator[str]:
    """The address of a server of `site` that packs."""
    rules = read_headers(site / "_headers")
    handler = functools.partial(PackingHandler, directory=str(site), rules=rules)
    server = SiteServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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
