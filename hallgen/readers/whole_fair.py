"""A whole fair in one JSON file: all that is known of it, as `hallgen export FAIR json` writes it.

Its schema is `assets/schema/whole-fair.schema.json`, made from the model (`readers/schema.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import FairError
from hallgen.model import Booth, Fair, Frozen

#: So many faults of one file are told.
_MOST_FAULTS: Final = 50


class WholeFair(Frozen):
    """The file. Paths of media are from the folder that the file lies in."""

    format: Literal[1] = 1
    fair: Fair


def read_whole_fair(path: Path, diagnostics: Diagnostics) -> Fair:
    """The fair in the file at `path`; its folder is the file's. Raises FairError where it is none.

    Relations to ids that nothing has are told and left out.
    """
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        message = f"it cannot be read as JSON: {error}."
        diagnostics.add(codes.BAD_SYNTAX, Place(path.name, line), message)
        raise FairError(f"{path.name} cannot be read, so there is nothing to export.") from error
    if isinstance(document, dict) and isinstance(document.get("fair"), dict):
        document["fair"]["folder"] = str(path.parent)
        document.pop("$schema", None)
    try:
        fair = WholeFair.model_validate(document).fair
    except ValidationError as error:
        for fault in error.errors(include_url=False)[:_MOST_FAULTS]:
            where = ".".join(map(str, fault["loc"])) or None
            message = f"{fault['msg']}."
            diagnostics.add(codes.BAD_VALUE, Place(path.name, item=where), message)
        raise FairError(f"{path.name} is no whole fair of format 1.") from error
    return _related(fair, path.name, diagnostics)


def whole_fair_text(fair: Fair) -> str:
    """What a file says of a fair: everything but where its folder is."""
    said = WholeFair(fair=fair).model_dump(
        mode="json", exclude={"fair": {"folder"}}, exclude_defaults=True
    )
    document = {"format": 1, "fair": said["fair"]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def whole_fair_schema() -> dict[str, Any]:
    """The schema of the file, without the fair's folder, which is where the file lies."""
    schema = WholeFair.model_json_schema()
    fair = schema["$defs"]["Fair"]
    del fair["properties"]["folder"]
    fair["required"].remove("folder")
    schema["properties"]["$schema"] = {"type": "string"}
    return schema


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _related(fair: Fair, name: str, diagnostics: Diagnostics) -> Fair:
    """The fair without relations to what is not in it."""
    exhibitors = {one.id for one in fair.exhibitors}
    booths = {booth.id for hall in fair.halls for booth in hall.booths}
    for item, id_ in _dangling(fair, exhibitors, booths):
        message = f"{item}: nothing has the id {id_!r}."
        diagnostics.add(codes.EXPORT_BROKEN_RELATION, Place(name, item=item), message)

    def booth(one: Booth) -> Booth:
        ids = [id_ for id_ in one.exhibitors if id_ in exhibitors]
        update = {"main_exhibitor": ids[0] if ids else None, "co_exhibitors": tuple(ids[1:])}
        return one.model_copy(update=update)

    return fair.model_copy(
        update={
            "halls": tuple(
                hall.model_copy(update={"booths": tuple(map(booth, hall.booths))})
                for hall in fair.halls
            ),
            "exhibitors": tuple(
                one.model_copy(update={"booths": tuple(b for b in one.booths if b in booths)})
                for one in fair.exhibitors
            ),
            "products": tuple(one for one in fair.products if one.exhibitor in exhibitors),
            "sessions": tuple(
                one if one.exhibitor in exhibitors else one.model_copy(update={"exhibitor": None})
                for one in fair.sessions
            ),
        }
    )


def _dangling(fair: Fair, exhibitors: set[str], booths: set[str]) -> Iterator[tuple[str, str]]:
    """Every relation that leads nowhere: what has it, and the id."""
    for hall in fair.halls:
        for booth in hall.booths:
            yield from ((f"booth {booth.id}", i) for i in booth.exhibitors if i not in exhibitors)
    for one in fair.exhibitors:
        yield from ((f"exhibitor {one.id}", id_) for id_ in one.booths if id_ not in booths)
    for product in fair.products:
        if product.exhibitor not in exhibitors:
            yield f"product {product.id}", product.exhibitor
    for session in fair.sessions:
        if session.exhibitor is not None and session.exhibitor not in exhibitors:
            yield f"session {session.id}", session.exhibitor
