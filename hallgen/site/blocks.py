"""Data inside a page: script elements that hold JSON and never run."""

from __future__ import annotations

from markupsafe import Markup


def data_block(id_: str, kind: str, json_text: str) -> Markup:
    """A script element that holds data, without an id where that is ''.

    Nothing in it can end the element or run:
    https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
    """
    safe = json_text
    for character in "<>&\u2028\u2029":
        safe = safe.replace(character, f"\\u{ord(character):04x}")
    named = Markup(' id="{}"').format(id_) if id_ else ""
    data = Markup(safe)  # noqa: S704 - what could end the element was escaped above
    return Markup('<script type="{}"{}>{}</script>').format(kind, named, data)
