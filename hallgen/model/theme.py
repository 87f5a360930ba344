"""The organiser's own looks: colours, what halls and booths are made of, style sheet, templates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from hallgen.model.choices import StyleName
from hallgen.model.geometry import Frozen

Color = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class HallLook(Frozen):
    """What halls are made of. What is left out is as hallgen has it.

    `floor` is what the bare floor is; `main_carpet` lies in main aisles, `carpet` in the others,
    there mixed with the colour of their zone. `roof` is what carries it: else the hall's span and
    height decide.
    """

    floor: Literal["concrete", "polished", "wood", "carpet"] | None = None
    floor_color: Color | None = None
    wall_color: Color | None = None
    dado_color: Color | None = None
    column_color: Color | None = None
    roof_color: Color | None = None
    carpet: Color | None = None
    main_carpet: Color | None = None
    roof: Literal["flat", "portal", "truss", "space_frame"] | None = None


class StyleChange(Frozen):
    """What is other in a style of booths than assets/styles.yaml has it."""

    floor: Literal["carpet", "deep", "grey", "wood", "polished"] | None = None
    walls: Literal["white", "paper", "base", "deep", "dark", "wood"] | None = None
    sides: Literal["white", "paper", "base", "deep", "dark", "wood"] | None = None
    dress: Literal["posters", "mural", "shelves", "lightbox", "screens", "striped"] | None = None
    header: Literal["beam", "portal", "tower", "canopy"] | None = None
    header_color: Literal["white", "paper", "base", "deep", "dark", "wood"] | None = None
    ring: Literal["square", "round", "cut"] | None = None
    counter: Literal["desk", "arc"] | None = None
    seats: Literal["black", "white", "wood"] | None = None
    greens: int | None = Field(default=None, ge=0, le=6)


class Theme(Frozen):
    """The organiser's own looks.

    `accent` is its colour, `styles` are those that booths may have (all, if none is named),
    `booths` what is other in them, `designs` those of other packages by kinds of booths, `hall`
    what halls are made of. `folder` is a folder with a theme.yaml of these keys, a style sheet
    site.css and templates: a path in the fair folder, or `name` an installed theme's; what stands
    beside them in fair.yaml goes before what is in there.
    """

    accent: str = Field(default="#1f4fa3", pattern=r"^#[0-9a-fA-F]{6}$")
    styles: tuple[StyleName, ...] = ()
    booths: dict[StyleName, StyleChange] = {}
    designs: dict[Literal["shell", "raw", "pavilion", "outdoor"], str] = {}
    hall: HallLook = HallLook()
    folder: Path | None = None
    name: str | None = None
