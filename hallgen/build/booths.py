"""Booths, built and lit: each once for as long as nothing of it changes."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from hallgen.build.kept_files import kept_or_made_files
from hallgen.build.lighting import Lighting
from hallgen.build.shelf import ModelShelf
from hallgen.build.step_keys import step_key
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.formats import Images, Instancing, write_glb
from hallgen.kit import BuiltBooth, block_of, build_booth
from hallgen.light import LightQuality, in_standard_slots
from hallgen.media import MediaLibrary
from hallgen.media.made import Made, MadeFile
from hallgen.model import Booth, BoothLayout, Fair, FairIndex, Frozen, fair_of_booth
from hallgen.scene import Scene, shown_near
from hallgen.scene.digests import Sharing
from hallgen.store import Store, StorePlace, bytes_as_they_are, kept_or_made


@dataclass(frozen=True, slots=True)
class Exhibits:
    """What exhibitors show, as booths need it. Travels to another process."""

    pictures: MediaLibrary
    models: ModelShelf

    def of(self, fair: Fair) -> Exhibits:
        """What of it a fair names, which may be a part of the whole."""
        paths = {e.logo for e in fair.exhibitors} | {i for p in fair.products for i in p.images}
        pictures = {path: made for path in _sorted(paths) if (made := self.pictures.of(path))}
        models = {
            p.id: self.models.models[p.id] for p in fair.products if p.id in self.models.models
        }
        return Exhibits(
            replace(self.pictures, pictures=pictures), replace(self.models, models=models)
        )

    @property
    def name(self) -> str:
        """Other files, another name: all that was made of them is named by its content."""
        pictures = (
            (str(path), made.model_dump_json()) for path, made in self.pictures.pictures.items()
        )
        models = ((id_, made.model_dump_json()) for id_, made in self.models.models.items())
        return repr((*pictures, *models))


@dataclass(frozen=True)
class BoothTask:
    """A booth to build and to light, with the part of the fair that it depends on.

    Travels to another process.
    """

    fair: Fair
    layout: BoothLayout
    light: LightQuality
    exhibits: Exhibits
    store: StorePlace

    @cached_property
    def key(self) -> str:
        """The name of what comes of it."""
        inputs = self.fair.model_dump_json(), self.layout.model_dump_json()
        return step_key("booth", *inputs, self.light.value, self.exhibits.name)


def booth_task(
    index: FairIndex,
    booth: Booth,
    layout: BoothLayout,
    light: LightQuality,
    exhibits: Exhibits,
    store: StorePlace,
) -> BoothTask:
    """The task of a booth of a fair, which may be more than the booth depends on."""
    fair = fair_of_booth(index, booth)
    return BoothTask(fair, layout, light, exhibits.of(fair), store)


def finish_booth(task: BoothTask) -> tuple[Diagnostic, ...]:
    """Have a booth in the store, and say what could not be kept."""
    told = Diagnostics()
    if not Store(task.store).holds(task.key):
        _packed(task, told)
    return tuple(told)


class _Nothing(Frozen):
    """A file says it all."""


@dataclass(frozen=True, slots=True)
class BoothMaker:
    """Makes booths of one hall, or takes those that were made before.

    Booths share what is alike in them, whether they were read or made, so that what is built of
    them is the same. `stand_ins` are booths that cannot be built: they stand as plain blocks.
    """

    diagnostics: Diagnostics
    stand_ins: frozenset[str] = frozenset()
    sharing: Sharing = field(default_factory=Sharing)

    def booth(self, task: BoothTask) -> BuiltBooth:
        """The booth, lit."""
        if task.layout.booth in self.stand_ins:
            return self._stand_in(task)
        booth: BuiltBooth = pickle.loads(zlib.decompress(_packed(task, self.diagnostics)))  # noqa: S301 - sealed, and as trusted as code
        return replace(booth, scene=self.sharing.scene(booth.scene))

    def alone(self, task: BoothTask, booth: BuiltBooth) -> bytes:
        """The booth's own GLB, with all its models."""

        def make() -> bytes:
            return _alone(booth, task.exhibits.models)

        if task.layout.booth in self.stand_ins:
            return make()

        def made() -> Made[_Nothing]:
            return Made(_Nothing(), (MadeFile("booth.glb", make()),))

        store, key = Store(task.store), step_key("booth alone", task.key)
        kept = kept_or_made_files(store, key, _Nothing, made, "Booths", self.diagnostics)
        return kept.files[0].data

    def _stand_in(self, task: BoothTask) -> BuiltBooth:
        index = FairIndex(task.fair)
        booth = index.booths[task.layout.booth]
        block = block_of(booth, task.layout, index)
        return Lighting(task.light, Store(task.store), self.diagnostics).booth(
            block, index.halls[booth.hall]
        )


def near(booth: BuiltBooth, models: ModelShelf) -> BuiltBooth:
    """A booth with its models as they are seen near by, for pictures and for its own GLB."""
    return replace(booth, scene=shown_near(booth.scene, models.near))


def _alone(booth: BuiltBooth, models: ModelShelf) -> bytes:
    whole = near(booth, models)
    scene: Scene = whole.scene
    if whole.sheet is not None:
        scene = in_standard_slots(scene, whole.sheet)
    return write_glb(scene, Images.EMBEDDED, Instancing.EXPANDED).data


def _packed(task: BoothTask, diagnostics: Diagnostics) -> bytes:
    return kept_or_made(
        Store(task.store), _BOOTHS, task.key, lambda: _made(task, diagnostics), diagnostics
    )


def _made(task: BoothTask, diagnostics: Diagnostics) -> bytes:
    """Build a booth and light it."""
    index = FairIndex(task.fair)
    booth = index.booths[task.layout.booth]
    pictures, models = task.exhibits.pictures, task.exhibits.models
    built = build_booth(booth, task.layout, index, pictures, models.of)
    lighting = Lighting(task.light, Store(task.store), diagnostics)
    lit = lighting.booth(built, index.halls[booth.hall])
    return zlib.compress(pickle.dumps(lit, protocol=5), 1)


def _sorted(paths: set[Path | None]) -> Iterator[Path]:
    return iter(sorted(path for path in paths if path is not None))


_BOOTHS = bytes_as_they_are("Booths")
