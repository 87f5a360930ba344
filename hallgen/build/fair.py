"""Building a whole fair: read, check, halls, pages, publish."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path

from hallgen.build.addresses import keep_addresses, redirects
from hallgen.build.files import sizes, write_file
from hallgen.build.halls import FinishedHall, HallOptions, build_halls
from hallgen.build.kept_media import MediaMaker
from hallgen.build.models import Bench, FairModels, convert_models
from hallgen.build.publish import Abandoned, staged
from hallgen.build.report import BuildReport, ConvertedFile, report_path
from hallgen.build.rich_media import convert_media
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.build.store import Store
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.media import MediaLibrary, report_undrawable, subset_fonts
from hallgen.media.shelf import MediaShelf
from hallgen.model import FairIndex
from hallgen.resources import viewer
from hallgen.site import SiteInputs, read_viewer, render_site, texts_of


class Strictness(StrEnum):
    """What a build does with faults: publish what is sound, or nothing unless all is."""

    LENIENT = "lenient"
    STRICT = "strict"


def build_fair(
    folder: Path,
    site: Path,
    diagnostics: Diagnostics,
    options: HallOptions,
    *,
    strictness: Strictness,
) -> BuildReport:
    """Make the site of a fair folder and put it in place of the one before, whole.

    Every fault is added to `diagnostics`, also where it ends in an exception. The report is
    written beside the site; the fair's `addresses.csv` is brought up to date.
    Raises UsageError where there is no fair or `site` holds something else, FairError where
    nothing could be built; then the site before stays.
    """
    checked = read_and_check(folder, diagnostics)
    made: dict[str, int] = {}
    media: tuple[ConvertedFile, ...] = ()
    with staged(site) as aside:
        _insist(strictness, diagnostics)
        with tempfile.TemporaryDirectory(prefix="hallgen-") as scratch:
            store = Store(options.store)
            bench = Bench(store, Path(scratch), aside, options.jobs)
            models = convert_models(checked.fair, bench, options.progress, diagnostics)
            maker = MediaMaker(folder, aside, store, diagnostics)
            shelf = convert_media(checked.fair, maker, options.progress)
            _insist(strictness, diagnostics)
            halls = build_halls(checked.fair, checked.layouts, aside, options, models.shelf)
        for hall in halls:
            checked.diagnostics.extend(hall.diagnostics)
        _write_pages(checked, halls, models, shelf, aside)
        _insist(strictness, diagnostics)
        made = sizes(aside)
        media = (*models.report, *maker.lines)
    report = _report(checked, site, made, media)
    if not report.published:
        return report
    keep_addresses(checked.fair)
    report_path(site).write_text(report.as_json(), encoding="utf-8")
    return report


def _write_pages(
    checked: CheckedFair,
    halls: list[FinishedHall],
    models: FairModels,
    shelf: MediaShelf,
    aside: Path,
) -> None:
    """Everything of the site but tiles and booths' GLBs."""
    fair = checked.fair
    index = FairIndex(fair)
    report_undrawable(fair, checked.diagnostics)
    inputs = SiteInputs(
        index=index,
        layouts=checked.layouts,
        obstacles={hall.hall: hall.obstacles for hall in halls},
        pictures=MediaLibrary(fair.folder, checked.diagnostics),
        viewer=read_viewer(viewer()),
        fonts=subset_fonts(texts_of(index), fair.languages),
        redirects=redirects(fair),
        url=fair.url,
        probes={hall.hall: hall.probe for hall in halls if hall.probe is not None},
        stills={address: size for hall in halls for address, size in hall.stills.items()},
        models=models.published,
        scales={id_: scale for hall in halls for id_, scale in hall.scales.items()},
        shelf=shelf,
        screens={hall.hall: hall.screens for hall in halls},
    )
    for file in render_site(inputs):
        write_file(aside, file.path, file.data)


def _insist(strictness: Strictness, diagnostics: Diagnostics) -> None:
    """Abandon a strict build that found an error or a warning, early or late."""
    faults = diagnostics.count(Severity.ERROR) + diagnostics.count(Severity.WARNING)
    if strictness is Strictness.STRICT and faults:
        raise Abandoned


def _report(
    checked: CheckedFair, site: Path, made: dict[str, int], media: tuple[ConvertedFile, ...]
) -> BuildReport:
    """The report; without files, one that says that nothing was published."""
    fair = checked.fair
    largest = sorted(made.items(), key=lambda item: (-item[1], item[0]))[:10]
    return BuildReport(
        site=site,
        halls=len(fair.halls),
        booths=sum(len(hall.booths) for hall in fair.halls),
        exhibitors=len(fair.exhibitors),
        products=len(fair.products),
        files=len(made),
        bytes=sum(made.values()),
        largest=tuple(largest),
        media=media,
        diagnostics=checked.diagnostics,
    )
