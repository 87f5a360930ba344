"""booth.yaml as it was sent: looked at before anybody reads it, and its status as the organiser
wants it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from enum import StrEnum

import yaml

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import UsageError
from hallgen.model import BoothStatus
from hallgen.readers.booth_files import NAME
from hallgen.readers.lined import Lined, SyntaxFault, read_yaml
from hallgen.readers.tables.decoding import decode
from hallgen.readers.yaml_text import bare, with_value

_STATUS = re.compile(r"^status\s*:.*$", re.MULTILINE)


class Verdict(StrEnum):
    """What the organiser says of a submission: it may be seen, or not yet, or nothing new."""

    APPROVE = "approve"
    DRAFT = "draft"
    AS_BEFORE = "as before"


def is_plain(data: bytes, name: str, diagnostics: Diagnostics) -> bool:
    """Whether a booth.yaml says what it says in so many words: with references of YAML a few lines
    become gigabytes.
    """
    try:
        events = yaml.parse(decode(data).text, yaml.SafeLoader)
        marks = (event.start_mark for event in events if isinstance(event, yaml.AliasEvent))
        line = next((mark.line + 1 for mark in marks if mark is not None), None)
    except (yaml.YAMLError, RecursionError, ValueError):
        return True  # told with its line by who reads it
    if line is None:
        return True
    place = Place(name, line, NAME)
    message = "it refers to another place by & and *."
    diagnostics.add(codes.BAD_SYNTAX, place, message, "Write it out twice.")
    return False


def status_after(sent: str, before: BoothStatus, verdict: Verdict) -> BoothStatus:
    """What a booth is once a submission is taken in.

    Only the organiser approves: a submission may call itself a draft, and does not make a draft
    one that visitors see.
    """
    if verdict is Verdict.APPROVE:
        return BoothStatus.APPROVED
    said = _said(sent)
    if before is BoothStatus.DRAFT or said is not BoothStatus.APPROVED or verdict is Verdict.DRAFT:
        return BoothStatus.DRAFT
    return BoothStatus.APPROVED


def with_status(text: str, status: BoothStatus) -> str:
    """A booth.yaml that says so, all else as it was. One that cannot be read stays as it is."""
    if _said(text) is status:
        return text
    line = f"status: {status}"
    if _STATUS.search(text):
        return _STATUS.sub(line, text, count=1)
    with suppress(UsageError):  # it is written so that more than a line has to change
        return with_value(text, "status", str(status))
    try:
        document = read_yaml(text)
    except SyntaxFault:
        return text
    known = bare(document)
    if not isinstance(known, dict):
        return text
    return yaml.safe_dump({**known, "status": str(status)}, allow_unicode=True)


def _said(text: str) -> BoothStatus | None:
    """The status in a booth.yaml: approved without a word, None where it is something else."""
    try:
        document = read_yaml(text)
    except SyntaxFault:
        return None
    if document is None:
        return BoothStatus.APPROVED
    said = document.get("status", BoothStatus.APPROVED) if isinstance(document, Lined) else None
    return BoothStatus(said) if said in set(BoothStatus) else None
