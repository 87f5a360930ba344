"""Builds: steps, progress, atomic publishing."""

from hallgen.build.fair import QrCodes, Strictness, build_fair
from hallgen.build.halls import HallOptions
from hallgen.build.report import BuildReport
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.store import user_store

__all__ = [
    "BuildReport",
    "CheckedFair",
    "HallOptions",
    "QrCodes",
    "Strictness",
    "build_fair",
    "read_and_check",
    "user_store",
]
