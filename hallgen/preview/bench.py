"""A booth's own small site: built when it is first looked at, and again at each change."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from hallgen import codes
from hallgen.build.files import write_file
from hallgen.build.kept_media import MediaMaker
from hallgen.build.media import FairMedia, media_of
from hallgen.build.steps import CheckedFair
from hallgen.diagnostics import Diagnostics
from hallgen.media.isolation import Workshop
from hallgen.media.shelf import MediaShelf
from hallgen.media.studio import Studio
from hallgen.model import BoothChoices, Fair
from hallgen.preview.desk import Desk
from hallgen.preview.faults import faults_of
from hallgen.preview.form import form_of
from hallgen.preview.ground import Furnished, OwnBooth, Workplace, furnish, set_up, sketch
from hallgen.preview.neighbourhood import Neighbourhood, neighbourhood
from hallgen.preview.reading import Source
from hallgen.preview.score import lacks_of
from hallgen.readers.named_booths import find_booth
from hallgen.site import PreviewPages, PreviewReport, PreviewTiles, SiteInputs, ViewerBundle
from hallgen.store import Store, StorePlace


@dataclass(frozen=True, eq=False, slots=True)
class Tools:
    """What all benches of a preview share: where the fair comes from, where pieces of media lie,
    where light and media are kept, workers for strangers' files, the viewer, and who builds
    neighbourhoods meanwhile.
    """

    source: Source
    pieces: Path
    store: StorePlace
    shop: Workshop
    viewer: ViewerBundle
    background: Executor


class Bench:
    """Builds the preview of the booth of an id into the folder `site`.

    `version` grows with each change that can be seen; who waits for one waits for `changed`.
    """

    def __init__(self, site: Path, booth: str, tools: Tools, checked: CheckedFair) -> None:
        self.site = site
        self.booth = booth
        self.version = 0
        self.changed = threading.Condition()
        self._tools = tools
        self._place = Workplace(site, tools.pieces, tools.store)
        self.desk = Desk(tools.source, tools.pieces / "desk" / site.name)
        self._around = _around(checked, booth)
        self._told = Diagnostics(checked.diagnostics)
        self._own_media = self._make_media()
        self._near_media: FairMedia | None = None
        self._ground = sketch(self._place, self._around)
        self._furnished: tuple[object, ...] = ()
        self._furnishing: Future[Furnished] | None = None
        self._own = self._set_up()
        self.pages = self._made_pages()
        for file in self.pages.files():
            write_file(site, file.path, file.data)
        self._furnish()

    @property
    def settled(self) -> bool:
        """Whether nothing is being built in the background."""
        return self._furnishing is None

    @property
    def around(self) -> Neighbourhood:
        """The booth and what it stands in, as they were read last."""
        return self._around

    @property
    def told(self) -> Diagnostics:
        """The booth's own faults."""
        return Diagnostics(self.pages.report.faults)

    def update(self, checked: CheckedFair, changed: Iterable[Path]) -> None:
        """Build again what follows from a fair that was read again, and from changed media."""
        if not media_paths(self._around.own) >= set(changed) & media_paths(self._around.fair):
            self._furnished = ()
        self._around = _around(checked, self.booth)
        self._told = Diagnostics(checked.diagnostics)
        self._own_media = self._make_media()
        self._own = self._set_up()
        self._show()
        self._furnish()

    def fail(self, told: Diagnostics) -> None:
        """Go on showing what was, and tell why nothing of the fair can be read."""
        report = replace(self.pages.report, faults=tuple(told.by_place()))
        self._show(replace(self.pages, report=report))

    def settle(self) -> None:
        """Take what was built in the background, once it is there."""
        if self._furnishing is None or not self._furnishing.done():
            return
        furnishing, self._furnishing = self._furnishing, None
        try:
            made = furnishing.result()
        except BrokenProcessPool:
            where = self._around.booth.place
            self._told.add(codes.WORK_CRASHED, where, "The booth's neighbourhood was not built.")
            self._show()
            return
        self._ground, self._near_media = made.ground, made.media
        self._own = self._set_up()
        self._show()
        self._furnish()

    def _make_media(self) -> FairMedia:
        tools, fair = self._tools, self._around.own
        maker = MediaMaker(
            fair.folder,
            self.site,
            tools.pieces,
            Store(tools.store),
            tools.shop,
            lambda *_: None,
            self._told,
        )
        return media_of(fair, maker, Studio(tools.store))

    def _set_up(self) -> OwnBooth:
        exhibits = self._own_media.exhibits(self._tools.pieces)
        return set_up(self._place, self._around, exhibits, self._ground.finish, self._told)

    def _furnish(self) -> None:
        """Have the neighbourhood built in the background, where it is other than it was built."""
        wanted = _seen_around(self._around)
        if self._furnishing is None and wanted != self._furnished:
            self._furnished = wanted
            task = self._tools.background.submit(furnish, self._place, self._around)
            self._furnishing = task

    def _show(self, pages: PreviewPages | None = None) -> None:
        """Have the page that is open show what is."""
        made = self._made_pages() if pages is None else pages
        self.pages = replace(made, version=self.version + 1)
        with self.changed:
            self.version = self.pages.version
            self.changed.notify_all()

    def _made_pages(self) -> PreviewPages:
        around, own, ground = self._around, self._own, self._ground
        media, hall = self._own_media, around.hall.id
        if self._near_media is not None:
            media = _joined(self._near_media, media)
        score, lacks = lacks_of(around.booth, around.index)
        choices = self._tools.source.choices_of(around.booth)
        faults = faults_of(around.booth, around.index, choices, self._told)
        return PreviewPages(
            inputs=SiteInputs(
                index=around.index,
                layouts={hall: around.layout},
                obstacles={hall: (*ground.obstacles, *own.obstacles)},
                pictures=media.pictures,
                viewer=self._tools.viewer,
                probes={} if ground.probe is None else {hall: ground.probe},
                models=media.models,
                scales=own.scales,
                shelf=media.shelf,
                screens={hall: (*ground.screens, *own.screens)},
            ),
            booth=around.booth,
            tiles=PreviewTiles(ground.tileset, own.tileset),
            report=PreviewReport(
                score=score,
                lacks=lacks,
                faults=faults,
                choices=choices,
            ),
            form=form_of(around, self._tools.source, faults, self.desk),
            version=self.version,
        )


def media_paths(fair: Fair) -> set[Path]:
    """All files of media that a fair's exhibitors, products and booths name."""
    found = {path for product in fair.products for path in (*product.images, product.model)}
    found |= {exhibitor.logo for exhibitor in fair.exhibitors}
    found |= {booth.choices.video for hall in fair.halls for booth in hall.booths}
    for media in (*(e.media for e in fair.exhibitors), *(p.media for p in fair.products)):
        spoken = (captions.file for captions in media.captions)
        found |= {media.video, *spoken, *media.documents, *media.panoramas}
    return {path for path in found if path is not None}


def _around(checked: CheckedFair, booth: str) -> Neighbourhood:
    """Raises UsageError where the booth is gone."""
    found = find_booth(checked.fair, booth)
    return neighbourhood(checked.fair, checked.layouts[found.hall], found)


def _seen_around(around: Neighbourhood) -> tuple[object, ...]:
    """All that the ground is built from, which what is chosen for the booth itself is not."""
    fair, own = around.fair, set(around.booth.exhibitors)
    plain = tuple(
        booth.model_copy(update={"choices": BoothChoices()}) if booth == around.booth else booth
        for booth in around.hall.booths
    )
    return (
        around.hall.model_copy(update={"booths": plain}),
        around.layout,
        tuple(one for one in fair.exhibitors if one.id not in own),
        tuple(one for one in fair.products if one.exhibitor not in own),
        (fair.name, fair.languages, fair.theme, fair.zones, fair.organiser, fair.start, fair.end),
    )


def _joined(first: FairMedia, then: FairMedia) -> FairMedia:
    """What was made for either; the second's where both have some."""
    one, two = first.shelf, then.shelf
    return FairMedia(
        {**first.models, **then.models},
        {**first.pictures, **then.pictures},
        MediaShelf(
            {**one.films, **two.films},
            {**one.captions, **two.captions},
            {**one.documents, **two.documents},
            {**one.panoramas, **two.panoramas},
        ),
        (*first.lines, *then.lines),
        then.studio,
    )
