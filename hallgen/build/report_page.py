"""The report of a build as a page for people, which lies beside the site."""

from __future__ import annotations

from hallgen.build.report import BuildReport
from hallgen.site import ReportBar, ReportChart, report_html


def report_page(report: BuildReport, fair: str) -> bytes:
    """Counts, what took time, what took bytes, and every fault."""
    slowest = sorted(report.media, key=lambda line: (-line.seconds, line.path))[:10]
    counts = {
        "halls": report.halls,
        "booths": report.booths,
        "exhibitors": report.exhibitors,
        "products": report.products,
        "files": report.files,
    }
    charts = (
        ReportChart(
            "Where time went",
            tuple(
                ReportBar(phase.name, phase.seconds, _phase(phase.seconds, phase.made, phase.of))
                for phase in report.phases
            ),
        ),
        ReportChart(
            "Where bytes went",
            tuple(ReportBar(name, size, _size(size)) for name, size in report.kinds.items()),
        ),
        ReportChart(
            "The largest files",
            tuple(ReportBar(name, size, _size(size)) for name, size in report.largest),
        ),
        ReportChart(
            "What took the longest of exhibitors' files, now or when it was made",
            tuple(ReportBar(one.path, one.seconds, f"{one.seconds:,.1f} s") for one in slowest),
        ),
    )
    faults = [
        (str(found.place), f"{found.severity} {found.code}", f"{found.message} {found.advice}")
        for found in report.diagnostics.by_place()
    ]
    return report_html(fair, counts, report.bytes, report.budgets, charts, faults)


def _phase(seconds: float, made: int, of: int) -> str:
    return f"{seconds:,.1f} s" + (f", {made:,} of {of:,} made" if of else "")


def _size(size: int) -> str:
    return f"{size / 1e6:,.2f} MB" if size >= 10_000 else f"{size:,} bytes"
