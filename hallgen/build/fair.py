"""Building a whole fair: read, check, halls, pages, publish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hallgen.build.addresses import keep_addresses, redirects
from hallgen.build.budgets import budgets
from hallgen.build.choices import QrCodes, Strictness
from hallgen.build.clock import Clock
from hallgen.build.days import day_of_build
from hallgen.build.figures import Figure, figures_of, tell
from hallgen.build.files import digests, fingerprint, replace_file, sizes, write_file
from hallgen.build.halls import FinishedHall, HallFacts, hall_tasks
from hallgen.build.media import FairMedia, make_media
from hallgen.build.options import HallOptions
from hallgen.build.partial import narrowed_to, part_of, take_over, write_halls
from hallgen.build.phases import build_halls
from hallgen.build.publish import Abandoned, scratch_beside, staged
from hallgen.build.record import Asked, content_of, contents, write_record
from hallgen.build.release import released
from hallgen.build.report import (
    BuildReport,
    ConvertedFile,
    bytes_by_kind,
    page_path,
    report_path,
    sheets_path,
)
from hallgen.build.report_page import report_page
from hallgen.build.rich_media import document_words
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.build.twins import write_twins
from hallgen.build.weights import kept_weights
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import UsageError
from hallgen.media import report_undrawable, subset_fonts
from hallgen.model import FairIndex
from hallgen.readers.addresses import NAME
from hallgen.readers.named_booths import find_halls
from hallgen.resources import viewer
from hallgen.site import (
    BuildName,
    Published,
    SiteInputs,
    addresses,
    files_of,
    own_name,
    qr_sheets,
    read_viewer,
    render_site,
    saved_hall,
    search_files,
    search_records,
    texts_of,
)
from hallgen.store import Store


def build_fair(
    folder: Path,
    site: Path,
    diagnostics: Diagnostics,
    options: HallOptions,
    *,
    strictness: Strictness,
    qr: QrCodes = QrCodes.IN_PAGES,
    day: date | None = None,
    only: Sequence[str] = (),
    read: dict[str, str] | None = None,
) -> BuildReport:
    """Make the site of a fair folder and put it in place of the one before, whole.

    It has what visitors may see on `day` (see `days.day_of_build`). Where `only` names halls, or
    booths in them, these are built, and others are there as the site before has them, if it does.
    `read` is what the folder holds (`record.contents`), where somebody looked already.
    Every fault is added to `diagnostics`, also where it ends in an exception. The report is
    written beside the site, and so are sheets of QR codes where those are wanted; the fair's
    `addresses.csv` is brought up to date.
    Raises UsageError where there is no fair, `site` holds something else, codes would lead
    nowhere, or `only` names what is not there; FairError where nothing could be built; then the
    site before stays.
    """
    clock = Clock()
    with clock.phase("reading"):
        read = contents(folder, site) if read is None else read
        whole = read_and_check(folder, diagnostics)
        built_on = day_of_build(day, whole.fair.timezone)
        public = released(whole, built_on)
        named = find_halls(public.fair, only)
    if qr is QrCodes.SHEETS and public.fair.url is None:
        raise UsageError("QR codes need the site's address: write it under `url` in fair.yaml.")
    checked = public
    published: dict[str, int] = {}
    figures: tuple[Figure, ...] = ()
    inputs: SiteInputs | None = None
    lines: tuple[ConvertedFile, ...] = ()
    halls: list[FinishedHall] = []
    with staged(site) as aside:
        _insist(strictness, diagnostics)
        part = part_of(public.fair, named, site)
        checked = narrowed_to(public, part.halls)
        with scratch_beside(site) as scratch:
            with clock.phase("media") as tally:
                media = make_media(checked.fair, aside, scratch, options, diagnostics)
                tally.made = sum(not line.kept for line in media.lines)
                tally.of = len(media.lines)
            _insist(strictness, diagnostics)
            # Signs at doors name all halls, also where a part of them is built.
            tasks = hall_tasks(
                public.fair, checked.layouts, aside, options, media.exhibits(scratch)
            )
            missing = [task for task in tasks if task.layout.hall in part.built]
            halls = [
                *take_over(part, public.fair, tasks, site, aside, diagnostics),
                *build_halls(checked.fair, missing, options, clock, diagnostics),
            ]
            order = [hall.id for hall in checked.fair.halls]
            halls.sort(key=lambda hall: order.index(hall.facts.hall))
            if not checked.fair.publishing.few:
                with clock.phase("packing"):
                    write_twins(aside, Store(options.store), diagnostics)
            for hall in halls:
                diagnostics.extend(hall.diagnostics)
            with clock.phase("pages"):
                facts = [hall.facts for hall in halls]
                inputs = _write_pages(checked, facts, media, aside, options)
            made = sizes(aside)
            with clock.phase("budgets"):
                figures = _figures(aside, made, halls, options, diagnostics)
                tell(figures, diagnostics)
        _insist(strictness, diagnostics)
        published, lines = made, media.lines
    report = _report(checked, site, published, figures, lines, clock)
    if not report.published:
        return report
    if keep_addresses(whole.fair):
        read |= content_of(folder, folder / NAME)
    replace_file(report_path(site), report.as_json().encode())
    name = checked.fair.name.best(*checked.fair.languages)
    replace_file(page_path(site), report_page(report, name))
    if qr is QrCodes.SHEETS and inputs is not None:
        replace_file(sheets_path(site), qr_sheets(inputs))
    write_halls(site, halls, few=checked.fair.publishing.few)
    asked = Asked(options.light.value, strictness, qr, day, tuple(only))
    write_record(site, asked, built_on, whole.fair.timezone, read)
    return report


def _write_pages(
    checked: CheckedFair,
    halls: list[HallFacts],
    media: FairMedia,
    aside: Path,
    options: HallOptions,
) -> SiteInputs:
    """Everything of the site but tiles and booths' GLBs."""
    fair = checked.fair
    index = FairIndex(fair)
    report_undrawable(fair, checked.diagnostics)
    inputs = SiteInputs(
        index=index,
        layouts=checked.layouts,
        obstacles={hall.hall: hall.obstacles for hall in halls},
        pictures=media.pictures,
        viewer=read_viewer(viewer()),
        fonts=subset_fonts(
            texts_of(index),
            fair.languages,
            "".join(own_name(language, fair) for language in fair.languages),
            options.store,
        ),
        redirects=redirects(fair),
        url=fair.url,
        probes={hall.hall: hall.probe for hall in halls if hall.probe is not None},
        stills={address: size for hall in halls for address, size in hall.stills.items()},
        models=media.models,
        scales={id_: scale for hall in halls for id_, scale in hall.scales.items()},
        shelf=media.shelf,
        screens={hall.hall: hall.screens for hall in halls},
    )
    for file in render_site(inputs):
        write_file(aside, file.path, file.data)
    words = document_words(media.shelf, aside)
    for file in search_files(search_records(inputs, words), files_of(fair.publishing)):
        write_file(aside, file.path, file.data)
    found = digests(aside)
    build = fingerprint(found)
    published = Published(found, lambda address: (aside / address).read_bytes())
    twins = not fair.publishing.few
    for hall in checked.layouts:
        saved = saved_hall(published, hall, fair.languages, build, twins=twins)
        write_file(aside, addresses.saved_hall(hall), saved.model_dump_json().encode())
    write_file(aside, addresses.BUILD, BuildName(build=build).model_dump_json().encode())
    return inputs


def _figures(
    aside: Path,
    made: dict[str, int],
    halls: Sequence[FinishedHall],
    options: HallOptions,
    diagnostics: Diagnostics,
) -> tuple[Figure, ...]:
    """What the site asks of a visitor, beside its budgets, as `hallgen inspect` measures it."""
    keys = {hall.facts.hall: hall.key for hall in halls}
    limits = budgets()
    weights = kept_weights(aside, keys, limits.memory, Store(options.store), diagnostics)
    return figures_of(weights, made, limits)


def _insist(strictness: Strictness, diagnostics: Diagnostics) -> None:
    """Abandon a strict build that found an error or a warning, early or late."""
    faults = diagnostics.count(Severity.ERROR) + diagnostics.count(Severity.WARNING)
    if strictness is Strictness.STRICT and faults:
        raise Abandoned


def _report(
    checked: CheckedFair,
    site: Path,
    made: dict[str, int],
    figures: tuple[Figure, ...],
    media: tuple[ConvertedFile, ...],
    clock: Clock,
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
        kinds=bytes_by_kind(made),
        media=media,
        phases=tuple(clock.phases),
        budgets=tuple(figure.line for figure in figures),
        diagnostics=checked.diagnostics,
    )
