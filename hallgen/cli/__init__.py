"""The command line: options, and one call each. Layers are imported where they are used,
so that a command starts as fast as what it needs.
"""

from hallgen.cli.main import main

__all__ = ["main"]
