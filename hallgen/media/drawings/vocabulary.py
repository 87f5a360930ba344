"""What of SVG may be in a drawing: elements, attributes and values that do nothing but draw."""

from __future__ import annotations

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


#: Elements whose text is seen.
TEXTUAL = _words("text tspan textPath")

#: Elements that may point to another of the same drawing.
REFERRING = _words("use linearGradient radialGradient pattern textPath filter")

ELEMENTS = TEXTUAL | _words(
    "circle ellipse line path polygon polyline rect",
    "clipPath defs g image marker mask svg switch symbol use",
    "linearGradient pattern radialGradient stop",
    "filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA",
    "feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset",
)

#: Attributes that say where and how large, and those of gradients and filters.
GEOMETRY = _words(
    "id x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio",
    "transform gradientTransform gradientUnits patternTransform patternUnits patternContentUnits",
    "spreadMethod offset clipPathUnits maskUnits maskContentUnits markerUnits markerWidth",
    "markerHeight refX refY orient dx dy rotate textLength lengthAdjust startOffset",
    "filterUnits primitiveUnits in in2 result stdDeviation mode type values operator k1 k2 k3 k4",
    "radius tableValues slope intercept amplitude exponent",
)

#: Properties that may be attributes, in a style attribute or in a style sheet. Fonts are ours.
PRESENTATION = _words(
    "clip-path clip-rule color color-interpolation color-interpolation-filters display",
    "dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-size",
    "font-stretch font-style font-variant font-weight image-rendering isolation letter-spacing",
    "marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow",
    "paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray",
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity",
    "stroke-width text-anchor text-decoration text-rendering transform-origin vector-effect",
    "visibility white-space word-spacing writing-mode",
)

_INSIDE = re.compile(r"url\(\s*(['\"]?)#([^\s()'\"]+)\1\s*\)")
_OUTSIDE = ("url", "src(", "@", "expression", "javascript", "\\")


def is_safe(value: str) -> bool:
    """Whether a value refers to nothing outside of its drawing."""
    rest = _INSIDE.sub("", value).lower()
    return not any(word in rest for word in _OUTSIDE)


def references(value: str) -> list[str]:
    """The ids of the same drawing that a value points to."""
    return [match[2] for match in _INSIDE.finditer(value)]
