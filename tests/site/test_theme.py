"""A theme's style sheet, files and templates in a site, and its halls."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.errors import FairError
from hallgen.kit import build_hall
from hallgen.kit.halls.shell import Roof, shell_of
from hallgen.kit.styles import Ground, Scale, style_for
from hallgen.model import HallLook, StyleChange, StyleName, Theme
from tests.support.fairs import indexed, small_fair
from tests.support.sites import inputs_of, rendered


def themed(folder: Path, **files: str) -> dict[str, bytes]:
    """The small fair's site with a theme of these files, "__" in their names for "/"."""
    for name, text in files.items():
        path = folder / "looks" / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    theme = Theme(folder=Path("looks"))
    fair = small_fair().model_copy(update={"theme": theme, "folder": folder})
    return rendered(inputs_of(fair))


def sheet(site: dict[str, bytes]) -> str:
    return next(d for p, d in site.items() if p.startswith("assets/site.")).decode()


def test_a_style_sheet_comes_last_and_its_files_are_named_by_content(tmp_path: Path) -> None:
    css = "h1{background:url('site/a.png')}p{background:url(site/gone.png)}"
    site = themed(tmp_path, site_dot_css=css, site__a_dot_png="a picture")
    (added,) = [path for path in site if path.startswith("assets/theme/")]
    assert site[added] == b"a picture"
    name = added.removeprefix("assets/")
    assert sheet(site).endswith(f'h1{{background:url("{name}")}}p{{background:url(site/gone.png)}}')


def test_a_template_may_go_on_with_ours(tmp_path: Path) -> None:
    template = '{% extends "hallgen/home.html.j2" %}'
    template += "{% block content %}{{ super() }}<i>Own</i>{% endblock %}"
    site = themed(tmp_path, templates__home_dot_html_dot_j2=template)
    page = site["en/index.html"].decode()
    assert "<i>Own</i>" in page
    assert "<main" in page


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if %}", r"looks/templates/home\.html\.j2:1: a template of the theme is wrong"),
        ("{{ nobody.knows }}", "looks/templates: .*'nobody' is undefined"),
    ],
)
def test_a_wrong_template_is_told_in_one_line(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(FairError, match=said):
        themed(tmp_path, templates__home_dot_html_dot_j2=template)


def test_a_fair_without_a_theme_has_no_more_files() -> None:
    assert not [path for path in rendered(inputs_of(small_fair())) if "theme" in path]


def test_halls_are_made_of_what_the_theme_says() -> None:
    def colors(theme: Theme) -> set[tuple[str, tuple[float, ...]]]:
        index, layouts = indexed(small_fair().model_copy(update={"theme": theme}))
        hall = index.halls["1"]
        scene = build_hall(hall, layouts["1"], index).scene
        return {
            (node.mesh.material.name, tuple(color))
            for node in scene.nodes
            if node.mesh.colors is not None
            for color in node.mesh.colors.tolist()
        }

    usual = colors(Theme())
    look = HallLook(floor="wood", wall_color="#ff0000", column_color="#00ff00", carpet="#0000ff")
    other = colors(Theme(hall=look))
    assert "wood" in {name for name, _ in other - usual}
    assert "concrete" not in {name for name, _ in other}


def test_a_theme_chooses_the_roof() -> None:
    index, layouts = indexed(small_fair())
    hall = index.halls["1"]
    assert shell_of(hall, layouts["1"], HallLook(roof="space_frame")).roof is Roof.SPACE_FRAME


def test_a_theme_changes_styles() -> None:
    change = {StyleName.GALLERY: StyleChange(floor="polished", greens=5)}
    theme = Theme(styles=(StyleName.GALLERY,), booths=change)
    style = style_for("x", Scale.SHELL, [], theme)
    assert (style.floor, style.greens, style.name) == (Ground.POLISHED, 5, StyleName.GALLERY)
    wished = style_for("x", Scale.SHELL, [], Theme(booths=change), StyleName.GALLERY)
    assert wished.greens == 5
