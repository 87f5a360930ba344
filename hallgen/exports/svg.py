"""A hall's plan as an SVG to look at, to draw on and to read back. Its units are metres, y down."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from hallgen.exports.features import COLUMN, GATE, HALL, WALL, Feature, features_of
from hallgen.model import Fair, Hall, Point, Polygon, Zone
from hallgen.readers.plans.own_marks import PREFIX, written_name

#: Fill and stroke of everything, by its kind; booths and areas have their own.
_LOOKS: Final = {
    HALL: 'fill="#ffffff" stroke="#333333" stroke-width="0.2"',
    WALL: 'fill="#333333"',
    COLUMN: 'fill="#666666"',
    GATE: 'stroke="#1a8f3c" stroke-width="0.4" stroke-linecap="round"',
}
_AREA: Final = 'fill="#e8e8e8" stroke="#999999" stroke-width="0.05"'
_BOOTH: Final = 'stroke="#333333" stroke-width="0.05" fill-opacity="0.35"'
#: Layers, the lowest first, by what they hold.
_LAYERS: Final = ("hall", "walls", "columns", "areas", "booths", "gates")
_MARGIN: Final = 1.0


def hall_svg(hall: Hall, fair: Fair) -> str:
    """The plan as the text of a file: a group for each kind of thing, and the numbers above all."""
    west, south, east, north = hall.outline.bounds
    sheet = _Sheet(north, {zone.id: zone for zone in fair.zones}, fair.languages)
    features = features_of(hall, fair)
    box = (west - _MARGIN, -_MARGIN, east - west + 2 * _MARGIN, north - south + 2 * _MARGIN)
    groups = []
    for layer in _LAYERS:
        shapes = [sheet.shape(one) for one in features if _layer(one) == layer]
        groups += [f'<g id="{layer}">', *shapes, "</g>"] if shapes else []
    labels = [sheet.label(one) for one in features if one.is_booth]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(_n, box))}" '
            f'{PREFIX}unit="m">',
            f"<title>{_text(hall.name.best(*fair.languages))}</title>",
            *groups,
            '<g id="numbers" font-family="sans-serif" text-anchor="middle" fill="#111111">',
            *labels,
            "</g>",
            "</svg>\n",
        )
    )


def _layer(one: Feature) -> str:
    if one.is_booth:
        return "booths"
    return "areas" if one.is_area else one.kind if one.kind == HALL else f"{one.kind}s"


class _Sheet:
    """Draws with y down from the hall's upper edge."""

    def __init__(self, top: float, zones: dict[str, Zone], languages: tuple[str, ...]) -> None:
        self._top = top
        self._zones = zones
        self._languages = languages

    def shape(self, one: Feature) -> str:
        values = {
            "number": one.number,
            "name": written_name(one.name) if one.name else "",
            "zone": one.zone,
            "kind": one.kind,
        }
        own = " ".join(f"{PREFIX}{key}={_quoted(v)}" for key, v in values.items() if v)
        marks = f"id={_quoted(one.id)} {own} {self._look(one)}"
        if one.line is not None:
            (x1, y1), (x2, y2) = map(self._at, one.line)
            ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            return f"<line {marks} {ends}/>"
        assert one.shape is not None  # noqa: S101 - a feature has one of both
        title = one.name.best(*self._languages)
        inner = f"<title>{_text(title)}</title>" if title else ""
        return f'<path {marks} fill-rule="evenodd" d="{self._path(one.shape)}">{inner}</path>'

    def label(self, one: Feature) -> str:
        """A booth's number in the middle of its bounds, as large as fits."""
        assert one.shape is not None  # noqa: S101 - booths are shapes
        x0, y0, x1, y1 = one.shape.bounds
        size = min(0.4 * (y1 - y0), 1.4 * (x1 - x0) / max(len(one.number), 2), 1.5)
        x, y = self._at(((x0 + x1) / 2, (y0 + y1) / 2))
        return (
            f'<text x="{_n(x)}" y="{_n(y + size / 3)}" font-size="{_n(size)}">'
            f"{_text(one.number)}</text>"
        )

    def _look(self, one: Feature) -> str:
        if one.is_booth:
            zone = self._zones.get(one.zone)
            return f'fill="{(zone and zone.color) or "#b0c4de"}" {_BOOTH}'
        return _LOOKS.get(one.kind, _AREA)

    def _path(self, shape: Polygon) -> str:
        rings = (shape.outer, *shape.holes)
        return " ".join(
            "M" + " L".join(f"{_n(x)},{_n(y)}" for x, y in map(self._at, ring)) + " Z"
            for ring in rings
        )

    def _at(self, point: Point) -> Point:
        return point[0], self._top - point[1]


def _n(number: float) -> str:
    return f"{round(number, 9) + 0.0:.9f}".rstrip("0").rstrip(".")


def _quoted(text: str) -> str:
    return quoteattr(_sound(text), {"\n": "&#10;", "\t": "&#9;"})


def _text(text: str) -> str:
    return escape(_sound(text))


def _sound(text: str) -> str:
    """Without what XML cannot hold: control characters and unpaired halves."""
    return "".join(c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                      and c not in "\ufffe\uffff"))  # fmt: skip
