"""Runs commands as from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.cli import main


def run(*arguments: str | Path) -> int:
    """Run a command; its exit code."""
    with pytest.raises(SystemExit) as exit_:
        main([str(argument) for argument in arguments])
    return 0 if exit_.value.code is None else int(exit_.value.code)
