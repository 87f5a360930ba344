"""Which motif stands for which goods, by the words of their names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import yaml

from hallgen import resources


def motif_for(words: Iterable[str]) -> str:
    """The motif of what some words name, "" where they name nothing we know.

    The words come in the order of their weight, a product's name before its category; of the
    keys in a text the longest counts.
    """
    for text in words:
        lower = text.lower()
        hits = [(len(key), name) for key, name in _motifs() if _named(key, lower)]
        if hits:
            return max(hits, key=lambda hit: hit[0])[1]
    return ""


@cache
def _motifs() -> tuple[tuple[str, str], ...]:
    """assets/motifs.yaml as (key, motif), in its order."""
    text = (resources.assets() / "motifs.yaml").read_text(encoding="utf-8")
    return tuple((key, name) for name, keys in yaml.safe_load(text).items() for key in keys)


def _named(key: str, text: str) -> bool:
    """Whole words for short Latin keys ("ai", "ev"), parts of words for all others."""
    if len(key) <= 3 and key.isascii():
        return key in "".join(c if c.isalnum() else " " for c in text).split()
    return key in text
