"""Fuzz a reader by what its code does (https://github.com/google/atheris), for some seconds.

    python -m tests.fuzz.guided plan-svg 60

New inputs are kept in build/fuzz/<name>; one that fails is written beside them and told.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hallgen.readers", "yaml"]):
    from tests.fuzz.readers import CORPUS, READERS


def main(name: str, seconds: str) -> None:
    kept = Path("build/fuzz") / name
    kept.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", "-timeout=120", "-rss_limit_mb=3000", "-max_len=20000"]
    folders = [str(kept), str(CORPUS / name)]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={kept}/", *folders], READERS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
