"""What MkDocs calls: adds the pages that are made from the code."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[2]))  # MkDocs loads this file by its path

from tools.reference import pages

#: A fence whose file is named, or that is not to be run: the tests of the pages read that.
_FENCE = re.compile(r"^( *)```(\w+) (\S.*)$", re.MULTILINE)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    for address, text in pages().items():
        files.append(File.generated(config, address, content=text))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Show a block's file above it."""
    return _FENCE.sub(_titled, markdown)


def _titled(fence: re.Match[str]) -> str:
    indent, language, said = fence.groups()
    return f"{indent}```{language}" + ("" if said == "no-run" else f' title="{said}"')
