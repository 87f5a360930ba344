"""A hall as SVG, the way a designer's drawing program exports it: one millimetre on the sheet
for every 0.1 m, layers, labels in a layer of their own, a title, dimensions and a legend.
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.industry_fair.drawn import Corner, DrawnHall, Stand

#: Millimetres of the sheet a metre of the hall: scale 1:100.
SCALE = 10.0
#: Millimetres of paper around the hall.
MARGIN = 60.0

_STYLE = """
    .hall { fill: #fdfdfb; stroke: #222; stroke-width: 3; }
    .raw { fill: #cfe0f5; stroke: #1f4fa3; stroke-width: .8; }
    .shell { fill: #fbe6c4; stroke: #b3701a; stroke-width: .8; }
    .column { fill: #888; }
    .gate { fill: none; stroke: #d0342c; stroke-width: 6; }
    .stage { fill: #e4d4ef; stroke: #6a1f8f; stroke-width: .8; }
    .no { font: 700 9px 'Source Han Sans SC', 'Noto Sans SC', sans-serif; text-anchor: middle; }
    .note { font: 10px 'Source Han Sans SC', 'Noto Sans SC', sans-serif; fill: #555; }
"""


def svg(hall: DrawnHall) -> str:
    width, depth = (side * SCALE for side in hall.size)
    sheet = (-MARGIN, -MARGIN, width + 2 * MARGIN, depth + 2 * MARGIN)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<svg xmlns="http://www.w3.org/2000/svg" '
            f'width="{sheet[2]:g}mm" height="{sheet[3]:g}mm" viewBox="{" ".join(map(_n, sheet))}">',
            f"  <title>{hall.id} 号馆平面图 Hall {hall.id} floor plan 1:100</title>",
            f"  <style>{_STYLE}  </style>",
            *_layers(hall, depth),
            *_legend(width, depth),
            "</svg>\n",
        ]
    )


def _layers(hall: DrawnHall, depth: float) -> Iterator[str]:
    def points(corners: tuple[Corner, ...]) -> str:
        return " ".join(f"{_n(x * SCALE)},{_n(depth - y * SCALE)}" for x, y in corners)

    yield from _layer(
        "outline", "展馆 Hall", [f'<polygon class="hall" points="{points(hall.outline)}"/>']
    )
    yield from _layer(
        "columns",
        "柱 Columns",
        [f'<polygon class="column" points="{points(column)}"/>' for column in hall.columns],
    )
    yield from _layer(
        "areas",
        "活动区 Areas",
        [f'<polygon class="stage" points="{points(space.corners)}"/>' for space in hall.spaces],
    )
    yield from _layer(
        "booths",
        "展位 Booths",
        [
            f'<polygon class="{_class(stand)}" points="{points(stand.corners)}"/>'
            for stand in hall.stands
        ],
    )
    names = [(_label_at(space.corners), space.name) for space in hall.spaces]
    labels = [(stand.middle, stand.number) for stand in hall.stands]
    yield from _layer(
        "numbers",
        "展位号 Booth numbers",
        [
            f'<text class="no" transform="matrix(1 0 0 1 {_n(x * SCALE)} '
            f'{_n(depth - y * SCALE + 3)})"><tspan>{_escaped(text)}</tspan></text>'
            for (x, y), text in labels + names
        ],
    )
    yield from _layer(
        "gates", "门 Gates", [_gate(door.at, door.width, hall, depth) for door in hall.doors]
    )


def _gate(at: Corner, width: float, hall: DrawnHall, depth: float) -> str:
    half = width / 2
    upright = at[0] in (0, hall.size[0])
    ends = [(at[0], at[1] - half), (at[0], at[1] + half)] if upright else [
        (at[0] - half, at[1]), (at[0] + half, at[1])
    ]  # fmt: skip
    (x1, y1), (x2, y2) = ((x * SCALE, depth - y * SCALE) for x, y in ends)
    return f'<line class="gate" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def _legend(width: float, depth: float) -> Iterator[str]:
    """What stands on the sheet and is no part of the hall."""
    y = depth + 30
    lines = [
        f'<rect class="shell" x="0" y="{_n(y)}" width="14" height="9"/>',
        f'<text class="note" x="20" y="{_n(y + 8)}">标准展位 Shell scheme</text>',
        f'<rect class="raw" x="150" y="{_n(y)}" width="14" height="9"/>',
        f'<text class="note" x="170" y="{_n(y + 8)}">光地展位 Raw space</text>',
        f'<text class="note" x="{_n(width / 2)}" y="-20">{_n(width / SCALE)} m</text>',
        f'<path class="note" d="M0,-15 H{_n(width)}" stroke="#555" fill="none"/>',
    ]
    yield from _layer("legend", "图例 Legend", lines)


def _layer(id_: str, name: str, lines: list[str]) -> Iterator[str]:
    yield f'  <g id="{id_}" data-name="{name}">'
    yield from (f"    {line}" for line in lines)
    yield "  </g>"


def _class(stand: Stand) -> str:
    return "raw" if stand.area >= 36 else "shell"


def _label_at(corners: tuple[Corner, ...]) -> Corner:
    xs, ys = zip(*corners, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _n(number: float) -> str:
    return f"{round(number, 3):g}"
