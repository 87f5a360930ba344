"""Categories, countries and tiers as lists write them, as trees whose members have addresses.

Lists have no ids for them: what is written is all there is. The same words in one language are the
same member, also where another row leaves the other languages out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hallgen.model import Fair, Text
from hallgen.readers.slugs import slug_of, unique

#: What stands between the levels of a path: "Machine tools / Lathes", "机床 > 车床".
_LEVELS = re.compile(r"\s+[/>]\s+|\s*[›»→＞]\s*")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a tree. `slug` is its address, which no other member of the tree has."""

    slug: str
    name: Text
    children: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Members in the order in which they were first named."""

    roots: tuple[Member, ...]
    _paths: Mapping[Text, tuple[str, ...]]

    def path(self, written: Text) -> tuple[str, ...]:
        """The slugs of what a text names, the outermost first; () where nothing is written."""
        return self._paths.get(written, ())

    def walk(self) -> Iterator[Member]:
        """Every member, each before its children."""
        pending = list(reversed(self.roots))
        while pending:
            member = pending.pop()
            yield member
            pending += reversed(member.children)


def categories_of(fair: Fair) -> Tree:
    """The categories of products, then of exhibitors, by the paths that are written."""
    written = [product.category for product in fair.products]
    written += [category for exhibitor in fair.exhibitors for category in exhibitor.categories]
    return _tree(written, fair.languages, levels)


def countries_of(fair: Fair) -> Tree:
    """The countries that exhibitors come from."""
    return _tree((e.country for e in fair.exhibitors), fair.languages, lambda text: (text,))


def tiers_of(fair: Fair) -> Tree:
    """What the organiser calls exhibitors' packages."""
    return _tree((e.tier for e in fair.exhibitors), fair.languages, lambda text: (text,))


def levels(text: Text) -> tuple[Text, ...]:
    """The levels of a path. Where languages do not agree on how many there are, it is one name."""
    split = {
        tag: [part for part in _LEVELS.split(words) if part.strip()] for tag, words in text.said
    }
    if len({len(parts) for parts in split.values()}) != 1 or not all(split.values()):
        return (text,) if text else ()
    rows = zip(*split.values(), strict=True)
    return tuple(Text.model_validate(dict(zip(split, row, strict=True))) for row in rows)


@dataclass(slots=True)
class _Branch:
    """A member in the making."""

    slug: str = ""
    said: dict[str, str] = field(default_factory=dict)
    children: list[_Branch] = field(default_factory=list)
    known: defaultdict[tuple[str, str], list[_Branch]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def child(self, name: Text, languages: tuple[str, ...]) -> _Branch:
        """The child of that name: one that says the same in all languages that both have."""
        order = {language: at for at, language in enumerate(languages)}
        said = sorted(name.said, key=lambda pair: order.get(pair[0], len(order)))
        for key in said:
            for found in self.known[key]:
                if all(found.said.get(tag, words) == words for tag, words in said):
                    found.say(said, self)
                    return found
        made = _Branch()
        made.say(said, self)
        self.children.append(made)
        return made

    def say(self, said: Iterable[tuple[str, str]], parent: _Branch) -> None:
        for tag, words in said:
            if tag not in self.said:
                self.said[tag] = words
                parent.known[tag, words].append(self)

    def frozen(self) -> Member:
        name = Text.model_validate(self.said)
        return Member(self.slug, name, tuple(child.frozen() for child in self.children))


def _tree(
    written: Iterable[Text],
    languages: tuple[str, ...],
    split: Callable[[Text], tuple[Text, ...]],
) -> Tree:
    root = _Branch()
    chains: dict[Text, list[_Branch]] = {}
    for text in written:
        if not text or text in chains:
            continue
        chain = [root]
        for level in split(text):
            chain.append(chain[-1].child(level, languages))
        chains[text] = chain[1:]
    _name(root, (), set())
    paths = {text: tuple(branch.slug for branch in chain) for text, chain in chains.items()}
    return Tree(tuple(child.frozen() for child in root.children), paths)


def _name(branch: _Branch, above: tuple[str, ...], taken: set[str]) -> None:
    """Addresses for all that is below a branch, each with those above it in front."""
    for child in branch.children:
        own = (*above, slug_of(Text.model_validate(child.said), "other"))
        child.slug = unique("-".join(own), taken)
        _name(child, own, taken)
