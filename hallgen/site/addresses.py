"""Where everything of a site lies: the one place that knows its addresses.

All are from the site's root, with forward slashes and without a leading one. A page's
address ends in a slash; its file is the `index.html` there.
"""

from __future__ import annotations

import re
from typing import Final

#: The service worker, which answers for all that is below it; the build's name, by which it
#: knows a new build; and the page it has for what was never opened.
WORKER: Final = "worker.js"
BUILD: Final = "build.json"
OFFLINE: Final = "offline.html"
#: The folder of the search's files.
SEARCH: Final = "search/"


def segment(id_: str) -> str:
    """An id as one part of an address: letters, digits and . _ - stay, others become ~hex~.

    Different ids stay different, and none can leave its folder.
    """
    safe = re.sub(r"[^A-Za-z0-9._-]", lambda found: f"~{ord(found[0]):x}~", id_)
    return f"~2e~{safe[1:]}" if safe.startswith(".") else safe


def tileset(hall: str) -> str:
    return f"tiles/{segment(hall)}/tileset.json"


def shard(hall: str, language: str) -> str:
    return f"tiles/{segment(hall)}/hall.{language}.json"


def saved_hall(hall: str) -> str:
    """What a hall needs without a network."""
    return f"offline/{segment(hall)}.json"


def booth_model(booth: str) -> str:
    """The booth's own GLB."""
    return f"booths/{segment(booth)}.glb"


def booth_still(booth: str) -> str:
    """A picture of the booth. It keeps its address, so that a shared link keeps its preview."""
    return f"stills/booths/{segment(booth)}.webp"


def small_still(booth: str) -> str:
    """The same for lists."""
    return f"stills/small/{segment(booth)}.webp"


def share_still(booth: str) -> str:
    """A square picture of the booth, as messengers show it beside a link."""
    return f"stills/share/{segment(booth)}.jpg"


def hall_share(hall: str) -> str:
    """The same of what a visitor of the hall sees first."""
    return f"stills/share/halls/{segment(hall)}.jpg"


def hall_still(hall: str) -> str:
    """What a visitor of the hall sees first."""
    return f"stills/halls/{segment(hall)}.webp"


def hall_overview(hall: str) -> str:
    """The hall from above."""
    return f"stills/overviews/{segment(hall)}.webp"


def booth_anchor(booth: str) -> str:
    """The id of a booth's element in the page of its hall."""
    return f"booth-{segment(booth)}"


def home(language: str) -> str:
    return f"{language}/"


def hall(language: str, id_: str) -> str:
    return f"{language}/halls/{segment(id_)}/"


def plan(language: str, id_: str) -> str:
    """The hall's plan as an SVG file."""
    return f"{hall(language, id_)}plan.svg"


def small_plan(id_: str) -> str:
    """The hall's plan without words, for cards and locators."""
    return f"plans/{segment(id_)}.svg"


def view(id_: str) -> str:
    """The hall drawn in perspective, for a fair's first screen."""
    return f"plans/{segment(id_)}.view.svg"


def exhibitors(language: str) -> str:
    return f"{language}/exhibitors/"


def exhibitors_under(language: str, letter: str) -> str:
    """The exhibitors under one initial, where all are too many for a page."""
    return f"{exhibitors(language)}under/{segment(letter)}/"


def exhibitor(language: str, slug: str) -> str:
    return f"{language}/exhibitors/{segment(slug)}/"


def products(language: str) -> str:
    return f"{language}/products/"


def products_in(language: str, category: str) -> str:
    """The products of a category by its slug, where all are too many for a page."""
    return f"{products(language)}in/{category}/"


def product(language: str, slug: str) -> str:
    return f"{language}/products/{segment(slug)}/"


def product_anchor(slug: str) -> str:
    """The id of a product's part in the page of its exhibitor."""
    return f"product-{segment(slug)}"


def programme(language: str) -> str:
    return f"{language}/programme/"


def session(language: str, id_: str) -> str:
    return f"{programme(language)}{segment(id_)}/"


def calendar(language: str) -> str:
    """The whole programme, for calendars."""
    return f"{programme(language)}programme.ics"


def session_calendar(language: str, id_: str) -> str:
    return f"{session(language, id_)}session.ics"


def info(language: str, id_: str) -> str:
    """A page of the organiser's own."""
    return f"{language}/info/{segment(id_)}/"


def shortlist(language: str) -> str:
    """The page of a visitor's own list."""
    return f"{language}/shortlist/"


def worth_seeing(language: str) -> str:
    """The page of highlights, hot spots, tours and experience points."""
    return f"{language}/worth-seeing/"


def trail(language: str, id_: str) -> str:
    """The page of a hot spot or a tour."""
    return f"{worth_seeing(language)}{segment(id_)}/"


def overview(language: str) -> str:
    """The page with the plans of all halls."""
    return f"{language}/map/"


def search(language: str) -> str:
    """The page on which one searches."""
    return f"{language}/search/"


def interests(language: str) -> str:
    """The page on which visitors say what they are interested in."""
    return f"{language}/interests/"


def compare(language: str) -> str:
    """The page on which products are compared."""
    return f"{language}/compare/"


def search_entry(language: str) -> str:
    """What a search begins with: where the files of a language are."""
    return f"{SEARCH}{language}.json"


def to_root(address: str) -> str:
    """The way from a page to the site's root: "../../" from "en/exhibitors/"; "" from the root."""
    return "../" * address.count("/")
