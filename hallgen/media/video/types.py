"""What pages and halls need to know of a video."""

from __future__ import annotations

from hallgen.model import Frozen


class Source(Frozen):
    """A form in which a video can be played: its address in the site and its media type."""

    address: str
    mime: str


class Poster(Frozen):
    """A picture of the video, of the video's width and height in pixels."""

    address: str
    width: int
    height: int


class Film(Frozen):
    """A video of the site. Width and height in pixels; `sources` are the best first.

    `silent` is what screens in halls play, small and without sound; one that was taken as it is
    plays there itself. `seconds` is 0 where the file does not tell how long it is.
    """

    sources: tuple[Source, ...]
    width: int
    height: int
    seconds: float
    silent: str
    poster: Poster | None = None


class CaptionFile(Frozen):
    """Captions of the site: the address of their WebVTT."""

    address: str
