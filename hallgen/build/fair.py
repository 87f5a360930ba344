"""Building a whole fair: read, check, halls, pages, publish."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from hallgen.build.addresses import keep_addresses, redirects
from hallgen.build.files import fingerprint, sizes, write_file
from hallgen.build.halls import FinishedHall, HallOptions, build_halls
from hallgen.build.media import FairMedia, make_media
from hallgen.build.publish import Abandoned, scratch_beside, staged
from hallgen.build.report import BuildReport, ConvertedFile, report_path, sheets_path
from hallgen.build.rich_media import document_words
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.build.twins import write_twins
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import UsageError
from hallgen.media import report_undrawable, subset_fonts
from hallgen.model import FairIndex
from hallgen.resources import viewer
from hallgen.site import (
    BuildName,
    SiteInputs,
    addresses,
    files_of,
    own_name,
    qr_sheets,
    read_viewer,
    render_site,
    search_files,
    search_records,
    texts_of,
)


class Strictness(StrEnum):
    """What a build does with faults: publish what is sound, or nothing unless all is."""

    LENIENT = "lenient"
    STRICT = "strict"


class QrCodes(StrEnum):
    """Where the booths' QR codes are to be: in their pages alone, or on sheets to print as well."""

    IN_PAGES = "in pages"
    SHEETS = "sheets"


def build_fair(
    folder: Path,
    site: Path,
    diagnostics: Diagnostics,
    options: HallOptions,
    *,
    strictness: Strictness,
    qr: QrCodes = QrCodes.IN_PAGES,
) -> BuildReport:
    """Make the site of a fair folder and put it in place of the one before, whole.

    Every fault is added to `diagnostics`, also where it ends in an exception. The report is
    written beside the site, and so are sheets of QR codes where those are wanted; the fair's
    `addresses.csv` is brought up to date.
    Raises UsageError where there is no fair, `site` holds something else, or codes would lead
    nowhere; FairError where
    nothing could be built; then the site before stays.
    """
    checked = read_and_check(folder, diagnostics)
    if qr is QrCodes.SHEETS and checked.fair.url is None:
        raise UsageError("QR codes need the site's address: write it under `url` in fair.yaml.")
    made: dict[str, int] = {}
    inputs: SiteInputs | None = None
    lines: tuple[ConvertedFile, ...] = ()
    with staged(site) as aside:
        _insist(strictness, diagnostics)
        with scratch_beside(site) as scratch:
            media = make_media(checked.fair, aside, scratch, options, diagnostics)
            _insist(strictness, diagnostics)
            exhibits = media.exhibits(scratch)
            halls = build_halls(checked.fair, checked.layouts, aside, options, exhibits)
            if not checked.fair.publishing.few:
                write_twins(aside)
            for hall in halls:
                checked.diagnostics.extend(hall.diagnostics)
            inputs = _write_pages(checked, halls, media, aside)
        _insist(strictness, diagnostics)
        made = sizes(aside)
        lines = media.lines
    report = _report(checked, site, made, lines)
    if not report.published:
        return report
    keep_addresses(checked.fair)
    report_path(site).write_text(report.as_json(), encoding="utf-8")
    if qr is QrCodes.SHEETS and inputs is not None:
        sheets_path(site).write_bytes(qr_sheets(inputs))
    return report


def _write_pages(
    checked: CheckedFair, halls: list[FinishedHall], media: FairMedia, aside: Path
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
        fonts=subset_fonts(texts_of(index), fair.languages, "".join(map(own_name, fair.languages))),
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
    build = BuildName(build=fingerprint(aside))
    write_file(aside, addresses.BUILD, build.model_dump_json().encode())
    return inputs


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
