"""What becomes of videos, with ffmpeg and without."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.media.made import Made, MediaRefusedError
from hallgen.media.video import Ffmpeg, Film, convert_video, streaming, take_as_it_is
from hallgen.media.video.boxes import boxes, read_mp4, read_webm
from hallgen.media.video.poster import best_frame
from tests.support.films import Maker


def data_of(made: Made[Film], address: str) -> bytes:
    return next(file.data for file in made.files if file.name == address)


def frames_of(data: bytes) -> list[bytes]:
    """What is encoded in an MP4: its pictures and its sound."""
    return [data[box.start : box.end] for box in boxes(data) if box.kind == b"mdat"]


def refusal(work: object) -> MediaRefusedError:
    assert callable(work)
    with pytest.raises(MediaRefusedError) as raised:
        work()
    return raised.value


@pytest.mark.parametrize(
    ("name", "arguments", "size"),
    [
        ("plain.mp4", (), (320, 180)),
        ("odd.mov", ("-vf", "crop=201:133", "-pix_fmt", "yuv444p"), (200, 132)),
        ("wide.avi", ("-vf", "scale=1920:1080", "-c:v", "mpeg4", "-t", "0.4"), (1280, 720)),
        ("tall.mkv", ("-vf", "scale=1080:1920,setsar=1", "-t", "0.4"), (720, 1280)),
        ("narrow.mp4", ("-vf", "setsar=2"), (640, 180)),
        ("page.webm", ("-c:v", "vp8", "-deadline", "realtime", "-cpu-used", "8"), (320, 180)),
    ],
)
def test_any_video_becomes_what_all_browsers_play(
    film: Maker, ffmpeg: Ffmpeg, name: str, arguments: tuple[str, ...], size: tuple[int, int]
) -> None:
    source_file = film(name, *arguments)
    made = convert_video(source_file, ffmpeg)
    facts = made.facts
    assert (facts.width, facts.height) == size
    (source,) = facts.sources
    whole = read_mp4(data_of(made, source.address))
    assert whole.codecs == ("avc1", "mp4a")
    assert whole.ready
    loop = read_mp4(data_of(made, facts.silent))
    assert loop.codecs == ("avc1",)
    assert loop.height <= 640
    assert facts.poster is not None
    poster = Image.open(io.BytesIO(data_of(made, facts.poster.address)))
    assert poster.size == size == (facts.poster.width, facts.poster.height)
    assert np.asarray(poster).std() > 30
    assert made == convert_video(source_file, ffmpeg)


def test_a_video_is_turned_upright_and_tells_no_place(film: Maker, ffmpeg: Ffmpeg) -> None:
    place = ("-metadata", "location=+48.1372+011.5756/", "-movflags", "use_metadata_tags")
    flat = film("flat.mp4", *place)
    turned = flat.with_name("turned.mp4")
    ffmpeg.run(flat, ("-c", "copy", "-map_metadata", "0", str(turned)), 60)
    data = turned.read_bytes()
    head = next(box for box in boxes(data) if box.kind == b"tkhd")
    quarter = bytes.fromhex("00000000 00010000 00000000 ffff0000 00000000 00000000")
    at = head.end - 44
    turned.write_bytes(data[:at] + quarter + data[at + 24 :])
    assert b"48.1372" in flat.read_bytes()
    made = convert_video(turned, ffmpeg)
    assert (made.facts.width, made.facts.height) == (180, 320)
    assert not any(b"48.1372" in file.data for file in made.files)


def test_what_is_ready_is_only_packed_anew(film: Maker, ffmpeg: Ffmpeg) -> None:
    usual = ("-pix_fmt", "yuv420p", "-r", "25", "-metadata", "comment=Somewhere",
             "-metadata:s:v:0", "handler_name=Somebody")  # fmt: skip
    ready = film("ready.mp4", *usual)
    made = convert_video(ready, ffmpeg)
    whole = data_of(made, made.facts.sources[0].address)
    assert len(whole) <= ready.stat().st_size
    assert read_mp4(whole).ready
    assert not read_mp4(ready.read_bytes()).ready
    assert frames_of(whole) == frames_of(ready.read_bytes())
    assert not any(word in whole for word in (b"Somewhere", b"Somebody"))
    for name, other in (
        ("fast.mp4", ("-r", "50")),
        ("large.mp4", ("-vf", "scale=1920:1080", "-t", "0.2")),
        ("rich.mp4", ("-pix_fmt", "yuv444p")),
        ("heavy.mp4", ("-vf", "noise=alls=100:allf=t", "-qp", "4")),
    ):
        file = film(name, *usual, *other)
        again = convert_video(file, ffmpeg)
        other_whole = data_of(again, again.facts.sources[0].address)
        assert frames_of(other_whole) != frames_of(file.read_bytes()), name


def test_high_dynamic_range_becomes_ordinary_colours(film: Maker, ffmpeg: Ffmpeg) -> None:
    if not ffmpeg.maps_tones:
        pytest.skip("this ffmpeg has no zscale and tonemap")
    told = ("-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc")
    grey = ("-vf", "drawbox=c=gray:t=fill,setparams=color_trc=arib-std-b67:"
            "color_primaries=bt2020:colorspace=bt2020nc")  # fmt: skip
    bright = film("phone.mov", *grey, "-pix_fmt", "yuv420p10le", *told)
    plain = film("plain.mp4", "-vf", "drawbox=c=gray:t=fill")
    assert "arib-std-b67" in ffmpeg.told(bright, 30)
    levels = []
    for file in (bright, plain):
        made = convert_video(file, ffmpeg)
        assert made.facts.poster is not None
        poster = Image.open(io.BytesIO(data_of(made, made.facts.poster.address)))
        levels.append(float(np.asarray(poster).mean()))
        whole = data_of(made, made.facts.sources[0].address)
        assert b"avc1" in whole
        file.with_name("made.mp4").write_bytes(whole)
        assert "arib-std-b67" not in ffmpeg.told(file.with_name("made.mp4"), 30)
    assert abs(levels[1] - 128) < 4
    assert 40 < levels[0] < 250
    assert abs(levels[0] - levels[1]) > 5  # half of HLG's signal is darker than half of sRGB's


def test_at_most_thirty_pictures_a_second(film: Maker, ffmpeg: Ffmpeg) -> None:
    made = convert_video(film("fast.mp4"), ffmpeg)
    whole = data_of(made, made.facts.sources[0].address)
    sizes = next(box for box in boxes(whole) if box.kind == b"stsz")
    assert 28 <= int.from_bytes(whole[sizes.start + 8 : sizes.start + 12], "big") <= 32


def test_a_long_video_comes_in_pieces_and_as_one_small_file(
    film: Maker, ffmpeg: Ffmpeg, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hallgen.media.video import convert

    monkeypatch.setattr(convert, "STREAMED_FROM", 10_000)
    made = convert_video(film("long.mp4", size="160x90", seconds=13), ffmpeg)
    stream, whole = made.facts.sources
    assert stream.mime == "application/vnd.apple.mpegurl"
    playlist = data_of(made, stream.address).decode()
    folder = stream.address.rpartition("/")[0]
    pieces = [line for line in playlist.splitlines() if line.endswith(".m4s")]
    assert len(pieces) >= 2
    assert '#EXT-X-MAP:URI="init.mp4"' in playlist
    assert {f"{folder}/{name}" for name in (*pieces, "init.mp4")} <= {f.name for f in made.files}
    assert read_mp4(data_of(made, whole.address)).ready
    assert streaming.STREAMED_FROM == 20_000_000


def test_the_poster_is_a_frame_that_shows_something() -> None:
    black, grey = (np.full((9, 3), level, np.uint8) for level in (0, 90))
    faded, full = (np.linspace(0, top, 27).reshape(9, 3).astype(np.uint8) for top in (60, 250))
    assert best_frame(np.stack([black, grey, faded, full, full])) == 3
    assert best_frame(np.stack([black, black])) == 0


def test_what_is_no_video_is_refused(film: Maker, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    sound = film("sound.mp4", "-vn")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(film("whole.mp4").read_bytes()[:3000])
    words, empty = tmp_path / "words.mp4", tmp_path / "empty.mp4"
    words.write_text("#EXTM3U\nfile:///etc/passwd\n")
    empty.write_bytes(b"")
    outcomes: list[tuple[Path, Code]] = [
        (sound, codes.VIDEO_BROKEN),
        (cut, codes.VIDEO_BROKEN),
        (words, codes.VIDEO_UNKNOWN),
        (empty, codes.VIDEO_UNKNOWN),
    ]
    for file, code in outcomes:
        assert refusal(lambda file=file: convert_video(file, ffmpeg)).code is code, file


def test_ffmpegs_own_end_is_told(tmp_path: Path, film: Maker) -> None:
    source = film("fine.mp4")
    outcomes = {
        "kill -SEGV $$": "ffmpeg was ended by signal 11.",
        "exec sleep 30": "ffmpeg took more than 0 seconds.",
    }
    for script, message in outcomes.items():
        program = tmp_path / "ffmpeg"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        stuck = Ffmpeg(str(program), "1")
        refused = refusal(lambda stuck=stuck: stuck.run(source, (), 0.3))
        assert (refused.code, refused.message) == (codes.VIDEO_NOT_CONVERTED, message)


def test_without_ffmpeg_a_video_is_taken_that_browsers_play(film: Maker) -> None:
    plain = film("plain.mp4", "-movflags", "+faststart", "-metadata", "comment=Somewhere near")
    made = take_as_it_is(plain)
    assert made.facts.poster is None
    assert made.facts.sources[0].mime == "video/mp4"
    assert (made.facts.width, made.facts.height) == (320, 180)
    assert made.facts.seconds == pytest.approx(1, abs=0.1)
    (whole,) = made.files
    assert b"Somewhere" in plain.read_bytes()
    assert b"Somewhere" not in whole.data
    web = film("web.webm", "-c:v", "vp9", "-deadline", "realtime")
    assert read_webm(web.read_bytes()).codecs == ("V_VP9", "A_OPUS")
    assert take_as_it_is(web).facts.sources[0].mime == "video/webm"


def test_without_ffmpeg_other_videos_are_refused(film: Maker, tmp_path: Path) -> None:
    late = film("late.mp4")
    assert "its index is at the end" in str(refusal(lambda: take_as_it_is(late)))
    for name in ("old.mp4", "old.mkv", "old.avi"):
        file = film(name, "-c:v", "mpeg4")
        refused = refusal(lambda file=file: take_as_it_is(file))
        assert refused.code is codes.VIDEO_NOT_PLAYED, (name, refused)
    whole = film("whole.mp4", "-movflags", "+faststart").read_bytes()
    for length in range(8, len(whole), max(1, len(whole) // 97)):
        (tmp_path / "cut.mp4").write_bytes(whole[:length])
        assert refusal(lambda: take_as_it_is(tmp_path / "cut.mp4")).code in (
            codes.VIDEO_NOT_PLAYED,
            codes.VIDEO_BROKEN,
        )
