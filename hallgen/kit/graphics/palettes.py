"""The colours of a booth: its exhibitor's own, or a set that a designer would have chosen."""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.media.colors import Color


@dataclass(frozen=True, slots=True)
class Palette:
    """Five colours that go together, as sRGB 0-255.

    `base` is the main colour of signs and carpets, `deep` its dark companion, `accent` what
    draws the eye, `paper` the light ground and `ink` the text on it.
    """

    base: Color
    deep: Color
    accent: Color
    paper: Color
    ink: Color
