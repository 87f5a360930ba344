"""A program that builds into one place again and again, without anything that takes long.

    python -m tests.support.staging SITE FILES

Each build is of so many files with its number in them. It goes on until it is killed.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from hallgen.build.publish import MARK, staged


def write_build(aside: Path, number: int, files: int) -> None:
    for name in (MARK, *(f"{n % 7}/{n}.html" for n in range(files))):
        (aside / name).parent.mkdir(exist_ok=True)
        (aside / name).write_text(str(number))


def build_again_and_again(site: Path, files: int) -> None:
    for number in itertools.count():
        with staged(site) as aside:
            write_build(aside, number, files)


if __name__ == "__main__":
    build_again_and_again(Path(sys.argv[1]), int(sys.argv[2]))
