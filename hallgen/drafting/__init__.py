"""Plans looked at and corrected by a person: what was understood of a drawing, on the drawing.

read_hall(folder, "4.1", diagnostics) -> ReadHall    a hall's plan, and the drawing it is from
overlay(understood, file, caption) -> str            an SVG: the drawing, and the plan over it
open_draft(folder, "4.1", diagnostics) -> Draft      the plan to be corrected
DraftServer(draft, language, port).run()             its page, which saves what was corrected
"""

from hallgen.drafting.draft import Draft, open_draft, save_draft
from hallgen.drafting.overlay import caption_of, overlay
from hallgen.drafting.reading import ReadHall, read_hall
from hallgen.drafting.server import DraftServer

__all__ = [
    "Draft",
    "DraftServer",
    "ReadHall",
    "caption_of",
    "open_draft",
    "overlay",
    "read_hall",
    "save_draft",
]
