"""Exhibitors, products and programme as tables, whose headers the readers know by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hallgen.diagnostics import Diagnostics
from hallgen.exports.stands import Stands
from hallgen.model import (
    UNDETERMINED,
    Exhibitor,
    Fair,
    ModelParts,
    Product,
    RichMedia,
    Session,
    Text,
)
from hallgen.readers.tables.cells import classes, data_sheet, in_languages, listed, paths

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts: its kind as fair.yaml calls it, its columns in order, and its rows."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sheets_of(fair: Fair, diagnostics: Diagnostics) -> tuple[Sheet, ...]:
    """The tables of a fair: of exhibitors, and of products and the programme where it has any.

    What cannot be said in a list is told.
    """
    stands = Stands(fair, diagnostics)
    found = (
        _sheet("exhibitors", [_exhibitor(one, stands) for one in fair.exhibitors]),
        _sheet("products", [_product(one) for one in fair.products]),
        _sheet("programme", [_session(one) for one in fair.sessions]),
    )
    return tuple(sheet for sheet in found if sheet.rows or sheet.kind == "exhibitors")


#: The order of columns; those of one text are side by side, in the order in which they are met.
_ORDER = (
    *("id", "name", "title", "date", "start", "end", "exhibitor", "booth", "main_exhibitor"),
    *(
        "category",
        "tier",
        "description",
        "intro",
        "specifications",
        "classification",
        "country",
        "city",
    ),
    *("address", "website", "email", "phone", "wechat", "logo", "color", "tags", "images"),
    *("model", "publish_from"),
    *(
        "model_scale",
        "model_up",
        "model_rotate",
        "model_parts",
        "location",
        "speakers",
        "watch",
        "video",
    ),
    *("captions", "documents", "panoramas", "highlight"),
)


def _sheet(kind: str, rows: Iterable[Row]) -> Sheet:
    kept = tuple({column: cell for column, cell in row.items() if cell} for row in rows)
    columns = dict.fromkeys(column for row in kept for column in row)
    order = {name: at for at, name in enumerate(_ORDER)}
    return Sheet(kind, tuple(sorted(columns, key=lambda c: order[c.partition(".")[0]])), kept)


def _exhibitor(one: Exhibitor, stands: Stands) -> Row:
    booth, main = stands.cells(one)
    return {
        "id": one.id,
        **_said("name", one.name),
        "booth": booth,
        "main_exhibitor": main,
        **_lists("category", one.categories),
        **_said("tier", one.tier),
        **_said("intro", one.intro),
        **_said("country", one.country),
        **_said("city", one.city),
        **_said("address", one.address),
        "website": one.website or "",
        "email": one.email or "",
        "phone": one.phone or "",
        "wechat": one.wechat_code.as_posix() if one.wechat_code else one.wechat or "",
        "logo": one.logo.as_posix() if one.logo else "",
        "color": one.color or "",
        "tags": listed(one.tags) if one.tags else "",
        **_media(one.media),
    }


def _product(one: Product) -> Row:
    pose = one.pose
    return {
        "id": one.id,
        **_said("name", one.name),
        "exhibitor": one.exhibitor,
        **_said("category", one.category),
        **_said("description", one.description),
        **{f"specifications.{tag}": cell for tag, cell in data_sheet(one.specifications).items()},
        "classification": classes(one.classifications) if one.classifications else "",
        "images": paths(one.images) if one.images else "",
        "model": one.model.as_posix() if one.model else "",
        "model_scale": "" if pose.scale is None else repr(pose.scale),
        "model_up": pose.up or "",
        "model_rotate": repr(pose.rotate) if pose.rotate else "",
        "model_parts": "" if pose.parts is ModelParts.TOGETHER else pose.parts.value,
        **_media(one.media),
        "highlight": "yes" if one.highlight else "",
        "publish_from": one.publish_from.isoformat() if one.publish_from else "",
    }


def _session(one: Session) -> Row:
    return {
        "id": one.id,
        **_said("title", one.title),
        "start": f"{one.start:%Y-%m-%d %H:%M}",
        "end": f"{one.end:%Y-%m-%d %H:%M}" if one.end else "",
        "exhibitor": one.exhibitor or "",
        **_said("description", one.description),
        **_said("location", one.location),
        **_speakers(one.speakers),
        "watch": one.recording.as_posix() if one.recording else one.watch or "",
    }


def _said(field: str, text: Text) -> Row:
    return {f"{field}.{tag}": words for tag, words in text.said}


def _lists(field: str, texts: Sequence[Text]) -> Row:
    return {f"{field}.{tag}": cell for tag, cell in in_languages(texts).items()}


def _speakers(names: Sequence[Text]) -> Row:
    """Names of which nobody said the language are in a column of their own name."""
    return {field.removesuffix(f".{UNDETERMINED}"): cell for field, cell in
            _lists("speakers", names).items()}  # fmt: skip


def _media(media: RichMedia) -> Row:
    return {
        "video": listed([media.video.as_posix()]) if media.video else "",
        **{f"captions.{one.language}": paths((one.file,)) for one in media.captions},
        "documents": paths(media.documents) if media.documents else "",
        "panoramas": paths(media.panoramas) if media.panoramas else "",
    }
