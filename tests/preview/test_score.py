"""The score: what a booth has, what it lacks, and what each is worth."""

from __future__ import annotations

from pathlib import Path

from hallgen.model import Booth, Exhibitor, Fair, FairIndex, Product, StyleName, Text
from hallgen.preview.score import lacks_of
from hallgen.site.words import interface
from tests.support.fairs import booth as a_booth
from tests.support.fairs import exhibitor, fair_of, product, rectangle, small_fair

EVERYTHING = {
    "logo": Path("media/logo.svg"),
    "intro": Text.of(zh="机床", en="Machines"),
    "website": "https://us.example",
    "email": "us@us.example",
    "phone": "+49 1",
    "color": "#112233",
}


def scored(booth: Booth, index: FairIndex) -> tuple[int, dict[str, tuple[int, tuple[str, ...]]]]:
    score, lacks = lacks_of(booth, index)
    return score, {lack.key: (lack.gain, lack.without) for lack in lacks}


def test_an_exhibitor_of_whom_only_the_name_is_known_lacks_everything() -> None:
    index = FairIndex(_fair(exhibitor("us", "1-A01")))
    score, lacks = scored(index.booths["1-A01"], index)
    assert score == 0
    assert sum(gain for gain, _ in lacks.values()) == 100
    assert next(iter(lacks)) == "products", "the worthiest comes first"
    for key in lacks:
        assert interface("en")[f"preview.lack.{key}"]
        assert interface("en")[f"preview.why.{key}"]


def test_who_gave_everything_lacks_nothing() -> None:
    text = Text.of(zh="好", en="Good")
    products = [
        product(id_, "us", images=(Path("a.png"),), description=text, model=Path("a.glb"))
        for id_ in ("p1", "p2", "p3")
    ]
    fair = _fair(exhibitor("us", "1-A01", **EVERYTHING), *products)
    chosen = {"style": StyleName.BOLD, "claim": text, "video": Path("a.mp4")}
    booth = fair.halls[0].booths[0]
    choices = booth.choices.model_copy(update=chosen)
    assert scored(booth.model_copy(update={"choices": choices}), FairIndex(fair)) == (100, {})


def test_half_is_half_and_named() -> None:
    words = {"intro": Text.of(zh="机床"), "email": "us@us.example"}
    fair = _fair(exhibitor("us", "1-A01", **words), product("p1", "us"))
    _, lacks = scored(fair.halls[0].booths[0], FairIndex(fair))
    assert lacks["intro"] == (6, ("en",))
    assert lacks["photos"][1] == ("p1展品",), "named in the fair's first language"
    assert "email" not in lacks


def test_an_empty_booth_is_not_scored() -> None:
    index = FairIndex(small_fair())
    assert lacks_of(index.booths["1-A11"], index) == (0, ())


def _fair(who: Exhibitor, *products: Product) -> Fair:
    hall = small_fair().halls[0]
    stand = a_booth("A01", rectangle(0, 0, 3, 3), "us")
    hall = hall.model_copy(update={"booths": (stand,)})
    return fair_of(hall, exhibitors=(who,), products=products)
