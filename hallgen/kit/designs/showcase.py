"""What a booth has to show, handed out in order: no picture hangs twice beside itself."""

from __future__ import annotations

from collections import deque

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import GraphicKind
from hallgen.model import Point


class Showcase:
    """The exhibitor's own poster, its products, then its logo and its poster set otherwise.

    There is always something to hang: walls have pictures in the same places whether an
    exhibitor sent ten products or none, so booths of one design differ only in what is printed.
    """

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._own = True
        self._left = deque(range(len(stand.products)))
        self._more = 0

    def hang(
        self,
        size: tuple[float, float],
        at: Point,
        height: float,
        turn: float,
        surface: Surface = Surface.PRINT,
    ) -> None:
        """The next poster over a ground point, its lower edge at `height`."""
        if self._own:
            self._own = False
            hang(self._stand, GraphicKind.POSTER_BRAND, size, at, height, turn, surface)
        elif self._left:
            hang_product(self._stand, self._left.popleft(), size, at, height, turn, surface)
        else:
            kind = (GraphicKind.TOWER, GraphicKind.POSTER_BRAND)[self._more % 2]
            self._more += 1
            number = self._more // 2
            hang(self._stand, kind, size, at, height, turn, surface, number=number % 3)

    def said(self) -> None:
        """The exhibitor's own poster has been shown already, as a print over a wall."""
        self._own = False
