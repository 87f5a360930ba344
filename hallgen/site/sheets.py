"""Lists that are too long for one page, as pages one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Member]):
    """A page of a list. Pages are numbered from 1; `addresses` are those of all, in their order."""

    number: int
    members: tuple[Member, ...]
    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        return self.addresses[self.number - 1]

    @property
    def before(self) -> str | None:
        return self.addresses[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        return self.addresses[self.number] if self.number < len(self.addresses) else None


def sheets(address: str, members: Sequence[Member], most: int) -> Iterator[Sheet[Member]]:
    """Pages of at most so many; the first has the list's own address, the others a number below."""
    pages = [tuple(members[start : start + most]) for start in range(0, len(members), most)]
    others = (f"{address}{number}/" for number in range(2, len(pages) + 1))
    addresses = (address, *others)
    for number, some in enumerate(pages, 1):
        yield Sheet(number, some, addresses)
