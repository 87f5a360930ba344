"""What an organiser and an exhibitor may choose of a booth's looks."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import Field

from hallgen.model.geometry import Frozen
from hallgen.model.text import Text


class StyleName(StrEnum):
    """The styles of booths; assets/styles.yaml says what each is made of.

    GALLERY: white walls and wood. BOLD: the exhibitor's colour all over. NIGHT: dark walls
    and lines of light. TIMBER: wood and plants. MURAL: one print over every wall. LUMEN: walls
    of light. WORKSHOP: shelves and steel. STRIPE: colour and white in turn.
    """

    GALLERY = "gallery"
    BOLD = "bold"
    NIGHT = "night"
    TIMBER = "timber"
    MURAL = "mural"
    LUMEN = "lumen"
    WORKSHOP = "workshop"
    STRIPE = "stripe"


class UpAxis(StrEnum):
    """The axis of a file that points to the ceiling."""

    X = "x"
    Y = "y"
    Z = "z"


class ModelParts(StrEnum):
    """Whether visitors may take a model apart: an exploded view of its parts."""

    TOGETHER = "together"
    APART = "apart"


class ModelPose(Frozen):
    """How a product's 3D model is to be taken, where its file does not tell, or tells wrong.

    `scale` is how many metres one unit of the file is (0.001 for millimetres), `up` its axis that
    points to the ceiling, `rotate` by how many degrees it is turned to the left, seen from above,
    so that its front comes to the visitor. `parts` is whether it may be taken apart there.
    """

    scale: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    up: UpAxis | None = None
    rotate: float = Field(default=0.0, allow_inf_nan=False)
    parts: ModelParts = ModelParts.TOGETHER


class BoothStatus(StrEnum):
    """Whether visitors may see what an exhibitor chose. DRAFT: in previews alone."""

    DRAFT = "draft"
    APPROVED = "approved"


class BoothChoices(Frozen):
    """An exhibitor's wishes for its booth. What is left out is chosen for it.

    `design` is a design of booths that another package brings, by its name.
    `color` is its signs' and carpet's ("#1f4fa3"), `claim` the sentence on its walls, `intro` what
    its main exhibitor says of itself, which goes before what the lists say in a language,
    `products` the ids or names of what it shows, the first where most visitors see it, `video`
    what its screens play, a path in the fair folder,
    `status` the organiser's word on all of it.
    """

    style: StyleName | None = None
    design: str | None = Field(default=None, min_length=1)
    color: str | None = Field(default=None, pattern=r"^#[0-9a-fA-F]{6}$")
    claim: Text = Text()
    intro: Text = Text()
    products: tuple[str, ...] = ()
    video: Path | None = None
    status: BoothStatus = BoothStatus.APPROVED
