"""Converted videos in a real browser: on a page with captions, and on a screen in a hall."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route

from hallgen.media.shelf import MediaShelf
from hallgen.media.video import Ffmpeg, convert_video, read_captions
from hallgen.model import Captions, RichMedia
from tests.conftest import serving
from tests.site.test_rich_media import fair_with
from tests.support.browser import Visit
from tests.support.films import Maker, ffmpeg, film
from tests.support.sites import inputs_of, rendered
from tests.viewer.conftest import SIZE, enter, stand
from tests.viewer.test_stage import SCREEN, changed_shard, is_red

__all__ = ["ffmpeg", "film"]

pytestmark = pytest.mark.browser

RED = ("-vf", "drawbox=c=red:t=fill")


def test_a_page_plays_its_video_with_captions(
    film: Maker, ffmpeg: Ffmpeg, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    made = convert_video(film("demo.mp4", seconds=2), ffmpeg)
    words = tmp_path / "words.vtt"
    words.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nFive sides\n")
    captions = read_captions(words)
    media = RichMedia(
        video=Path("demo.mp4"), captions=(Captions(language="en", file=Path("words.vtt")),)
    )
    shelf = MediaShelf(
        films={Path("demo.mp4"): made.facts},
        captions={Path("words.vtt"): captions.facts.address},
    )
    fair = fair_with(product=media)
    inputs = dataclasses.replace(inputs_of(fair), shelf=shelf)
    files = {**rendered(inputs), **{f.name: f.data for f in (*made.files, *captions.files)}}
    for name, data in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with serving(tmp_path / "site") as address:
        seen = visit(address, viewport=SIZE)
        seen.open("en/products/vmc-500/")
        seen.page.evaluate("document.querySelector('video').play()")
        seen.wait_for("document.querySelector('video').currentTime > 0.2")
        size = "(({ videoWidth, videoHeight }) => [videoWidth, videoHeight])"
        assert seen.page.evaluate(f"{size}(document.querySelector('video'))") == [320, 180]
        cues = "document.querySelector('track').track.cues"
        seen.wait_for(f"{cues} !== null && {cues}.length === 1")
        assert seen.page.evaluate(f"{cues}[0].text") == "Five sides"
        assert seen.errors == []


@pytest.mark.slow
def test_a_screen_plays_the_silent_video(film: Maker, ffmpeg: Ffmpeg, here: Visit) -> None:
    made = convert_video(film("red.mp4", *RED, size="160x90"), ffmpeg)
    silent = next(file.data for file in made.files if file.name == made.facts.silent)

    def answer(route: Route) -> None:
        route.fulfill(body=silent, content_type="video/mp4")

    here.page.route(f"**/{made.facts.silent}", answer)
    changed_shard(here, screens=[{**SCREEN, "video": made.facts.silent}])
    enter(here)
    stand(here, 17, 8)
    for _ in range(100):
        if is_red(here):
            break
        here.page.wait_for_timeout(100)
    assert is_red(here)
    assert here.errors == []
