"""Booths on their way from exhibitors to the organiser: packed, checked, compared, taken in.

    submitted = submit(meant, "K045", Path("K045.zip"), diagnostics)     at the exhibitor's
    with examined(Path("K045.zip"), folder, request, diagnostics) as proposal:    at the organiser's
        take_in(proposal)                                                 when somebody has said yes

An archive is what a stranger sent: see `hallgen.submissions.archive`.
"""

from hallgen.submissions.choices import Verdict
from hallgen.submissions.receive import Proposal, Request, examined
from hallgen.submissions.submit import Submitted, submit
from hallgen.submissions.taking import take_in

__all__ = ["Proposal", "Request", "Submitted", "Verdict", "examined", "submit", "take_in"]
