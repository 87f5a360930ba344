"""The fair as a whole: its halls, the doors between them, its builds and what is saved."""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen
from hallgen.site.manifest.places import Spot


class BuildName(Frozen):
    """`build.json`: a name that all files of a build share, made of their content."""

    format: Literal[1] = 1
    build: str


#: A file's bytes, and the first sixteen hexadecimal digits of its SHA-256.
SavedFile = tuple[int, str]


class SavedHall(Frozen):
    """`offline/<hall>.json`: all that a hall needs to be walked without a network, by address.

    `files` are needed in all languages, `languages` what each needs besides. `unpacked` are the
    models whose packed twins are among `files`: hosts may send either. By it the service worker
    knows a file of another build, and one that did not come whole.
    """

    format: Literal[1] = 1
    build: str
    hall: str
    files: dict[str, SavedFile]
    languages: dict[str, dict[str, SavedFile]]
    unpacked: dict[str, SavedFile]


class ManifestDoor(Frozen):
    """A door to another hall, for ways over several halls.

    `leads` is that hall, `at` where one stands there on having come in, and `onward` how far it
    is on foot from there to the hall's other doors: metres by the id of the door's gate. Doors
    to which no way leads are not in it.
    """

    gate: str
    position: Spot
    leads: str
    at: Spot
    onward: dict[str, float]


class ManifestHall(Frozen):
    """A hall in `fair.json`. Sites of before have no `doors`."""

    id: str
    name: dict[str, str]
    tileset: str
    shards: dict[str, str]
    pages: dict[str, str]
    doors: tuple[ManifestDoor, ...] = ()


class Manifest(Frozen):
    """`fair.json`: the versioned front door for programs.

    `exhibitors` gives an exhibitor's address by its id, without the language before it
    ("exhibitors/abb/"); `booths` the hall by the booth's id; `models` a booth's own GLB.
    """

    format: Literal[1] = 1
    generator: str
    id: str
    name: dict[str, str]
    languages: tuple[str, ...]
    halls: tuple[ManifestHall, ...]
    exhibitors: dict[str, str]
    booths: dict[str, str]
    models: dict[str, str]
