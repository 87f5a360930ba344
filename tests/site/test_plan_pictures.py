"""Heat maps of plans: colours, legends, and marks that do not hide each other."""

from __future__ import annotations

import base64
import io
import math
import re
from pathlib import Path

import numpy as np
from PIL import Image

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.model import Fair, Gate, Text
from hallgen.readers.venue_rules import usual_rules
from hallgen.scores import score_plan, usual_weights
from hallgen.site.plan_pictures import BLUES, color_at, findings_picture, floor_image, heat_picture
from hallgen.venue import findings_of
from tests.layout.plans import box, hall_of

HALL = hall_of(
    {"A": box(0.1, 10, 3, 3), "B": box(0.2, 13, 3, 3), "C": box(20, 10, 6, 3)},
    gates=(Gate(id="g", name=Text(), position=(24, 0), width=4),),
)
LAYOUT = lay_out(HALL, Diagnostics())


def test_colours_of_a_ramp() -> None:
    ramp = ("#000000", "#804020", "#ffffff")
    assert [color_at(ramp, share) for share in (-1, 0, 0.25, 0.5, 1, 7, math.inf)] == [
        "#000000", "#000000", "#402010", "#804020", "#ffffff", "#ffffff", "#ffffff",
    ]  # fmt: skip


def test_each_booth_has_the_colour_of_its_figure() -> None:
    figures = {"A": 0.0, "B": 50.0, "C": 400.0}
    drawn = heat_picture(
        HALL, LAYOUT, "Seen", figures, 100.0, lambda m2: f"{m2:.0f} m2", words="floor"
    )
    for number, share in (("A", 0.0), ("B", 0.5), ("C", 4.0)):
        said = re.search(rf'fill="(#\w+)"><title>{number}: (\d+) m2</title>', drawn)
        assert said is not None
        assert said[1] == color_at(BLUES, share)
    assert ">0 m2</text>" in drawn
    assert ">100 m2 +</text>" in drawn


def test_findings_are_numbered_and_apart() -> None:
    fair = Fair(
        id="f", name=Text(), folder=Path(), languages=("en",), halls=(HALL,), rules=usual_rules()
    )
    findings = findings_of(fair, HALL, LAYOUT)
    drawn = findings_picture(HALL, LAYOUT, findings, "Rules")
    spots = [
        (float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn)
    ]
    assert len(spots) == len(findings) >= 2
    assert min(math.dist(a, b) for i, a in enumerate(spots) for b in spots[i + 1 :]) >= 28
    assert "1. Booth A is 0.10 m from a wall" in drawn


def test_the_floor_under_the_booths() -> None:
    score = score_plan(HALL, LAYOUT, usual_rules(), usual_weights())
    image = floor_image(LAYOUT, score, score.escape / 60, BLUES)
    data = base64.b64decode(image.href.removeprefix("data:image/png;base64,"))
    picture = np.asarray(Image.open(io.BytesIO(data)))
    columns, rows = score.raster.open.shape
    assert picture.shape == (rows, columns, 4)
    assert (picture[..., 3] > 0).sum() == score.raster.clear.sum()
    # The gate is in the lower wall: there the way out is short, and the picture's last row pale.
    assert picture[-1, columns // 2, :3].sum() > picture[0, columns // 2, :3].sum()
