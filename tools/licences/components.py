"""What there is: Python packages that hallgen needs, and what of npm lies in its wheel."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import yaml
from packaging.requirements import Requirement

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_VIEWER = _ROOT / "viewer"
_CLASSIFIERS = {"MIT License": "MIT", "ISC License (ISCL)": "ISC"}
#: Short names that packages write, which are SPDX's own.
_PLAIN = frozenset({"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0"})


@dataclass(frozen=True, slots=True)
class Component:
    """Something that is shipped in our wheel, or else installed beside it.

    `licence` is an SPDX expression, or "" where nothing tells it.
    """

    name: str
    version: str
    licence: str
    ecosystem: str
    shipped: bool


@cache
def known() -> Any:
    """known.yaml."""
    return yaml.safe_load((_HERE / "known.yaml").read_text(encoding="utf-8"))


def components() -> tuple[Component, ...]:
    """All of them, by ecosystem and name."""
    found = {*_python(), *_npm()}
    return tuple(sorted(found, key=lambda one: (one.ecosystem, one.name)))


def _python() -> Iterator[Component]:
    """The packages that `pip install hallgen` brings here, without extras."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, seen = _names(project["dependencies"]), set[str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            yield Component(name, "", "", "pypi", shipped=False)
            continue
        waiting += _names(found.requires or ())
        yield Component(name, found.version, _licence(name, found), "pypi", shipped=False)


def _names(requirements: Iterable[str]) -> list[str]:
    """Those that are needed on this system, without extras."""
    wanted = map(Requirement, requirements)
    return [w.name for w in wanted if w.marker is None or w.marker.evaluate({"extra": ""})]


def _licence(name: str, found: Distribution) -> str:
    """What we have read ourselves, else what the package says."""
    if name in known()["python"]:
        return str(known()["python"][name])
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if found.metadata.get("License-Expression") or said in _PLAIN:
        return str(said)
    classified = [c.split("::")[-1].strip() for c in found.metadata.get_all("Classifier") or ()]
    return next((_CLASSIFIERS[c] for c in classified if c in _CLASSIFIERS), "")


def _npm() -> Iterator[Component]:
    """What the viewer's bundle may hold: its dependencies, and the packages of WebAssembly."""
    lock = json.loads((_VIEWER / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    waiting, seen = list(known()["shipped"]), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        entry = lock[f"node_modules/{name}"]
        waiting += entry.get("dependencies", {})
        licence = entry.get("license", "")
        yield Component(name, entry["version"], licence, "npm", shipped=True)
    basis = known()["basis"]
    yield Component(basis["name"], basis["version"], basis["licence"], "npm", shipped=True)
