"""What a plan's file seems to be: drafts of its halls' entries in fair.yaml, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from shapely import Polygon as ShapelyPolygon

from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Polygon
from hallgen.readers.fair_file import NumberSource, PlanSource, Role, YAxis
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.formats import PDFS, TABLES, is_geojson, read_drawing
from hallgen.readers.plans.guess_halls import split_halls
from hallgen.readers.plans.guess_layers import guess_layers, guess_number_pattern
from hallgen.readers.plans.guess_table import guess_tables
from hallgen.readers.plans.hall_names import hall_named
from hallgen.readers.plans.numbers import LETTERS, where_numbers_are
from hallgen.readers.plans.pdf import count_pages
from hallgen.readers.plans.reading import Understood, read_plan, understand
from hallgen.readers.plans.roles import Parts, sort_by_role
from hallgen.readers.plans.scale import metres_per_unit, propose

#: So many shapes of the size of booths are booths, though none has a number.
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class GuessedHall:
    """A draft of one hall's plan, and the booth numbers that are read with it.

    `id` is what the file calls the hall, or None where it has but one.
    """

    id: str | None
    source: PlanSource
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGuess:
    """The halls in a file, and what was guessed, a line for a person each."""

    halls: tuple[GuessedHall, ...]
    lines: tuple[str, ...]


def guess_plan(
    path: Path, name: str | None = None, diagnostics: Diagnostics | None = None
) -> PlanGuess:
    """Guess unit, scale, layers and columns of the plan at `path`, which fair.yaml will call
    `name`. A file that cannot be read has no halls; where it or no booth of it can be read,
    `diagnostics` tell why.
    """
    name = path.name if name is None else name
    found = Diagnostics() if diagnostics is None else diagnostics
    drafts: list[tuple[str | None, PlanSource]] = [(None, PlanSource(file=name))]
    lines: list[str] = []
    if path.suffix.lower() in TABLES and path.is_file() and not is_geojson(path):
        drafts, lines = guess_tables(path, name, found)
        if len(drafts) > 1:
            drafts = _with_one_scale(path, drafts, lines, found)
    elif path.suffix.lower() in PDFS and path.is_file() and (pages := count_pages(path)) > 1:
        drafts = _pages(path, pages, name)
    else:
        drafts = _parts_of(path, drafts[0][1], lines)
    halls: list[GuessedHall] = []
    for hall, draft in drafts:
        drawing = read_drawing(path, draft, name, found)
        if drawing is None:
            continue
        source = _completed(drawing, draft, lines)
        faults = Diagnostics()
        plan = read_plan(path, source, hall or "hall", name, faults)
        alone = len(drafts) == 1  # of several, one without numbers is a page with the terms
        counted = _counted(path, source, hall or "hall") if alone and plan is None else None
        if counted is not None:
            source, faults = counted, Diagnostics()
            plan = read_plan(path, source, hall or "hall", name, faults)
            lines.append("no number can be read; booths are counted (unsure: please check).")
        if plan is None:
            found.extend(faults)
        numbers = tuple(booth.number for booth in plan.booths) if plan else ()
        if not numbers and len(drafts) > 1:
            continue  # a page with the terms, a level with nothing but stairs
        lines.append(f"{len(numbers)} booths are read from {f'hall {hall}' if hall else 'it'}.")
        halls.append(GuessedHall(hall, source, numbers))
    return PlanGuess(tuple(halls), tuple(f"{name}: {line}" for line in dict.fromkeys(lines)))


def _counted(path: Path, source: PlanSource, hall: str) -> PlanSource | None:
    """The draft of a drawing without any number, if enough of it looks like booths."""
    if source.table is not None or source.numbers is NumberSource.COLUMN:
        return None
    counted = source.model_copy(update={"numbers": NumberSource.ORDER, "number": None})
    plan = read_plan(path, counted, hall, source.file, Diagnostics())
    return counted if plan is not None and len(plan.booths) >= _FEWEST else None


def _pages(path: Path, count: int, name: str) -> list[tuple[str | None, PlanSource]]:
    """The pages of a PDF, each a hall, by its name where one is written on it."""
    drafts: list[tuple[str | None, PlanSource]] = []
    for page in range(1, count + 1):
        source = PlanSource(file=name, page=page)
        drawing = read_drawing(path, source, name, Diagnostics())
        texts = [label.text for label in drawing.titles] if drawing is not None else []
        named = {hall for text in texts if (hall := hall_named(text))}
        drafts.append((named.pop() if len(named) == 1 else f"page-{page}", source))
    names = [hall for hall, _ in drafts]
    if len(set(names)) < len(names):  # a sheet that shows the others small
        drafts = [(f"page-{at}", source) for at, (_, source) in enumerate(drafts, start=1)]
    return drafts


def _parts_of(
    path: Path, draft: PlanSource, lines: list[str]
) -> list[tuple[str | None, PlanSource]]:
    """The halls of one drawing, or the one that it is, which stays as it is."""
    drawing = read_drawing(path, draft, draft.file, Diagnostics())
    if drawing is None:
        return [(None, draft)]
    whole = _completed(drawing, draft, [])
    read = understand(path, whole, "hall", draft.file, Diagnostics())
    booths = (
        [] if read is None else [_on_drawing(booth.outline, read) for booth in read.plan.booths]
    )
    drafts, said = split_halls(drawing, draft, booths)
    if not drafts:
        return [(None, draft)]
    lines.append(said)
    _with_scale(drawing, _with_layers(drawing, draft, []), lines)
    return [(hall, one.model_copy(update={"scale": whole.scale})) for hall, one in drafts]


def _on_drawing(outline: Polygon, read: Understood) -> ShapelyPolygon:
    """A booth's outline in the units and on the axes of its drawing."""
    up = -read.scale if read.y is YAxis.DOWN else read.scale
    west, south = read.origin
    return ShapelyPolygon([((x + west) / read.scale, (y + south) / up) for x, y in outline.outer])


def _with_one_scale(
    path: Path,
    drafts: list[tuple[str | None, PlanSource]],
    lines: list[str],
    diagnostics: Diagnostics,
) -> list[tuple[str | None, PlanSource]]:
    """The drafts of halls in one drawing, all with the scale that fits it as a whole."""
    first = drafts[0][1]
    table = first.table.model_copy(update={"where": {}}) if first.table is not None else None
    whole = first.model_copy(update={"table": table})
    drawing = read_drawing(path, whole, whole.file, diagnostics)
    if drawing is None:
        return drafts
    scale = _with_scale(drawing, whole, lines).scale
    return [(hall, draft.model_copy(update={"scale": scale})) for hall, draft in drafts]


def _completed(drawing: Drawing, source: PlanSource, lines: list[str]) -> PlanSource:
    """The draft with its layers, its numbers, its axis and its scale."""
    source = _with_layers(drawing, source, lines)
    if source.table is None:
        source = _with_numbers(drawing, source, lines)
    y = source.y or drawing.y
    lines.append(f"y is taken to grow {y.value}, as is usual for such files.")
    source = source.model_copy(update={"y": y})
    return _with_scale(drawing, source, lines)


def _with_layers(drawing: Drawing, source: PlanSource, lines: list[str]) -> PlanSource:
    layers = guess_layers(drawing)
    for role in Role:
        patterns = getattr(layers, role.value)
        if patterns:
            lines.append(f"{', '.join(patterns)}: taken for {role.value} (by name, likely).")
    return source.model_copy(update={"layers": layers})


def _with_numbers(drawing: Drawing, source: PlanSource, lines: list[str]) -> PlanSource:
    parts = _parts(drawing, source)
    numbers = where_numbers_are(source, parts, None)
    many = Counter(id(shape.mark) for shape in parts[Role.BOOTHS].shapes)
    ids = [s.mark.id for s in parts[Role.BOOTHS].shapes if many[id(s.mark)] < LETTERS]
    pattern = guess_number_pattern(ids)
    if pattern is not None and numbers is not NumberSource.COLUMN:
        labels = len(parts[Role.LABELS].labels)
        if labels < pattern.count:
            lines.append(f"booth numbers are taken from ids, by {pattern.regex} (likely).")
            update = {"numbers": NumberSource.ID, "number": pattern.regex}
            return source.model_copy(update=update)
    where = {
        NumberSource.LABEL: "the texts in the shapes",
        NumberSource.ID: "the shapes' ids",
        NumberSource.COLUMN: "what the shapes say of themselves",
        NumberSource.ORDER: "the order in which one reads",
    }
    lines.append(f"booth numbers are taken from {where[numbers]} (likely).")
    return source.model_copy(update={"numbers": numbers})


def _with_scale(drawing: Drawing, source: PlanSource, lines: list[str]) -> PlanSource:
    if source.scale is not None or source.unit is not None:
        return source
    part = _parts(drawing, source)[Role.BOOTHS]
    stated = metres_per_unit(drawing, part, source, Place(source.file), Diagnostics())
    if stated is not None:
        lines.append(f"a unit of the drawing is {stated:.6g} m, as the file says (sure).")
        return source
    proposal = propose(drawing, source)
    if proposal is None:
        lines.append("nothing tells its scale; set scale or unit.")
        return source
    scale = float(f"{proposal.scale:.6g}")
    lines.append(f"scale is {scale:g} metres a unit, {proposal.reason} ({proposal.certainty}).")
    return source.model_copy(update={"scale": scale})


def _parts(drawing: Drawing, source: PlanSource) -> Parts:
    return sort_by_role(drawing, source.layers, Place(source.file), Diagnostics())
