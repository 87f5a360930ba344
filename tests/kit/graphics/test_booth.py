from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hallgen.kit.graphics import (
    Graphic,
    GraphicKind,
    booth_graphics,
    booth_palette,
    hall_graphics,
)
from hallgen.media import MediaLibrary
from hallgen.model import Area, AreaKind, Booth, BoothKind, BoothLayout, FairIndex, Text
from tests.support.libraries import library_of

LayoutOf = Callable[..., BoothLayout]
K = GraphicKind
SHELL = (
    Graphic("fascia", K.FASCIA, 2.95, 0.32),
    Graphic("brand", K.POSTER_BRAND, 0.9, 1.4),
    Graphic("counter", K.COUNTER, 0.9, 0.9),
)


def booth_of(index: FairIndex, exhibitor: str) -> Booth:
    return next(b for b in index.halls["4.1"].booths if b.main_exhibitor == exhibitor)


def all_kinds(index: FairIndex, exhibitor: str) -> list[Graphic]:
    product = index.products_of(exhibitor)[0].id
    booth_kinds = [kind for kind in K if kind.value not in HALL_KINDS]
    wanted = []
    for kind in booth_kinds:
        subject = product if kind in {K.POSTER_PRODUCT, K.LABEL, K.SCREEN} else None
        wanted.append(Graphic(kind.value, kind, 1.4, 1.0, subject))
    return wanted


#: What only halls ask for.
HALL_KINDS = {
    *("hall-banner", "zone-banner", "exit-sign", "direction"),
    *("fair-banner", "stage-screen", "area-sign", "axis"),
}


def test_a_booth_gets_one_texture_with_all_its_slots(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    for exhibitor in index.fair.exhibitors[::3]:
        booth = booth_of(index, exhibitor.id)
        product = index.products_of(exhibitor.id)[0].id
        wanted = (*SHELL, Graphic("product", K.POSTER_PRODUCT, 0.9, 1.4, product))
        atlas = booth_graphics(booth, layout_of(booth), index, media, wanted)
        assert set(atlas.uv) == {graphic.slot for graphic in wanted}
        assert max(atlas.texture.width, atlas.texture.height) <= 1024
        u0, v0, u1, v1 = atlas.uv["fascia"]
        ratio = (u1 - u0) * atlas.texture.width / ((v1 - v0) * atlas.texture.height)
        assert ratio == pytest.approx(2.95 / 0.32, rel=0.01)  # whole pixels: nothing stretched


def test_every_kind_is_drawn(index: FairIndex, media: MediaLibrary, layout_of: LayoutOf) -> None:
    booth = booth_of(index, "zh")
    wanted = all_kinds(index, "zh")
    atlas = booth_graphics(booth, layout_of(booth), index, media, wanted)
    assert set(atlas.uv) == {graphic.slot for graphic in wanted}


def test_a_large_booth_keeps_to_its_budget(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    booth = booth_of(index, "zh").model_copy(update={"kind": BoothKind.RAW})
    wanted = [Graphic(f"wall{n}", K.WALL, 12.0, 4.4) for n in range(4)]
    atlas = booth_graphics(booth, layout_of(booth, 400.0), index, media, wanted)
    assert 1024 < max(atlas.texture.width, atlas.texture.height) <= 2048


def test_the_same_booth_gives_the_same_bytes(
    index: FairIndex, folder: Path, layout_of: LayoutOf
) -> None:
    booth = booth_of(index, "ru")
    first, second = (
        booth_graphics(booth, layout_of(booth), index, library_of(folder), SHELL) for _ in range(2)
    )
    assert first.texture.data == second.texture.data
    assert first.uv == second.uv


def test_neighbours_look_different(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    names = set()
    for exhibitor in index.fair.exhibitors:
        booth = booth_of(index, exhibitor.id)
        names.add(booth_graphics(booth, layout_of(booth), index, media, SHELL).texture.name)
    assert len(names) == len(index.fair.exhibitors)


def test_an_empty_booth_is_reserved_in_its_zones_colours(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    empty = index.booths["4.1-Z1"]
    atlas = booth_graphics(empty, layout_of(empty), index, media, SHELL)
    assert set(atlas.uv) == {"fascia", "brand", "counter"}
    assert booth_palette(empty, index, media) != booth_palette(booth_of(index, "zh"), index, media)


def test_a_co_exhibitor_has_its_own_fascia(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    booth = booth_of(index, "zh").model_copy(update={"co_exhibitors": ("ar",)})
    own, shared = (
        booth_graphics(
            booth, layout_of(booth), index, media, [Graphic("f", K.UNIT_FASCIA, 2.95, 0.32, who)]
        )
        for who in ("ar", None)
    )
    assert own.texture.name != shared.texture.name


def test_a_subject_that_is_nobody_is_our_fault(
    index: FairIndex, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    booth = booth_of(index, "zh")
    with pytest.raises(ValueError, match="neither a product nor an exhibitor"):
        booth_graphics(
            booth, layout_of(booth), index, media, [Graphic("x", K.POSTER_PRODUCT, 1, 1, "nobody")]
        )


def test_a_photo_takes_the_place_of_the_drawing(
    index: FairIndex, folder: Path, media: MediaLibrary, layout_of: LayoutOf
) -> None:
    Image.new("RGB", (300, 200), (250, 0, 250)).save(folder / "photo.png")
    product = index.products_of("zh")[0]
    shown = product.model_copy(update={"images": (Path("photo.png"),)})
    fair = index.fair.model_copy(
        update={"products": tuple(shown if p is product else p for p in index.fair.products)}
    )
    booth = booth_of(index, "zh")
    wanted = [Graphic("p", K.POSTER_PRODUCT, 0.9, 1.4, product.id)]
    plain = booth_graphics(booth, layout_of(booth), index, media, wanted)
    photo = booth_graphics(booth, layout_of(booth), FairIndex(fair), media, wanted)
    assert plain.texture.name != photo.texture.name


def test_hall_signs(index: FairIndex) -> None:
    areas = tuple(
        Area(kind=kind, name=name, outline=index.halls["4.1"].outline)
        for kind, name in (
            (AreaKind.STAGE, Text.of(zh="机床大师讲坛", en="Machining Forum")),
            (AreaKind.LOUNGE, Text.of(und="咖啡休息区 Café")),
            (AreaKind.FACILITY, Text.of(en="Toilets")),
            (AreaKind.FACILITY, Text.of(en="First aid")),
            (AreaKind.FACILITY, Text()),
        )
    )
    hall = index.halls["4.1"].model_copy(update={"areas": areas})
    wanted = (
        Graphic("fair", K.FAIR_BANNER, 11.0, 2.4),
        Graphic("screen", K.STAGE_SCREEN, 6.0, 3.4, "0"),
        Graphic("axis", K.AXIS, 0.7, 0.7, "B12"),
        *(Graphic(f"area {n}", K.AREA_SIGN, 3.0, 0.75, str(n)) for n in range(len(areas))),
        Graphic("banner", K.HALL_BANNER, 4.2, 2.1),
        Graphic("cnc", K.ZONE_BANNER, 1.6, 3.6, "cnc"),
        Graphic("robots", K.ZONE_BANNER, 1.6, 3.6, "robots"),
        Graphic("unknown", K.ZONE_BANNER, 1.6, 3.6, "W"),
        Graphic("exit", K.EXIT_SIGN, 1.4, 0.35),
        Graphic("way", K.DIRECTION, 2.4, 0.6, "cnc"),
        Graphic("hall", K.DIRECTION, 2.4, 0.6, "4.1"),
    )
    first, second = hall_graphics(hall, index, wanted), hall_graphics(hall, index, wanted)
    assert set(first.uv) == {graphic.slot for graphic in wanted}
    assert first.texture.data == second.texture.data
    assert max(first.texture.width, first.texture.height) <= 2048
