"""Links out of the site, addresses inside of it, and data in pages."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.site import addresses
from hallgen.site.blocks import data_block
from hallgen.site.links import mail_link, phone_link, web_link
from tests.support.payloads import OWN


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://abb.example/x?y=1", "https://abb.example/x?y=1"),
        ("HTTP://ABB.example", "HTTP://ABB.example"),
        ("www.abb.example", "https://www.abb.example"),
        ("abb.example/zh", "https://abb.example/zh"),
        ("  https://abb.example ", "https://abb.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//evil.example", None),
        ("https://", None),
        ("https://[broken", None),
        ("java\nscript:alert(1)", None),
        ("see our catalogue", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(written: str | None, link: str | None) -> None:
    assert web_link(written) == link


def test_mail_and_phone() -> None:
    assert mail_link(" sales@abb.example ") == "mailto:sales@abb.example"
    assert mail_link("a@b.example?cc=x@y.example") is None
    assert mail_link("a@b, c@d") is None
    assert phone_link("+86 (21) 5555-0100") == "tel:+862155550100"
    assert phone_link("021 5555 0100 / 0101") == "tel:02155550100"
    assert phone_link("n/a") is None


@given(st.text(), st.text())
def test_different_ids_have_different_addresses_that_stay_in_their_folder(a: str, b: str) -> None:
    one, two = addresses.segment(a), addresses.segment(b)
    assert (one == two) == (a == b)
    assert not set(one) & set("/\\?#%: ")
    assert one not in {".", ".."}
    assert one.isascii()


def test_ordinary_ids_are_their_own_addresses() -> None:
    assert addresses.hall("zh", "4.1") == "zh/halls/4.1/"
    assert addresses.booth_model("4.1-A012") == "booths/4.1-A012.glb"
    assert addresses.to_root("zh/halls/4.1/") == "../../../"
    assert addresses.to_root("") == ""


@given(st.text())
def test_data_in_a_page_cannot_end_its_element_and_comes_back_as_it_was(text: str) -> None:
    block = str(data_block("x", "application/json", json.dumps(text, ensure_ascii=False)))
    inner = block.removeprefix('<script type="application/json" id="x">').removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028\u2029")
    assert json.loads(inner) == text


@pytest.mark.parametrize("text", OWN)
def test_no_payload_becomes_a_link_that_runs(text: str) -> None:
    for said in (text, f" {text}", f"https://a.example/{text}", f"{text}//a.example/"):
        for link, schemes in (
            (web_link(said), {"http", "https"}),
            (mail_link(said), {"mailto"}),
            (phone_link(said), {"tel"}),
        ):
            if link is not None:
                assert urlsplit(link).scheme in schemes
                assert not set(link) & set("\n\r\t\0")
