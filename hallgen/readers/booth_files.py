"""booths/<booth number>/booth.yaml: what exhibitors choose for their own booths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Booth, BoothChoices, BoothStatus, Hall, Product
from hallgen.plugins import BOOTH_DESIGNS, names
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.columns import is_remote, media_path
from hallgen.readers.documents import place_of, read_document
from hallgen.readers.exhibitors import name_key
from hallgen.readers.fair_faults import describe, fault_of
from hallgen.readers.inputs import own_input
from hallgen.readers.lined import Lined
from hallgen.readers.media_files import find_media
from hallgen.readers.references import resolve
from hallgen.readers.suggest import did_you_mean

FOLDER = "booths"
NAME = "booth.yaml"


def with_choices(
    halls: Sequence[Hall], folder: Path, products: Sequence[Product], diagnostics: Diagnostics
) -> tuple[Hall, ...]:
    """The halls, their booths with what the booth.yaml files of the fair folder say.

    A file that belongs to no booth is told and passed over, as is each value that is wrong.
    """
    numbers = BoothNumbers(halls)
    booths = {booth.id: booth for hall in halls for booth in hall.booths}
    chosen: dict[str, BoothChoices] = {}
    for path in sorted((folder / FOLDER).glob(f"*/{NAME}")):
        shown = f"{FOLDER}/{path.parent.name}/{NAME}"
        file = own_input(folder, shown, diagnostics)
        document = None if file is None else read_document(file, shown, diagnostics)
        if document is None:
            continue
        booth = _booth_of(path.parent.name, document, numbers, booths, shown, diagnostics)
        if booth is not None and booth.id in chosen:
            message = f"booth {booth.id} has another folder already."
            diagnostics.add(codes.REPEATED_BOOTH_FOLDER, place_of(document, (), shown), message)
        elif booth is not None:
            goods = [p for p in products if p.exhibitor in booth.exhibitors]
            chosen[booth.id] = _said(document, folder, shown, goods, diagnostics)
    return tuple(_chosen(hall, chosen) for hall in halls) if chosen else tuple(halls)


def read_choices(
    path: Path, shown: str, folder: Path, goods: Sequence[Product], diagnostics: Diagnostics
) -> BoothChoices:
    """What the file of a known booth says, that shows `goods`; nothing where there is none."""
    file = own_input(path.parent, path.name, diagnostics)
    document = None if file is None else read_document(file, shown, diagnostics)
    if document is None:
        return BoothChoices()
    return _said(document, folder, shown, goods, diagnostics)


def choices_file(folder: Path, booth: Booth) -> str:
    """Where an exhibitor writes what it chooses for its booth, from the fair folder: in the folder
    that there is, named by the booth's id or number; else by its id.
    """
    names = (f"{FOLDER}/{name}/{NAME}" for name in (booth.id, booth.number))
    return next(
        (name for name in names if (folder / name).is_file()), f"{FOLDER}/{booth.id}/{NAME}"
    )


def booth_folder(folder: Path, booth: Booth, halls: Sequence[Hall]) -> str:
    """The folder of a booth, from the fair folder: the one that there is, by its id or, where no
    other booth has that, by its number; else the one by its id.
    """
    alike = [one for hall in halls for one in hall.booths if one.number == booth.number]
    names = (booth.id, booth.number) if len(alike) == 1 else (booth.id,)
    paths = [f"{FOLDER}/{name}" for name in names]
    with_file = (path for path in paths if (folder / path / NAME).is_file())
    return next(with_file, next((path for path in paths if (folder / path).is_dir()), paths[0]))


def _said(
    document: Lined, folder: Path, shown: str, goods: Sequence[Product], diagnostics: Diagnostics
) -> BoothChoices:
    choices = _read(document, goods, shown, diagnostics)
    if choices.design is not None and choices.design not in names(BOOTH_DESIGNS):
        advice = did_you_mean(choices.design, names(BOOTH_DESIGNS)) or None
        place = place_of(document, ("design",), shown)
        message = f"no design {choices.design!r} is installed."
        diagnostics.add(codes.UNKNOWN_DESIGN, place, message, advice)
    return _with_video(choices, document, folder, shown, diagnostics)


def _chosen(hall: Hall, chosen: Mapping[str, BoothChoices]) -> Hall:
    booths = tuple(
        booth.model_copy(update={"choices": chosen[booth.id]}) if booth.id in chosen else booth
        for booth in hall.booths
    )
    return hall.model_copy(update={"booths": booths})


def _booth_of(
    name: str,
    document: Lined,
    numbers: BoothNumbers,
    booths: Mapping[str, Booth],
    shown: str,
    diagnostics: Diagnostics,
) -> Booth | None:
    """The booth whose id or number a folder's name is."""
    if name in booths:
        return booths[name]
    found = resolve(name, numbers)
    if len(found.booths) == 1:
        return booths[found.booths[0]]
    place = place_of(document, (), shown)
    if found.ambiguous:
        ids = ", ".join(found.ambiguous[0][1])
        diagnostics.add(codes.AMBIGUOUS_BOOTH_FOLDER, place, f"the number {name} is that of {ids}.")
    else:
        known = [words for booth in booths.values() for words in (booth.number, booth.id)]
        advice = did_you_mean(name, known) or None
        message = f"no plan has a booth {name}."
        diagnostics.add(codes.UNKNOWN_BOOTH_FOLDER, place, message, advice)
    return None


def _read(
    document: Lined, goods: Sequence[Product], shown: str, diagnostics: Diagnostics
) -> BoothChoices:
    """What a file says, without what is wrong in it."""
    try:
        choices = BoothChoices.model_validate(document)
    except ValidationError as invalid:
        faults = {f.path: f for f in (fault_of(error, document) for error in invalid.errors())}
        for fault in faults.values():
            kind, message, advice = describe(fault, BoothChoices)
            diagnostics.add(kind, place_of(document, fault.path, shown), message, advice)
        wrong = {path[0] for path in faults}
        sound = {key: value for key, value in document.items() if key not in wrong}
        if "status" in wrong:
            sound["status"] = BoothStatus.DRAFT  # who meant to hold it back is not to be surprised
        choices = BoothChoices.model_validate(sound)
    ids = tuple(_products(choices, document, goods, shown, diagnostics))
    return choices.model_copy(update={"products": ids})


def _with_video(
    choices: BoothChoices, document: Lined, folder: Path, shown: str, diagnostics: Diagnostics
) -> BoothChoices:
    """The choices with the path of their video from the fair folder, if there is such a file."""
    if choices.video is None:
        return choices
    place = place_of(document, ("video",), shown)
    said = str(document["video"])
    found: Path | None = None
    if is_remote(said):
        diagnostics.add(codes.REMOTE_MEDIA, place, "the video is given as a web address.")
    else:
        path = media_path(said, folder, shown)
        found = path if find_media(folder, path, place, diagnostics) else None
    return choices.model_copy(update={"video": found})


def _products(
    choices: BoothChoices,
    document: Lined,
    goods: Sequence[Product],
    shown: str,
    diagnostics: Diagnostics,
) -> Iterator[str]:
    """The ids of the products that are named, by id or by name in any language."""
    by_id = {product.id: product.id for product in goods}
    names = [(words, product.id) for product in goods for _, words in product.name.said]
    by_name = {name_key(words): id_ for words, id_ in names}
    for said in choices.products:
        found = by_id.get(said) or by_name.get(name_key(said))
        if found is not None:
            yield found
            continue
        advice = did_you_mean(said, [*by_id, *(words for words, _ in names)]) or None
        place = place_of(document, ("products",), shown)
        diagnostics.add(codes.UNKNOWN_CHOSEN_PRODUCT, place, f"nobody here shows {said!r}.", advice)
