"""Write all that a release has into a folder: `python -m tools.dist FOLDER`.

SOURCE_DATE_EPOCH (seconds) is the time of the files within; `make dist` takes the last commit's.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from hallgen import __version__
from tools.licences.components import components
from tools.licences.sbom import bill

ROOT = Path(__file__).parents[2]
#: The first moment that a ZIP file knows, in seconds.
_FIRST = 315532800


def make(folder: Path) -> list[Path]:
    """The files of a release, with their sums beside them. They are built with what is installed."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", _FIRST))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    for kind in ("--wheel", "--sdist"):
        subprocess.run([*command, kind], check=True, env=environment, stdout=subprocess.DEVNULL)
    sbom = folder / f"hallgen-{__version__}.cdx.json"
    sbom.write_text(bill(__version__, components(), epoch), encoding="utf-8", newline="\n")
    made = sorted(path for path in folder.iterdir() if path.suffix in {".whl", ".gz", ".json"})
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8", newline="\n")
    return made


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]).resolve()):
        print(f"{path.stat().st_size:>12,}  {path.name}")
