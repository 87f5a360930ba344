"""Captions as they are sent, and as the site has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.media.made import MediaRefusedError
from hallgen.media.video import read_captions


def made(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "film.vtt"
    file.write_bytes(text.encode(encoding))
    (one,) = read_captions(file).files
    assert one.name.endswith(".vtt")
    return one.data.decode()


def test_webvtt_keeps_its_cues_and_nothing_else(tmp_path: Path) -> None:
    text = (
        "\ufeffWEBVTT - a title\r\n\r\nSTYLE\r\n::cue { background: url(//x.example/) }\r\n\r\n"
        "NOTE for us\r\n\r\nfirst\r\n00:01.5 --> 00:04.000 line:84% align:start evil\r\n"
        "<v Anna>五轴</v>\r\nsecond line\r\n\r\n00:00:04.000 --> 00:00:05.000\r\nEnd\r\n"
    )
    assert made(tmp_path, text) == (
        "WEBVTT\n\n00:00:01.500 --> 00:00:04.000 line:84% align:start\n<v Anna>五轴</v>\n"
        "second line\n\n00:00:04.000 --> 00:00:05.000\nEnd\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_srt_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,500\n一次装夹，五面加工的机床\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n完\n"
    )
    assert made(tmp_path, text, encoding) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n一次装夹，五面加工的机床\n\n"
        "00:00:03.000 --> 00:00:04.000\n完\n"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it has no cue."),
        ("WEBVTT\n\nwords only\n", "it has no cue."),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nBack\n", "ends before it starts."),
        ("WEBVTT\n\nsoon --> later\nWords\n", "is no time of a cue."),
    ],
)
def test_what_are_no_captions(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(MediaRefusedError, match=fault.replace(".", r"\.")):
        made(tmp_path, text)
