"""Write the list and the drawing of `examples/list-and-drawing`."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from tools.small_fairs.workbook import workbook

FOLDER: Final = Path(__file__).parents[2] / "examples" / "list-and-drawing"

#: A garden fair: all of it is invented.
FIRMS: Final = (
    ("Fernwick Greenhouses", "A1", "Glasshouses and frames", "fernwick.example"),
    ("Morrow & Daughters", "A2", "Seeds of old vegetables", "morrow-seeds.example"),
    ("Quillbrook Pottery", "A3", "Pots, fired in wood", ""),
    ("Saltmarsh Tools", "B1, B2", "Spades that last", "saltmarsh.example"),
    ("Thistledown Bees", "B3", "Hives and honey", ""),
    ("Upper Lea Roses", "C1", "Climbers and old roses", "upperlea.example"),
    ("Vale Water", "C2", "Tanks, pumps, drip lines", "valewater.example"),
    ("Wildbank Meadows", "to follow", "Meadow mixtures", ""),
)
_HEADER: Final = ("Company", "Stand no.", "About", "Website")
#: Booths by row: number, x and width in millimetres of paper at 1:100.
_ROWS: Final = (
    (30, (("A1", 30, 30), ("A2", 60, 30), ("A3", 90, 30))),
    (90, (("B1", 30, 30), ("B2", 60, 30), ("B3", 90, 30))),
    (150, (("C1", 30, 60), ("C2", 90, 30))),
)
_DEPTH: Final = 30


def exhibitors() -> bytes:
    """The list as an office has it: a title, an empty line, then the table."""
    return workbook("Stands 2027", [("Garden Days: exhibitors",), (), _HEADER, *FIRMS])


def drawing() -> str:
    """The hall as a designer has it: 15 by 21 m on a sheet of 1:100, in millimetres."""
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="150mm" height="210mm" '
        'viewBox="0 0 150 210">',
        '<rect id="hall" x="0" y="0" width="150" height="210" fill="none" stroke="#000"/>',
        '<g id="stands" fill="#eef" stroke="#336" font-size="7">',
    ]
    for y, booths in _ROWS:
        for number, x, width in booths:
            lines.append(f'<rect x="{x}" y="{y}" width="{width}" height="{_DEPTH}"/>')
            lines.append(f'<text x="{x + 4}" y="{y + 12}">{escape(number)}</text>')
    gate = '<g id="gates"><line x1="60" y1="210" x2="90" y2="210" stroke="#c00"/></g>'
    lines += ["</g>", gate, "</svg>"]
    return "\n".join(lines) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "exhibitors.xlsx").write_bytes(exhibitors())
    (FOLDER / "hall.svg").write_text(drawing(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
