"""Hot spots and tours: their pages, what other pages say of them, and what the viewer gets."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hallgen.media.shelf import MediaShelf
from hallgen.media.sound import Sound
from hallgen.media.video import Film, Source
from hallgen.model import RichMedia
from hallgen.site import search_records
from hallgen.site.manifest import HallShard
from hallgen.site.standing import contains
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered
from tests.support.trails import fair_with_trails

SHELF = MediaShelf(
    sounds={Path("a.mp3"): Sound(address="media/a.m4a", mime="audio/mp4", seconds=3)},
    captions={Path("a.vtt"): "media/a.vtt"},
)
FILM = Film(
    sources=(Source(address="media/a.mp4", mime="video/mp4"),),
    width=16, height=9, seconds=1, silent="media/a.mp4",
)  # fmt: skip
INPUTS = replace(inputs_of(fair_with_trails()), shelf=SHELF)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    files = rendered(INPUTS)
    return {k: v.decode() for k, v in files.items() if k.endswith((".html", ".json", ".svg"))}


def shard(pages: dict[str, str], language: str) -> HallShard:
    return HallShard.model_validate_json(pages[f"tiles/1/hall.{language}.json"])


def test_a_trail_has_a_page_with_its_stops_in_order(pages: dict[str, str]) -> None:
    page = pages["en/worth-seeing/green/index.html"]
    assert "<h1>The &lt;green&gt; factory</h1>" in page
    assert re.findall(r'id="stop-(\d)"', page) == ["1", "2", "3"]  # nothing of hall 9
    names = re.findall(r"<h3>(?:<a [^>]*>)?([^<]+)", page)
    assert [name[:13] for name in names] == ["Five-axis cen", "Able &amp; Br", "Main stage"]
    assert "Look here." in page
    assert 'href="../../../en/halls/1/?tour=green&amp;stop=1"' in page
    assert 'href="../../../en/halls/1/?tour=green&amp;stop=3"' in page
    assert re.search(r"<audio [^>]*><source src=\"../../../media/a.m4a\" type=\"audio/mp4\">", page)
    assert '<track kind="captions" src="../../../media/a.vtt" srclang="en"' in page
    assert "<audio" not in pages["zh/worth-seeing/green/index.html"]  # nobody speaks Chinese here


def test_a_trail_says_what_it_is_to_search_engines(pages: dict[str, str]) -> None:
    page = pages["en/worth-seeing/first/index.html"]
    data = json.loads(re.findall(r"application/ld\+json\">(.*?)</script>", page)[0])
    assert (data["@type"], data["numberOfItems"]) == ("ItemList", 2)
    assert data["itemListElement"][1] == {
        "@type": "ListItem",
        "position": 2,
        "name": "Five-axis centre VMC-500",
        "url": "../../../en/products/vmc-500/",
    }


def test_a_trail_that_leads_nowhere_has_no_page(pages: dict[str, str]) -> None:
    assert "en/worth-seeing/gone/index.html" not in pages
    assert "gone" not in pages["en/worth-seeing/index.html"]


def test_one_page_has_all_that_is_worth_seeing(pages: dict[str, str]) -> None:
    page = pages["zh/worth-seeing/index.html"]
    assert re.findall(r"<h2>([^<]+)", page) == ["热点主题", "导览路线", "重点展品"]
    assert 'href="../../zh/worth-seeing/first/"' in page
    for kind in ("index", "exhibitors/index", "halls/1/index"):
        assert 'worth-seeing/">看点</a>' in pages[f"zh/{kind}.html"]
    assert "The &lt;green&gt; factory" in pages["en/index.html"]


def test_a_fair_without_anything_of_it_has_no_such_page() -> None:
    plain = small_fair()
    products = tuple(p.model_copy(update={"highlight": False}) for p in plain.products)
    files = rendered(inputs_of(plain.model_copy(update={"products": products})))
    assert [name for name in files if "worth-seeing" in name] == []
    assert b"worth-seeing/" not in files["en/halls/1/index.html"]


def test_pages_say_which_trails_stop_there(pages: dict[str, str]) -> None:
    product, maker = pages["en/products/vmc-500/index.html"], pages["en/exhibitors/abb/index.html"]
    assert 'worth-seeing/first/#stop-2">' in product
    assert 'worth-seeing/green/#stop-2">' in maker
    assert "worth-seeing/first/#" not in maker
    assert "Part of" not in pages["en/exhibitors/ghost/index.html"]


def test_plans_have_a_star_at_each_place(pages: dict[str, str]) -> None:
    plan = pages["en/halls/1/plan.svg"]
    titles = re.findall(r'role="img" aria-label="Worth seeing: ([^"]+)"', plan)
    assert titles == [
        "The &lt;green&gt; factory, Your first visit, Five-axis centre VMC-500",  # A01
        "The &lt;green&gt; factory",  # A02
        "Five-axis centre VMC-500",  # A10, its other booth
        "The &lt;green&gt; factory",  # the stage
        "Your first visit",  # the gate
    ]
    places = re.findall(r'Worth seeing[^"]*" transform="translate\(([\d.]+) ([\d.]+)\)"', plan)
    hall = fair_with_trails().halls[0]
    for (x, y), booth in zip(places, hall.booths[:3], strict=False):
        assert contains(booth.outline, (float(x) / 20 - 3, 17 - float(y) / 20))
    assert "worth-seeing-mark" in pages["en/halls/1/index.html"]
    assert "worth-seeing-mark" in pages["en/map/index.html"]


def test_the_viewer_gets_trails_with_where_to_stand(pages: dict[str, str]) -> None:
    made = shard(pages, "en")
    assert [trail.id for trail in made.trails] == ["green", "first"]
    machine, other, stage = made.trails[0].stops
    assert (machine.name, machine.text, machine.where, machine.show) == (
        "Five-axis centre VMC-500", "Look here.", "A01", "model",
    )  # fmt: skip
    assert machine.narration is not None
    assert (machine.narration.sound, machine.narration.captions) == ("media/a.m4a", "media/a.vtt")
    assert machine.page == "en/halls/1/"
    assert other.exhibitor == "abb"
    area = fair_with_trails().halls[0].areas[0]
    assert contains(area.outline, (stage.view.x, -stage.view.z))  # among its seats


def test_the_viewer_gets_a_sign_for_each_place(pages: dict[str, str]) -> None:
    marks = shard(pages, "zh").marks
    assert [(mark.booth, mark.stops, mark.highlights) for mark in marks] == [
        ("1-A01", (("green", 1), ("first", 2)), ("vmc-500",)),
        ("1-A02", (("green", 2),), ()),
        ("1-A10", (), ("vmc-500",)),
        (None, (("green", 3),), ()),
        (None, (("first", 1),), ()),
    ]
    assert marks[0].spot == (6.0, -5.25)  # before the front of A01
    assert all(0 > mark.spot[1] > -14 for mark in marks)


def test_trails_can_be_searched_for() -> None:
    found = [one for one in search_records(INPUTS) if one.shown.kind == "trail"]
    assert [one.shown.page for one in found] == [
        "zh/worth-seeing/green/", "zh/worth-seeing/first/",
        "en/worth-seeing/green/", "en/worth-seeing/first/",
    ]  # fmt: skip
    green = found[2]
    assert (green.shown.title, green.shown.note) == ("The <green> factory", "Hot spot · 3 stops")
    assert "Look here." in green.words
    assert green.values["hall"] == ("1",)
    assert green.shown.walk == "en/halls/1/?tour=green&stop=1"


def test_what_is_shown_at_work_is_an_experience_point() -> None:
    fair = small_fair()
    products = tuple(
        one.model_copy(update={"media": RichMedia(video=Path("a.mp4")), "highlight": False})
        for one in fair.products[:1]
    )
    fair = fair.model_copy(update={"products": products})
    assert "en/worth-seeing/index.html" not in rendered(inputs_of(fair))  # a film nobody can play
    shelf = replace(SHELF, films={Path("a.mp4"): FILM})
    files = rendered(replace(inputs_of(fair), shelf=shelf))
    page = files["en/worth-seeing/index.html"].decode()
    assert re.findall(r"<h2>([^<]+)", page) == ["Experience points"]
    assert "<li>Video</li>" in page
    assert b"Worth seeing: Five-axis centre VMC-500" in files["en/halls/1/plan.svg"]
    mark = HallShard.model_validate_json(files["tiles/1/hall.en.json"]).marks[0]
    assert (mark.booth, mark.experiences) == ("1-A01", (("product", "vmc-500"),))
