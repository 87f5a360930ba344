"""fair.yaml read entry by entry: what is faulty is reported and left out, the rest is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import FairError, UsageError
from hallgen.readers.documents import drop_repeated, mend, place_of, read_document
from hallgen.readers.fair_file import FairFile
from hallgen.readers.inputs import own_input
from hallgen.readers.lined import Lined
from hallgen.readers.slugs import slug

NAME = "fair.yaml"
_NO_HALL = (
    "Put a plan into the folder `plans`, and write under `halls` an entry such as "
    '- {id: "1", plan: {file: plans/hall-1.svg}}.'
)


@dataclass(frozen=True, slots=True)
class FairYaml:
    """The sound part of a fair.yaml, and the document it was read from, for its lines."""

    file: FairFile
    document: Lined

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands: ("halls", 0, "plan")."""
        return place_of(self.document, path, NAME)


def read_fair_yaml(folder: Path, diagnostics: Diagnostics) -> FairYaml:
    """Read `fair.yaml` in `folder`.

    Raises UsageError where there is none, FairError where it is no map of YAML. A file without
    halls is told and read, so that its tables can be.
    """
    path = folder / NAME
    if not path.is_file():
        raise UsageError(
            f"There is no {NAME} in {folder}. Run `hallgen new` to make a fair folder."
        )
    own = own_input(folder, NAME, diagnostics)
    document = None if own is None else read_document(own, NAME, diagnostics)
    if document is None:
        raise FairError(f"{NAME} cannot be read, so there is nothing to build.")
    if document.get("format") == "1":
        document["format"] = 1  # our YAML leaves numbers as they are written
    if not document.get("halls"):
        place = place_of(document, ("halls",), NAME)
        diagnostics.add(codes.MISSING_KEY, place, "there is no hall.", _NO_HALL)
    mend(document, FairFile, NAME, diagnostics, _top(folder))
    drop_repeated(document, "halls", NAME, diagnostics)
    drop_repeated(document, "zones", NAME, diagnostics)
    return FairYaml(FairFile.model_validate(document), document)


def _top(folder: Path) -> dict[str, Any]:
    """What stands in for the keys every fair must have, so that the rest can be built."""
    name = folder.resolve().name or "fair"
    return {"format": 1, "id": slug(name) or "fair", "name": name, "languages": ["en"]}
