"""What the form of a booth's preview shows: an exhibitor's choices as they are in its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hallgen.diagnostics import Diagnostic
from hallgen.model import Text

#: Where the form's changes are sent, from the root of a preview's own site.
FORM: Final = "form"


@dataclass(frozen=True, slots=True)
class FormProduct:
    """A product in the order in which the booth shows it, and the file of its first photo."""

    id: str
    name: Text
    photo: str


@dataclass(frozen=True, slots=True)
class PreviewForm:
    """The values of all fields; '' is what nobody has chosen.

    `styles` and `designs` are those there are to choose from, `usual` is the colour of a booth
    whose exhibitor chose none, `claims` and `intros` are by language; there are none of the latter
    where nobody has the booth. `endings` are those of files that may be dropped, by what they are.
    `faults` are by the key of booth.yaml.
    """

    styles: tuple[str, ...]
    style: str
    designs: tuple[str, ...]
    design: str
    color: str
    usual: str
    claims: Mapping[str, str]
    intros: Mapping[str, str]
    products: tuple[FormProduct, ...]
    logo: str
    video: str
    endings: Mapping[str, str]
    can_undo: bool = False
    can_redo: bool = False
    faults: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
