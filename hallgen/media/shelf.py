"""Videos, captions, narrations, documents and panoramas of a fair as its site has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hallgen.media.documents.types import Document
from hallgen.media.panoramas.types import Panorama
from hallgen.media.sound.types import Sound
from hallgen.media.video.types import Film


@dataclass(frozen=True, slots=True)
class MediaShelf:
    """What was made of files, by their paths in the fair folder.

    A file that could not be used is in none of these. `captions` are addresses of WebVTT.
    """

    films: Mapping[Path, Film] = field(default_factory=dict)
    captions: Mapping[Path, str] = field(default_factory=dict)
    documents: Mapping[Path, Document] = field(default_factory=dict)
    panoramas: Mapping[Path, Panorama] = field(default_factory=dict)
    sounds: Mapping[Path, Sound] = field(default_factory=dict)
