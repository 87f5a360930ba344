"""What a booth's form shows: its choices, what there is to choose from, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hallgen.diagnostics import Diagnostic
from hallgen.kit.booth import shown_products
from hallgen.model import Fair, Language, StyleName
from hallgen.plugins import BOOTH_DESIGNS, names
from hallgen.preview.desk import Desk, FormKey, field_of, words_in
from hallgen.preview.dropped import ENDINGS
from hallgen.preview.neighbourhood import Neighbourhood
from hallgen.preview.reading import OwnFolder, Source
from hallgen.site import FormProduct, PreviewForm

#: What an own folder is offered besides the languages of its claim, of which its fair has one.
_OFFERED: Final = ("zh", "en")
#: What the picker of a colour begins at.
_BLUE: Final = "#1f4fa3"


def form_of(
    around: Neighbourhood, source: Source, found: Iterable[Diagnostic], desk: Desk
) -> PreviewForm:
    """The form of a booth in which faults were found."""
    file = source.choices_of(around.booth)
    booth, index = around.booth, around.index
    choices, theme = booth.choices, index.fair.theme
    main = None if booth.main_exhibitor is None else index.exhibitors[booth.main_exhibitor]
    languages = _languages(source, index.fair)
    faults = [fault for fault in found if fault.place.file == file]
    return PreviewForm(
        styles=tuple(str(style) for style in theme.styles or StyleName),
        style=str(choices.style or ""),
        designs=names(BOOTH_DESIGNS),
        design=choices.design or "",
        color=choices.color or "",
        usual=(main.color if main is not None else None) or _BLUE,
        claims={tag: words_in(choices.claim, tag) for tag in languages},
        intros={} if main is None else {tag: words_in(main.intro, tag) for tag in languages},
        products=tuple(
            FormProduct(one.id, one.name, one.images[0].as_posix() if one.images else "")
            for one in shown_products(booth, index)
        ),
        logo=main.logo.as_posix() if main is not None and main.logo is not None else "",
        video="" if choices.video is None else choices.video.as_posix(),
        endings={kind.value: ",".join(sorted(some)) for kind, some in ENDINGS.items()},
        can_undo=desk.can_undo,
        can_redo=desk.can_redo,
        faults={
            key.value: tuple(fault for fault in faults if field_of(fault) == key.value)
            for key in FormKey
        },
    )


def _languages(source: Source, fair: Fair) -> tuple[Language, ...]:
    offered = _OFFERED if isinstance(source, OwnFolder) else ()
    return tuple(dict.fromkeys((*fair.languages, *offered)))
