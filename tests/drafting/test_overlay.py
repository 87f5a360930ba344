"""The picture of what was understood lies on the drawing it is from, whichever way y grows."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from hallgen.cli.main import commands
from hallgen.diagnostics import Diagnostics
from hallgen.drafting import overlay, read_hall
from hallgen.errors import UsageError
from tests.drafting.fairs import FAIR, drawn
from tests.readers.plans.drawings import corners, feature, geojson

_SVG = "{http://www.w3.org/2000/svg}"


def outline_of(picture: str, number: str) -> list[tuple[float, float]]:
    for path in ET.fromstring(picture).iter(f"{_SVG}path"):
        if path.findtext(f"{_SVG}title") == number:
            points = path.attrib["d"].strip("MZ").split(" ")
            return sorted((float(p.split(",")[0]), float(p.split(",")[1])) for p in points)
    raise AssertionError(number)


def test_over_an_svg_that_is_shown_as_it_is(tmp_path: Path) -> None:
    read = read_hall(drawn(tmp_path / "fair"), "1", Diagnostics())
    assert read.understood is not None
    picture = overlay(read.understood, read.file, "A <caption>")
    assert "data:image/svg+xml;base64," in picture
    # y runs down from 12 in the drawing: A2 is 3 to 6 across, 9 to 12 down.
    assert outline_of(picture, "A2") == [(3, 9), (3, 12), (6, 9), (6, 12)]


def test_over_a_drawing_whose_y_grows_up(tmp_path: Path) -> None:
    fair = FAIR.replace("hall.svg", "hall.geojson").replace("scale: 1", "scale: 0.5")
    folder = drawn(tmp_path / "fair", fair)
    geojson(folder / "plans" / "hall.geojson", [feature(corners(10, 20, 6, 6), number="A1")])
    read = read_hall(folder, "1", Diagnostics())
    assert read.understood is not None
    picture = overlay(read.understood, read.file, "")
    assert outline_of(picture, "A1") == [(10, -26), (10, -20), (16, -26), (16, -20)]


def test_the_command(tmp_path: Path) -> None:
    folder, target = drawn(tmp_path / "fair"), tmp_path / "plan.svg"
    said = ["plan", "show", "1", "--fair", str(folder), "-o", str(target)]
    result = CliRunner().invoke(commands, said)
    assert result.exit_code == 0, result.output
    assert "hall 1: 3 booths" in result.output
    assert target.read_text("utf-8").startswith("<svg ")


def test_a_hall_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="its halls are: 1"):
        read_hall(drawn(tmp_path / "fair"), "7", Diagnostics())
