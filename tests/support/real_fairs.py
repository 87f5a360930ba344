"""Real fairs as folders that hallgen reads: nothing outside of a fair's folder is read."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parents[1] / "real"
_FILE = re.compile(r"(?<=file: )\.\./\S+")


@cache
def real_fair(name: str) -> Path:
    """A copy of the fair `tests/real/<name>`, with the files that it names beside the checkout."""
    home = Path(tempfile.mkdtemp(prefix="hallgen-real-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    folder = home / name
    shutil.copytree(_HERE / name, folder)

    def inside(said: re.Match[str]) -> str:
        source = (_HERE / name / said[0]).resolve()
        (folder / "data").mkdir(exist_ok=True)
        shutil.copyfile(source, folder / "data" / source.name)
        return f"data/{source.name}"

    text = (folder / "fair.yaml").read_text(encoding="utf-8")
    (folder / "fair.yaml").write_text(_FILE.sub(inside, text), encoding="utf-8")
    return folder
