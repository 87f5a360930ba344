"""What a built site asks of a visitor's line and device, beside its budgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallgen import codes
from hallgen.build.budget_lines import BudgetLine
from hallgen.build.budgets import BoothBudget, Budgets, MemoryBudget, ModelBudget
from hallgen.build.files import sizes
from hallgen.build.levels import Group, HallFiles, TileFile
from hallgen.build.weights import BoothModel, HallWeight, weigh
from hallgen.diagnostics import Code, Diagnostics, Place

#: How many of those above a budget a diagnostic names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A budget, and what is measured against it, by the booth, hall or file it is of."""

    name: str
    budget: int
    values: Mapping[str, int]
    code: Code

    @property
    def largest(self) -> tuple[str, int]:
        return max(self.values.items(), key=lambda item: (item[1], item[0]))

    @property
    def above(self) -> list[str]:
        """What is over the budget, the worst first."""
        found = [item for item in self.values.items() if item[1] > self.budget]
        return [name for name, _ in sorted(found, key=lambda item: (-item[1], item[0]))]

    @property
    def line(self) -> BudgetLine:
        """The figure as it is told."""
        above = {name: self.values[name] for name in self.above}
        return BudgetLine(self.name, self.budget, self.largest, len(self.values), above)


def measure(site: Path, budgets: Budgets) -> tuple[Figure, ...]:
    """Every figure of which the site has something to measure."""
    return figures_of(weigh(site, budgets.memory), sizes(site), budgets)


def figures_of(
    weights: Sequence[HallWeight], made: Mapping[str, int], budgets: Budgets
) -> tuple[Figure, ...]:
    """The same of halls that were weighed, in a site of files of these bytes."""
    halls = [weight.files for weight in weights]
    figures = [
        *_booths(weights, made, budgets.booths),
        *_sections(halls, budgets),
        Figure(
            "triangles of a booth from afar",
            budgets.far.triangles,
            {
                group.far.address: round(group.far.stats.triangles / len(group.booths))
                for hall in halls
                for group in hall.groups
            },
            codes.FAR_HEAVY,
        ),
        Figure(
            f"bytes of a hall for each {budgets.shell.area:,.0f} m2",
            budgets.shell.bytes,
            {
                hall.shell.address: round(
                    _with_pictures(hall.shell, made) / max(1.0, hall.area / budgets.shell.area)
                )
                for hall in halls
                if hall.shell is not None
            },
            codes.SHELL_HEAVY,
        ),
        *_models(halls, budgets.model),
        *_memory(weights, budgets.memory),
        Figure("bytes of a file", budgets.file, made, codes.FILE_TOO_LARGE),
    ]
    return tuple(figure for figure in figures if figure.values)


def tell(figures: Sequence[Figure], diagnostics: Diagnostics) -> None:
    """Report each budget that something is above."""
    for figure in figures:
        above = figure.above
        if not above:
            continue
        named = ", ".join(f"{name} ({figure.values[name]:,})" for name in above[:_NAMED])
        more = f" and {len(above) - _NAMED} more" if len(above) > _NAMED else ""
        diagnostics.add(
            figure.code,
            Place("fair.json", item=figure.name),
            f"{len(above)} of {len(figure.values)} are above {figure.budget:,}: {named}{more}.",
        )


def _sections(halls: Sequence[HallFiles], budgets: Budgets) -> Iterator[Figure]:
    """Each hall's groups near, in proportion to as many booths as a section has.

    Products count as they are seen from where one sees so many booths; their models have figures
    of their own.
    """
    section = budgets.section
    calls: dict[str, int] = {}
    triangles: dict[str, int] = {}
    for hall in halls:
        near = [tile for group in hall.groups for tile in (group.near, *group.exhibits)]
        booths = sum(len(group.booths) for group in hall.groups)
        share = min(1.0, section.booths / max(booths, 1))
        calls[hall.hall] = round(share * sum(tile.draws for tile in near))
        triangles[hall.hall] = round(share * sum(tile.stats.triangles for tile in near))
    for name, budget, values in (
        ("draw calls", section.draw_calls, calls),
        ("triangles", section.triangles, triangles),
    ):
        yield Figure(f"{name} of {section.booths} booths near", budget, values, codes.SECTION_HEAVY)


def _models(halls: Sequence[HallFiles], budget: ModelBudget) -> Iterator[Figure]:
    """Products' own models where they stand, each file once."""
    models = {m.address: m for hall in halls for group in hall.groups for m in group.models}
    for name, most, values in (
        ("bytes", budget.bytes, {a: m.stats.bytes for a, m in models.items()}),
        ("triangles", budget.triangles, {a: m.stats.triangles for a, m in models.items()}),
        ("draw calls", budget.draw_calls, {a: m.stats.draw_calls for a, m in models.items()}),
    ):
        yield Figure(f"{name} of a model near", most, values, codes.MODEL_NEAR_HEAVY)


def _memory(weights: Sequence[HallWeight], budgets: Sequence[MemoryBudget]) -> Iterator[Figure]:
    """What a phone must hold at the worst place of each hall, and which tiles are most of it."""
    for budget in budgets:
        worst = {weight.files.hall: weight.worst[budget.tier] for weight in weights}
        values = {
            f"{hall} at {spot.spot[0]:.0f},{spot.spot[1]:.0f} ({', '.join(spot.tiles)})": spot.bytes
            for hall, spot in worst.items()
        }
        name = f"bytes on the GPU of a phone, {budget.tier} quality"
        yield Figure(name, budget.bytes, values, codes.MEMORY_HEAVY)


def _booths(
    weights: Sequence[HallWeight], made: Mapping[str, int], kinds: Sequence[BoothBudget]
) -> Iterator[Figure]:
    """Bytes of each booth near.

    Shares of a tile's file are by what the geometry of the booths' own GLBs takes. A picture that
    just one booth of the site has is that booth's; one that several have is of the design, and
    nobody's.
    """
    if any(weight.models is None for weight in weights):
        return  # a site of few files has none of them
    models = {id_: model for weight in weights for id_, model in (weight.models or {}).items()}
    groups = [(weight.files, group) for weight in weights for group in weight.files.groups]
    owners = Counter(name for model in models.values() for name in model.pictures)
    values: dict[str, dict[str, int]] = {kind.kind: {} for kind in kinds}
    for hall, group in groups:
        here = {booth: models[booth] for booth in group.booths}
        for booth, size in _of_booths(here, group, owners, made).items():
            fitting = [kind.kind for kind in kinds if hall.booths.get(booth, 0.0) < kind.area]
            if fitting:
                values[fitting[0]][booth] = size
    for kind in kinds:
        name = f"bytes of a booth near, {kind.kind}"
        yield Figure(name, kind.bytes, values[kind.kind], codes.BOOTH_HEAVY)


def _of_booths(
    models: Mapping[str, BoothModel],
    group: Group,
    owners: Mapping[str, int],
    made: Mapping[str, int],
) -> dict[str, int]:
    """Bytes of each booth of a group: its share of its tile, its part of the tile's one picture
    (by how large its own is), and its prints.
    """
    near = group.near
    owner = {n: b for b, m in models.items() for n in m.pictures if owners[n] == 1}
    mine = {name for tile in (near, *group.prints) for name in tile.pictures} & owner.keys()
    pictures = Counter({owner[name]: 0 for name in mine})
    for name in mine:
        pictures[owner[name]] += _picture(name, made)
    own = Counter(pictures)
    unowned = {name: _picture(name, made) for name in near.pictures if not owners[name]}
    atlas = sum(size for name, size in unowned.items() if name != near.lightmap)
    light = near.stats.bytes + unowned.get(near.lightmap, 0)
    geometry = sum(model.geometry for model in models.values())
    for booth, model in models.items():
        own[booth] += round(light * model.geometry / geometry)
        own[booth] += round(atlas * pictures[booth] / max(pictures.total(), 1))
    for prints in group.prints:
        own[prints.booths[0]] += prints.stats.bytes
    return dict(own)


def _with_pictures(tile: TileFile, made: Mapping[str, int]) -> int:
    return tile.stats.bytes + sum(_picture(name, made) for name in set(tile.pictures))


def _picture(name: str, made: Mapping[str, int]) -> int:
    return made[f"media/{name}"]
