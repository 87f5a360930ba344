"""Files inside of archives that a fair folder has, such as the pictures of an AASX.

A path may go on into an archive: "robot.aasx/aasx/files/front.jpg". What is asked for is unpacked
once, into the user's cache, under a name made of the archive and the member: nothing that an
archive says decides where a file is written.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from hallgen.readers.archives import Archive
from hallgen.store import FolderShelf, user_store

#: Archives that are looked into.
SUFFIXES: Final = (".aasx",)
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def archive_of(folder: Path, path: Path) -> Path | None:
    """The archive that a path from the fair folder leads into; None where it leads into none."""
    if path.is_absolute() or ".." in path.parts:
        return None
    for parent in path.parents:
        if parent.suffix.casefold() in SUFFIXES and (folder / parent).is_file():
            return parent
    return None


def unpacked(archive: Path, member: str) -> Path | None:
    """The file of a member, unpacked if it is not yet; None where the archive has no such member.

    Raises ArchiveError for a damaged or unsafe archive, OSError where nothing can be written.
    """
    facts = archive.stat()
    said = f"{archive.resolve()}\n{facts.st_size}\n{facts.st_mtime_ns}\n{member}"
    key = hashlib.sha256(said.encode("utf-8", errors="surrogateescape")).hexdigest()
    ending = _ENDING.search(member)
    shelf = FolderShelf(user_store() / "unpacked")
    place = f"{key[:2]}/{key}{ending[0].lower() if ending else ''}"
    if not shelf.has(place):
        with Archive(archive) as opened:
            name = opened.find(member)
            if name is None:
                return None
            shelf.write(place, opened.read(name))
    return shelf.folder / place
