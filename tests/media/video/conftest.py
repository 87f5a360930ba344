"""Videos for the tests of this folder."""

from tests.support.films import ffmpeg, film

__all__ = ["ffmpeg", "film"]
