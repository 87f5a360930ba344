"""Styles: which one a booth gets, and how few shapes each has."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from hallgen.kit.designs.stand import VARIANTS, Stand
from hallgen.kit.styles import Need, Scale, style_for, styles
from hallgen.model import BoothChoices, BoothKind, StyleName, Theme
from hallgen.scene import Scene
from tests.kit.synthetic import booth_case, designed, plain_atlas, rectangle


def test_every_style_is_described() -> None:
    assert set(styles()) == set(StyleName)
    assert len(styles()) >= 6


@pytest.mark.parametrize("scale", list(Scale))
def test_all_styles_are_chosen(scale: Scale) -> None:
    seen = Counter(style_for(f"x{k}", scale, list(Need)).name for k in range(400))
    assert set(seen) == set(StyleName)
    assert max(seen.values()) < 400 * 0.3


def test_a_style_gets_what_it_needs() -> None:
    for k in range(200):
        assert not style_for(f"x{k}", Scale.SHELL, [Need.PRODUCTS]).needs & {Need.WALLS}
        assert style_for(f"x{k}", Scale.SHELL, []).needs == frozenset()


def test_a_wish_is_granted_if_the_theme_allows_it() -> None:
    wish = StyleName.WORKSHOP
    assert style_for("x", Scale.SHELL, [], wished=wish).name is wish
    allowed = (StyleName.GALLERY, StyleName.BOLD)
    names = {
        style_for(f"x{k}", Scale.SHELL, [], Theme(styles=allowed), wish).name for k in range(50)
    }
    assert names == set(allowed)


def test_an_exhibitors_wish_is_built() -> None:
    booth, layout, index = booth_case(rectangle(3, 3), (0,), BoothKind.SHELL)
    wished = booth.model_copy(update={"choices": BoothChoices(style=StyleName.TIMBER)})
    stand = designed(wished, layout, index)
    assert stand.style.name is StyleName.TIMBER


def test_chosen_products_come_first() -> None:
    booth, layout, index = booth_case(rectangle(3, 3), (0,), BoothKind.SHELL, products=3)
    order = ("b1-x0-p2", "b1-x0-p0")
    chosen = booth.model_copy(update={"choices": BoothChoices(products=order)})
    assert [p.id for p in designed(chosen, layout, index).products] == [*order, "b1-x0-p1"]


def test_booths_of_one_shape_can_share_their_light() -> None:
    """Of a style and variant, name, colour and number of products change nothing but pictures."""
    shapes: defaultdict[tuple[StyleName, int], set[bytes]] = defaultdict(set)
    for number in range(160):
        case = booth_case(
            rectangle(3, 3), (0,), BoothKind.SHELL, products=number % 5, name=f"s{number}"
        )
        stand = designed(*case)
        if stand.style.name is not StyleName.WORKSHOP:  # whose shelves have the products on them
            shapes[stand.style.name, stand.variant].add(_shape(stand))
    assert len(shapes) > 30
    assert all(len(found) == 1 for found in shapes.values())
    assert len(shapes) <= (len(StyleName) - 1) * VARIANTS


def _shape(stand: Stand) -> bytes:
    """All that a bake sees of a booth but its colours."""
    scene: Scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
    parts = [n.mesh.positions.tobytes() + n.placements.tobytes() for n in scene.nodes]
    return b"".join(parts) + repr(scene.spots).encode()
