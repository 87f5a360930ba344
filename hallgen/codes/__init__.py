"""Every code a diagnostic can have, in ranges, each with its cause and cure.

H1xx  files, tables and fair.yaml      H2xx  plans and what stands on them
H3xx  how the tables belong together   H4xx  exhibitors' media
H5xx  the build itself, and what a built site weighs
"""

from hallgen.codes.building import *
from hallgen.codes.catalogues import *
from hallgen.codes.exports import *
from hallgen.codes.files import *
from hallgen.codes.inputs import *
from hallgen.codes.isolation import *
from hallgen.codes.media import *
from hallgen.codes.model_levels import *
from hallgen.codes.models import *
from hallgen.codes.plans import *
from hallgen.codes.relations import *
from hallgen.codes.rich_media import *
from hallgen.codes.sites import *
from hallgen.codes.strings import *
from hallgen.codes.submissions import *
from hallgen.codes.themes import *
from hallgen.codes.tours import *
from hallgen.codes.venue import *
from hallgen.diagnostics import Code


def every_code() -> tuple[Code, ...]:
    """All codes, sorted; what the documentation lists."""
    return tuple(
        sorted((v for v in globals().values() if isinstance(v, Code)), key=lambda c: c.code)
    )
