"""The day as of which a fair is built."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hallgen.errors import UsageError

#: https://reproducible-builds.org/specs/source-date-epoch/
_EPOCH = "SOURCE_DATE_EPOCH"


def day_of_build(
    said: date | None, timezone: str | None, environment: Mapping[str, str] = os.environ
) -> date:
    """The day as of which a fair is built: the one that is said, else that of SOURCE_DATE_EPOCH,
    else today, at the fair's place where its time zone is known.

    Raises UsageError where SOURCE_DATE_EPOCH is no moment.
    """
    if said is not None:
        return said
    zone = ZoneInfo(timezone) if timezone else None
    epoch = environment.get(_EPOCH, "").strip()
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), zone or UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"{_EPOCH} is {epoch!r}, which is no number of seconds.") from None
