"""From an exhibitor's folder to the fair and back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics
from hallgen.errors import UsageError
from hallgen.model import BoothStatus
from hallgen.preview import FairFolder, OwnFolder
from hallgen.readers.own_booth import USUAL
from hallgen.submissions import Proposal, Request, Verdict, examined, looks, submit, take_in
from tests.preview.small import paint, write_fair
from tests.submissions.zips import write_zip


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Media are not made, which takes long; the names of exhibitors whose media would be."""
    asked: list[str] = []

    def make(fair: object, *_: object) -> None:
        asked.extend(one.id for one in fair.exhibitors)  # type: ignore[attr-defined]

    monkeypatch.setattr(looks, "make_media", make)
    return asked


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    return write_fair(tmp_path / "fair")


@pytest.fixture
def theirs(fair: Path, tmp_path: Path) -> Path:
    """The exhibitor's own copy of the fair."""
    return Path(shutil.copytree(fair, tmp_path / "theirs"))


@pytest.fixture
def propose(tmp_path: Path, fair: Path) -> Callable[..., Proposal]:
    """Examines a ZIP; the proposal lasts as long as the test."""
    with ExitStack() as stack:

        def examine(file: Path, verdict: Verdict = Verdict.AS_BEFORE, booth: str = "") -> Proposal:
            stack.close()
            request = Request(tmp_path / "store", booth or None, verdict)
            told = Diagnostics()
            proposal = stack.enter_context(examined(file, fair, request, told))
            assert proposal is not None, list(map(str, told))
            return proposal

        yield examine  # type: ignore[misc]


def state(folder: Path) -> dict[str, str]:
    """All files but hidden ones and ways back."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith((".", "received"))
    }


def sent(theirs: Path, file: Path) -> Path:
    told = Diagnostics()
    assert submit(FairFolder(theirs), "A01", file, told) is not None, list(map(str, told))
    return file


def refused(fair: Path, file: Path, booth: str | None = None) -> list[tuple[Code, str | None]]:
    before, told = state(fair), Diagnostics()
    with examined(file, fair, Request(fair.parent / "store", booth), told) as proposal:
        assert proposal is None
    assert state(fair) == before
    assert not [path.name for path in fair.iterdir() if path.name.startswith(".")]
    return [(one.kind, one.place.item) for one in told]


def test_what_a_booth_says_of_itself_is_seen_before_it_is_taken_in(
    theirs: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    choices = theirs / "booths/A01/booth.yaml"
    said = f"{choices.read_text('utf-8')}intro: {{zh: 我们制造车床}}\n"
    choices.write_text(said, encoding="utf-8")
    proposal = propose(sent(theirs, tmp_path / "A01.zip"))
    assert proposal.after.score > proposal.before.score


def test_there_and_back(
    fair: Path, theirs: Path, tmp_path: Path, propose: Callable[..., Proposal], seen: list[str]
) -> None:
    (theirs / "booths/A01/booth.yaml").write_text(
        "style: bold\ncolor: '#0b7683'\nclaim: {en: Faster}\n"
    )
    paint(theirs / "media" / "logo.png", "#00aa00")
    paint(theirs / "booths" / "A01" / "media" / "poster.png", "#0000aa")
    before = state(fair)
    proposal = propose(sent(theirs, tmp_path / "A01.zip"))
    assert state(fair) == before
    assert (proposal.whose, proposal.parcel.shared) == (
        "Sample Tools",
        ("media/lathe.png", "media/logo.png"),
    )
    assert proposal.after.score > proposal.before.score
    assert seen == ["tools", "tools"]
    old, new = proposal.before.files, proposal.after.files
    assert {path for path in {*old, *new} if old.get(path) != new.get(path)} == {
        "booths/A01/booth.yaml",
        "booths/A01/media/poster.png",
        "media/logo.png",
    }
    assert [fault.place.file for fault in proposal.unused()] == ["booths/A01/media/poster.png"]
    back = take_in(proposal)
    after = state(fair)
    assert {path for path in {*before, *after} if before.get(path) != after.get(path)} == {
        "booths/A01/booth.yaml",
        "booths/A01/media/poster.png",
        "media/logo.png",
    }
    assert after["media/logo.png"] == state(theirs)["media/logo.png"]
    take_in(propose(back))
    assert state(fair) == before
    assert sorted(path.name for path in back.parent.iterdir()) == ["1-before.zip", "2-before.zip"]


def test_other_names_of_a_file_stay_as_they_are(
    fair: Path, theirs: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    """Whoever keeps the fair by hard links, as some backups do, keeps what was."""
    os.link(fair / "media/logo.png", tmp_path / "backup.png")
    paint(theirs / "media/logo.png", "#00aa00")
    before = (tmp_path / "backup.png").read_bytes()
    take_in(propose(sent(theirs, tmp_path / "A01.zip")))
    assert (tmp_path / "backup.png").read_bytes() == before
    assert (fair / "media/logo.png").read_bytes() != before


def test_what_is_no_part_of_a_booth_stays(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    booth = fair / "booths" / "A01"
    (booth / "calls.txt").write_text("called on Monday")
    (booth / ".hidden").write_text("too")
    paint(booth / "media" / "old.png", "#00aa00")
    take_in(propose(write_zip(tmp_path / "a.zip", {"media/new/a.png": "new"})))
    found = {path.relative_to(booth).as_posix() for path in booth.rglob("*") if path.is_file()}
    assert found == {"calls.txt", ".hidden", "media/new/a.png"}


def test_a_booth_without_a_folder_and_a_file_that_was_missing(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    before = state(fair)
    note = '{"format": 1, "booth": "b 01", "fair": "small"}'
    paint(tmp_path / "none.png", "#00aa00")
    files = {"booth.yaml": "claim: Hello\n", "none.png": (tmp_path / "none.png").read_bytes()}
    proposal = propose(write_zip(tmp_path / "b.zip", files, note=note))
    assert [one.code for one in proposal.solved] == [codes.FILE_MISSING.code]
    back = take_in(proposal)
    assert state(fair).keys() - before.keys() == {"booths/1-B01/booth.yaml", "none.png"}
    take_in(propose(back))
    assert state(fair) == before


def test_an_exhibitors_own_folder(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    own = tmp_path / "our booth"
    own.mkdir()
    (own / "booth.yaml").write_text("style: timber\nvideo: media/film.mp4\n")
    (own / "products.csv").write_text("name\nDrill\n")
    (own / "notes.docx").write_text("to do")
    paint(own / "media" / "Drill.png", "#00aa00")
    (own / "media" / "film.mp4").write_bytes(b"film")
    (own / "media" / "out.png").symlink_to("/etc/passwd")
    done = submit(OwnFolder(own, USUAL), "ours", tmp_path / "a.zip", Diagnostics())
    assert done is not None
    assert done.left_out == ("notes.docx", "media/out.png")
    assert [kind for kind, _ in refused(fair, tmp_path / "a.zip")] == [codes.WRONG_BOOTH]
    proposal = propose(tmp_path / "a.zip", booth="A01")
    assert {one.place.file for one in proposal.unused()} == {
        "booths/A01/products.csv",
        "booths/A01/media/Drill.png",
    }
    take_in(proposal)
    assert (fair / "booths/A01/media/film.mp4").read_bytes() == b"film"
    assert not proposal.new_faults


def test_the_same_booth_is_the_same_bytes(theirs: Path, tmp_path: Path) -> None:
    one = sent(theirs, tmp_path / "one.zip").read_bytes()
    for path in theirs.rglob("*"):
        os.utime(path, (1e9, 1e9))
    assert sent(theirs, tmp_path / "two.zip").read_bytes() == one
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert json.loads(archive.read("submission.json"))["booth"] == "1-A01"


def test_nothing_to_send(fair: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to send of booth A02"):
        submit(FairFolder(fair), "A02", tmp_path / "a.zip", Diagnostics())
    assert not (tmp_path / "a.zip").exists()


def test_what_would_be_refused_is_not_packed(theirs: Path, tmp_path: Path) -> None:
    paint(theirs / "booths/A01/media/a:b.png", "#00aa00")
    told = Diagnostics()
    assert submit(FairFolder(theirs), "A01", tmp_path / "a.zip", told) is None
    assert [one.kind for one in told] == [codes.UNSAFE_NAME]
    assert [path.name for path in tmp_path.glob("*a.zip*")] == []


@pytest.mark.parametrize(
    ("note", "booth", "code"),
    [
        ('{"format": 1, "booth": "1-A01", "fair": "another"}', None, codes.WRONG_BOOTH),
        ('{"format": 1, "booth": "1-A02", "fair": "small"}', "A01", codes.WRONG_BOOTH),
        ('{"format": 1, "booth": "C99"}', None, codes.WRONG_BOOTH),
        ('{"format": 1, "booth": "A03"}', None, codes.WRONG_BOOTH),  # nobody is in it
        ('{"format": 9, "booth": "A01"}', "A01", codes.ARCHIVE_BROKEN),
        ("{", "A01", codes.ARCHIVE_BROKEN),
        (None, None, codes.WRONG_BOOTH),
    ],
)
def test_another_booth_or_fair(
    fair: Path, tmp_path: Path, note: str | None, booth: str | None, code: Code
) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "claim: Hi\n"}, note=note)
    assert [kind for kind, _ in refused(fair, file, booth)] == [code]


@pytest.mark.parametrize(
    "path", ["fair.yaml", "exhibitors.xml", "media/run.exe", "booths/A02/x.png"]
)
def test_files_that_are_no_part_of_a_booth(fair: Path, tmp_path: Path, path: str) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "", path: "x"})
    assert refused(fair, file) == [(codes.UNEXPECTED_FILE, path)]


def test_a_file_of_others_is_not_replaced(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    list_ = fair / "exhibitors.csv"
    list_.write_text(list_.read_text().replace("other,Other Ltd,A02,,,", "other,O,A02,,,logo.png"))
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "", "media/logo.png": "another"})
    assert refused(fair, file) == [(codes.SHARED_FILE, "media/logo.png")]
    same = (fair / "media/logo.png").read_bytes()
    propose(write_zip(tmp_path / "b.zip", {"booth.yaml": "", "media/logo.png": same}))


def test_damaged_on_the_way(fair: Path, tmp_path: Path) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "", "media/a.png": b"picture" * 99})
    data = bytearray(file.read_bytes())
    at = data.index(b"media/a.png") + len(b"media/a.png") + 2
    data[at : at + 4] = b"\x00\xff\x00\xff"
    file.write_bytes(data)
    assert refused(fair, file) == [(codes.ARCHIVE_BROKEN, "media/a.png")]


def test_errors_are_seen_before(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    proposal = propose(write_zip(tmp_path / "a.zip", {"booth.yaml": "claim: Hi\ncolour: red\n"}))
    assert [(one.code, one.place.line) for one in proposal.new_faults] == [
        (codes.UNKNOWN_KEY.code, 2)
    ]
    assert proposal.faulty


def test_status(fair: Path, tmp_path: Path, propose: Callable[..., Proposal]) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "claim: Hi\n"})
    proposal = propose(file, Verdict.DRAFT)
    assert proposal.after.status is BoothStatus.DRAFT
    take_in(proposal)
    proposal = propose(file)
    assert (proposal.before.status, proposal.changes) == (BoothStatus.DRAFT, False)
    take_in(propose(file, Verdict.APPROVE))
    assert (fair / "booths/A01/booth.yaml").read_text() == "claim: Hi\n"


def test_one_at_a_time(fair: Path, tmp_path: Path, propose: Callable[..., Proposal]) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": "claim: Hi\n"})
    propose(file)
    with (
        pytest.raises(UsageError, match="Another submission is being received"),
        examined(file, fair, Request(tmp_path / "store"), Diagnostics()),
    ):
        pass


def test_what_a_killed_one_left_is_cleared(
    fair: Path, tmp_path: Path, propose: Callable[..., Proposal]
) -> None:
    (fair / ".hallgen-receiving-old" / "fair").mkdir(parents=True)
    propose(write_zip(tmp_path / "a.zip", {"booth.yaml": "claim: Hi\n"}))
    assert not (fair / ".hallgen-receiving-old").exists()
