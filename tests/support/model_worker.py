"""Reads and fits models in a process of its own: a crash ends it, and is an outcome.

In: a folder as the argument; paths in it, one a line, on stdin. Out: a JSON array a line, of the
path and what became of it. `outcomes` runs it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hallgen.formats import model_facts
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.fitting import fit
from hallgen.media.models.reading import read_model
from hallgen.model import ModelPose

ROOT = Path(__file__).parent.parent.parent


def outcomes(folder: Path, names: Sequence[str], glbs: Path) -> dict[str, dict[str, Any]]:
    """What becomes of each file: {"refused": code, "message"} or a model's facts and its GLB.

    One process reads them all; after a crash or a minute without a word, another goes on with
    the file after, and the outcome is {"crashed": how}.
    """
    found: dict[str, dict[str, Any]] = {}
    while len(found) < len(names):
        left = names[len(found) :]
        found |= dict(_answers(folder, left, glbs))
    return found


def _answers(
    folder: Path, names: Sequence[str], glbs: Path
) -> Iterator[tuple[str, dict[str, Any]]]:
    command = [sys.executable, "-W", "error", "-m", "tests.support.model_worker"]
    try:
        done = subprocess.run(
            [*command, str(folder), str(glbs)],
            input="".join(f"{name}\n" for name in names),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60 + len(names),
        )
        said, fate = done.stdout, f"exit {done.returncode}: {done.stderr[-500:]}"
    except subprocess.TimeoutExpired as expired:
        said, fate = (expired.stdout or b"").decode(), "it took too long"
    lines = [line for line in said.splitlines() if line.endswith("]")]
    for line in lines:
        name, outcome = json.loads(line)
        yield name, outcome
    if len(lines) < len(names):
        yield names[len(lines)], {"crashed": fate}


def _outcome(folder: Path, name: str, glbs: Path) -> dict[str, Any]:
    path = folder / name

    def resolve(beside: str) -> bytes | None:
        other = (path.parent / beside).resolve()
        return other.read_bytes() if other.is_file() and other.is_relative_to(folder) else None

    try:
        source = read_model(path.name, path.read_bytes(), resolve)
        own = model_facts(source.glb)
        fitted = fit(source, ModelPose())
    except MediaRefusedError as refused:
        return {"refused": refused.code.code, "message": refused.message}
    target = glbs / (name.replace("/", "~") + ".glb")
    target.write_bytes(fitted.glb)
    return {
        "triangles": own.triangles,
        "low": own.low,
        "high": own.high,
        "fitted": model_facts(fitted.glb).triangles,
        "size": fitted.size,
        "materials": own.materials,
        "textures": len(own.textures),
        "notes": fitted.notes,
        "glb": str(target),
    }


def main(folder: Path, glbs: Path) -> None:
    for line in sys.stdin:
        name = line.rstrip("\n")
        sys.stdout.write(json.dumps([name, _outcome(folder, name, glbs)]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
