"""Pictures as the site serves them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the site serves it. `name` is its address: `media/<hash>.webp`."""

    name: str
    data: bytes
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PictureSet:
    """One picture at every size that pages show, smallest first, at least one.

    `placeholder` is a data URI of a blurred copy that is seen until the picture has come, or ''
    where the picture is transparent, so that a copy below it would show through.
    """

    sizes: tuple[Picture, ...]
    placeholder: str

    @property
    def largest(self) -> Picture:
        return self.sizes[-1]
