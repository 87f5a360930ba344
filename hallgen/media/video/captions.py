"""Captions: WebVTT (https://www.w3.org/TR/webvtt1/) or SRT in, plain WebVTT out.

Only cues are kept: style sheets, regions and notes are for the program they come from.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from hallgen.codes import CAPTIONS_BROKEN
from hallgen.media.made import Account, Made, MediaRefusedError, named
from hallgen.media.video.types import CaptionFile
from hallgen.readers.tables.decoding import decode

#: Captions of a film of hours have a few hundred kilobytes.
_MOST: Final = 4_000_000

_TIME: Final = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_CUE: Final = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}((?:[ \t]+\S+)*)\s*$")
#: Settings of a cue as they may be: "line:84%", "align:start".
_SETTING: Final = re.compile(r"^(vertical|line|position|size|align):[\w.,%-]+$")


def read_captions(file: Path) -> Made[CaptionFile]:
    """The captions as WebVTT in UTF-8, cues in the order of the file. Raises MediaRefusedError."""
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise MediaRefusedError(CAPTIONS_BROKEN, f"it cannot be read: {fault.strerror}.") from None
    if len(data) > _MOST:
        raise MediaRefusedError(CAPTIONS_BROKEN, "it has more than 4 MB.")
    text = decode(data).text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    cues = [_cue(block) for block in re.split(r"\n\s*\n", text) if "-->" in block]
    if not cues:
        raise MediaRefusedError(CAPTIONS_BROKEN, "it has no cue.")
    made = named(("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode(), ".vtt")
    account = Account(notes=(f"{len(cues)} cues",))
    return Made(CaptionFile(address=made.name), (made,), account=account)


def _cue(block: str) -> str:
    lines = block.strip("\n").split("\n")
    at = next(number for number, line in enumerate(lines) if "-->" in line)
    said = lines[at].strip()
    found = _CUE.match(said)
    if found is None:
        raise MediaRefusedError(CAPTIONS_BROKEN, f"{said[:60]!r} is no time of a cue.")
    start, end = (_seconds(found.groups()[part : part + 4]) for part in (0, 4))
    if not start < end:
        raise MediaRefusedError(CAPTIONS_BROKEN, f"{said[:60]!r} ends before it starts.")
    settings = [one for one in found[9].split() if _SETTING.match(one)]
    words = [line.strip() for line in lines[at + 1 :] if line.strip()]
    head = " ".join((_time(start), "-->", _time(end), *settings))
    return "\n".join((head, *(line.replace("-->", "→") for line in words)))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + int((fraction or "0").ljust(3, "0")) / 1000


def _time(seconds: float) -> str:
    thousands = round(seconds * 1000)
    minutes, rest = divmod(thousands, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
