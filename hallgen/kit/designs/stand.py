"""What a design is made from: a plot, who stands on it, in which style and colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CARPET, PANEL, POLISHED, WOOD, Finish
from hallgen.kit.graphics import Palette
from hallgen.kit.plots import Plot
from hallgen.kit.room import Room
from hallgen.kit.styles import Ground, Style, Tone, picked
from hallgen.media.colors import mix, parse, to_hex
from hallgen.media.models.shelf import Models, no_models
from hallgen.model import Booth, Exhibitor, Product

T = TypeVar("T")

#: How many shapes booths of one style and outline have: few, so that their light is baked once
#: for many; more than there are neighbours.
VARIANTS = 6


@dataclass(frozen=True)
class Stand:
    """One booth to be designed.

    `clear_height` is how high it may be built, in metres; `zone_color` is its zone's, in sRGB.
    `products` are those of all its exhibitors, in the order in which they are shown, and `models`
    finds what they are shown by. `page` is the address of the main exhibitor's page, where it is
    known. A design adds to `assembly` and takes floor from `room`.
    """

    booth: Booth
    plot: Plot
    style: Style
    exhibitors: tuple[Exhibitor, ...]
    products: tuple[Product, ...]
    palette: Palette
    clear_height: float
    zone_color: str | None
    page: str | None
    assembly: Assembly = field(compare=False, repr=False)
    models: Models = field(default=no_models, compare=False, repr=False)

    @cached_property
    def room(self) -> Room:
        return Room(self.plot)

    @property
    def _whose(self) -> str:
        return self.booth.main_exhibitor or self.booth.id

    @cached_property
    def variant(self) -> int:
        """Which of the shapes of its style it has: its exhibitor's, in every build."""
        return picked(range(VARIANTS), self._whose, "variant")

    def pick(self, options: Sequence[T], about: str) -> T:
        """One of the options of a shape: the same for all booths of a style and variant."""
        return picked(options, f"{self.style.name}-{self.variant}", about)

    def tint(self, options: Sequence[T], about: str) -> T:
        """One of the options of colour or print: this exhibitor's (or empty booth's) own."""
        return picked(options, self._whose, about)

    def pick_jointly(self, options: Sequence[T], about: str) -> T:
        """One of the options, the same for all booths of its zone: a joint pavilion is one."""
        return picked(options, self.booth.zone or self.booth.hall, about)

    def color(self, finish: Finish, name: str) -> Finish:
        """A finish in one of the palette's colours ("base", "deep", "accent", "paper", "ink")."""
        return finish.tinted(to_hex(getattr(self.palette, name)))

    def tone(self, tone: Tone) -> Finish:
        """What a wall or header of a tone is made of."""
        if tone is Tone.WOOD:
            return WOOD
        if tone is Tone.DARK:
            return PANEL.tinted(to_hex(mix((86, 90, 96), self.palette.deep, 0.3)))
        return PANEL if tone is Tone.WHITE else self.color(PANEL, tone.value)

    def carpet(self, name: str) -> Finish:
        """Carpet in one of the palette's colours: felt is darker than print of the same colour."""
        return CARPET.tinted(to_hex(mix(getattr(self.palette, name), (24, 26, 30), 0.38)))

    def ground(self, ground: Ground) -> Finish:
        """What a floor is covered with."""
        match ground:
            case Ground.WOOD:
                return WOOD
            case Ground.POLISHED:
                return POLISHED
            case Ground.GREY:
                grey = self.tint(("#5b636b", "#4d545c", "#6a6f73"), "grey")
                return CARPET.tinted(to_hex(mix(self.palette.deep, parse(grey), 0.8)))
            case Ground.CARPET:
                return self.carpet("base")
            case Ground.DEEP:
                return self.carpet("deep")
