"""An example of a package that adds to hallgen; see README.md."""

from pathlib import Path

_HERE = Path(__file__).parent

#: The folder of the theme.
THEME = _HERE / "theme"

#: The script of pages with a view.
SCRIPT = _HERE / "visits.js"
