"""Pictures made web-ready, each named by its content."""

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
