"""The built viewer as the site takes it in, and the types that both sides share."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hallgen import resources
from hallgen.site import read_viewer
from hallgen.site.policy import FOREVER, host_headers, policy_for
from hallgen.site.typescript import manifest_types
from tests.support.sites import VIEWER

TYPES = Path(__file__).parents[2] / "viewer" / "src" / "manifest.ts"


def test_the_viewer_types_are_those_of_the_manifest() -> None:
    # After a change: python -m hallgen.site.typescript viewer/src/manifest.ts
    assert TYPES.read_text("utf-8") == manifest_types()


def test_a_bundle_is_the_entry_what_it_imports_and_their_styles(tmp_path: Path) -> None:
    chunks = {
        "src/main.ts": {"file": "main-1.js", "imports": ["_a.js"], "css": ["main-1.css"]},
        "_a.js": {"file": "a-2.js", "imports": ["_b.js", "src/main.ts"], "css": ["a-2.css"]},
        "_b.js": {"file": "b-3.js"},
        "src/late.ts": {"file": "late-4.js"},
        "src/pages/main.ts": {"file": "pages-5.js"},
        "src/boot/folder.ts": {"file": "folder-6.js"},
    }
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    for name in (
        "main-1.js",
        "main-1.css",
        "a-2.js",
        "a-2.css",
        "b-3.js",
        "late-4.js",
        "pages-5.js",
        "folder-6.js",
    ):
        (tmp_path / name).write_text(name)
    (tmp_path / "inline").mkdir()
    (tmp_path / "inline" / "boot.js").write_text("boot();\n")
    (tmp_path / "inline" / "worker.js").write_text("work();\n")
    bundle = read_viewer(tmp_path)
    assert bundle.entry == "viewer/main-1.js"
    assert bundle.modules == ("viewer/main-1.js", "viewer/a-2.js", "viewer/b-3.js")
    assert bundle.styles == ("viewer/main-1.css", "viewer/a-2.css")
    assert bundle.files["viewer/late-4.js"] == b"late-4.js"
    assert len(bundle.files) == 8
    assert bundle.pages == "viewer/pages-5.js"
    assert bundle.as_files == "viewer/folder-6.js"
    assert bundle.boot == "boot();"


def test_the_script_of_pages_opened_as_files_is_no_module() -> None:
    bundle = read_viewer(resources.viewer())
    script = bundle.files[bundle.as_files].decode()
    assert not re.search(r"\b(import|export)\b", script)


def test_a_folder_that_is_no_build_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_viewer(tmp_path)


def test_headers_have_the_pages_policy_and_keep_only_what_never_changes(
    site: dict[str, bytes],
) -> None:
    policy = policy_for(VIEWER.boot)
    headers = host_headers(policy)
    assert f"  Content-Security-Policy: {policy}\n" in headers
    assert site["_headers"].decode() == headers
    kept = [path for path in site if path.startswith(FOREVER)]
    assert not [path for path in kept if path.endswith((".html", ".json"))]
    assert [path for path in kept if path.startswith("assets/site.")]
