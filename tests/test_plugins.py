"""What other packages add is found, used where it belongs, and cannot break more than itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from hallgen import plugins
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Code, Diagnostic, Diagnostics, Place, Severity
from hallgen.kit import BoothDesign, Stand, build_booth
from hallgen.kit.shapes import floor
from hallgen.model import BoothChoices, BoothKind, BoothLayout, Fair, HallLayout, Theme
from hallgen.plugins import PluginError
from hallgen.readers.fair_file import YAxis
from hallgen.readers.formats import PlanFormat, TableFormat, UnreadableError
from hallgen.readers.plans.drawing import Drawing, Mark, Shape
from hallgen.site.viewer_bundle import _plugins
from tests.support.fairs import indexed, small_fair
from tests.support.installed import installed_in
from tests.support.libraries import library_of
from tests.support.sites import inputs_of, rendered
from tests.support.small_folders import write_small_fair

OWN = Code("X001", Severity.HINT, "A cause.", "A cure.")


def told(folder: Path) -> list[str]:
    found = Diagnostics()
    read_and_check(folder, found)
    return [str(one) for one in found.by_place()]


def test_nothing_is_loaded_to_be_named() -> None:
    with installed_in(plugins.THEMES, b=RuntimeError("never loaded"), a=Path("a")):
        assert plugins.names(plugins.THEMES) == ("a", "b")
        assert plugins.plugin(plugins.THEMES, "a", Path) == Path("a")
        assert plugins.plugin(plugins.THEMES, "c", Path) is None


def test_one_that_cannot_be_loaded_is_named() -> None:
    with (
        installed_in(plugins.CHECKS, broken=ImportError("no module named x")),
        pytest.raises(PluginError, match=r"broken \(hallgen.checks\).*no module named x. Update"),
    ):
        plugins.plugins(plugins.CHECKS, object)


def test_one_of_another_kind_is_named() -> None:
    with installed_in(plugins.TABLES, odd=3), pytest.raises(PluginError, match=r"odd .* is a int"):
        plugins.plugins(plugins.TABLES, TableFormat)


def test_what_a_plugin_names_must_be_there(tmp_path: Path) -> None:
    assert plugins.file_of(str(tmp_path), "x") == tmp_path
    with pytest.raises(PluginError, match="The plugin x names"):
        plugins.file_of(tmp_path / "gone", "x")


def test_a_format_of_lists(tmp_path: Path) -> None:
    write_small_fair(tmp_path)
    (tmp_path / "exhibitors.csv").unlink()
    (tmp_path / "exhibitors.star").write_text("Star Works*A01", encoding="utf-8")

    def read(path: Path) -> list[list[object]]:
        return [["Company", "Booth"], list(path.read_text(encoding="utf-8").split("*"))]

    with installed_in(plugins.TABLES, star=TableFormat((".star",), read)):
        fair = read_and_check(tmp_path, Diagnostics()).fair
    assert [(e.name.best("en"), e.booths) for e in fair.exhibitors] == [("Star Works", ("1-A01",))]


def test_a_list_that_its_format_cannot_read(tmp_path: Path) -> None:
    write_small_fair(tmp_path)
    (tmp_path / "exhibitors.csv").rename(tmp_path / "exhibitors.star")

    def read(_path: Path) -> list[list[object]]:
        raise UnreadableError("it has no stars")

    with installed_in(plugins.TABLES, star=TableFormat((".star",), read)):
        assert any("exhibitors.star: error" in one and "no stars" in one for one in told(tmp_path))


def test_a_format_of_plans(tmp_path: Path) -> None:
    write_small_fair(tmp_path)
    text = (tmp_path / "fair.yaml").read_text(encoding="utf-8").replace("plan.csv", "plan.star")
    (tmp_path / "fair.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "plan.star").write_text("A01", encoding="utf-8")

    def read(path: Path, name: str) -> Drawing:
        mark = Mark(Place(name, 1))
        ring = ((3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0))
        number = path.read_text(encoding="utf-8")
        return Drawing(YAxis.UP, unit=1.0, shapes=[Shape(ring, mark, number=number)])

    with installed_in(plugins.PLANS, star=PlanFormat((".star",), read)):
        fair = read_and_check(tmp_path, Diagnostics()).fair
    assert [booth.number for booth in fair.halls[0].booths] == ["A01"]


def rule(fair: Fair, _: Mapping[str, HallLayout]) -> Iterable[Diagnostic]:
    yield Diagnostic(OWN, Place("fair.yaml"), f"{len(fair.exhibitors)} exhibitors.", OWN.cure)


def test_a_check(tmp_path: Path) -> None:
    write_small_fair(tmp_path)
    with installed_in(plugins.CHECKS, own=rule):
        assert "fair.yaml: hint X001: 3 exhibitors. A cure." in told(tmp_path)


def test_a_check_that_fails_is_named(tmp_path: Path) -> None:
    write_small_fair(tmp_path)

    def failing(fair: Fair, _: Mapping[str, HallLayout]) -> Iterable[Diagnostic]:
        raise KeyError(fair.id)

    with (
        installed_in(plugins.CHECKS, bad=failing),
        pytest.raises(PluginError, match="The check bad failed: KeyError: 'small-fair'"),
    ):
        told(tmp_path)


def bare(stand: Stand) -> None:
    """Nothing but a floor."""
    stand.assembly.add(floor(stand.carpet("base"), stand.plot.outline, 0.01))


def built(theme: Theme, choices: BoothChoices | None = None) -> list[int]:
    """How many meshes each booth of the small fair has."""
    fair = small_fair().model_copy(update={"theme": theme})
    if choices is not None:
        hall = fair.halls[0]
        first = hall.booths[0].model_copy(update={"choices": choices})
        hall = hall.model_copy(update={"booths": (first, *hall.booths[1:])})
        fair = fair.model_copy(update={"halls": (hall,)})
    index, layouts = indexed(fair)
    media = library_of(fair.folder)
    booths = (build_booth(index.booths[b.booth], b, index, media) for b in layouts["1"].booths)
    return [len(booth.scene.nodes) for booth in booths]


def test_a_design_by_wish_and_by_theme() -> None:
    with installed_in(plugins.BOOTH_DESIGNS, bare=BoothDesign(bare)):
        usual = built(Theme())
        wished = built(Theme(), BoothChoices(design="bare"))
        all_bare = built(Theme(designs={BoothKind.SHELL.value: "bare"}))
    assert wished == [1, *usual[1:]]
    assert all_bare == [1, 1, 1, usual[3]]  # nobody has taken the last


def test_a_design_that_does_not_fit_or_is_gone_is_not_built() -> None:
    def never(_booth: object, layout: BoothLayout) -> bool:
        return layout.area < 0

    usual = built(Theme())
    with installed_in(plugins.BOOTH_DESIGNS, bare=BoothDesign(bare, never)):
        assert built(Theme(), BoothChoices(design="bare")) == usual
        assert built(Theme(), BoothChoices(design="other")) == usual


def test_a_design_that_fails_is_named() -> None:
    def failing(_stand: Stand) -> None:
        raise ZeroDivisionError

    with (
        installed_in(plugins.BOOTH_DESIGNS, bad=BoothDesign(failing)),
        pytest.raises(PluginError, match="The design bad failed at booth 1-A01: ZeroDivision"),
    ):
        built(Theme(), BoothChoices(design="bad"))


def test_a_design_that_nobody_has_installed_is_told(tmp_path: Path) -> None:
    write_small_fair(tmp_path, "theme: {designs: {shell: bear}}\n")
    own = tmp_path / "booths" / "A01" / "booth.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("design: bear\n", encoding="utf-8")
    with installed_in(plugins.BOOTH_DESIGNS, bare=BoothDesign(bare)):
        faults = [one for one in told(tmp_path) if "H191" in one]
    assert len(faults) == 2
    assert all("no design 'bear' is installed. " in one and "bare" in one for one in faults)


def test_a_script_is_on_every_page_with_a_view(tmp_path: Path) -> None:
    (tmp_path / "own.js").write_text("export {};", encoding="utf-8")
    with installed_in(plugins.VIEWER, own=tmp_path / "own.js"):
        ((address, data),) = _plugins().items()
    assert address.startswith("viewer/plugins/own.")
    assert data == b"export {};"
    inputs = inputs_of(small_fair())
    viewer = replace(
        inputs.viewer, plugins=(address,), files={**inputs.viewer.files, address: data}
    )
    site = rendered(replace(inputs, viewer=viewer))
    tag = f'<script type="module" async src="../../../{address}"></script>'
    assert tag in site["en/halls/1/index.html"].decode()
    assert address not in site["en/index.html"].decode()
