"""Lighthouse on the pages that visitors come to first: a fair's, an exhibitor's, a product's.

    python -m benchmarks.lighthouse [SITE]

Without a site, pages of a fair of 60 exhibitors are made, which have no pictures. Lighthouse
throttles the line and the processor of a phone; what costs points is told on standard error. The
browser has a phone's Chinese fonts, or with `--fonts bare` none, as on a bare Linux. Bytes and
shifts are the same on every run; blocking time is not where a machine is shared.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Any

from benchmarks.search import inputs_of
from hallgen.build.files import write_file
from hallgen.build.serve import SiteHandler
from hallgen.media.fonts import SC
from hallgen.site import render_site, search_files, search_records
from tests.support.browser import FLAGS, chromium
from tests.support.node import node
from tests.support.serving import serving

TOOLS = Path(__file__).parent / "tools"
_TEXTS = {".css", ".html", ".js", ".json", ".svg", ".webmanifest"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--form", choices=["mobile", "desktop"], default="mobile")
    parser.add_argument("--fonts", type=Fonts, choices=list(Fonts), default=Fonts.PHONE)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = said.site or made(Path(folder))
        with serving(site, PackingHandler) as address:
            found = scores(address, pages_of(site), said.form, said.fonts, Path(folder))
    first = next(iter(found.values()))
    names = [(group, name) for group in ("scores", "measures") for name in first[group]]
    print(f"| page, {said.form} | {' | '.join(name for _, name in names)} |")
    print(f"|---|{'---|' * len(names)}")
    for page, one in found.items():
        print(f"| {page} | {' | '.join(str(one[group][name]) for group, name in names)} |")
    for page, one in found.items():
        for fault in one["faults"]:
            print(f"{page}: {fault}", file=sys.stderr)


class Fonts(StrEnum):
    """Which fonts the browser's device has."""

    PHONE = "phone"
    BARE = "bare"


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


def scores(
    address: str, pages: dict[str, str], form: str, fonts: Fonts, folder: Path
) -> dict[str, dict[str, Any]]:
    """By page: its scores, what was measured, and what costs points. `folder` is to write in."""
    flags = [flag for flag in FLAGS if "swiftshader" not in flag and "blocklist" not in flag]
    question = {
        "chrome": chromium(),
        "flags": flags,
        "environment": {} if fonts is Fonts.BARE else phone_fonts(folder),
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
    answer: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return answer


def phone_fonts(folder: Path) -> dict[str, str]:
    """The environment of a browser whose device has a Chinese font, as all phones do: the one of
    the fonts' package under the name that it has on Android and Linux.
    """
    config = folder / "fonts.conf"
    config.write_text(
        f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<dir>{Path(SC.path).parent}</dir>
<cachedir>{folder / "fonts"}</cachedir>
<match target="scan">
<test name="family"><string>{SC.name}</string></test>
<edit name="family" mode="assign"><string>Noto Sans CJK SC</string></edit>
</match>
</fontconfig>
""",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(config)}


if __name__ == "__main__":
    main()
