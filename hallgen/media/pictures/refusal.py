"""Why a file cannot become a picture."""

from __future__ import annotations

from hallgen.diagnostics import Code


class PictureRefusedError(Exception):
    """A file that cannot become a picture.

    `code` says what to do, `found` what was found, as the end of a sentence that begins with the
    file's name: "is empty".
    """

    def __init__(self, code: Code, found: str) -> None:
        super().__init__(code, found)  # as it was made, so that it can come out of a worker
        self.code = code
        self.found = " ".join(found.split()).rstrip(".")  # decoders write lines and full stops

    def __str__(self) -> str:
        return self.found
