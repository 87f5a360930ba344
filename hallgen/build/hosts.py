"""Whether a site fits on a host: a built one as it is, a fair's by what each thing of it adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from hallgen import codes
from hallgen.build.files import sizes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Exhibitor, Fair, Files, Frozen, Host, Product, ProductPages
from hallgen.readers.hosts import host_limits
from hallgen.resources import assets

_NAMES = {
    "files": "files",
    "bytes": "bytes",
    "file": "bytes of a file",
    "folder": "files in a folder",
}


class Weight(Frozen):
    """What one thing adds to a site."""

    files: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How near a site is to what its host takes: each limit's name, what there is, the limit, and
    what has the most of it, or ''.
    """

    name: str
    value: int
    limit: int
    where: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.limit


def fit_of_site(site: Path, host: Host) -> tuple[Fit, ...]:
    """A built site beside each limit of a host."""
    made = sizes(site)
    folders = Counter(str(PurePosixPath(path).parent) for path in made)
    largest = max(made, key=lambda path: (made[path], path), default="")
    fullest = max(folders, key=lambda path: (folders[path], path), default="")
    return _fits(
        host,
        {"files": len(made), "bytes": sum(made.values())}
        | {"file": made.get(largest, 0), "folder": folders.get(fullest, 0)},
        {"file": largest, "folder": fullest},
    )


def fit_of_fair(fair: Fair, host: Host) -> tuple[Fit, ...]:
    """What a fair's site will be, about, beside the limits of a host for whole sites."""
    weights = _weights()[fair.publishing.files]
    things = Counter[str]()
    for name, number in _things(fair):
        things[name] += number
    values = {
        "files": round(sum(weights[name].files * n for name, n in things.items())),
        "bytes": round(sum(weights[name].bytes * n for name, n in things.items())),
    }
    return _fits(host, values, {})


def tell_fit(fits: tuple[Fit, ...], host: Host, place: Place, diagnostics: Diagnostics) -> None:
    """Report each limit that is broken."""
    name = host_limits()[host].name
    for fit in fits:
        if not fit.holds:
            where = f" ({fit.where})" if fit.where else ""
            message = f"{fit.value:,} {fit.name}{where}; {name} takes {fit.limit:,}."
            diagnostics.add(codes.HOST_LIMIT, place, message)


def _fits(host: Host, values: Mapping[str, int], where: Mapping[str, str]) -> tuple[Fit, ...]:
    limits = host_limits()[host].model_dump(include=set(values))
    return tuple(
        Fit(_NAMES[name], values[name], limit, where.get(name, ""))
        for name, limit in limits.items()
        if limit is not None
    )


def _things(fair: Fair) -> Iterator[tuple[str, int]]:
    """Everything that adds to a site, with how often: as `assets/weights.yaml` names it."""
    tongues = len(fair.languages)
    listed = len(fair.exhibitors) + len(fair.products)
    own = fair.publishing.products is ProductPages.OWN
    yield "exhibitor", len(fair.exhibitors) * tongues
    yield "product" if own else "product_there", len(fair.products) * tongues
    yield "product_line", len(fair.products) * tongues if own else 0
    yield "session", len(fair.sessions) * tongues
    yield "hall", len(fair.halls) * tongues
    yield "list_entry", listed * tongues
    yield "found", (listed + len(fair.sessions) + len(fair.trails)) * tongues
    yield "booth", sum(len(hall.booths) for hall in fair.halls)
    yield "logo", len({e.logo for e in fair.exhibitors} - {None})
    yield "photo", len({path for product in fair.products for path in product.images})
    yield "model", len({product.model for product in fair.products} - {None})
    things: tuple[Exhibitor | Product, ...] = (*fair.exhibitors, *fair.products)
    yield "video", len({thing.media.video for thing in things} - {None})
    yield "document", len({path for thing in things for path in thing.media.documents})
    yield "panorama", len({path for thing in things for path in thing.media.panoramas})


@cache
def _weights() -> Mapping[Files, Mapping[str, Weight]]:
    said = yaml.safe_load((assets() / "weights.yaml").read_text(encoding="utf-8"))
    return {
        files: {name: Weight.model_validate(weight) for name, weight in said[files.value].items()}
        for files in Files
    }
