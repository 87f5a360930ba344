"""What is shown of an exhibitor or a product besides words, pictures and models."""

from __future__ import annotations

from pathlib import Path

from hallgen.model.geometry import Frozen
from hallgen.model.text import Language


class Captions(Frozen):
    """What is said in a video, as text in one language (WebVTT, or SRT)."""

    language: Language
    file: Path


class RichMedia(Frozen):
    """Files of an exhibitor or a product, as paths in the fair folder.

    `captions` are the video's; `documents` are PDF; `panoramas` are equirectangular pictures.
    """

    video: Path | None = None
    captions: tuple[Captions, ...] = ()
    documents: tuple[Path, ...] = ()
    panoramas: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        videos = () if self.video is None else (self.video,)
        return (*videos, *(c.file for c in self.captions), *self.documents, *self.panoramas)
