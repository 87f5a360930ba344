"""What only some systems have is used only where it is: types of each system tell."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: Modules that Windows has not: to be imported where they are used, behind a question.
POSIX = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}


def modules_at_the_top(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            yield from (name.name for name in statement.names)
        elif isinstance(statement, ast.ImportFrom) and not statement.level:
            yield statement.module or ""


def test_nothing_that_windows_lacks_is_imported_at_the_top() -> None:
    sources = sorted((ROOT / "hallgen").rglob("*.py"))
    assert sources
    for path in sources:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not POSIX & set(modules_at_the_top(tree)), path


def test_texts_are_read_and_written_as_utf_8() -> None:
    """Windows and old systems have other encodings by default."""
    for path in sorted((ROOT / "hallgen").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                named = {keyword.arg for keyword in call.keywords}
                if call.func.attr == "write_text":
                    assert "encoding" in named, f"{path}:{call.lineno}"
                elif call.func.attr == "read_text":
                    assert "encoding" in named or call.args, f"{path}:{call.lineno}"


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_types_of_each_system(tmp_path: Path, platform: str) -> None:
    """Functions that a system has not are unknown to its types, unless a question is before."""
    command = [sys.executable, "-m", "mypy", "--platform", platform, "--cache-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
