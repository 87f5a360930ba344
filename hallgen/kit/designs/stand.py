"""What a design is made from: a plot, who stands on it, and in which colours."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CARPET, Finish
from hallgen.kit.graphics import Palette
from hallgen.kit.plots import Plot
from hallgen.kit.room import Room
from hallgen.media.colors import mix, to_hex
from hallgen.model import Booth, Exhibitor, Product

T = TypeVar("T")


@dataclass(frozen=True)
class Stand:
    """One booth to be designed.

    `clear_height` is how high it may be built, in metres; `zone_color` is its zone's, in sRGB.
    `products` are those of all its exhibitors, highlights first. A design adds to `assembly`
    and takes floor from `room`.
    """

    booth: Booth
    plot: Plot
    exhibitors: tuple[Exhibitor, ...]
    products: tuple[Product, ...]
    palette: Palette
    clear_height: float
    zone_color: str | None
    assembly: Assembly = field(compare=False, repr=False)

    @cached_property
    def room(self) -> Room:
        return Room(self.plot)

    def pick(self, options: Sequence[T], about: str) -> T:
        """One of the options, always the same for this exhibitor (or empty booth)."""
        return _picked(options, self.booth.main_exhibitor or self.booth.id, about)

    def pick_jointly(self, options: Sequence[T], about: str) -> T:
        """One of the options, the same for all booths of its zone: a joint pavilion is one."""
        return _picked(options, self.booth.zone or self.booth.hall, about)

    def color(self, finish: Finish, name: str) -> Finish:
        """A finish in one of the palette's colours ("base", "deep", "accent", "paper", "ink")."""
        return finish.tinted(to_hex(getattr(self.palette, name)))

    def carpet(self, name: str) -> Finish:
        """Carpet in one of the palette's colours: felt is darker than print of the same colour."""
        return CARPET.tinted(to_hex(mix(getattr(self.palette, name), (24, 26, 30), 0.38)))


def _picked(options: Sequence[T], whose: str, about: str) -> T:
    digest = hashlib.sha256(f"{whose}/{about}".encode()).digest()
    return options[int.from_bytes(digest[:4]) % len(options)]
