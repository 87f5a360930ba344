"""H44x and H45x: videos, captions, narrations, documents and panoramas."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

VIDEO_UNKNOWN: Final = Code(
    "H440",
    Severity.ERROR,
    "A file is no video of a kind that is read.",
    "Save it as MP4 with H.264, or as WebM.",
)
VIDEO_BROKEN: Final = Code(
    "H441",
    Severity.ERROR,
    "A video is cut off or damaged, or has no moving picture.",
    "Play it to its end on your own computer and export it again.",
)
VIDEO_TOO_LONG: Final = Code(
    "H442",
    Severity.ERROR,
    "A video is longer or larger than a visit to a booth allows.",
    "Cut it to the minutes that matter; two are what visitors watch.",
)
VIDEO_NOT_PLAYED: Final = Code(
    "H443",
    Severity.ERROR,
    "Without ffmpeg a video is taken as it is, and browsers do not play this one so.",
    "Install ffmpeg, or hallgen's extra `video`, and build again.",
)
VIDEO_AS_IT_IS: Final = Code(
    "H444",
    Severity.HINT,
    "Without ffmpeg a video is taken as it is: not made smaller, and without a poster picture.",
    "Install ffmpeg, or hallgen's extra `video`, to have it made web-ready.",
)
VIDEO_NOT_CONVERTED: Final = Code(
    "H445",
    Severity.ERROR,
    "ffmpeg could not convert a video: it crashed, gave up, or took too long.",
    "Export the video again, as MP4 with H.264 in 1080p or less.",
)
CAPTIONS_BROKEN: Final = Code(
    "H446",
    Severity.WARNING,
    "A file of captions is neither WebVTT nor SRT, or has a time that cannot be.",
    "Times are 00:00:01.000 --> 00:00:04.000, each before the next; save it as UTF-8.",
)
SOUND_UNKNOWN: Final = Code(
    "H447",
    Severity.ERROR,
    "A narration is no recording of a kind that is read, or a damaged one.",
    "Save it as MP3, M4A, WAV, OGG or FLAC.",
)
SOUND_TOO_LONG: Final = Code(
    "H448",
    Severity.ERROR,
    "A narration is longer than anybody stands at a stop.",
    "Say it in a minute or two; ten are the most.",
)
SOUND_NOT_PLAYED: Final = Code(
    "H449",
    Severity.ERROR,
    "Without ffmpeg a narration is taken as it is, and not all browsers play this one so.",
    "Save it as MP3 or M4A, or install ffmpeg, or hallgen's extra `video`.",
)
DOCUMENT_UNKNOWN: Final = Code(
    "H450",
    Severity.ERROR,
    "A document is no PDF, or a damaged one.",
    "Export it again as PDF.",
)
DOCUMENT_LOCKED: Final = Code(
    "H451",
    Severity.ERROR,
    "A document can be opened with a password only.",
    "Export it without a password.",
)
DOCUMENT_TOO_LARGE: Final = Code(
    "H452",
    Severity.ERROR,
    "A document has more than 25 MiB, which hosts do not take, or too many pages.",
    "Export it with smaller pictures (for screens, 150 dpi), or in parts.",
)
PANORAMA_SHAPE: Final = Code(
    "H455",
    Severity.ERROR,
    "A panorama is not twice as wide as high, or shows not all that is around.",
    "Export it as equirectangular, 360 by 180 degrees, at least 1024 pixels wide.",
)
PANORAMA_BROKEN: Final = Code(
    "H456",
    Severity.ERROR,
    "A panorama cannot be read as a picture.",
    "Save it as JPEG, PNG or WebP of at most 200 million pixels.",
)
