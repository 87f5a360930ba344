"""The public names of Python, each by mkdocstrings."""

from __future__ import annotations

import hallgen
from hallgen import model


def page() -> str:
    text = (
        "# Python API\n\nWhat `import hallgen` offers; [Python](../python.md) shows it at work.\n"
    )
    text += "Lengths are metres, angles degrees; a plan has x to the right and y up the sheet.\n"
    text += "\n## hallgen\n\n"
    own = [name for name in hallgen.__all__ if name not in {*model.__all__, "__version__", "model"}]
    text += "".join(f"::: hallgen.api.{name}\n\n" for name in own)
    text += "\n## The model\n\n"
    return text + "".join(f"::: hallgen.model.{name}\n\n" for name in _types())


def _types() -> list[str]:
    """The model's classes; what is only a name for a type is told with what uses it."""
    return [name for name in model.__all__ if isinstance(getattr(model, name), type)]
