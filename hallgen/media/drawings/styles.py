"""Style sheets as drawing programs write them: plain rules for classes, elements and ids."""

from __future__ import annotations

import re

from hallgen.readers.style_sheets import rules_in, without_comments

#: `@import ...;`, `@media ... {...}` with its rules.
_AT_RULE = re.compile(r"@[^{;]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
#: The last part of a selector: an element, a class or an id, or the first with one of the others.
_SELECTOR = re.compile(r"(?P<element>\*|[A-Za-z][\w-]*)?(?P<mark>[.#])?(?P<name>[\w-]+)?$")

Properties = dict[str, str]


class StyleRules:
    """The rules of a style sheet, found by what they apply to. At-rules are left out."""

    def __init__(self, sheet: str) -> None:
        self._elements: dict[str, Properties] = {}
        self._classes: dict[str, Properties] = {}
        self._ids: dict[str, Properties] = {}
        self._order: dict[str, int] = {}  # the later rule wins, not the later name
        for selectors, body in rules_in(_AT_RULE.sub("", without_comments(sheet))):
            for selector in selectors.split(","):
                self._add(selector.strip(), declarations(body))

    def of(self, element: str, classes: str | None, id_: str | None) -> Properties:
        """What the rules say of an element: ids before classes before elements."""
        found: Properties = {}
        for name in ("*", element):
            found.update(self._elements.get(name, {}))
        names = set((classes or "").split()) & self._order.keys()
        for name in sorted(names, key=self._order.__getitem__):
            found.update(self._classes[name])
        found.update(self._ids.get(id_ or "", {}))
        return found

    def _add(self, selector: str, properties: Properties) -> None:
        match = _SELECTOR.fullmatch(re.split(r"[\s>+~]+", selector)[-1])
        if match is None:
            return
        mark, name, element = match["mark"], match["name"], match["element"]
        if mark and name:
            known = self._classes if mark == "." else self._ids
            known.setdefault(name, {}).update(properties)
            if mark == ".":
                self._order[name] = len(self._order)
        elif element and not mark:
            self._elements.setdefault(element, {}).update(properties)


def declarations(body: str) -> Properties:
    """`fill: red; opacity: .5` by property. What is said with weight is said all the same."""
    found: Properties = {}
    for part in body.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found
