"""The small fair with a hot spot and a tour through it."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model import Fair, Narration, Showing, Stop, Text, Trail, TrailKind
from tests.support.fairs import small_fair

TOURS = Place("tours.yaml", 3)


def stop(**said: object) -> Stop:
    return Stop.model_validate({"hall": "1", "place": TOURS} | said)


def fair_with_trails() -> Fair:
    """`green` stops at a product, a shared booth and the stage; `first` at the gate, then at it."""
    voice = Narration(language="en", file=Path("a.mp3"), captions=Path("a.vtt"))
    machine = stop(
        booth="1-A01",
        exhibitor="yuance",
        product=small_fair().products[0].id,
        show=Showing.MODEL,
        text=Text.of(zh="看这里。", en="Look here."),
        narrations=(voice,),
    )
    green = Trail(
        id="green",
        kind=TrailKind.HOT_SPOT,
        name=Text.of(zh="绿色工厂", en="The <green> factory"),
        text=Text.of(zh="省电。", en="Less power."),
        place=TOURS,
        stops=(
            machine,
            stop(booth="1-A02", exhibitor="abb"),
            stop(area=0, name=Text.of(zh="主舞台", en="Main stage")),
            stop(hall="9", booth="9-A01"),
        ),
    )
    first = Trail(
        id="first",
        kind=TrailKind.TOUR,
        name=Text.of(zh="初次到访", en="Your first visit"),
        place=TOURS,
        stops=(stop(gate="south"), machine),
    )
    gone = Trail(
        id="gone",
        kind=TrailKind.TOUR,
        name=Text.of(en="Gone"),
        place=TOURS,
        stops=(stop(hall="9", booth="9-A01"),),
    )
    return small_fair().model_copy(update={"trails": (green, first, gone)})
