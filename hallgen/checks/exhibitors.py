"""Rules about the list of exhibitors; hints are summed up file by file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hallgen.checks.reporting import report
from hallgen.codes import EXHIBITOR_WITHOUT_BOOTH, NAME_UNTRANSLATED
from hallgen.diagnostics import Diagnostic
from hallgen.model import UNDETERMINED, Exhibitor, Fair, HallLayout


def without_a_booth(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """Those the list gives no booth; a reference that matches none is the reader's to tell."""
    for of_file in _by_file(fair).values():
        yield from report(
            EXHIBITOR_WITHOUT_BOOTH,
            [e for e in of_file if not e.booths and not e.references],
            place=lambda e: e.place,
            name=lambda e: e.name.best(*fair.languages),
            one=lambda e: f"{e.name.best(*fair.languages)} has no booth.",
            many=f"of {len(of_file)} exhibitors have no booth",
        )


def without_a_name_in_a_language(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """A name of undetermined language is taken for one in the fair's first language."""
    for of_file in _by_file(fair).values():
        for language in fair.languages:
            yield from _unnamed(fair, of_file, language)


def _unnamed(fair: Fair, of_file: list[Exhibitor], language: str) -> Iterator[Diagnostic]:
    yield from report(
        NAME_UNTRANSLATED,
        [e for e in of_file if not _has_name(e, language, fair.languages[0])],
        place=lambda e: e.place,
        name=lambda e: e.name.best(*fair.languages),
        one=lambda e: f"{e.name.best(*fair.languages)} has no name in {language}.",
        many=f"of {len(of_file)} exhibitors have no name in {language}",
    )


def _has_name(exhibitor: Exhibitor, language: str, first: str) -> bool:
    said = exhibitor.name.get(language)
    return bool(said or (language == first and exhibitor.name.get(UNDETERMINED)))


def _by_file(fair: Fair) -> dict[str, list[Exhibitor]]:
    files: defaultdict[str, list[Exhibitor]] = defaultdict(list)
    for exhibitor in fair.exhibitors:
        files[exhibitor.place.file].append(exhibitor)
    return files
