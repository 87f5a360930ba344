"""Which font draws which character, in which language, and in what order along the line.

All fonts are variable Noto Sans designs (OFL) from data packages, found by their path in the
package; nothing depends on what is installed on the machine.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fontTools import unicodedata as scripts

from hallgen.media.bidi import levels, visual
from hallgen.model.tags import chain


@dataclass(frozen=True, slots=True)
class Face:
    """A font file. `axes` are its variation axes in the file's order: wght, perhaps wdth."""

    name: str
    package: str
    file: str
    axes: tuple[str, ...] = ("wght", "wdth")

    @property
    def path(self) -> str:
        """The file on this machine."""
        return str(files(self.package) / "fonts" / "ofl" / self.file)


def _face(script: str, package: str, axes: tuple[str, ...] = ("wght", "wdth")) -> Face:
    stem = f"NotoSans{script}"
    file = f"{stem.lower()}/{stem}[{','.join(sorted(axes))}].ttf"
    return Face(f"Noto Sans {script}".rstrip(), f"justmytype_{package}", file, axes)


SANS = _face("", "western_core")
SC, TC, JP, KR = (_face(script, "intl_cjk", ("wght",)) for script in ("SC", "TC", "JP", "KR"))
CJK = (SC, TC, JP, KR)
ARABIC, HEBREW = (_face(script, "intl_rtl") for script in ("Arabic", "Hebrew"))
_SOUTH_EAST = tuple(_face(s, "intl_sea") for s in ("Thai", "Lao", "Khmer", "Myanmar"))
_SOUTH = tuple(_face(s, "intl_south_asia") for s in ("Devanagari", "Bengali", "Tamil", "Telugu"))
SYMBOLS = Face(
    "Noto Sans Symbols 2",
    "justmytype_western_core",
    "notosanssymbols2/NotoSansSymbols2-Regular.ttf",
    (),
)

#: Every face, in the order in which they are asked for a character that any of them may have.
FACES = (SANS, ARABIC, HEBREW, *_SOUTH_EAST, *_SOUTH, *CJK, SYMBOLS)

_EAST_ASIAN = {"Hani", "Hira", "Kana", "Hang", "Bopo"}
_CJK_ORDER = {
    "zh-Hant": (TC, SC, JP, KR),
    "ja": (JP, SC, TC, KR),
    "ko": (KR, SC, TC, JP),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line drawn by one face in one direction."""

    text: str
    face: Face
    right_to_left: bool


@cache
def coverage(face: Face) -> frozenset[int]:
    """The code points that a face has a glyph for."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def cjk_faces(language: str, text: str = "") -> tuple[Face, ...]:
    """The Chinese, Japanese and Korean faces, best first for a language.

    The same character is drawn differently in each; where the language says nothing, kana
    in `text` means Japanese and hangul Korean, and simplified Chinese is assumed otherwise.
    """
    tags = chain(language)
    key = "zh-Hant" if "zh-Hant" in tags else tags[0]
    if key not in {"zh", *_CJK_ORDER}:
        found = {scripts.script(character) for character in text}
        key = "ja" if found & {"Hira", "Kana"} else "ko" if "Hang" in found else key
    return _CJK_ORDER.get(key, (SC, TC, JP, KR))


def face_of(character: str, language: str) -> Face | None:
    """The face that draws a single character in a language."""
    order = _order(character, cjk_faces(language))
    return next((face for face in order if _has(face, character)), None)


def is_cjk(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean characters."""
    return any(scripts.script(character) in _EAST_ASIAN for character in text)


def clean(text: str) -> str:
    """Composed (NFC), spaces collapsed, and without what is never seen: controls, selectors."""
    composed = unicodedata.normalize("NFC", text)
    seen = (c for c in " ".join(composed.split()) if not _ignorable(c))
    return "".join(seen)


def undrawable(text: str) -> tuple[str, ...]:
    """The characters of a text that no face has, each once, in order."""
    missing = (c for c in clean(text) if not any(ord(c) in coverage(face) for face in FACES))
    return tuple(dict.fromkeys(missing))


@cache
def runs(text: str, language: str) -> tuple[Run, ...]:
    """A line as runs of one face and direction, in the order they are seen from the left.

    Characters that no face has are left out.
    """
    line = clean(text)
    pieces: list[tuple[str, Face, int]] = []
    for character, face, level in zip(
        line, _faces(line, cjk_faces(language, line)), levels(line), strict=True
    ):
        if face is None:
            continue
        if pieces and pieces[-1][1:] == (face, level):
            pieces[-1] = (pieces[-1][0] + character, face, level)
        else:
            pieces.append((character, face, level))
    seen = visual(pieces, lambda piece: piece[2])
    return tuple(Run(words, face, level % 2 == 1) for words, face, level in seen)


def _faces(text: str, cjk: tuple[Face, ...]) -> list[Face | None]:
    """One face a character; marks and punctuation go with their letters where they can."""
    chosen: list[Face | None] = []
    letter: Face | None = None
    for index, character in enumerate(text):
        if not _is_common(character):
            letter = next((f for f in _order(character, cjk) if _has(f, character)), None)
            chosen.append(letter)
            continue
        beside = letter
        if letter is None or unicodedata.category(character) in {"Ps", "Pi"}:
            following = next((c for c in text[index + 1 :] if not _is_common(c)), character)
            beside = next((f for f in _order(following, cjk) if _has(f, following)), letter)
        order = (*((beside,) if beside else ()), *_order(character, cjk))
        chosen.append(next((f for f in order if _has(f, character)), None))
    return chosen


def _order(character: str, cjk: tuple[Face, ...]) -> tuple[Face, ...]:
    others = tuple(face for face in FACES if face not in cjk and face is not SYMBOLS)
    east_asian = scripts.script(character) in _EAST_ASIAN
    return (*cjk, *others, SYMBOLS) if east_asian else (*others, *cjk, SYMBOLS)


def _has(face: Face, character: str) -> bool:
    return ord(character) in coverage(face)


def _is_common(character: str) -> bool:
    """Punctuation, spaces and marks, which every script uses; digits are the sans face's."""
    return scripts.script(character) in {"Zyyy", "Zinh"} and not character.isdigit()


def _ignorable(character: str) -> bool:
    """Controls, joiners' selectors and private use: nothing that a sign could show."""
    return (
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}
        and character not in "\u200c\u200d"
    ) or "\ufe00" <= character <= "\ufe0f"
