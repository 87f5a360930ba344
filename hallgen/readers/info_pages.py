"""The organiser's own pages: Markdown files that fair.yaml names."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import UNDETERMINED, InfoPage, Menu, Text
from hallgen.readers.columns import is_remote, media_path
from hallgen.readers.fair_file import PageEntry
from hallgen.readers.fair_yaml import FairYaml
from hallgen.readers.inputs import MOST_BY_HAND, is_small
from hallgen.readers.media_files import find_media
from hallgen.readers.tables.decoding import decode


def read_info_pages(
    source: FairYaml, folder: Path, diagnostics: Diagnostics
) -> tuple[InfoPage, ...]:
    """The pages that have a text, in the order of fair.yaml. Of two with one id, the first."""
    pages: dict[str, InfoPage] = {}
    for at, entry in enumerate(source.file.pages):
        place = source.place("pages", at, "id")
        if entry.id in pages:
            diagnostics.add(codes.REPEATED_ID, place, f"the id {entry.id!r} is taken already.")
        elif page := _page(entry, source.place("pages", at, "files"), folder, diagnostics):
            pages[entry.id] = page
    return tuple(pages.values())


def _page(
    entry: PageEntry, place: Place, folder: Path, diagnostics: Diagnostics
) -> InfoPage | None:
    files = {UNDETERMINED: entry.files} if isinstance(entry.files, str) else entry.files
    said: dict[str, str] = {}
    pictures: dict[str, Path] = {}
    for language, name in files.items():
        file = find_media(folder, Path(name), place, diagnostics)
        if file is None or not is_small(file, name, MOST_BY_HAND, diagnostics):
            continue
        said[language] = decode(file.read_bytes()).text
        pictures |= _pictures(said[language], name, folder, diagnostics)
    text = Text.model_validate(said)
    if not text:
        if said:
            diagnostics.add(codes.EMPTY_PAGE, place, f"the page {entry.id!r} has no text.")
        return None
    news = entry.date is not None
    return InfoPage(
        id=entry.id,
        title=entry.title,
        text=text,
        menu=entry.menu or (Menu.NONE if news else Menu.FOOTER),
        place=place,
        day=entry.date,
        pictures=pictures,
    )


def _pictures(text: str, name: str, folder: Path, diagnostics: Diagnostics) -> dict[str, Path]:
    """The files a text shows, by what it calls them; web addresses are told, not fetched."""
    found: dict[str, Path] = {}
    for block in MarkdownIt().parse(text):
        for token in block.children or ():
            shown = token.attrs.get("src")
            if token.type != "image" or not isinstance(shown, str):
                continue
            if is_remote(shown):
                line = block.map[0] + 1 if block.map else None
                message = f"the picture {shown} is given as a web address."
                diagnostics.add(codes.REMOTE_MEDIA, Place(name, line), message)
            else:
                found[shown] = media_path(shown, folder, name)
    return found
