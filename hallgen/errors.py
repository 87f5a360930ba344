"""The exceptions that hallgen raises on purpose.

    HallgenError
    +-- UsageError        the command was used wrongly (exit code 2)
    +-- FairError         a fair that cannot be built at all (exit code 1)
    +-- TargetError       somewhere else could not be reached, or refused (exit code 2)

Faults in people's data are not exceptions: see `hallgen.diagnostics`.
"""


class HallgenError(Exception):
    """Base of all. Its text is one line, made for the person at the terminal."""


class UsageError(HallgenError):
    """The command was used wrongly: a folder that is no fair, an unknown booth."""


class FairError(HallgenError):
    """The fair has nothing that could be built; the diagnostics say why."""


class TargetError(HallgenError):
    """Another machine's storage could not be reached, or did not take what it was sent."""
