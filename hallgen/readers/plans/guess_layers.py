"""Which layers hold what, by the words in their names; and how ids hold booth numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from hallgen.readers.fair_file import Layers, Role
from hallgen.readers.plans.drawing import Drawing, Line, Shape
from hallgen.readers.plans.hall_names import hall_named
from hallgen.readers.plans.kinds import role_of_kind

#: Ids alike are a rule, not chance, from this many on.
_ENOUGH = 5
#: A layer that is called "Hall 3" and holds so many shapes is the hall and all that is in it.
_CROWD = 3
_WORDS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Names of layers that hold the words about a thing, perhaps as outlines, not the thing.
_LETTERING = re.compile(r"label|text|title|name|icon|标注|文字", re.IGNORECASE)
_SPECIAL = re.compile(r"([\[*?])")


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A regular expression whose group is the number, and how many ids it fits."""

    regex: str
    count: int


def guess_layers(drawing: Drawing) -> Layers:
    """Patterns for all layers, groups and ids whose name has a word for what they hold.

    Booths are left to be found by their numbers: a plan has shapes on a layer "booths" that
    are none, but no booths on a layer "walls".
    """
    patterns: dict[Role, dict[str, None]] = defaultdict(dict)
    drawn: tuple[Shape | Line, ...] = (*drawing.shapes, *drawing.lines)
    layers = dict.fromkeys(name for thing in drawn for name in thing.mark.layers)
    crowded = Counter(name for shape in drawing.shapes for name in set(shape.mark.layers))
    for name in layers:
        role = _role_of_name(name)
        if role is Role.OUTLINE and crowded[name] >= (_CROWD if hall_named(name) else _ENOUGH):
            continue  # a hall with all that is in it, not its outline
        if role is not None:
            patterns[role][literal(name)] = None
    ids = dict.fromkeys(
        thing.mark.id
        for thing in drawn
        if not any(_role_of_name(name) not in (None, Role.OUTLINE) for name in thing.mark.layers)
    )
    lettered = {name for name in (*layers, *ids) if _LETTERING.search(name)}
    for name in ids:
        role = _role_of_name(name)
        if role is not None:
            stem = _stem(name)
            exact = any(fnmatchcase(other, stem) for other in lettered)
            patterns[role][literal(name) if exact else stem] = None
    kept = {role.value: tuple(names) for role, names in patterns.items() if role is not Role.BOOTHS}
    return Layers.model_validate(kept)


def guess_number_pattern(ids: Iterable[str]) -> NumberPattern | None:
    """What ids have in common before and after their numbers: "^space-(.+)-shape$"."""
    families: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in dict.fromkeys(ids):
        words = _WORDS.findall(one)
        if words and re.search(r"\d", one) and not one[:1].isdigit():
            ends = one[-1:].isdigit() or len(words) == 1
            families[words[0], "" if ends else words[-1]].append(one)
    sizes = Counter({family: len(members) for family, members in families.items()})
    for (first, last), count in sizes.most_common():
        members = families[first, last]
        before = re.sub(r"[^\W_]+$", "", _common_start(members))
        after = _common_start([one[::-1] for one in members])[::-1]
        after = re.sub(r"^[^\W_]*?(?=[\W_]|$)", "", after) if last else ""
        if count >= _ENOUGH and (before or after):
            regex = f"^{re.escape(before)}(.+){re.escape(after)}$".replace(r"\-", "-")
            return NumberPattern(regex, count)
    return None


def _role_of_name(name: str) -> Role | None:
    """The role that a word of a layer's name tells: A-WALL-FULL, Entrance arrows, 展馆柱子."""
    if _LETTERING.search(name):
        return None
    for word in _WORDS.findall(_CAMEL.sub(" ", name)):
        role = role_of_kind(word)
        if role is not None:
            return role
    return None


def _stem(name: str) -> str:
    """An id without what tells it from its like: "wall-*" for "wall-north"."""
    match = re.match(r"([^\W\d_]+[-_ ])", name)
    if match is not None and _role_of_name(match[1]) is not None:
        return f"{match[1]}*"
    return literal(name)


def literal(name: str) -> str:
    """A pattern that matches this name only."""
    return _SPECIAL.sub(r"[\1]", name)


def _common_start(texts: Sequence[str]) -> str:
    """The longest text that all begin with."""
    first, last = min(texts), max(texts)
    same = next((at for at, char in enumerate(first) if last[at : at + 1] != char), len(first))
    return first[:same]
