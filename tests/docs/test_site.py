"""The documentation as a site: no broken link, no page in no menu, no request to another host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tools.reference import hook

#: What a browser loads by itself.
_LOADED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*?\s(?:src|href)=\"?([^\">\s]+)"
)
_STYLED = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])([^\"')]+)")


def test_a_file_s_name_stands_over_its_block() -> None:
    made = hook.on_page_markdown(
        "```yaml fair.yaml\na: 1\n```\n```sh no-run\nmake\n```\n```js\n```"
    )
    assert made.startswith('```yaml title="fair.yaml"\n')
    assert "```sh\nmake" in made
    assert made.endswith("```js\n```")


def test_workflows_and_actions_are_read_by_yaml() -> None:
    """And what they run of ours is there."""
    files = sorted((ROOT / ".github").rglob("*.yml"))
    assert len(files) == 3
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert yaml.safe_load(text)
        assert set(re.findall(r"(?:run: | {10})make ([\w-]+)", text)) <= set(targets)
        for path in re.findall(r"source/(\S+)", text):
            assert (ROOT / path).exists()


@pytest.mark.slow
def test_it_is_built_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 60
    loaded = {(page, a) for page in pages for a in _LOADED.findall(page.read_text("utf-8"))}
    styles = list(tmp_path.rglob("*.css"))
    loaded |= {(style, a) for style in styles for a in _STYLED.findall(style.read_text("utf-8"))}
    assert loaded
    assert [(str(p), a) for p, a in loaded if re.match(r"(?:https?:)?//", a)] == []
    # The theme's script asks GitHub about a repository and a CDN for diagrams, where there are any.
    whole = " ".join(page.read_text("utf-8") for page in pages)
    assert 'data-md-component="source"' not in whole
    assert 'class="mermaid"' not in whole
