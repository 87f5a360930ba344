"""YAML is changed at one place, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.errors import UsageError
from hallgen.readers.lined import read_yaml
from hallgen.readers.yaml_text import Value, with_value

TEXT = """\
# mine
style: gallery  # nice
claim:
  zh: 甲 # c
  en: B

# after
products:
- a
- b
color: "#0b5fb3"
"""


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("style", "bold", "style: gallery  #", "style: bold  #"),
        ("color", "#ffffff", '"#0b5fb3"', '"#ffffff"'),
        ("claim", {"en": "It: is"}, "claim:\n  zh: 甲 # c\n  en: B\n", 'claim: {en: "It: is"}\n'),
        ("products", ["b", "a"], "products:\n- a\n- b\n", "products: [b, a]\n"),
        ("products", None, "products:\n- a\n- b\n", ""),
        ("style", None, "style: gallery  # nice\n", ""),
        ("video", "media/film.mp4", '#0b5fb3"\n', '#0b5fb3"\nvideo: media/film.mp4\n'),
    ],
)
def test_one_place_is_other(key: str, value: Value, old: str, new: str) -> None:
    assert with_value(TEXT, key, value) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("", "style: bold\n"),
        ("# nothing yet", "# nothing yet\nstyle: bold\n"),
        ("{style: gallery, status: draft} # c\n", "{status: draft, style: bold} # c\n"),
        ("claim: |\n  a\n  b\nstyle: x\n", "claim: |\n  a\n  b\nstyle: bold\n"),
        ("style:\nclaim: x\n", "style: bold\nclaim: x\n"),
        ("a: b\r\n", "a: b\r\nstyle: bold\r\n"),
        ("style: x\nstyle: y\n", "style: x\nstyle: bold\n"),
    ],
)
def test_texts_of_all_kinds(text: str, changed: str) -> None:
    assert with_value(text, "style", "bold") == changed


@pytest.mark.parametrize(
    "text",
    [
        "- a list\n",
        "style: [\n",
        "base: &x {en: a}\nclaim: *x\n",
        "claim: &x a\nother: *x\n",
        "--- \na: b\n...\n",
        "<<: {claim: a}\nb: c\n",
    ],
)
def test_what_only_a_person_can_change_stays(text: str) -> None:
    with pytest.raises(UsageError):
        with_value(text, "claim", None if "<<" in text else "new")


@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=4))
def test_whatever_is_written_is_read_again(said: str, ids: list[str]) -> None:
    said = said.encode("utf-16", "replace").decode("utf-16")
    ids = [one.encode("utf-16", "replace").decode("utf-16") for one in ids]
    text = with_value(with_value(TEXT, "claim", {"en": said}), "products", ids)
    read = read_yaml(text)
    assert isinstance(read, dict)
    assert (read["claim"], read["products"], read["style"]) == ({"en": said}, ids, "gallery")
