"""What a form says goes into an exhibitor's files, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.preview import FairFolder, OwnFolder, Source, find_booth
from hallgen.preview.desk import Desk, FormChange, FormKey
from hallgen.preview.dropped import Drop, DropKind
from hallgen.preview.form import form_of
from hallgen.preview.neighbourhood import Neighbourhood, neighbourhood
from hallgen.readers.own_booth import USUAL
from tests.preview.small import FILES, paint, write_fair

CHOICES = "booths/A01/booth.yaml"


class Room:
    """A desk on which a booth's files lie."""

    def __init__(self, source: Source, booth: str, scratch: Path) -> None:
        self.source, self.booth = source, booth
        self.desk = Desk(source, scratch)

    @property
    def around(self) -> Neighbourhood:
        checked = self.source.read(Diagnostics())
        booth = find_booth(checked.fair, self.booth)
        return neighbourhood(checked.fair, checked.layouts[booth.hall], booth)

    def change(self, key: FormKey, **said: object) -> list[str]:
        change = FormChange.model_validate({"key": key, **said})
        return [fault.code for fault in self.desk.change(self.around, change)]

    def drop(self, kind: DropKind, name: str, data: Path, product: str | None = None) -> str:
        placed = self.desk.drop(self.around, Drop(kind=kind, name=name, product=product), data)
        return f"{placed.path.as_posix()} {'named' if placed.named else 'not named'}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_fair(tmp_path / "fair")


@pytest.fixture
def room(folder: Path, tmp_path: Path) -> Room:
    return Room(FairFolder(folder), "A01", tmp_path / "scratch")


@pytest.fixture
def own(tmp_path: Path) -> Room:
    """A booth's folder without a fair."""
    folder = tmp_path / "Coast Robotics"
    folder.mkdir()
    (folder / "booth.yaml").write_text("claim: {zh: 更快, en: Faster}\n", encoding="utf-8")
    paint(folder / "media" / "logo.png", "#c02020")
    paint(folder / "media" / "pump-9.png", "#2040c0")
    return Room(OwnFolder(folder, USUAL), "Coast Robotics", tmp_path / "scratch")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    (tmp_path / "sent").write_bytes(b"film")
    return tmp_path / "sent"


def test_each_field_is_a_key_and_the_rest_stays(room: Room, folder: Path) -> None:
    (folder / CHOICES).write_text("# ours\nstyle: gallery\ncolor: '#0b7683' # blue\n")
    assert room.change(FormKey.STYLE, text="bold") == []
    assert room.change(FormKey.CLAIM, texts={"en": " Faster ", "zh": ""}) == []
    assert room.change(FormKey.PRODUCTS, ids=["mill", "lathe"]) == []
    assert (folder / CHOICES).read_text("utf-8") == (
        "# ours\nstyle: bold\ncolor: '#0b7683' # blue\nclaim: {en: Faster}\n"
        "products: [mill, lathe]\n"
    )
    assert room.change(FormKey.STYLE, text="") == []
    assert "style" not in (folder / CHOICES).read_text("utf-8")


def test_a_claim_in_a_language_that_the_form_has_not_stays(room: Room, folder: Path) -> None:
    (folder / CHOICES).write_text("claim: {ja: 速い, en: Fast}\n", encoding="utf-8")
    room.change(FormKey.CLAIM, texts={"en": "Faster", "zh": ""})
    assert (folder / CHOICES).read_text("utf-8") == 'claim: {ja: "速い", en: Faster}\n'


def test_an_introduction_is_the_lists_until_the_booth_says_another(
    room: Room, folder: Path
) -> None:
    (folder / CHOICES).write_text("style: bold\n", encoding="utf-8")
    listed = form_of(room.around, room.source, (), room.desk).intros
    assert set(listed) == {"en", "zh"}
    assert room.change(FormKey.INTRO, texts={**listed, "en": "We make lathes.\nSince 1920."}) == []
    assert (folder / CHOICES).read_text("utf-8") == (
        'style: bold\nintro: {en: "We make lathes.\\nSince 1920."}\n'
    )
    said = form_of(room.around, room.source, (), room.desk).intros
    assert said == {**listed, "en": "We make lathes.\nSince 1920."}
    assert room.change(FormKey.INTRO, texts={**said, "en": " "}) == []
    assert (folder / CHOICES).read_text("utf-8") == "style: bold\n"
    assert form_of(room.around, room.source, (), room.desk).intros == listed


def test_a_booth_of_nobody_has_no_introduction(room: Room) -> None:
    around = room.around
    empty = around.booth.model_copy(update={"main_exhibitor": None, "co_exhibitors": ()})
    nobody = replace(around, booth=empty)
    assert form_of(nobody, room.source, (), room.desk).intros == {}


def test_what_would_be_a_fault_is_told_and_not_written(room: Room, folder: Path) -> None:
    before = (folder / CHOICES).read_bytes()
    assert room.change(FormKey.COLOR, text="blue") == [codes.BAD_VALUE.code]
    assert room.change(FormKey.STYLE, text="baroque") == [codes.BAD_VALUE.code]
    assert room.change(FormKey.DESIGN, text="nobody's") == [codes.UNKNOWN_DESIGN.code]
    assert room.change(FormKey.PRODUCTS, ids=["boat"]) == [codes.UNKNOWN_CHOSEN_PRODUCT.code]
    assert (folder / CHOICES).read_bytes() == before
    assert not room.desk.can_undo


def test_a_fault_elsewhere_in_the_file_stops_no_field(room: Room, folder: Path) -> None:
    (folder / CHOICES).write_text("style: baroque\n")
    assert room.change(FormKey.COLOR, text="#102030") == []
    assert (folder / CHOICES).read_text() == 'style: baroque\ncolor: "#102030"\n'


def test_changes_are_taken_back_and_made_again(room: Room, folder: Path) -> None:
    first = (folder / CHOICES).read_bytes()
    room.change(FormKey.STYLE, text="bold")
    second = (folder / CHOICES).read_bytes()
    room.change(FormKey.STYLE, text="night")
    room.desk.undo()
    assert (folder / CHOICES).read_bytes() == second
    room.desk.undo()
    assert (folder / CHOICES).read_bytes() == first
    room.desk.redo()
    assert (folder / CHOICES).read_bytes() == second
    assert (room.desk.can_undo, room.desk.can_redo) == (True, True)
    room.change(FormKey.STYLE, text="lumen")
    assert not room.desk.can_redo


def test_what_somebody_else_wrote_is_never_undone(room: Room, folder: Path) -> None:
    room.change(FormKey.STYLE, text="bold")
    (folder / CHOICES).write_text("style: timber\n")
    with pytest.raises(UsageError, match=r"booth\.yaml was changed elsewhere"):
        room.desk.undo()
    assert (folder / CHOICES).read_text() == "style: timber\n"
    with pytest.raises(UsageError, match="nothing to take back"):
        room.desk.undo()


def test_a_first_choice_makes_the_file_and_undo_takes_it_away(room: Room, folder: Path) -> None:
    (folder / CHOICES).unlink()
    room.change(FormKey.STYLE, text="bold")
    assert (folder / "booths/1-A01/booth.yaml").read_text() == "style: bold\n"
    room.desk.undo()
    assert not (folder / "booths/1-A01/booth.yaml").exists()


def test_a_film_is_named_by_the_booth(room: Room, folder: Path, film: Path) -> None:
    path = "booths/A01/media/our- film.mp4"
    assert room.drop(DropKind.VIDEO, "../our: film.MP4", film) == f"{path} named"
    assert (folder / path).read_bytes() == b"film"
    assert room.around.booth.choices.video == Path(path)
    room.desk.undo()
    assert not (folder / path).exists()
    assert (folder / CHOICES).read_text() == FILES[CHOICES]


def test_a_picture_that_is_its_own_is_replaced(room: Room, folder: Path, film: Path) -> None:
    before = (folder / "media/lathe.png").read_bytes()
    assert room.drop(DropKind.PHOTO, "new.png", film, "lathe") == "media/lathe.png named"
    assert room.drop(DropKind.LOGO, "new.PNG", film) == "media/logo.png named"
    assert (folder / "media/lathe.png").read_bytes() == b"film"
    room.desk.undo()
    room.desk.undo()
    assert (folder / "media/lathe.png").read_bytes() == before


def test_what_no_list_names_lies_beside_the_choices(room: Room, folder: Path, film: Path) -> None:
    beside = "booths/A01/media"
    assert room.drop(DropKind.PHOTO, "new.jpg", film, "lathe") == f"{beside}/new.jpg not named"
    assert room.drop(DropKind.PHOTO, "mill.png", film, "mill") == f"{beside}/mill.png not named"
    shared = FILES["exhibitors.csv"].replace("none.png", "logo.png")
    (folder / "exhibitors.csv").write_text(shared)
    assert room.drop(DropKind.LOGO, "logo.png", film) == f"{beside}/logo.png not named"
    assert (folder / "media/logo.png").read_bytes() != b"film", "another has it too"


def test_pictures_of_an_own_folder_are_its_logo_and_products(own: Room, film: Path) -> None:
    folder = own.source.folder
    assert own.drop(DropKind.LOGO, "brand.svg", film) == "media/logo.svg named"
    assert not (folder / "media/logo.png").exists()
    assert own.drop(DropKind.PHOTO, "x.jpg", film, "pump-9") == "media/pump-9.jpg named"
    assert own.drop(DropKind.PHOTO, "valve.jpg", film) == "media/valve.jpg named"
    assert own.drop(DropKind.PHOTO, "logo.jpg", film) == "media/product.jpg named"
    assert own.drop(DropKind.VIDEO, "con.mp4", film) == "media/con-file.mp4 named"
    (folder / "products.csv").write_text("name\nPump\n")
    assert own.drop(DropKind.PHOTO, "pump.png", film) == "media/pump.png not named"


def test_what_cannot_be_it_is_refused(room: Room, film: Path) -> None:
    with pytest.raises(UsageError, match=r"tool\.exe is none of"):
        room.drop(DropKind.LOGO, "tool.exe", film)
    with pytest.raises(UsageError, match="Nobody here shows 'boat'"):
        room.drop(DropKind.PHOTO, "boat.png", film, "boat")
    with pytest.raises(UsageError, match="A film is dropped"):
        room.change(FormKey.VIDEO, text="../secret.mp4")


def test_the_form_shows_what_is(room: Room, folder: Path) -> None:
    told = Diagnostics()
    (folder / CHOICES).write_text("style: baroque\nproducts: [Mill]\nclaim: Fast\n")
    room.source.read(told)
    form = form_of(room.around, room.source, tuple(told), room.desk)
    assert (form.style, form.color, form.logo) == ("", "", "media/logo.png")
    assert form.claims == {"en": "Fast", "zh": "Fast"}
    assert [(one.id, one.photo) for one in form.products] == [
        ("mill", ""),
        ("lathe", "media/lathe.png"),
    ]
    assert len(form.styles) == 8
    assert [fault.code for fault in form.faults["style"]] == [codes.BAD_VALUE.code]
    assert form.faults["color"] == ()


def test_an_own_folder_may_say_more_languages_than_it_has(own: Room) -> None:
    (own.source.folder / "booth.yaml").write_text("claim: {de: Schneller}\n")
    form = form_of(own.around, own.source, (), own.desk)
    assert form.claims == {"de": "Schneller", "zh": "", "en": ""}
    assert own.change(FormKey.CLAIM, texts={"de": "Schneller", "zh": "更快", "en": ""}) == []
    assert own.around.index.fair.languages == ("de", "zh")


def test_nothing_is_written_through_links_out_of_the_folder(
    room: Room, folder: Path, film: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "booths/A01/media").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="leads out of the folder"):
        room.drop(DropKind.VIDEO, "film.mp4", film)
    (folder / CHOICES).unlink()
    (tmp_path / "booth.yaml").write_text("style: gallery\n")
    (folder / CHOICES).symlink_to(tmp_path / "booth.yaml")
    with pytest.raises(UsageError, match="leads out of the folder"):
        room.change(FormKey.STYLE, text="bold")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "booth.yaml").read_text() == "style: gallery\n"
