"""What changed between two builds, told by what it means and not by files alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hallgen.build.comparison import Change, Comparison, compare
from hallgen.errors import UsageError
from hallgen.model import Booth, Fair, Text
from hallgen.site import addresses
from tests.cli.commands import run
from tests.support.fairs import exhibitor, product, rectangle, small_fair
from tests.support.sites import inputs_of, write_site

#: Site of the small fair, once for all tests.
Built = Callable[[Fair], Path]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(small_fair(), tmp_path_factory.mktemp("old"))


def built(fair: Fair, folder: Path, **looks: str) -> Path:
    """The fair's site, with a GLB of each booth, in which is what is said of it."""
    write_site(inputs_of(fair), folder)
    for booth in fair.halls[0].booths:
        file = folder / addresses.booth_model(booth.id)
        file.parent.mkdir(exist_ok=True)
        file.write_text(looks.get(booth.number, "as before"))
    return folder


def with_booths(change: Callable[[Booth], Booth | None]) -> Fair:
    fair = small_fair()
    hall = fair.halls[0]
    booths = tuple(new for booth in hall.booths if (new := change(booth)) is not None)
    return fair.model_copy(update={"halls": (hall.model_copy(update={"booths": booths}),)})


def found(comparison: Comparison, kind: str) -> dict[str, list[tuple[str, str]]]:
    changes: dict[str, tuple[Change, ...]] = getattr(comparison, kind)
    return {how: [(c.id, c.how) for c in those] for how, those in changes.items() if those}


def test_the_same(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = built(small_fair(), tmp_path / "same")
    assert compare(old, same).same
    assert run("diff", old, same) == 0
    assert capsys.readouterr().out.startswith("No change: ")


def test_booths(old: Path, tmp_path: Path) -> None:
    def change(booth: Booth) -> Booth | None:
        match booth.number:
            case "A02":
                return booth.model_copy(update={"outline": rectangle(9, 9, 3, 3)})
            case "A10":
                return booth.model_copy(update={"main_exhibitor": "ghost"})
            case "A11":
                return None
        return booth

    new = built(with_booths(change), tmp_path, A01="bolder", A10="another's")
    comparison = compare(old, new)
    assert found(comparison, "booths") == {
        "gone": [("1-A11", "")],
        "moved": [("1-A02", "by 3.00 m")],
        "let to others": [("1-A10", "was 远策数控")],
        "looks changed": [("1-A01", "")],
    }
    assert found(comparison, "exhibitors")["moved"] == [
        ("ghost", "from no booth to 1-A10"),
        ("yuance", "from 1-A01, 1-A10 to 1-A01"),
    ]


def test_exhibitors_and_products(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fair = small_fair()
    first, *others = fair.exhibitors
    renamed = first.model_copy(
        update={"email": "new@yuance.example", "intro": Text.of(zh=first.intro.get("zh"), en="New")}
    )
    changed = fair.model_copy(
        update={
            "exhibitors": (renamed, *others[:-1], exhibitor("newcomer")),
            "products": (*fair.products[:-1], product("robot", "dingchuan")),
        }
    )
    new = built(changed, tmp_path / "new")
    comparison = compare(old, new)
    assert found(comparison, "exhibitors") == {
        "new": [("newcomer", "")],
        "gone": [("ghost", "")],
        "changed": [("yuance", "intro (en), email")],
    }
    assert found(comparison, "products") == {"new": [("robot", "")], "gone": [("evil-1", "")]}
    pages = found(comparison, "pages")
    assert ("en/exhibitors/newcomer/", "") in pages["new"]
    assert ("en/exhibitors/ghost/", "") in pages["gone"]
    assert ("en/exhibitors/yuance/", "") in pages["changed"]
    assert ("en/exhibitors/dingchuan/", "") in pages["changed"]
    assert run("diff", old, new) == 0
    said = capsys.readouterr().out
    assert "exhibitors: 1 new, 1 gone, 1 changed\n" in said
    assert "  changed       yuance  远策数控  intro (en), email\n" in said
    assert run("diff", old, new, "--format", "json") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["exhibitors"]["changed"] == [
        {"id": "yuance", "name": "远策数控", "how": "intro (en), email"}
    ]
    assert record["bytes"]["pages"]["new"] != record["bytes"]["pages"]["old"]
    assert sum(record["files"].values()) > 20


def test_what_is_no_site(old: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no fair\.json"):
        compare(old, tmp_path)
    (tmp_path / "fair.json").write_text("{}")
    with pytest.raises(UsageError, match=r"cannot be read: .*Build it again"):
        compare(tmp_path, old)
