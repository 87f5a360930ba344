"""Rows of the exhibitor lists into exhibitors, each once, with what the rows say of booths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.model import RichMedia, Text
from hallgen.readers.columns import Cells, columns_of, is_remote, media_path
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import TableKind
from hallgen.readers.rich_media import merged_media, read_media, remote_media
from hallgen.readers.tables import Table

#: What only a row that means an exhibitor has.
_OF_EXHIBITORS = ("id", "website", "email", "phone", "logo", "main_exhibitor")
#: Texts of an exhibitor but its name.
_TEXTS = ("intro", "country", "city", "address", "tier")
#: A WeChat id, of a person or an account.
_WECHAT = re.compile(r"[\w-]{2,40}")
#: How lists call those who share another's booth.
_SHARES = re.compile(
    r"\b(?:co|sub|joint)[\s-]?exhibitor|mitaussteller|unteraussteller|co-?(?:exposant|expositor"
    r"|espositor)|联合|共同|同展|공동",
    re.IGNORECASE,
)
_COLOR = re.compile(r"^#?([0-9a-fA-F]{6})$")
MAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+")
DOMAIN = re.compile(r"^(?:https?://)?[^\s/@:]+\.[^\s/@:]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What one row says of a booth: the reference, and its hall if there is a column for that."""

    text: str
    hall: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listed:
    """An exhibitor as its rows have it. `given_id` is None where the list has no ids; it `shares`
    another's booth where the list calls it a co-exhibitor without saying whose.
    """

    given_id: str | None
    name: Text
    place: Place
    texts: Mapping[str, Text] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    logo: Path | None = None
    wechat_code: Path | None = None
    media: RichMedia = field(default_factory=RichMedia)
    categories: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    main_exhibitor: str = ""
    shares: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Its names in the form in which names are compared."""
        return frozenset(name_key(words) for _, words in self.name.said)


def name_key(name: str) -> str:
    """Letters and digits only, without case or width: "A&T Ltd." is "atltd"."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if char.isalnum()) or folded


def read_listed(
    table: Table,
    source: TableSource,
    languages: Sequence[str],
    folder: Path,
    diagnostics: Diagnostics,
) -> tuple[Listed, ...]:
    """One per row that has a name, in the order of the file."""
    columns = columns_of(TableKind.EXHIBITORS, source, table, languages, diagnostics)
    if not has_column(columns, "name", table, diagnostics):
        return ()
    found: list[Listed] = []
    free: list[Place] = []
    remote = others = 0
    for row in table.rows:
        cells = Cells(row, columns)
        name = cells.said("name")
        if not name:
            if cells.text("booth") and not _says_more(cells):
                free.append(row.place)
            else:
                diagnostics.add(codes.ROW_WITHOUT_NAME, row.place, "the row has no name.")
            continue
        logo = cells.text("logo")
        remote += is_remote(logo)
        others += remote_media(cells)
        found.append(
            Listed(
                given_id=cells.text("id") or None,
                name=name,
                place=row.place,
                texts={key: cells.said(key) for key in _TEXTS},
                facts=_facts(cells, diagnostics),
                logo=media_path(logo, folder, table.file) if logo and not is_remote(logo) else None,
                wechat_code=_wechat_code(cells, folder, table.file),
                media=read_media(cells, folder, table.file, languages),
                categories=cells.said_items("category"),
                tags=cells.items("tags"),
                references=_references(cells),
                main_exhibitor=cells.text("main_exhibitor"),
                shares=bool(_SHARES.search(cells.text("role"))),
            )
        )
        found += _co_exhibitors(cells, cells.text("id") or name.best())
    if free:
        count = "a row has" if len(free) == 1 else f"{len(free)} rows have"
        where = free[0] if len(free) == 1 else Place(table.file)
        diagnostics.add(codes.FREE_BOOTHS, where, f"{count} a booth and no exhibitor.")
    if remote:
        diagnostics.add(
            codes.REMOTE_MEDIA, Place(table.file), f"{remote} logo(s) are given as web addresses."
        )
    if others:
        message = f"{others} video(s) or other file(s) are given as web addresses."
        diagnostics.add(codes.REMOTE_MEDIA, Place(table.file), message)
    return tuple(found)


def _co_exhibitors(cells: Cells, main: str) -> Iterator[Listed]:
    """Those whom a row names as sharing its booth. They may have rows of their own as well."""
    nothing = {key: Text() for key in _TEXTS}
    facts = {"website": "", "email": "", "color": "", "phone": "", "wechat": ""}
    for name in cells.items("co_exhibitors"):
        said = Text.model_validate(name)
        yield Listed(None, said, cells.row.place, nothing, facts, main_exhibitor=main)


def _says_more(cells: Cells) -> bool:
    """Whether a row without a name means an exhibitor all the same."""
    return any(map(cells.text, _OF_EXHIBITORS)) or any(map(cells.said, ("intro", "address")))


def has_column(
    columns: Mapping[str, str], needed: str, table: Table, diagnostics: Diagnostics
) -> bool:
    """Whether the table has a column for `needed`; if not, that is told."""
    if any(name.split(".")[0] == needed for name in columns):
        return True
    if table.columns:  # an empty table is told already
        names = ", ".join(name[:30] for name in table.columns[:20])
        diagnostics.add(
            codes.NO_NAME_COLUMN,
            Place(table.file),
            f"no column is the {needed}; there are: {names}.",
        )
    return False


def merged(listed: Iterable[Listed], diagnostics: Diagnostics) -> tuple[Listed, ...]:
    """Each exhibitor once: rows of one id, or of one name that say nothing different."""
    kept: list[Listed] = []
    by_id: dict[str, int] = {}
    by_name: dict[str, int] = {}
    rows: dict[int, list[Place]] = {}
    for row in listed:
        at = _same(row, kept, by_id, by_name)
        if at is not None and (conflict := _conflict(row, kept[at])):
            kind, message = conflict
            diagnostics.add(kind, row.place, message)
            if kind is codes.REPEATED_EXHIBITOR:
                continue
            at = None
        if at is None:
            at = len(kept)
            kept.append(row)
        else:
            rows.setdefault(at, [kept[at].place]).append(row.place)
            kept[at] = _joined(kept[at], row)
        if row.given_id is not None:
            by_id.setdefault(row.given_id, at)
        for key in row.keys:
            by_name.setdefault(key, at)
    for at, places in rows.items():
        others = ", ".join(str(place.line or place) for place in places[1:])
        message = f"{kept[at].name.best()!r} has {len(places)} rows: here and at {others}."
        diagnostics.add(codes.JOINED_ROWS, places[0], message)
    return tuple(kept)


def _conflict(row: Listed, known: Listed) -> tuple[Code, str] | None:
    """Why a row of a known id or name is not that exhibitor, if it is not."""
    if row.given_id is not None and row.given_id == known.given_id:
        if row.keys & known.keys:
            return None  # the id settles it; what the first row says counts
        said = f"the id {row.given_id!r} is that of {known.name.best()!r} ({known.place})."
        return codes.REPEATED_EXHIBITOR, said
    if _agree(row, known):
        return None
    said = f"{row.name.best()!r} is in {known.place} with other details."
    return codes.EXHIBITORS_OF_ONE_NAME, said


def _same(
    row: Listed, kept: Sequence[Listed], by_id: Mapping[str, int], by_name: Mapping[str, int]
) -> int | None:
    """Where the exhibitor of the row is in `kept` already. Ids that differ are two exhibitors."""
    if row.given_id is not None and row.given_id in by_id:
        return by_id[row.given_id]
    found = {by_name[key] for key in row.keys if key in by_name}
    open_ = [at for at in sorted(found) if row.given_id is None or kept[at].given_id is None]
    return open_[0] if open_ else None


def _agree(one: Listed, other: Listed) -> bool:
    """Whether two rows contradict each other nowhere."""
    texts = [(one.name, other.name), *((one.texts[k], other.texts[k]) for k in one.texts)]
    said = [(a.get(tag), b.get(tag)) for a, b in texts for tag, _ in a.said]
    facts = [(one.facts[key], other.facts[key]) for key in one.facts]
    media = [(str(one.logo or ""), str(other.logo or ""))]
    return all(not a or not b or name_key(a) == name_key(b) for a, b in (*said, *facts, *media))


def _joined(first: Listed, other: Listed) -> Listed:
    return replace(
        first,
        given_id=first.given_id or other.given_id,
        name=_both(first.name, other.name),
        texts={key: _both(first.texts[key], other.texts[key]) for key in first.texts},
        facts={key: first.facts[key] or other.facts[key] for key in first.facts},
        logo=first.logo or other.logo,
        wechat_code=first.wechat_code or other.wechat_code,
        media=merged_media(first.media, other.media),
        categories=tuple(dict.fromkeys(first.categories + other.categories)),
        tags=tuple(dict.fromkeys(first.tags + other.tags)),
        references=first.references + other.references,
        main_exhibitor=first.main_exhibitor or other.main_exhibitor,
        shares=first.shares and other.shares,
    )


def _both(first: Text, other: Text) -> Text:
    return Text.model_validate({**dict(other.said), **dict(first.said)}) if other else first


def _facts(cells: Cells, diagnostics: Diagnostics) -> dict[str, str]:
    """What has a form to keep: an address of the web or for mail, a colour."""
    website, email, color = cells.text("website"), cells.text("email"), cells.text("color")
    facts = {"website": "", "email": "", "color": "", "phone": cells.text("phone")}
    facts["wechat"] = _wechat(cells, diagnostics)
    if website and DOMAIN.match(website):
        facts["website"] = website if "://" in website else f"https://{website}"
    elif website:
        _tell(cells, f"{website[:60]!r} is no web address.", diagnostics)
    if match := MAIL.search(email):
        facts["email"] = match[0]
    elif email:
        _tell(cells, f"{email[:60]!r} is no mail address.", diagnostics)
    if match := _COLOR.match(color):
        facts["color"] = f"#{match[1].lower()}"
    elif color:
        _tell(cells, f"{color[:60]!r} is no colour such as #1f4fa3.", diagnostics)
    return facts


def _wechat(cells: Cells, diagnostics: Diagnostics) -> str:
    """An id, or an address that WeChat opens; '' also where it is a picture."""
    said = cells.text("wechat")
    if not said or _is_picture(said):
        return ""
    if _WECHAT.fullmatch(said) or (said.startswith("https://") and DOMAIN.match(said)):
        return said
    _tell(cells, f"{said[:60]!r} is no WeChat id, no address and no picture.", diagnostics)
    return ""


def _wechat_code(cells: Cells, folder: Path, file: str) -> Path | None:
    """The picture of a code that WeChat reads."""
    said = cells.text("wechat")
    return media_path(said, folder, file) if _is_picture(said) and not is_remote(said) else None


def _is_picture(said: str) -> bool:
    return Path(said).suffix.lower() in {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"}


def _tell(cells: Cells, message: str, diagnostics: Diagnostics) -> None:
    diagnostics.add(codes.BAD_CELL, cells.row.place, message)


def _references(cells: Cells) -> tuple[Reference, ...]:
    """The row's references. A list of halls as long as that of booths has one for each."""
    column = cells.columns.get("booth")
    if column is None:
        return ()
    booths, halls = cells.parts("booth"), cells.parts("hall")
    if len(booths) == len(halls) > 1:
        pairs = list(zip(booths, halls, strict=True))
    else:
        pairs = [(text, cells.text("hall")) for text in cells.row.texts(column)]
    return tuple(Reference(text, hall, cells.row.place) for text, hall in pairs)
