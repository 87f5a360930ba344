"""What pages need to know of a document."""

from __future__ import annotations

from hallgen.model import Frozen


class Leaf(Frozen):
    """A picture of a page, with its width and height in pixels."""

    address: str
    width: int
    height: int


class Document(Frozen):
    """A PDF of the site. `name` is what it is saved as, `title` what it calls itself, or ''.

    `leaves` are pictures of its first pages; `words` is the address of the text of its pages,
    for the search, or None where it has no text.
    """

    address: str
    name: str
    title: str
    bytes: int
    pages: int
    leaves: tuple[Leaf, ...]
    words: str | None = None
