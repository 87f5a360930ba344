"""A theme's folder: what it says below fair.yaml, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen import plugins
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.kit.styles import Counter, Dress, Ground, Header, RingPlan, Seats, Tone
from hallgen.model import Fair, HallLook, StyleChange, StyleName
from hallgen.readers import read_fair
from tests.support.installed import installed_in
from tests.support.small_folders import write_small_fair

THEME = """accent: "#112233"
styles: [gallery]
hall: {floor: wood}
booths: {gallery: {greens: 3}}
"""


def read(folder: Path, said: str, theme: str | None = THEME) -> tuple[Fair, list[str]]:
    write_small_fair(folder, f"theme: {said}\n")
    if theme is not None:
        (folder / "looks").mkdir()
        (folder / "looks" / "theme.yaml").write_text(theme, encoding="utf-8")
    found = Diagnostics()
    fair = read_fair(folder, found)
    return fair, [str(one) for one in found if one.severity is not Severity.HINT]


def test_a_folder_of_the_fair(tmp_path: Path) -> None:
    fair, faults = read(tmp_path, "{folder: looks}")
    assert faults == []
    assert fair.theme.accent == "#112233"
    assert fair.theme.styles == (StyleName.GALLERY,)
    assert fair.theme.hall == HallLook(floor="wood")
    assert fair.theme.booths == {StyleName.GALLERY: StyleChange(greens=3)}
    assert fair.theme.folder == Path("looks")


def test_what_fair_yaml_says_itself_goes_first(tmp_path: Path) -> None:
    fair, _ = read(tmp_path, '{folder: looks, accent: "#abcdef"}')
    assert fair.theme.accent == "#abcdef"
    assert fair.theme.hall.floor == "wood"


def test_a_folder_may_hold_a_style_sheet_alone(tmp_path: Path) -> None:
    (tmp_path / "looks").mkdir()
    fair, faults = read(tmp_path, "{folder: looks}", theme=None)
    assert faults == []
    assert fair.theme.folder == Path("looks")


def test_an_installed_theme(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "theme.yaml").write_text(THEME, encoding="utf-8")
    with installed_in(plugins.THEMES, harbour=str(tmp_path / "other")):
        fair, faults = read(tmp_path / "fair", "{name: harbour}", theme=None)
    assert faults == []
    assert fair.theme.accent == "#112233"
    assert fair.folder / str(fair.theme.folder) == tmp_path / "other"


@pytest.mark.parametrize("said", ["{folder: gone}", "{name: harbor}"])
def test_a_theme_that_is_not_there_is_told(tmp_path: Path, said: str) -> None:
    with installed_in(plugins.THEMES, harbour=tmp_path):
        fair, (fault,) = read(tmp_path / "fair", said, theme=None)
    assert fault.startswith("fair.yaml:7")
    assert "warning H190" in fault
    assert ("harbour" in fault) is ("harbor" in said)
    assert fair.theme.folder is None


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("hall: {floor: lava}\naccent: '#112233'\n", "hall.floor"),
        ("booths: {gallery: {greens: 99}}\naccent: '#112233'\n", "greens"),
        ("colour: red\naccent: '#112233'\n", "colour"),
        ("folder: other\naccent: '#112233'\n", "folder"),
    ],
)
def test_what_is_wrong_in_a_theme_is_left_out(tmp_path: Path, theme: str, said: str) -> None:
    fair, (fault,) = read(tmp_path, "{folder: looks}", theme)
    assert fault.startswith("looks/theme.yaml:1")
    assert said in fault
    assert fair.theme.accent == "#112233"


def test_the_words_for_changes_are_those_of_the_kit() -> None:
    words = {
        "floor": Ground,
        "walls": Tone,
        "sides": Tone,
        "dress": Dress,
        "header": Header,
        "header_color": Tone,
        "ring": RingPlan,
        "counter": Counter,
        "seats": Seats,
    }
    schema = StyleChange.model_json_schema()["properties"]
    for key, kit in words.items():
        assert schema[key]["anyOf"][0]["enum"] == [one.value for one in kit], key
    assert set(StyleChange.model_fields) == {*words, "greens"}
