"""The page that corrects a plan, served to this machine alone, and what it asks to be done."""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import Field, ValidationError

from hallgen import resources
from hallgen.build.serve import LocalServer, Rules, SiteHandler
from hallgen.diagnostics import Diagnostics
from hallgen.drafting.draft import Draft, save_draft
from hallgen.drafting.reading import read_hall
from hallgen.drafting.sheet import document_of
from hallgen.drafting.things import Corrected, FinitePoint, FiniteRing
from hallgen.errors import HallgenError
from hallgen.model import Frozen
from hallgen.readers.plans.booths import TOUCHES
from hallgen.readers.plans.editing import merge_shapes, split_shape
from hallgen.site.draft_page import draft_page, draft_words

#: The most bytes of one request: a plan of fifty thousand things.
_MOST: Final = 64_000_000
#: So many faults of a plan are told on the page; `hallgen check` tells all.
_TOLD: Final = 8
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_RULES: Final[Rules] = (
    (
        "*",
        (
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", _POLICY),
            ("X-Content-Type-Options", "nosniff"),
        ),
    ),
)


class _Split(Frozen):
    rings: tuple[FiniteRing, ...] = Field(min_length=1)
    line: tuple[FinitePoint, FinitePoint]


class _Merge(Frozen):
    things: tuple[Annotated[tuple[FiniteRing, ...], Field(min_length=1)], ...]
    scale: float = Field(gt=0)


class DraftServer(LocalServer):
    """Serves the page of one draft on the loopback address; port 0 takes a free one.

    Raises OSError when the port is taken.
    """

    def __init__(self, draft: Draft, language: str, port: int) -> None:
        handler = functools.partial(
            _DraftHandler, directory=str(draft.folder), rules=_RULES, draft=draft, language=language
        )
        super().__init__(handler, port)


class _DraftHandler(SiteHandler):
    """Gives out its own few pages and no file of the folder; changes only for its own page."""

    def __init__(self, *arguments: Any, draft: Draft, language: str, **options: Any) -> None:
        self._draft, self._language = draft, language
        super().__init__(*arguments, **options)

    def send_head(self) -> Any:
        made = self._pages.get(urlsplit(self.path).path)
        if made is None:
            self.send_error(404)
            return None
        kind, make = made
        return io.BytesIO(self._begin(200, kind, make()))

    def do_POST(self) -> None:  # noqa: N802 - the base's name
        """Do what the page asks."""
        size = self.sent("application/json", _MOST)
        act = self._acts.get(urlsplit(self.path).path)
        if size is not None and act is None:
            self.send_error(404)
        elif size is not None and act is not None:
            self.wfile.write(self._answer(act, self.rfile.read(size)))

    def _answer(self, act: Callable[[bytes], object], body: bytes) -> bytes:
        try:
            made = json.dumps(act(body), ensure_ascii=False).encode()
        except ValidationError as fault:
            first = fault.errors()[0]
            where = ".".join(map(str, first["loc"]))
            return self._begin(422, "text/plain", f"{where}: {first['msg']}".encode())
        except (HallgenError, OSError) as fault:
            return self._begin(409, "text/plain", str(fault).encode())
        return self._begin(200, "application/json", made)

    def _begin(self, status: int, kind: str, data: bytes) -> bytes:
        return self.begin(status, f"{kind}; charset=utf-8", data)

    @property
    def _pages(self) -> Mapping[str, tuple[str, Callable[[], bytes]]]:
        style = resources.assets() / "site" / "draft.css"
        return {
            "/": ("text/html", lambda: draft_page(self._language)),
            "/draft.css": ("text/css", style.read_bytes),
            "/draft.js": ("text/javascript", _script),
            "/sheet.svg": ("image/svg+xml", lambda: document_of(self._draft.sheet).encode()),
            "/state.json": ("application/json", self._state),
        }

    @property
    def _acts(self) -> Mapping[str, Callable[[bytes], object]]:
        return {"/split": _split, "/merge": _merge, "/save": self._save}

    def _state(self) -> bytes:
        draft = self._draft
        sheet = draft.sheet
        state = {
            "name": draft.name,
            "scale": draft.scale,
            "things": [thing.model_dump(mode="json") for thing in draft.things],
            "sheet": {"x": sheet.x, "y": sheet.y, "width": sheet.width, "height": sheet.height},
            "picture": "sheet.svg",
            "words": draft_words(self._language),
        }
        return json.dumps(state, ensure_ascii=False).encode()

    def _save(self, body: bytes) -> dict[str, list[str]]:
        """Save, read again what was saved, and tell what is wrong with it."""
        draft, found = self._draft, Diagnostics()
        save_draft(draft, Corrected.model_validate_json(body))
        read = read_hall(draft.folder, draft.hall, found)
        count = 0 if read.understood is None else len(read.understood.plan.booths)
        words = draft_words(self._language)
        said = words["saved"].replace("{file}", draft.file).replace("{count}", str(count))
        faults = [f"{one.code}: {one.message}" for one in found.by_place()]
        more = [f"+ {len(faults) - _TOLD}"] if len(faults) > _TOLD else []
        return {"said": [said, *faults[:_TOLD], *more]}


def _split(body: bytes) -> object:
    asked = _Split.model_validate_json(body)
    return split_shape(asked.rings, asked.line)


def _merge(body: bytes) -> object:
    asked = _Merge.model_validate_json(body)
    return merge_shapes(asked.things, TOUCHES / asked.scale)


def _script() -> bytes:
    return Path(resources.viewer() / "inline" / "draft.js").read_bytes()
