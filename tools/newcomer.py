"""The newcomer's path with an installed hallgen: from a list and a drawing to a published folder.

    python tools/newcomer.py FOLDER [DESK]

FOLDER holds exhibitors.xlsx and hall.svg. Every step is the command that docs/first-fair.md tells;
it stops at the first that does not do what it should. It needs nothing but hallgen, on any system,
and works in DESK (a temporary folder).
"""

from __future__ import annotations

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds that a command may take on a slow machine before it counts as stuck.
PATIENCE = 1800
_BOOTH = 'style: timber\ncolor: "#2f6b3a"\nclaim: Glass for every garden\n'


class Desk:
    """A folder in which commands are run as a person types them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PYTHONUTF8": "1", "BROWSER": "true"}

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run `hallgen` with these arguments; what it printed."""
        print(f"$ hallgen {' '.join(arguments)}", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", "hallgen", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        print(done.stdout + done.stderr, flush=True)
        if done.returncode != code or "Traceback" in done.stderr:
            sys.exit(f"hallgen {arguments[0]} ended with {done.returncode}")
        return done.stdout

    @contextmanager
    def going(self, *arguments: str) -> Iterator[str]:
        """Run a command that goes on until it is stopped; the address it tells."""
        print(f"$ hallgen {' '.join(arguments)}", flush=True)
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "hallgen", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        told: queue.Queue[str | None] = queue.Queue()

        def listen() -> None:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                told.put(line)
            told.put(None)

        threading.Thread(target=listen, daemon=True).start()
        try:
            yield _address(told)
        finally:
            process.terminate()
            process.wait(timeout=120)


def _address(told: queue.Queue[str | None]) -> str:
    until = time.monotonic() + PATIENCE
    while (line := told.get(timeout=until - time.monotonic())) is not None:
        for word in line.split():
            if word.startswith("http://127.0.0.1"):
                return word
    sys.exit("It ended without telling an address")


def fetched(address: str) -> str:
    """A page, asked for until it is there."""
    if not address.startswith("http://127.0.0.1"):
        raise ValueError(address)
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode("utf-8"))


def expect(fact: object, said: str) -> None:
    if not fact:
        sys.exit(f"Not so: {said}")


def walk(given: Path, desk: Desk) -> None:
    """All steps, one after the other."""
    for name in ("exhibitors.xlsx", "hall.svg"):
        shutil.copy(given / name, desk.folder)
    desk.run("new", "my-fair", "--exhibitors", "exhibitors.xlsx", "--plan", "hall.svg")
    expect("8 booths" in desk.run("check", "my-fair"), "the plan has 8 booths")
    desk.run("build", "my-fair", "-o", "site", "--cache", "cache")
    hall = desk.folder / "site" / "en" / "halls" / "1" / "index.html"
    expect(hall.is_file(), "the site has the hall's page")
    with desk.going("serve", "site", "--port", "0") as address:
        expect(
            "Fernwick Greenhouses" in fetched(f"{address}en/halls/1/"), "the page names A1's firm"
        )
    own = desk.folder / "my-fair" / "booths" / "A1" / "booth.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(_BOOTH, encoding="utf-8")
    desk.run("check", "my-fair", "--strict")
    preview = ("preview", "A1", "--fair", "my-fair", "--cache", "cache", "--port", "0", "--no-open")
    with desk.going(*preview) as address:
        expect("Fernwick" in fetched(address), "the preview shows the booth's page")
    desk.run("pack", "A1", "--fair", "my-fair", "-o", "booth.html", "--cache", "cache")
    packed = (desk.folder / "booth.html").read_text(encoding="utf-8")
    expect("Glass for every garden" in packed or len(packed) > 100_000, "the booth is in one file")
    desk.run("build", "my-fair", "-o", "site", "--cache", "cache")
    if "publish" in desk.run("--help"):
        desk.run("publish", "site", "published")
        expect(any((desk.folder / "published").rglob("fair.json")), "the folder has the site")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("given", type=Path, metavar="FOLDER")
    options.add_argument("desk", type=Path, nargs="?", metavar="DESK")
    wanted = options.parse_args()
    if wanted.desk is not None:
        wanted.desk.mkdir(parents=True, exist_ok=True)
        walk(wanted.given.resolve(), Desk(wanted.desk.resolve()))
    else:
        with tempfile.TemporaryDirectory(prefix="hallgen-newcomer-") as made:
            walk(wanted.given.resolve(), Desk(Path(made).resolve()))
    print("All steps done.")


if __name__ == "__main__":
    main()
