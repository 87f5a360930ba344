"""H16x: booths that exhibitors send."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

ARCHIVE_BROKEN: Final = Code(
    "H161",
    Severity.ERROR,
    "A submission is no ZIP, is damaged, or needs a password.",
    "Make it with `hallgen submit`, or zip the booth's folder once more, without a password.",
)
ARCHIVE_TOO_LARGE: Final = Code(
    "H162",
    Severity.ERROR,
    "A submission has more files or more bytes than any booth needs, or unpacks to far too much.",
    "Leave out what the booth does not show; films may be sent in smaller sizes.",
)
UNSAFE_NAME: Final = Code(
    "H163",
    Severity.ERROR,
    "A file in a submission is called so that it cannot be, or leads out of the booth's folder.",
    "Give it a plain name: letters, digits, spaces, hyphens and dots are good everywhere.",
)
ARCHIVE_LINK: Final = Code(
    "H164",
    Severity.ERROR,
    "A submission has something that is neither a file nor a folder, such as a link.",
    "Put the file itself there.",
)
UNEXPECTED_FILE: Final = Code(
    "H165",
    Severity.ERROR,
    "A submission has a file that is no part of a booth.",
    "A booth is a booth.yaml, its files in media/, and perhaps tables exhibitors and products.",
)
WRONG_BOOTH: Final = Code(
    "H166",
    Severity.ERROR,
    "A submission is of another booth or of another fair, or does not say of which.",
    "Name the booth with --booth if you know better, or ask the exhibitor.",
)
SHARED_FILE: Final = Code(
    "H167",
    Severity.ERROR,
    "A submission would replace a file of the fair that others use as well.",
    "Put it into the booth's own media/ under another name, and name that.",
)
UNUSED_FILE: Final = Code(
    "H168",
    Severity.HINT,
    "A submission brings something that nothing names yet.",
    "Write it into the fair's lists, or leave it where it is: it is in nobody's way.",
)
