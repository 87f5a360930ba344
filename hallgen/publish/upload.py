"""An upload from its first step to its last.

1. Hash the site, list the target, read hallgen's own list there, and plan.
2. Write the list with all that will be written or deleted as unsure, so that an upload that breaks
   off is known to the next one.
3. Write what is new under names made of content: no page that is there leads to them yet.
4. Write all else aside. Until here visitors see the old site, unchanged.
5. Let what waits take its place: what pages lead to first, then pages, the build's name last. This
   moves files within the target and is soon done.
6. List the target once more: each file must be there with its size.
7. Write the list, and delete what nobody leads to any more.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from hallgen.build.files import sizes
from hallgen.build.publish import MARK
from hallgen.build.report import Progress
from hallgen.errors import TargetError, UsageError
from hallgen.publish.hosting import Hosting
from hallgen.publish.ledger import NAME, Known, Ledger, read_ledger
from hallgen.publish.plan import Listed, Local, Plan, foreign, is_of_site, plan_upload, turn_of
from hallgen.publish.target import Target, is_local
from hallgen.site import BuildName, addresses


@dataclass(frozen=True, slots=True)
class UploadOptions:
    """`again` writes everything, whatever is known of it. Without `grace`, what only visitors of
    the build before need goes at once. `dry` plans and writes nothing.
    """

    again: bool = False
    grace: bool = True
    dry: bool = False
    progress: Progress = lambda *_: None


@dataclass(frozen=True, slots=True)
class Published:
    """What an upload did, or would do: its plan, the bytes sent, and the files of the site."""

    plan: Plan
    sent: int
    files: int
    bytes: int


def publish_site(site: Path, target: Target, options: UploadOptions | None = None) -> Published:
    """Make the target have what the site has, and nothing of an older build of hallgen's.

    Files that hallgen did not write stay. Raises UsageError where `site` is none or the target
    holds something else, TargetError where it cannot be written; then the old site is still there,
    or, in the moment of the change, parts of both, and the next call puts it right.
    """
    options = options or UploadOptions()
    _insist(site, target)
    local = _read(site, options.progress)
    there = {a: file for a, file in target.listed().items() if is_of_site(a)}
    ledger = _ledger(target)
    if strangers := foreign(local, there, ledger):
        raise UsageError(
            f"{target.shown} holds something that hallgen did not publish and would replace, such "
            f"as {strangers[0]}. Name another folder, or remove that first."
        )
    build = _build(site)
    plan = plan_upload(local, build, there, ledger, again=options.again, grace=options.grace)
    written = (*plan.direct, *plan.switched)
    published = Published(
        plan,
        sum(local[address].size for address in written),
        len(local),
        sum(file.size for file in local.values()),
    )
    if not options.dry and (written or plan.deleted or ledger.build != build or ledger.unsure):
        _Upload(site, target, plan, local, ledger, options.progress).run(build)
    return published


@dataclass(frozen=True, eq=False, slots=True)
class _Upload:
    site: Path
    target: Target
    plan: Plan
    local: Mapping[str, Local]
    before: Ledger
    progress: Progress

    def run(self, build: str) -> None:
        plan, target = self.plan, self.target
        hosting = Hosting(self.site)
        run = secrets.token_hex(8)
        written = {*plan.direct, *plan.switched, *plan.deleted, *self.before.unsure}
        kept = {a: known for a, known in self.before.files.items() if a not in written}
        unsure = tuple(sorted(written))
        before = self.before.model_copy(update={"run": run, "files": kept, "unsure": unsure})
        target.write(NAME, before.written())

        def send(write: Callable[..., None]) -> Callable[[str], None]:
            return lambda address: write(address, self._data(address), hosting.of(address))

        self._each("sent", plan.direct, send(target.write))
        self._each("sent and waiting", plan.switched, send(target.write_aside))
        self._insist_on(run)
        for _, group in groupby(plan.switched, key=turn_of):
            self._each("", tuple(group), target.take_place)
        listed = self._checked()
        files = {
            address: Known(sha256=file.sha256, size=file.size, tag=listed[address].tag)
            for address, file in self.local.items()
        }
        after = Ledger(run=run, build=build, files=files, old=plan.old, unsure=plan.deleted)
        self._insist_on(run)
        target.write(NAME, after.written())
        if plan.deleted:
            self._delete()
            target.write(NAME, after.model_copy(update={"unsure": ()}).written())
        target.clear_waiting()

    def _delete(self) -> None:
        """Delete what is gone, and see that it is: some stores refuse without a word."""
        self.target.delete(self.plan.deleted)
        left = sorted(self.target.listed().keys() & set(self.plan.deleted))
        if left:
            raise TargetError(
                f"The new site is at {self.target.shown}, but {len(left):,} old file(s) could not "
                f"be deleted, such as {left[0]}: these credentials may not delete there."
            )

    def _data(self, address: str) -> bytes:
        data = (self.site / address).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.local[address].sha256:
            raise UsageError(f"{self.site / address} changed while it was published. Run it again.")
        return data

    def _each(self, what: str, todo: tuple[str, ...], do: Callable[[str], None]) -> None:
        """Do something with every address, as many at a time as the target takes. The first that
        fails ends it.
        """
        with ThreadPoolExecutor(self.target.at_a_time) as threads:
            started = [threads.submit(do, address) for address in todo]
            try:
                for number, future in enumerate(started, start=1):
                    future.result()
                    if what:
                        self.progress(what, number, len(todo))
            finally:
                threads.shutdown(wait=True, cancel_futures=True)

    def _insist_on(self, run: str) -> None:
        """Stop where somebody else has begun to publish to the same place."""
        now = _ledger(self.target)
        if now.run != run:
            raise TargetError(
                f"Somebody else publishes to {self.target.shown} at the same time. "
                "When that is done, run it again."
            )

    def _checked(self) -> dict[str, Listed]:
        listed = self.target.listed()
        for address, file in self.local.items():
            if address not in listed or listed[address].size != file.size:
                raise TargetError(
                    f"{self.target.shown} does not have {address} as it was sent. Run it again."
                )
        return listed


def _insist(site: Path, target: Target) -> None:
    if not (site / MARK).is_file():
        raise UsageError(f"{site} is not a site of hallgen: it has no {MARK}. Build one first.")
    folder = is_local(target)
    if folder is not None:
        one, other = site.resolve(), folder.resolve()
        if one.is_relative_to(other) or other.is_relative_to(one):
            raise UsageError(f"{target.shown} and the site {site} lie in one another.")


def _read(site: Path, progress: Progress) -> dict[str, Local]:
    """Every file of the site."""
    found: dict[str, Local] = {}
    there = sizes(site)
    for number, (address, size) in enumerate(there.items(), start=1):
        data = (site / address).read_bytes()
        md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
        found[address] = Local(hashlib.sha256(data).hexdigest(), md5, size)
        progress("files of the site", number, len(there))
    return found


def _build(site: Path) -> str:
    """The name that the build has given itself."""
    try:
        return BuildName.model_validate_json((site / addresses.BUILD).read_bytes()).build
    except (OSError, ValidationError):
        raise UsageError(
            f"{site} has no {addresses.BUILD}, or a damaged one: build it again."
        ) from None


def _ledger(target: Target) -> Ledger:
    """The list of hallgen's at the target; an empty one where there is none."""
    data = target.read(NAME)
    ledger = Ledger() if data is None else read_ledger(data)
    if ledger is None:
        raise UsageError(
            f"{target.shown}/{NAME} is damaged, or of a later hallgen. "
            "Delete it, and everything is compared anew."
        )
    return ledger
