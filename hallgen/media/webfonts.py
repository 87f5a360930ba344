"""Fonts for pages: only the characters in use, as woff2 files named by their content.

A page names the families of `font_stack` in its CSS; a browser then loads, by the
files' unicode ranges, only those that hold a character of the page.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.media.fonts import CJK, FACES, SANS, Face, cjk_faces, clean, coverage, face_of
from hallgen.store import Store, StorePlace, bytes_as_they_are, kept_or_made

#: What the pages need: regular to bold.
WEIGHTS = (400, 700)

#: Characters of one file: the most frequent come first, so most pages need the first files.
SLICE = 400

#: The same of an East Asian face, where a page in another language needs a dozen of thousands.
EAST_ASIAN_SLICE = 100


@dataclass(frozen=True, slots=True)
class WebFont:
    """One woff2 file. `unicode_range` is the value of that CSS descriptor.

    `name` is its address in the site: `fonts/<hash>.woff2`.
    """

    family: str
    name: str
    data: bytes
    unicode_range: str
    weights: tuple[int, int]


def font_stack(language: str, fonts: Iterable[WebFont]) -> tuple[str, ...]:
    """The families of `fonts` in the order a page in a language names them in its CSS.

    Latin comes first, so that figures and names look the same in every language, then the
    language's own East Asian face, then all others.
    """
    present = {font.family for font in fonts}
    order = dict.fromkeys(face.name for face in (SANS, *cjk_faces(language), *FACES))
    return tuple(name for name in order if name in present)


def subset_fonts(
    characters: Iterable[str],
    languages: Sequence[str],
    everywhere: str = "",
    store: StorePlace | None = None,
) -> tuple[WebFont, ...]:
    """Cut fonts with all characters of some texts, for pages in some languages.

    Those of `everywhere` are on every page: where a face needs several files, they have their
    own, or each page would load a hundred letters for its links to other languages.
    An East Asian character is in the file of each language's own face, since its shape
    differs. Characters that no face has are left to the visitor's own fonts. The same
    characters give the same bytes. What a store has is not cut again.
    """
    counted = Counter(character for text in characters for character in clean(text))
    wanted: dict[Face, list[str]] = {}
    # By how often in powers of two, so that another word does not turn the order of all round.
    for character in sorted(counted, key=lambda c: (-counted[c].bit_length(), c)):
        found = (face_of(character, language) for language in languages or ("en",))
        for face in dict.fromkeys(face for face in found if face is not None):
            wanted.setdefault(face, []).append(character)
    fonts = [
        _font(face, letters, store)
        for face, of_face in wanted.items()
        for letters in _files(face, "".join(of_face), everywhere)
    ]
    return tuple(sorted(fonts, key=lambda font: (font.family, font.unicode_range)))


def _files(face: Face, letters: str, everywhere: str) -> Iterator[str]:
    """Which letters of a face are in a file together."""
    most = EAST_ASIAN_SLICE if face in CJK else SLICE
    if len(letters) > most:
        common = "".join(letter for letter in letters if letter in everywhere)
        if common:
            yield common
        letters = "".join(letter for letter in letters if letter not in everywhere)
    yield from (letters[start : start + most] for start in range(0, len(letters), most))


def unicode_range(characters: Iterable[str]) -> str:
    """The CSS descriptor's value: `U+20-7E,U+4E0A`."""
    spans: list[list[int]] = []
    for point in sorted({ord(character) for character in characters}):
        if spans and point == spans[-1][1] + 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def _font(face: Face, letters: str, store: StorePlace | None) -> WebFont:
    """One file with some letters of a face, cut now or before."""
    if store is None:
        data = _cut(face, letters)
    else:
        # Where it cannot be written, whoever keeps the light of halls in the same folder tells why.
        make, untold = partial(_cut, face, letters), Diagnostics()
        data = kept_or_made(Store(store), _KIND, _key(face, letters), make, untold)
    name = f"fonts/{hashlib.sha256(data).hexdigest()[:20]}.woff2"
    weights = WEIGHTS if face.axes else (400, 400)
    return WebFont(face.name, name, data, unicode_range(letters), weights)


def _key(face: Face, letters: str) -> str:
    """The name of a cut: by this code, fontTools' version, and the package that the face is in."""
    from fontTools import version

    code = Path(__file__).read_bytes()
    file = Path(face.path)
    whole = repr((version, file.name, file.stat().st_size, letters)).encode()
    return hashlib.sha256(code + whole).hexdigest()


def _cut(face: Face, letters: str) -> bytes:
    """One file with some letters of a face; its weights are kept from 400 to 700."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True)
    options.drop_tables += ["STAT", "MVAR"]
    options.name_IDs = [1, 2, 13, 14]  # the licence stays in the file
    with TTFont(face.path, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(c) for c in letters if ord(c) in coverage(face)])
        cutter.subset(font)
        limits = {"wght": WEIGHTS, "wdth": 100.0}
        kept = {axis: limits[axis] for axis in face.axes}
        if kept:
            instancer.instantiateVariableFont(font, kept, inplace=True)
        font.flavor = "woff2"
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()


_KIND = bytes_as_they_are("Fonts")
