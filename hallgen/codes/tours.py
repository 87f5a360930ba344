"""H33x: hot spots and tours, and what their stops name."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

UNKNOWN_STOP: Final = Code(
    "H330",
    Severity.WARNING,
    "A stop in tours.yaml names what the fair does not have; it is passed over.",
    "Write a booth's number, an exhibitor's or a product's id or name, or what a plan calls it.",
)
UNCLEAR_STOP: Final = Code(
    "H331",
    Severity.ERROR,
    "A stop in tours.yaml names nothing, or more than one thing; it is passed over.",
    "Name one thing: a booth, an exhibitor, a product, a gate or an area.",
)
AMBIGUOUS_STOP: Final = Code(
    "H332",
    Severity.WARNING,
    "A stop in tours.yaml names what several halls have; it is passed over.",
    "Say in which hall it is: `hall: \"4.1\"`.",
)  # fmt: skip
STOP_WITHOUT_BOOTH: Final = Code(
    "H333",
    Severity.WARNING,
    "A stop in tours.yaml is about somebody who has no booth in any hall; it is passed over.",
    "Give the exhibitor's booth number in the list, or take the stop out.",
)
EMPTY_TRAIL: Final = Code(
    "H334",
    Severity.ERROR,
    "A hot spot or a tour in tours.yaml has no stop; it is left out.",
    "Write its stops, or for a tour a `hot_spot`, a `category` or a `zone` that it goes through.",
)
UNKNOWN_SOURCE: Final = Code(
    "H335",
    Severity.ERROR,
    "A tour goes through a hot spot, a category or a zone that the fair does not have.",
    "Write the id of a hot spot or a zone, or a category as in the lists.",
)
NOTHING_TO_SHOW: Final = Code(
    "H336",
    Severity.WARNING,
    "A stop shows a panorama, a video or a model that there is none of; it goes without.",
    "Name the file in the list of exhibitors or products, or take `show` out.",
)
CAPTIONS_ALONE: Final = Code(
    "H337",
    Severity.WARNING,
    "A stop has captions in a language in which it has no narration; they are passed over.",
    "Write the narration in that language, or put the words into the stop's text.",
)
