"""The sheet a poster or a wall is laid out on: what it says, set piece by piece.

Lengths are pixels, sizes of text in u, a hundredth of the width of a poster of the usual shape.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from hallgen.kit.graphics import lockup
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, Spot, lay, place, rectangle
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.names import Said
from hallgen.kit.graphics.palettes import Palette
from hallgen.kit.graphics.pictures import framed
from hallgen.media.bidi import is_right_to_left
from hallgen.media.colors import Color, contrast, luminance, mix, readable_on
from hallgen.media.logos import own_ground
from hallgen.media.typeset import Setting, Style, fit

Size = tuple[int, int]

#: Text is never set smaller than this em in pixels; what is not needed is left out instead.
LEAST = 7.5

#: Pictures are enlarged by this much at most: beyond it they would look soft.
_LARGEST = 1.6


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """An image with what it is about, `u` pixels a unit of its text."""

    image: Image.Image
    brand: Brand
    copy: Copy
    u: float

    @property
    def palette(self) -> Palette:
        return self.brand.palette

    @property
    def mirrored(self) -> bool:
        """Whether it is read from right to left."""
        return is_right_to_left(self.copy.title.words)

    def strong(self, ground: Color) -> Color:
        """The colour of what is read first."""
        return readable_on(ground, self.palette.paper, self.palette.ink)

    def faint(self, ground: Color, share: float = 0.14) -> Color:
        """The colour of what is read later."""
        strong = self.strong(ground)
        return readable_on(ground, mix(strong, ground, share), strong)

    def bright(self, ground: Color) -> Color:
        """The accent where it shows, else the base colour, else what is read."""
        seen = (c for c in (self.palette.accent, self.palette.base) if contrast(c, ground) > 1.8)
        return next(seen, self.strong(ground))

    def head(self, box: Box, ground: Color) -> None:
        """Mark and names."""
        lockup.beside(self.image, box, self.brand, ground, names=self.brand.short)

    def title(self, box: Box, ground: Color, em: float = 11.0, lines: int = 3) -> float:
        """Title, what follows it and a rule in the accent; returns where the rule ends."""
        u, (left, top, right, bottom) = self.u, box
        tall = bottom - top
        share = 0.62 if self.copy.sub else 0.86
        title = self.set(self.copy.title, em, 800, (right - left, tall * share), lines)
        y = self._lay(title, (left, top, right), self.strong(ground)) + 2.4 * u
        if self.copy.sub:
            room = right - left, max(LEAST * 1.3, bottom - y - 3 * u)
            sub = self.set(self.copy.sub, max(4.4, em * 0.36), 450, room, 3)
            if sub.style.size >= LEAST and y + sub.height <= bottom:
                y = self._lay(sub, (left, y, right), self.faint(ground)) + 2.4 * u
        wide = 1.27 * em * u
        start = right - wide if self.mirrored else left
        y = min(y, bottom - u)
        rectangle(self.image, (start, y, start + wide, y + max(1.0, u)), self.bright(ground))
        return y + u

    def facts(self, box: Box, ground: Color) -> None:
        """Up to three figures in equal columns, or points below each other."""
        figures, count = self.copy.figures, len(self.copy.figures)
        if not figures:
            self._points(box, ground)
            return
        wide = (box[2] - box[0]) / 3
        for index in range(count):
            column = count - 1 - index if self.mirrored else index
            left = box[0] + column * wide
            self.figure(index, (left, box[1], left + wide - 3 * self.u, box[3]), ground)

    def column(self, box: Box, ground: Color) -> None:
        """Up to three figures below each other, a line between them; or points."""
        if not self.copy.figures:
            self._points(box, ground)
            return
        tall = (box[3] - box[1]) / 3
        for index in range(len(self.copy.figures)):
            top = box[1] + index * tall
            rectangle(self.image, (box[0], top, box[2], top + 0.5 * self.u), self.bright(ground))
            inner = (box[0], top + 2.6 * self.u, box[2], top + tall - 2 * self.u)
            self.figure(index, inner, ground)

    def figure(self, index: int, box: Box, ground: Color, em: float = 7.0) -> None:
        """One figure: its value large, its note small below it."""
        figure, tall = self.copy.figures[index], box[3] - box[1]
        value = self.set(figure.value, em, 700, (box[2] - box[0], max(LEAST, tall * 0.55)), 1)
        y = self._lay(value, (box[0], box[1], box[2]), self.strong(ground)) + 1.6 * self.u
        note = self.set(figure.note, max(3.0, em * 0.4), 450, (box[2] - box[0], box[3] - y), 2)
        if note.style.size >= LEAST * 0.75 and y + note.height <= box[3] + self.u:
            self._lay(note, (box[0], y, box[2]), self.faint(ground))

    def table(self, box: Box, ground: Color) -> None:
        """Figures as rows of a data sheet: what it is on the one side, how much on the other."""
        if not self.copy.figures:
            self._points(box, ground)
            return
        wide, tall = box[2] - box[0], (box[3] - box[1]) / 3
        line = mix(self.strong(ground), ground, 0.72)
        sides = (Anchor.RIGHT, Anchor.LEFT) if self.mirrored else (Anchor.LEFT, Anchor.RIGHT)
        ends = (box[2], box[0]) if self.mirrored else (box[0], box[2])
        for index, figure in enumerate(self.copy.figures):
            top = box[1] + index * tall
            rectangle(self.image, (box[0], top, box[2], top + max(1.0, 0.35 * self.u)), line)
            middle = top + tall / 2 + 0.3 * self.u
            value = self.set(figure.value, 7.4, 750, (wide * 0.56, tall * 0.74), 1)
            color = readable_on(ground, self.palette.base, self.palette.accent)
            lay(self.image, value, (ends[1], middle), color, sides[1])
            room = wide - value.width - 4 * self.u, tall * 0.8
            note = self.set(figure.note, 3.8, 500, room, 2)
            if note.style.size >= LEAST * 0.9:
                lay(self.image, note, (ends[0], middle), self.faint(ground), sides[0])

    def footer(self, ground: Color, left: float | None = None) -> None:
        """The booth's number and the website, on the lower edge, where there is room for it."""
        u, start = self.u, 7 * self.u if left is None else left
        words = Said(self.copy.footer, self.brand.languages[0])
        room = self.image.width - start - 7 * u, max(LEAST, 3.6 * u)
        text = self.set(words, 2.8, 450, room, 1)
        if text.style.size >= LEAST * 0.9:
            at = start, self.image.height - max(4.4 * u, LEAST * 0.8)
            lay(self.image, text, at, self.faint(ground, 0.2), Anchor.LEFT)

    def hero(self, box: Box, picture: Image.Image | None = None) -> Box:
        """The product as large as a box holds it: standing on its lower edge, or in a frame."""
        picture = self.copy.hero if picture is None else picture
        wide, tall = box[2] - box[0], box[3] - box[1]
        cap = _LARGEST * max(picture.size)
        shown = framed(picture, (min(wide, cap), min(tall, cap)))
        if picture.mode == "RGBA":
            at = (box[0] + box[2]) / 2, box[3]
            return place(self.image, shown, at, Anchor.BOTTOM)
        at = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return place(self.image, shown, at, Anchor.CENTER)

    def set(self, said: Said, em: float, weight: int, room: Spot, lines: int) -> Setting:
        """Words as large as their em and room allow, no smaller than can be read if they fit."""
        size = max(em * self.u, LEAST)
        leading = 1.18 if em > 6 else 1.3
        style = Style(size, weight, leading=leading)
        align = 1.0 if is_right_to_left(said.words) else 0.0
        return fit(said.words, style, said.language, (max(4.0, room[0]), max(4.0, room[1])),
                   lines=lines, align=align)  # fmt: skip

    def _lay(self, text: Setting, span: tuple[float, float, float], color: Color) -> float:
        """Lay words at the start of a span (left, top, right); returns where they end."""
        left, top, right = span
        at, anchor = (
            ((right, top), Anchor.TOP_RIGHT) if self.mirrored else ((left, top), Anchor.TOP_LEFT)
        )
        return lay(self.image, text, at, color, anchor)[3]

    def _points(self, box: Box, ground: Color) -> None:
        """Up to three short texts, each after a small square of the accent."""
        u, y = self.u, box[1]
        for point in self.copy.points:
            text = self.set(point, 4.0, 500, (box[2] - box[0] - 5 * u, 11 * u), 2)
            if y + text.height > box[3] + u or text.style.size < LEAST * 0.9:
                return
            left = box[2] - 1.6 * u if self.mirrored else box[0]
            middle = y + text.baseline - 0.32 * text.style.size
            square = (left, middle - 0.8 * u, left + 1.6 * u, middle + 0.8 * u)
            rectangle(self.image, square, self.bright(ground))
            span = (box[0], y, box[2] - 4 * u) if self.mirrored else (box[0] + 4 * u, y, box[2])
            y = self._lay(text, span, self.strong(ground)) + 2.6 * u


def paper_of(brand: Brand) -> Color:
    """The palette's paper, or a logo's own light ground, so that it has no edge."""
    own = own_ground(brand.logo)
    return own if own is not None and luminance(own) > 0.6 else brand.palette.paper
