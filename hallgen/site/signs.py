"""Signs: what stands in for a logo, so that a firm without one looks meant to be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallgen.model import Exhibitor
from hallgen.site import colors
from hallgen.site.labels import ems

#: Legal forms in front of Asian names, which say nothing about who it is.
_FORMS = re.compile(r"^(株式会社|有限会社|合同会社|주식회사|\(주\)|（주）|㈜|㈱|\(株\)|（株）)\s*")


@dataclass(frozen=True, slots=True)
class Sign:
    """Letters on a coloured square of 64 by 64; `size` is that of the letters."""

    letters: str
    color: str
    shade: str
    ink: str
    size: float


def sign_of(exhibitor: Exhibitor, name: str, city: str) -> Sign:
    """The sign of an exhibitor: in its own colour, or in one that its slug decides."""
    color = (exhibitor.color or "").lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", color):
        color = colors.mark_color(exhibitor.slug)
    letters = initials(name, city)
    size = round(min(30.0, 50 / max(ems(letters), 1)), 1)
    return Sign(letters, color, colors.tint(color, 0.86, "#000000"), colors.ink_on(color), size)


def initials(name: str, city: str) -> str:
    """Two characters of an Asian name, without the city it begins with; else two initials."""
    name = _FORMS.sub("", name.strip())
    if city and name.startswith(city) and len(name) >= len(city) + 2:
        name = name[len(city) :].removeprefix("市").strip()
    if not name:
        return "·"
    if ems(name[:2]) >= 2:
        return name[:2]
    words = [word for word in re.split(r"[^\w]+", name) if word]
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    return "".join(words)[:2].upper() if words and len(words[0]) > 3 else "".join(words)[:3] or "·"
