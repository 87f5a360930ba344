"""Builds: steps, progress, atomic publishing."""

from hallgen.build.fair import Strictness, build_fair
from hallgen.build.report import BuildReport
from hallgen.build.steps import CheckedFair, read_and_check

__all__ = ["BuildReport", "CheckedFair", "Strictness", "build_fair", "read_and_check"]
