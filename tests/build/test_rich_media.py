"""Media of a fair: made once, kept, written into the site, and told where they are no good."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build import kept_media, rich_media
from hallgen.build.kept_media import MediaMaker
from hallgen.diagnostics import Place
from hallgen.media.isolation import Workshop
from hallgen.media.made import Made, named
from hallgen.media.shelf import MediaShelf
from hallgen.media.video import Ffmpeg, Film, Poster, Source
from hallgen.model import (
    Captions,
    Fair,
    Narration,
    RichMedia,
    Stop,
    Text,
    Trail,
    TrailKind,
)
from tests.support.documents import pdf
from tests.support.fairs import exhibitor, product, small_fair
from tests.support.lingering import eventually
from tests.support.makers import Threads, maker

FFMPEG = Ffmpeg("ffmpeg", "ffmpeg version 1")


def fair_with(folder: Path, *media: RichMedia) -> Fair:
    shown = exhibitor("acme", media=media[0], place=Place("exhibitors.csv", 2))
    products = tuple(
        product(f"p{number}", "acme", media=one, place=Place("products.csv", number + 2))
        for number, one in enumerate(media[1:])
    )
    update = {"folder": folder, "exhibitors": (shown,), "products": products}
    return small_fair().model_copy(update=update)


def converted(
    folder: Path, fair: Fair, shop: Workshop | None = None
) -> tuple[MediaShelf, MediaMaker]:
    """What a build makes of a fair's media, and what there is to tell."""
    with maker(folder, shop) as making:
        return rich_media.start_media(fair, making).shelf(), making


def test_the_report_has_a_line_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"one film")
    (tmp_path / "a.pdf").write_bytes(pdf(["Page one", "Page two"]))
    media = RichMedia(video=Path("a.mp4"), documents=(Path("a.pdf"),))
    for kept in (False, True):
        _, made = converted(tmp_path, fair_with(tmp_path, media))
        assert list(made.diagnostics) == []
        film, document = made.lines
        assert (film.path, film.kind, film.bytes, film.kept) == ("a.mp4", "video", 8, kept)
        assert film.made == {"site": {"files": 1, "bytes": 8}}
        assert (document.kind, document.kept) == ("document", kept)
        assert document.made["site"]["files"] == 4  # itself, two pages, words


def test_whatever_a_conversion_raises_ends_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no frames\nat all")

    monkeypatch.setattr(rich_media, "convert_video", fail)
    (tmp_path / "a.mp4").write_bytes(b"one film")
    shelf, made = converted(tmp_path, fair_with(tmp_path, RichMedia(video=Path("a.mp4"))))
    assert shelf == MediaShelf()
    (told,) = made.diagnostics
    assert told.kind is codes.WORK_CRASHED
    assert told.message == "a.mp4: ZeroDivisionError: no frames at all"


def fake_film(file: Path, poster: Poster | None) -> Made[Film]:
    whole = named(file.read_bytes(), ".mp4")
    source = Source(address=whole.name, mime="video/mp4")
    film = Film(sources=(source,), width=16, height=9, seconds=1, silent=whole.name, poster=poster)
    return Made(film, (whole,))


@pytest.fixture(autouse=True)
def conversions(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were converted, in their order."""
    done: list[Path] = []

    def convert(file: Path, ffmpeg: Ffmpeg) -> Made[Film]:
        done.append(file)
        return fake_film(file, Poster(address="media/p.webp", width=16, height=9))

    monkeypatch.setattr(rich_media, "find_ffmpeg", lambda: FFMPEG)
    monkeypatch.setattr(rich_media, "convert_video", convert)
    return done


def test_a_video_is_converted_once_whoever_names_it_and_whatever_it_is_called(
    tmp_path: Path, conversions: list[Path]
) -> None:
    for name in ("a.mp4", "copy.mp4"):
        (tmp_path / name).write_bytes(b"one film")
    (tmp_path / "b.mp4").write_bytes(b"another")
    (tmp_path / "words.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n")
    words = (Captions(language="en", file=Path("words.vtt")),)
    fair = fair_with(
        tmp_path,
        RichMedia(video=Path("a.mp4"), captions=words),
        RichMedia(video=Path("copy.mp4")),
        RichMedia(video=Path("b.mp4")),
        RichMedia(video=Path("a.mp4")),
    )
    shelf, made = converted(tmp_path, fair)
    assert len(conversions) == 2
    assert list(made.diagnostics) == []
    assert shelf.films[Path("a.mp4")] == shelf.films[Path("copy.mp4")]
    assert (made.aside / shelf.films[Path("b.mp4")].silent).read_bytes() == b"another"
    words_file = made.aside / shelf.captions[Path("words.vtt")]
    assert words_file.read_text().startswith("WEBVTT\n\n00:00:01")
    again, _ = converted(tmp_path, fair)
    assert again == shelf
    assert len(conversions) == 2


def test_two_copies_are_not_converted_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def convert(file: Path, ffmpeg: Ffmpeg) -> Made[Film]:
        done.append(file)
        time.sleep(0.2)  # long enough for the other to be asked for
        return fake_film(file, None)

    monkeypatch.setattr(rich_media, "convert_video", convert)
    names = [f"{number}.mp4" for number in range(6)]
    for name in names:
        (tmp_path / name).write_bytes(b"one film")
    fair = fair_with(tmp_path, RichMedia(), *(RichMedia(video=Path(name)) for name in names))
    shelf, made = converted(tmp_path, fair, Threads(6))
    assert len(done) == 1
    assert list(shelf.films) == [Path(name) for name in names]
    assert sorted(line.kept for line in made.lines) == [False] + [True] * 5


def meet(file: Path, ffmpeg: Ffmpeg) -> Made[Film]:
    """A conversion that ends when another is at work."""
    file.with_suffix(".begun").touch()
    eventually(lambda: len(list(file.parent.glob("*.begun"))) == 2)
    return fake_film(file, None)


def test_films_are_converted_side_by_side_in_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rich_media, "convert_video", meet)
    for name in ("a.mp4", "b.mp4"):
        (tmp_path / name).write_bytes(name.encode())
    films = (RichMedia(video=Path("a.mp4")), RichMedia(video=Path("b.mp4")))
    shelf, _ = converted(tmp_path, fair_with(tmp_path, *films), Workshop(2))
    assert list(shelf.films) == [Path("a.mp4"), Path("b.mp4")]


def test_what_is_kept_and_damaged_is_made_anew(tmp_path: Path, conversions: list[Path]) -> None:
    (tmp_path / "a.mp4").write_bytes(b"one film")
    fair = fair_with(tmp_path, RichMedia(video=Path("a.mp4")))
    converted(tmp_path, fair)
    for kept in (tmp_path / "store").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"rotten")
    shelf, made = converted(tmp_path, fair)
    assert len(conversions) == 2
    assert list(shelf.films) == [Path("a.mp4")]
    assert list(made.diagnostics) == []


def test_faults_are_told_where_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    (tmp_path / "words.mp4").write_text("no film")
    (tmp_path / "no.vtt").write_text("WEBVTT\n")
    words = (Captions(language="en", file=Path("no.vtt")),)
    fair = fair_with(
        tmp_path,
        RichMedia(),
        RichMedia(video=Path("words.mp4"), captions=words),
        RichMedia(video=Path("lost.mp4")),
    )
    shelf, made = converted(tmp_path, fair)
    assert shelf == MediaShelf()
    assert [(d.code, str(d.place)) for d in made.diagnostics.by_place()] == [
        (codes.VIDEO_UNKNOWN.code, "products.csv:2"),
        (codes.CAPTIONS_BROKEN.code, "products.csv:2"),
        (codes.FILE_MISSING.code, "products.csv:3"),
    ]


def test_without_ffmpeg_a_hint_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_media, "find_ffmpeg", lambda: None)
    monkeypatch.setattr(rich_media, "take_as_it_is", lambda file: fake_film(file, None))
    (tmp_path / "a.mp4").write_bytes(b"one film")
    shelf, made = converted(tmp_path, fair_with(tmp_path, RichMedia(video=Path("a.mp4"))))
    assert list(shelf.films) == [Path("a.mp4")]
    assert [d.kind for d in made.diagnostics] == [codes.VIDEO_AS_IT_IS]


def test_a_store_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_media.Store, "put", full)
    (tmp_path / "a.mp4").write_bytes(b"one film")
    shelf, made = converted(tmp_path, fair_with(tmp_path, RichMedia(video=Path("a.mp4"))))
    assert (made.aside / shelf.films[Path("a.mp4")].silent).is_file()
    assert [d.kind for d in made.diagnostics] == [codes.STORE_NOT_WRITTEN]


def test_narrations_and_their_captions_are_made_once_for_all_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rich_media, "find_ffmpeg", lambda: None)
    (tmp_path / "a.mp3").write_bytes(b"\xff\xfb a voice")
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
    said = Narration(language="en", file=Path("a.mp3"), captions=Path("a.vtt"))
    place = Place("tours.yaml", 5)
    stop = Stop(hall="1", place=place, narrations=(said,))
    other = stop.model_copy(update={"place": Place("tours.yaml", 9)})
    trail = Trail(
        id="t", kind=TrailKind.TOUR, name=Text.of(en="Tour"), place=place, stops=(stop, other)
    )
    fair = fair_with(tmp_path, RichMedia()).model_copy(update={"trails": (trail,)})
    shelf, made = converted(tmp_path, fair)
    assert list(made.diagnostics) == []
    assert shelf.sounds[Path("a.mp3")].mime == "audio/mpeg"
    assert shelf.captions[Path("a.vtt")].endswith(".vtt")
    assert sorted(line.kind for line in made.lines) == ["captions", "narration"]
    (tmp_path / "a.mp3").write_bytes(b"no voice")
    _, made = converted(tmp_path, fair)
    assert [(d.code, d.place) for d in made.diagnostics] == [("H447", place)]
