"""Small fair folders with one drawing each, to be looked at and corrected."""

from __future__ import annotations

from pathlib import Path

from tests.readers.plans.drawings import THREE, svg, svg_booths

FAIR = """\
format: 1
id: trial
name: Trial
languages: [en]
# The halls, by hand.
halls:
  - id: "1"
    # the plan is the architect's
    plan:
      file: plans/hall.svg
      scale: 1 # metres a unit
tables: {}  # none yet
"""


def drawn(folder: Path, fair: str = FAIR, body: str | None = None) -> Path:
    """A fair folder whose hall 1 has a drawing of three booths."""
    (folder / "plans").mkdir(parents=True)
    (folder / "fair.yaml").write_text(fair, encoding="utf-8")
    svg(folder / "plans" / "hall.svg", svg_booths(THREE) if body is None else body)
    return folder
