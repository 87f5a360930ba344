"""The built viewer: hashed files, and which of them a page starts with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hallgen.plugins import VIEWER, file_of, plugins

#: The viewer's entry, as Vite's manifest names it.
ENTRY: Final = "src/main.ts"

#: The script of every page.
PAGES: Final = "src/pages/main.ts"

#: The folder of the site that holds the viewer.
FOLDER: Final = "viewer/"

#: The script that pages carry themselves, in the build's folder.
BOOT: Final = "inline/boot.js"

#: The script of pages that are opened as files.
AS_FILES: Final = "src/boot/folder.ts"

#: The service worker, in the build's folder.
WORKER: Final = "inline/worker.js"


@dataclass(frozen=True, slots=True)
class ViewerBundle:
    """The viewer's files by their address in the site.

    `entry` is the module a page imports, `modules` the entry and what it imports at once
    (what a visitor waits for), `styles` its style sheets. `boot` is the script that pages carry
    inline: it stands the hall up from the page's own plan, and starts the viewer. `worker` is
    the service worker that keeps what a visitor has seen. `pages` is the module of every page,
    `as_files` the script of those that are opened as files, where no module runs.
    `plugins` are the scripts that other packages add to pages with a view.
    """

    entry: str
    modules: tuple[str, ...]
    styles: tuple[str, ...]
    files: dict[str, bytes]
    boot: str
    worker: bytes
    pages: str
    as_files: str
    plugins: tuple[str, ...] = ()


def read_viewer(folder: Path) -> ViewerBundle:
    """Read Vite's output. Raises FileNotFoundError or KeyError where it is not a build of ours.

    https://vite.dev/guide/backend-integration describes `.vite/manifest.json`.
    """
    chunks: dict[str, Any] = json.loads((folder / ".vite" / "manifest.json").read_text("utf-8"))
    at_once = _imported(ENTRY, chunks)
    styles = dict.fromkeys(css for name in at_once for css in chunks[name].get("css", ()))
    files = {
        FOLDER + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in (".vite", "inline")
    }
    added = _plugins()
    return ViewerBundle(
        entry=FOLDER + chunks[ENTRY]["file"],
        modules=tuple(FOLDER + chunks[name]["file"] for name in at_once),
        styles=tuple(FOLDER + css for css in styles),
        files={**files, **added},
        boot=(folder / BOOT).read_text("utf-8").strip(),
        worker=(folder / WORKER).read_bytes(),
        pages=FOLDER + chunks[PAGES]["file"],
        as_files=FOLDER + chunks[AS_FILES]["file"],
        plugins=tuple(added),
    )


def _plugins() -> dict[str, bytes]:
    """The scripts of other packages by their addresses, which change with their content."""
    found = {}
    for name, said in plugins(VIEWER, (str, Path)).items():
        data = file_of(said, name).read_bytes()
        found[f"{FOLDER}plugins/{name}.{hashlib.sha256(data).hexdigest()[:16]}.js"] = data
    return found


def _imported(entry: str, chunks: dict[str, Any]) -> list[str]:
    """The entry and its static imports, each once, the entry first."""
    found: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting.extend(chunks[name].get("imports", ()))
    return list(found)
