"""One booth shown while it is planned: built alone, in its neighbourhood, and again at each change.

with opened(source, scratch, options) as studio:
    bench = studio.bench("4.1-K045")     the booth's own small site, served from `scratch`
    studio.follow()                      what changed on disk is built again and told
"""

from hallgen.preview.live import PreviewServer
from hallgen.preview.pack import pack_booth
from hallgen.preview.reading import FairFolder, OwnFolder, Source
from hallgen.preview.sources import source_of
from hallgen.preview.studio import PreviewOptions, PreviewStudio, opened
from hallgen.readers.named_booths import find_booth

__all__ = [
    "FairFolder",
    "OwnFolder",
    "PreviewOptions",
    "PreviewServer",
    "PreviewStudio",
    "Source",
    "find_booth",
    "opened",
    "pack_booth",
    "source_of",
]
