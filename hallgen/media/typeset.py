"""Text set into pictures: mixed scripts on one line, measured, shrunk or wrapped to fit.

Lengths are pixels. A line is set run by run (see `fonts.runs`), each by HarfBuzz (through
Pillow's raqm), with kerning, ligatures and the direction of its script.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial

from fontTools import unicodedata as scripts
from PIL import Image, ImageDraw, ImageFont

from hallgen.media.breaking import balanced, greedy
from hallgen.media.fonts import CJK, SANS, Face, Run, clean, is_cjk, runs

#: Sizes are kept to this fraction of a pixel, so that fonts are shared.
_STEP = 0.25
#: The size at which advances are measured; they grow in proportion.
_MEASURED = 128.0
_REGULAR = 400
#: A text goes on one more line only where that lets it be this much larger.
_WORTH_A_LINE = 1.25
_WORTH_A_LINE_CJK = 1.45
#: Large Latin, Greek and Cyrillic letters stand closer, as a display cut would have them: the
#: em in pixels from which on, and by how many ems.
_DISPLAY, _CLOSER = 34.0, -0.012
#: Scripts whose letters the sans face may space: others join them, or stack marks on them.
_SPACED = frozenset(("Latn", "Grek", "Cyrl", "Zyyy", "Zinh"))
#: Narrower cuts to try before a text is made smaller, in per cent; faces without them stay.
_NARROWER = (100.0, 88.0, 78.0)


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set. `size` is the em in pixels, `weight` 100-900, `width` 62.5-100 %.

    `tracking` is added after each letter and `leading` is the distance of baselines, in em.
    """

    size: float
    weight: int = 400
    width: float = 100.0
    tracking: float = 0.0
    leading: float = 1.3


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """Lines as they were set, ready to be laid on a picture.

    `ink` is coverage (mode L) cropped to what is black. `baseline` is that of the first
    line, in rows below the ink's top, `rise` the height of its letters above it.
    """

    lines: tuple[str, ...]
    style: Style
    ink: Image.Image
    baseline: int
    rise: float

    @property
    def width(self) -> int:
        return self.ink.width

    @property
    def height(self) -> int:
        return self.ink.height


def measure(text: str, style: Style, language: str) -> float:
    """The advance of a text on one line, in pixels."""
    em, letters, sans = _advance(text, style.weight, style.width, language)
    return style.size * (em + style.tracking * letters + _display(style) * sans)


@lru_cache(maxsize=1 << 16)
def _advance(text: str, weight: int, width: float, language: str) -> tuple[float, int, int]:
    """The advance of a text in em, and the numbers of its letters that can be tracked: all of
    them, and those of the sans face.
    """
    total, letters, sans = 0.0, 0, 0
    for run in runs(text, language):
        font = _font(run.face, _MEASURED, weight, width)
        total += font.getlength(run.text, direction="rtl" if run.right_to_left else "ltr")
        letters += len(run.text) if _is_spaced(run) else 0
        sans += len(run.text) if _is_spaced(run) and run.face is SANS else 0
    return total / _MEASURED, letters, sans


def set_lines(lines: tuple[str, ...], style: Style, language: str, align: float = 0.0) -> Setting:
    """Set lines below one another; `align` 0 is left, 0.5 centred, 1 right."""
    widths = [measure(line, style, language) for line in lines]
    room = int(style.size) + 2
    widest = max(widths, default=0.0)
    step = style.size * style.leading
    paper = Image.new("L", (int(widest) + 2 * room, int(step * (len(lines) - 1)) + 3 * room), 0)
    draw = ImageDraw.Draw(paper)
    first = room + round(style.size * 0.6)
    for index, (line, width) in enumerate(zip(lines, widths, strict=True)):
        x = room + (widest - width) * align
        _draw_line(draw, line, x, round(first + index * step), style, language)
    box = paper.getbbox() or (0, first, 1, first + 1)
    return Setting(lines, style, paper.crop(box), first - box[1], _rise(lines, style, language))


def fit(
    text: str,
    style: Style,
    language: str,
    box: tuple[float, float],
    *,
    lines: int = 1,
    align: float = 0.0,
) -> Setting:
    """Set a text as large as `style` at most, so that all of its ink lies in a box.

    It is made narrower first, where its face can be, then wrapped to as many lines as are
    allowed when that lets it be larger, and smaller at last; it is never cut.
    """
    words = clean(text)
    choices = [_fit_in_lines(words, style, language, box, count) for count in range(1, lines + 1)]
    worth = _WORTH_A_LINE_CJK if is_cjk(words) else _WORTH_A_LINE
    broken, best = choices[0]
    for lines_, trial in choices[1:]:
        if trial.size > best.size * worth:
            broken, best = lines_, trial
    setting = set_lines(broken, best, language, align)
    while (setting.width > box[0] or setting.height > box[1]) and best.size > 2:
        scale = min(box[0] / setting.width, box[1] / setting.height, 0.97)
        best = replace(best, size=max(best.size * scale - _STEP, 2.0))
        setting = set_lines(broken, best, language, align)
    return setting


def paragraph(
    text: str, style: Style, language: str, box: tuple[float, float], *, align: float = 0.0
) -> Setting:
    """Set running text in a box: at the style's size where it fits, else as large as it can.

    A text too long even at 0.6 of the size loses its last sentences, or words, never letters.
    """
    words = clean(text)
    smallest = style.size * 0.6
    while words:
        size = style.size
        while size >= smallest:
            trial = replace(style, size=size)
            broken = greedy(words, box[0], partial(measure, style=trial, language=language))
            if (len(broken) - 1) * size * style.leading + size * 1.15 <= box[1]:
                return fit_lines(broken, trial, language, box, align)
            size *= 0.92
        words = _shorter(words)
    return set_lines((), style, language)


def fit_lines(
    lines: tuple[str, ...], style: Style, language: str, box: tuple[float, float], align: float
) -> Setting:
    """Set given lines, smaller where a word is too long for the box."""
    widest = max((measure(line, style, language) for line in lines), default=0.0)
    scale = min(1.0, box[0] / widest) if widest else 1.0
    return set_lines(lines, replace(style, size=style.size * scale), language, align)


def _fit_in_lines(
    text: str, style: Style, language: str, box: tuple[float, float], count: int
) -> tuple[tuple[str, ...], Style]:
    """The lines and the style in which a text fits a box on at most `count` lines."""
    tall = box[1] / (0.95 + (count - 1) * style.leading)
    size = min(style.size, tall)
    best: tuple[tuple[str, ...], Style] | None = None
    for width in _NARROWER:
        trial = replace(style, size=size, width=min(width, style.width))
        broken = balanced(text, count, partial(measure, style=trial, language=language))
        widest = max(measure(line, trial, language) for line in broken)
        if widest <= box[0]:
            return broken, trial
        shrunk = replace(trial, size=size * box[0] / widest)
        if best is None or shrunk.size > best[1].size * 1.01:
            best = broken, shrunk
    assert best is not None  # noqa: S101 - the loop ran
    return best


def _draw_line(
    draw: ImageDraw.ImageDraw, line: str, x: float, y: float, style: Style, language: str
) -> None:
    for run in runs(line, language):
        font = _font(run.face, _grid(style.size), style.weight, style.width)
        direction = "rtl" if run.right_to_left else "ltr"
        tracking = _tracking(style, run)
        if tracking:
            for index, letter in enumerate(run.text):
                ahead = font.getlength(run.text[: index + 1]) - font.getlength(letter)
                draw.text((x + ahead + tracking * index, y), letter, 255, font, anchor="ls")
            x += tracking * len(run.text)
        else:
            try:
                draw.text((x, y), run.text, 255, font, anchor="ls", direction=direction)
            except OSError:  # FreeType cannot fill the densest glyphs (U+FDFD) in bold cuts
                lighter = _font(run.face, _grid(style.size), _REGULAR, style.width)
                draw.text((x, y), run.text, 255, lighter, anchor="ls", direction=direction)
        x += font.getlength(run.text, direction=direction)


def _rise(lines: tuple[str, ...], style: Style, language: str) -> float:
    """Height of the first line's letters above the baseline: capitals, or ideographs."""
    faces = {run.face for line in lines[:1] for run in runs(line, language)}
    return style.size * (0.84 if faces & set(CJK) else 0.72)


def _tracking(style: Style, run: Run) -> float:
    """Pixels between the letters of a run."""
    if not _is_spaced(run):
        return 0.0
    return style.size * (style.tracking + (_display(style) if run.face is SANS else 0.0))


def _is_spaced(run: Run) -> bool:
    """Whether letters may be moved apart: not where they join, or have marks over them."""
    if run.face is SANS:
        return all(scripts.script(character) in _SPACED for character in run.text)
    return run.face in CJK


def _display(style: Style) -> float:
    """How much closer the letters of large text stand, in em."""
    return _CLOSER if style.size >= _DISPLAY and not style.tracking else 0.0


def _shorter(text: str) -> str:
    """A text without its last sentence, or where there is only one, without its last words."""
    for mark in ("。", "！", "？", ". ", "! ", "? ", "；", "; ", "，", ", "):
        cut = text[:-1].rfind(mark)
        if cut > 0:
            ending = "。" if mark in "，；" else mark.strip()
            return text[:cut] + ("." if mark in {", ", "; "} else ending)
    return text[: -max(1, len(text) // 10)].rsplit(" ", 1)[0] if len(text) > 1 else ""


def _grid(size: float) -> float:
    return max(2.0, int(size / _STEP) * _STEP)


def _font(face: Face, size: float, weight: int, width: float) -> ImageFont.FreeTypeFont:
    return (_large if face in CJK else _small)(face, size, weight, width)


def _opened(face: Face, size: float, weight: int, width: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(face.path, size, layout_engine=ImageFont.Layout.RAQM)
    if face.axes:
        values = {"wght": float(weight), "wdth": width}
        font.set_variation_by_axes([values[axis] for axis in face.axes])
    return font


#: Fonts that stay open. One of thirty thousand glyphs holds 6.4 MB and draws its first letter after
#: 3 ms; one of a small face holds 0.9 MB and takes 18 ms (NotoSansSC and NotoSans, FreeType 2.14).
_large = lru_cache(maxsize=48)(_opened)
_small = lru_cache(maxsize=384)(_opened)
