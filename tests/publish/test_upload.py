"""An upload leaves a whole site wherever it breaks off, and the next one puts it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hallgen.errors import TargetError, UsageError
from hallgen.publish import Target, UploadOptions, open_target, publish_site
from hallgen.publish.ledger import NAME, WAITING
from tests.publish.small import Failing, Keeping, failing, files_of, held, memory_target, write_site

Make = Callable[[], Target]


@pytest.fixture(params=["memory", "folder"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Makes an empty target of a kind, another at each call."""
    numbers = iter(range(1000))
    if request.param == "memory":
        return memory_target
    return lambda: open_target(str(tmp_path / "target" / str(next(numbers))), {})


def test_the_target_has_what_the_site_has(make: Make, tmp_path: Path) -> None:
    target = make()
    published = publish_site(write_site(tmp_path / "site", "one"), target)
    assert held(target) == files_of("one")
    assert (published.files, published.sent) == (11, published.bytes)
    again = publish_site(tmp_path / "site", target)
    assert (again.sent, len(again.plan.same)) == (0, 11)


def test_only_what_changed_is_sent(make: Make, tmp_path: Path) -> None:
    target = make()
    publish_site(write_site(tmp_path / "site", "one"), target)
    published = publish_site(write_site(tmp_path / "site", "two"), target)
    changed = {a for a, data in files_of("two").items() if files_of("one").get(a) != data}
    assert {*published.plan.direct, *published.plan.switched} == changed
    assert published.plan.new == files_of("two").keys() - files_of("one").keys()


def test_visitors_of_the_build_before_keep_what_they_load(make: Make, tmp_path: Path) -> None:
    target = make()
    (first,) = (a for a in files_of("one").keys() - files_of("two").keys() if "media" in a)
    publish_site(write_site(tmp_path / "site", "one"), target)
    published = publish_site(write_site(tmp_path / "site", "two"), target)
    assert published.plan.old == (first,)
    assert published.plan.deleted == ("en/one/index.html",)
    assert held(target) == files_of("two") | {first: files_of("one")[first]}
    publish_site(tmp_path / "site", target)  # the same build once more changes nothing
    assert first in held(target)
    publish_site(write_site(tmp_path / "site", "three"), target)
    assert first not in held(target)


def test_without_grace_it_goes_at_once(make: Make, tmp_path: Path) -> None:
    target = make()
    publish_site(write_site(tmp_path / "site", "one"), target)
    publish_site(write_site(tmp_path / "site", "two"), target, UploadOptions(grace=False))
    assert held(target) == files_of("two")


def test_files_of_others_stay(make: Make, tmp_path: Path) -> None:
    target = make()
    target.write("CNAME", b"fair.example")
    publish_site(write_site(tmp_path / "site", "one"), target)
    publish_site(write_site(tmp_path / "site", "two"), target)
    assert target.read("CNAME") == b"fair.example"


def test_what_somebody_changed_or_lost_there_is_sent_again(make: Make, tmp_path: Path) -> None:
    target = make()
    site = write_site(tmp_path / "site", "one")
    publish_site(site, target)
    target.write("index.html", b"a longer or shorter page")
    target.delete(["tiles/1/block-001.glb"])
    published = publish_site(site, target)
    assert published.plan.switched == ("tiles/1/block-001.glb", "index.html")
    assert held(target) == files_of("one")


def test_a_dry_run_writes_nothing(make: Make, tmp_path: Path) -> None:
    target = make()
    site = write_site(tmp_path / "site", "one")
    assert publish_site(site, target, UploadOptions(dry=True)).sent > 0
    assert target.listed() == {}


def test_wherever_it_breaks_off_a_whole_site_is_served(make: Make, tmp_path: Path) -> None:
    old, new = files_of("one"), files_of("two")
    one, two = (write_site(tmp_path / words, words) for words in ("one", "two"))
    before_change = 0
    for at in range(100):
        target = make()
        publish_site(one, target)
        broken = failing(target, at)
        if not _breaks(two, broken):
            break
        served = held(target)
        # Nothing is missing or half of something, whichever build it is of.
        for address, data in old.items():
            if address not in new and served.get("build.json") == new["build.json"]:
                continue  # deletions have begun
            assert served.get(address) in (data, new.get(address)), (at, address)
        if all(served.get(address) == data for address, data in old.items()):
            before_change += 1
        # A page of the new build comes after all that it leads to.
        if any(served.get(a) == new[a] != old.get(a) for a in new if a.endswith(".html")):
            assert all(served[a] == new[a] for a in new if not a.endswith((".html", ".json")))
        publish_site(two, target, UploadOptions(grace=False))
        assert held(target) == new, at
        assert not [a for a in target.listed() if a.startswith(WAITING)]
    else:
        pytest.fail("an upload never came to its end")
    assert before_change > 8, "all that takes long comes before the first change"


def test_a_build_that_comes_back_after_a_break_is_sent_again(make: Make, tmp_path: Path) -> None:
    """What the list says of a file that was overwritten since may not be believed."""
    one, two = (write_site(tmp_path / words, words) for words in ("one", "two"))
    for at in range(1, 30, 3):
        target = make()
        publish_site(one, target)
        broken = failing(target, at)
        if not _breaks(two, broken):
            break
        publish_site(one, target, UploadOptions(grace=False))
        assert held(target) == files_of("one"), at


def _breaks(site: Path, target: Target) -> bool:
    try:
        publish_site(site, target)
    except TargetError as told:
        return "the line broke" in str(told)
    assert isinstance(target.system, Failing)
    return target.system.failed


def test_a_target_that_does_not_let_go(make: Make, tmp_path: Path) -> None:
    """What should be gone is told, and tried again the next time."""
    target = make()
    publish_site(write_site(tmp_path / "site", "one"), target)
    write_site(tmp_path / "site", "two")
    with pytest.raises(TargetError, match=r"1 old file\(s\) could not be deleted, such as en/one/"):
        publish_site(tmp_path / "site", replace(target, system=Keeping(target.system)))
    assert held(target).items() >= files_of("two").items()
    publish_site(tmp_path / "site", target)
    assert "en/one/index.html" not in held(target)


def test_two_uploads_to_one_place(make: Make, tmp_path: Path) -> None:
    """The one that was overtaken says so and switches nothing."""
    target = make()
    one, two = (write_site(tmp_path / words, words) for words in ("one", "two"))
    overtaken = False

    def overtake(what: str, done: int, of: int) -> None:
        nonlocal overtaken
        if what.startswith("sent") and not overtaken:
            overtaken = True
            publish_site(two, target)

    with pytest.raises(TargetError, match="Somebody else publishes"):
        publish_site(one, target, UploadOptions(progress=overtake))
    assert target.read("index.html") == files_of("two")["index.html"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda target: target.write("index.html", b"somebody's"), "did not publish"),
        (lambda target: target.write(NAME, b"{"), "is damaged, or of a later hallgen"),
        (lambda target: target.write(NAME, b'{"format": 2}'), "of a later hallgen"),
    ],
)
def test_what_is_not_ours_is_left(
    make: Make, tmp_path: Path, spoil: Callable[[Target], None], told: str
) -> None:
    target = make()
    spoil(target)
    before = held(target)
    with pytest.raises(UsageError, match=told):
        publish_site(write_site(tmp_path / "site", "one"), target)
    assert held(target) == before


def test_a_site_that_was_uploaded_by_other_means_is_taken_over(make: Make, tmp_path: Path) -> None:
    target = make()
    site = write_site(tmp_path / "site", "one")
    for address, data in files_of("one").items():
        target.write(address, data)
    publish_site(site, target)
    assert held(target) == files_of("one")


def test_a_file_that_changes_meanwhile_ends_it(make: Make, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", "one")

    def change(what: str, done: int, of: int) -> None:
        if done == of:
            (site / "en/map/index.html").write_bytes(b"another")

    with pytest.raises(UsageError, match="changed while it was published"):
        publish_site(site, make(), UploadOptions(progress=change))


def test_what_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"it has no fair\.json"):
        publish_site(tmp_path, memory_target())
    site = write_site(tmp_path / "site", "one")
    for inside in (tmp_path, site, site / "deep"):
        with pytest.raises(UsageError, match="in one another"):
            publish_site(site, open_target(str(inside), {}))
    (site / "build.json").write_bytes(b"")
    with pytest.raises(UsageError, match=r"no build\.json, or a damaged one"):
        publish_site(site, memory_target())
