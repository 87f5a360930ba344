"""The organiser's own words of the interface, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.readers.strings import blanks, read_strings


def read(folder: Path, text: str, name: str = "it.json") -> tuple[dict[str, str], list[str]]:
    (folder / "strings").mkdir(exist_ok=True)
    (folder / "strings" / name).write_text(text, encoding="utf-8")
    found = Diagnostics()
    said = read_strings(folder, ("it", "de-AT"), found)
    return said.get(Path(name).stem, {}), [str(one) for one in found]


def test_words_of_a_new_language(tmp_path: Path) -> None:
    words = {"nav.halls": "Padiglioni", "count.halls.one": "un padiglione", "comma": ", "}
    words |= {"count.halls.many": "{n} padiglioni", "date.day": "{day}. {month}"}
    assert read(tmp_path, json.dumps(words)) == (words, [])


def test_words_of_a_wider_language_serve(tmp_path: Path) -> None:
    assert read(tmp_path, '{"nav.halls": "Säle"}', "de.json") == ({"nav.halls": "Säle"}, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n"nav.hals": "x"}', ("strings/it.json:2", "H196", "no words 'nav.hals'")),
        ('{"nav.halls": 3}', ("H197", "no text")),
        ('{"hall.numbered": "Padiglione"}', ("H197", "lacks {hall}")),
        ('{"hall.numbered": "{hall} {n}"}', ("H197", "names {n}")),
        ('{"nav.halls": "}"}', ("H197", "braces")),
        ('{"hall.numbered": "{hall.__class__}"}', ("H197", "braces")),
        ('{"hall.numbered": "{hall!r}"}', ("H197", "braces")),
        ('{"date.day": "{hour}"}', ("H197", "names {hour}")),
        ("[]", ("H104", "no map")),
        ("{", ("H104", "cannot be read")),
        ("[" * 100_000, ("H104", "nested too deep")),
    ],
)
def test_what_is_wrong_is_told_and_left_out(
    tmp_path: Path, text: str, told: tuple[str, ...]
) -> None:
    said, faults = read(tmp_path, text)
    assert said == {}
    assert len(faults) == 1
    assert all(part in faults[0] for part in told), faults


def test_a_file_of_no_language_of_the_fair_is_told(tmp_path: Path) -> None:
    said, faults = read(tmp_path, "{}", "fr.json")
    assert said == {}
    assert "H195" in faults[0]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "words.json"
    outside.write_text('{"nav.halls": "x"}', encoding="utf-8")
    (tmp_path / "fair" / "strings").mkdir(parents=True)
    (tmp_path / "fair" / "strings" / "it.json").symlink_to(outside)
    found = Diagnostics()
    assert read_strings(tmp_path / "fair", ("it",), found) == {}
    assert "out of the fair folder" in str(next(iter(found)))


@given(st.text(alphabet="{}!:.[]an0 ", max_size=12))
def test_words_that_pass_can_be_filled_in(words: str) -> None:
    named = blanks(words)
    if named is not None:
        assert isinstance(words.format_map(dict.fromkeys(named, "x")), str)
