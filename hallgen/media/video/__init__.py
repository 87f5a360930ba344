"""Videos made web-ready: one MP4 that every browser plays, a poster, a silent one for screens."""

from hallgen.media.video.captions import read_captions
from hallgen.media.video.convert import convert_video, take_as_it_is
from hallgen.media.video.ffmpeg import Ffmpeg, find_ffmpeg
from hallgen.media.video.types import CaptionFile, Film, Poster, Source

__all__ = [
    "CaptionFile",
    "Ffmpeg",
    "Film",
    "Poster",
    "Source",
    "convert_video",
    "find_ffmpeg",
    "read_captions",
    "take_as_it_is",
]
