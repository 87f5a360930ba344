"""What booth.yaml says of a firm goes before its list, and a draft says nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hallgen.build.release import released
from hallgen.build.steps import CheckedFair
from hallgen.diagnostics import Diagnostics
from hallgen.model import BoothChoices, Fair, Text, with_own_words
from hallgen.readers import read_fair
from tests.preview.small import write_fair

BOOTH = "booths/A01/booth.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_fair(tmp_path / "fair")


def intro(fair: Fair) -> Text:
    booth = next(one for one in fair.halls[0].booths if one.number == "A01")
    return next(one.intro for one in fair.exhibitors if one.id == booth.main_exhibitor)


def read(folder: Path, text: str) -> Fair:
    (folder / BOOTH).write_text(text, encoding="utf-8")
    return read_fair(folder, Diagnostics())


def public(fair: Fair) -> Fair:
    return released(CheckedFair(fair, {}, Diagnostics()), date(2027, 1, 1)).fair


def test_each_language_is_the_booths_or_the_lists(folder: Path) -> None:
    fair = read(folder, "intro: {ja: 旋盤}\n")
    listed = intro(fair)
    assert dict(intro(with_own_words(fair)).said) == {**dict(listed.said), "ja": "旋盤"}
    assert intro(with_own_words(read(folder, "intro: {}\n"))) == listed


def test_a_draft_keeps_what_it_says_to_itself(folder: Path) -> None:
    fair = read(folder, "intro: {en: Not yet.}\nstatus: draft\n")
    assert intro(public(fair)) == intro(fair)
    assert intro(public(read(folder, "intro: {en: Now.}\n"))).get("en") == "Now."


def test_the_first_booth_that_says_something_holds(folder: Path) -> None:
    fair = read(folder, "intro: {en: First.}\n")
    hall = fair.halls[0]
    first = next(one for one in hall.booths if one.number == "A01")
    choices = BoothChoices(intro=Text.of(en="Second.", de="Zweite."))
    second = first.model_copy(update={"id": "second", "choices": choices})
    halls = (hall.model_copy(update={"booths": (*hall.booths, second)}),)
    said = intro(with_own_words(fair.model_copy(update={"halls": halls})))
    assert (said.get("en"), said.get("de")) == ("First.", "Zweite.")
