"""A hall as its designer thinks of it, before it is a drawing in some format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Corner = tuple[float, float]

#: Back to back, rows leave room for their panels, in metres.
BACK_TO_BACK = 0.1


@dataclass(frozen=True, slots=True)
class Stand:
    """A booth on a plan, in metres from the hall's lower left corner, y up.

    `radius` is set for a round one, whose corners then are its middle.
    """

    number: str
    corners: tuple[Corner, ...]
    pavilion: bool = False
    radius: float | None = None

    @property
    def area(self) -> float:
        if self.radius is not None:
            return 3.14159 * self.radius**2
        shifted = (*self.corners[1:], self.corners[0])
        pairs = zip(self.corners, shifted, strict=True)
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2

    @property
    def middle(self) -> Corner:
        """Where its label goes: inside, also of an L-shape."""
        xs, ys = zip(*self.corners, strict=True)
        if len(self.corners) > 4:
            return (xs[0] + xs[1]) / 2, ys[0] + 2.0
        return sum(xs) / len(xs), sum(ys) / len(ys)


@dataclass(frozen=True, slots=True)
class Space:
    """A part of a hall that is no booth."""

    kind: str
    name: str
    corners: tuple[Corner, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A gate in the wall: its middle and its width."""

    name: str
    at: Corner
    width: float


@dataclass(frozen=True, slots=True)
class DrawnHall:
    """A hall and everything on its plan."""

    id: str
    outline: tuple[Corner, ...]
    stands: tuple[Stand, ...]
    doors: tuple[Door, ...]
    columns: tuple[tuple[Corner, ...], ...] = ()
    spaces: tuple[Space, ...] = ()

    @property
    def size(self) -> Corner:
        xs, ys = zip(*self.outline, strict=True)
        return max(xs), max(ys)


def box(x: float, y: float, width: float, depth: float) -> tuple[Corner, ...]:
    return (x, y), (x + width, y), (x + width, y + depth), (x, y + depth)


def one(letter: str, x: float, y: float, width: float, depth: float) -> Stand:
    """A stand numbered by its row's letter and how many metres into the hall it begins."""
    return Stand(f"{letter}{round(x) + 1:03}", box(x, y, width, depth))


def row(letter: str, x: float, y: float, depth: float, widths: Sequence[float]) -> Iterator[Stand]:
    """Stands side by side."""
    for width in widths:
        yield one(letter, x, y, width, depth)
        x += width


def back_to_back(
    letters: str, x: float, y: float, depth: float, widths: Sequence[Sequence[float]]
) -> Iterator[Stand]:
    """Two rows of stands, the second above the first."""
    yield from row(letters[0], x, y, depth, widths[0])
    yield from row(letters[1], x, y + depth + BACK_TO_BACK, depth, widths[1])
