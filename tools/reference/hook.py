"""What MkDocs calls: adds the pages that are made from the code."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[2]))  # MkDocs loads this file by its path

from tools.reference import pages


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    for address, text in pages().items():
        files.append(File.generated(config, address, content=text))
    return files
