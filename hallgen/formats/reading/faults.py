"""What may be wrong with a glTF of any origin."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import numpy as np


class Fault(StrEnum):
    """The kinds of faults for which a file cannot be read."""

    BROKEN = "broken"
    OLD = "old"
    MISSING_FILE = "missing file"
    UNDECODED = "undecoded"
    EXTENSION = "extension"
    NOT_FINITE = "not finite"
    EMPTY = "empty"
    TOO_LARGE = "too large"


class GltfError(ValueError):
    """A glTF that cannot be read, and why in one line."""

    def __init__(self, fault: Fault, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


#: What code that follows the specification trips over where a document does not.
_TRIPPED = (
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
    json.JSONDecodeError,
    RecursionError,
)


@contextmanager
def no_trust() -> Iterator[None]:
    """A document may break the specification anywhere: whatever trips over it says BROKEN.

    Numbers that overflow become infinite, which is looked for where it matters. Raises GltfError.
    """
    try:
        with np.errstate(all="ignore"):
            yield
    except GltfError:
        raise
    except MemoryError as error:
        raise GltfError(Fault.TOO_LARGE, "It needs more memory than there is.") from error
    except _TRIPPED as error:
        found = f"{type(error).__name__}: {error}".split("\n")[0][:120]
        raise GltfError(Fault.BROKEN, f"It is not glTF 2.0 as specified ({found}).") from error
