"""Write a fair's folder, and say what is in it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.fair.folder import PHOTO_WIDTH, make_fair, write_fair


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fair", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--exhibitors", type=int, default=2800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--photo-width", type=int, default=PHOTO_WIDTH, help="in pixels")
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0 is one a processor")
    said = parser.parse_args()
    fair = make_fair(said.exhibitors, said.seed)
    try:
        write_fair(fair, said.folder, said.photo_width, said.jobs)
    except FileExistsError as fault:
        sys.exit(str(fault))
    for name, value in asdict(fair.truth).items():
        print(f"{name.replace('_', ' ')}: {value}")


if __name__ == "__main__":
    main()
