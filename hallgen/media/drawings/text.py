"""The fonts that a drawing's words need."""

from __future__ import annotations

from hallgen.media.fonts import SANS, cjk_faces, face_of


def font_files(words: str) -> list[str]:
    """Our fonts that have a drawing's characters, the sans face first; none for no words.

    A drawing does not say its language: kana mean Japanese, hangul Korean, else Chinese.
    """
    letters = sorted(set(words) - set(" \t\r\n"))
    if not letters:
        return []
    language = {"Noto Sans JP": "ja", "Noto Sans KR": "ko"}.get(cjk_faces("", words)[0].name, "zh")
    faces = dict.fromkeys((SANS, *(face for c in letters if (face := face_of(c, language)))))
    return [face.path for face in faces]
