"""Drawings are rebuilt from what draws, and rendered the same on every machine."""

from __future__ import annotations

import base64
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from PIL import Image

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.media.drawings.rebuilding import MOST_BYTES, rebuilt
from hallgen.media.made import MediaRefusedError
from tests.media.pictures.samples import RED, drawn, picture_in, saved

BOX = "<rect x='10' y='10' width='40' height='20' fill='#c81e3c'/>"


def svg(inside: str, more: str = "viewBox='0 0 100 60'", before: str = "") -> bytes:
    space = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return f"{before}<svg {space} {more}>{inside}</svg>".encode()


def text_of(data: bytes) -> str:
    return etree.tostring(rebuilt(data), encoding="unicode")


def test_what_is_drawn_fills_the_picture_on_clear_ground() -> None:
    picture = picture_in(svg(f"<g>{BOX}</g><circle cx='15' cy='40' r='2'/>"), 400)
    assert picture.mode == "RGBA"
    assert max(picture.size) == 400
    assert picture.width / picture.height == pytest.approx(40 / 32, rel=0.03)
    assert picture.getpixel((200, 100)) == (*RED, 255)
    assert picture.getpixel((390, 310))[3] == 0


@pytest.mark.parametrize(
    "more",
    [
        "width='100' height='60'",
        "width='100mm' height='60mm' viewBox='0 0 100 60'",
        "width='100%' viewBox='0,0,100,60'",
        "width='nan' height='1e999' viewBox='nan nan nan nan'",
        "",
    ],
)
def test_a_drawing_says_its_size_in_many_ways(more: str) -> None:
    picture = picture_in(svg(BOX, more), 300)
    assert picture.width / picture.height == pytest.approx(2, rel=0.1)
    assert picture.getpixel((150, picture.height // 2)) == (*RED, 255)


HOSTILE = f"""
<script>alert(1)</script>
<style>@import url(https://evil.example/a.css); .a{{fill:#c81e3c;background:url(//evil.example)}}
@media print {{ .a {{ fill: blue }} }}</style>
<foreignObject width='9' height='9'><iframe src='https://evil.example'/></foreignObject>
<a href='javascript:alert(1)'><rect class='a' onclick='alert(1)' width='30' height='30'/></a>
<image href='https://evil.example/x.png' width='9' height='9'/>
<image xlink:href='file:///etc/passwd' width='9' height='9'/>
<use href='https://evil.example/x.svg#a'/>
<use xlink:href='other.svg#a'/>
<rect width='5' height='5' fill='url(https://evil.example/p.svg#p)' filter='url(x.svg#f)'/>
<rect width='5' height='5' style='fill:url(//evil.example#a);mask:url("evil.svg#m")'/>
<set attributeName='href' to='https://evil.example'/><animate attributeName='x'/>
<x:thing xmlns:x='http://evil.example/ns' x:href='https://evil.example'/>
{BOX}
"""


def test_nothing_that_runs_loads_or_links_is_left() -> None:
    left = text_of(svg(HOSTILE, "viewBox='0 0 60 60' onload='alert(1)'"))
    for word in ("script", "alert", "evil", "foreign", "iframe", "onclick", "onload", "passwd",
                 "other.svg", "import", "style", "animate", "<a ", "<image"):  # fmt: skip
        assert word not in left, word
    assert left.count("<rect") == 4
    picture = picture_in(svg(HOSTILE, "viewBox='0 0 60 60'"), 120)
    assert picture.getpixel((60, 50))[:3] == RED  # the rule for the screen, not that for print


def test_what_draws_is_left() -> None:
    inside = f"""<defs>
    <linearGradient id='base'><stop offset='0' stop-color='red'/><stop offset='1'/></linearGradient>
    <linearGradient id='g' xlink:href='#base' x1='0' x2='1'/>
    <clipPath id='c'><circle cx='30' cy='20' r='20'/></clipPath>
    <mask id='m'><rect width='99' height='99' fill='white'/></mask>
    <filter id='f'><feGaussianBlur stdDeviation='1'/></filter>
    <symbol id='s' viewBox='0 0 10 10'><path d='M0 0h10v10z'/></symbol></defs>
    <g clip-path='url(#c)' mask="url('#m')"><rect width='60' height='40' fill='url(#g)'/></g>
    <use href='#s' width='20' height='20' filter='url(#f)'/>{BOX}"""
    left = text_of(svg(inside))
    for name in ("href=\"#base\"", "url(#c)", "url(&apos;#m&apos;)", "url(#g)", "href=\"#s\"",
                 "feGaussianBlur", "stop-color"):  # fmt: skip
        assert name.replace("&apos;", "'") in left.replace("&apos;", "'"), name
    colors = np.asarray(picture_in(svg(inside), 200))
    assert len(np.unique(colors[colors[..., 3] == 255], axis=0)) > 50  # a gradient


def test_style_sheets_become_attributes() -> None:
    sheet = """<style type='text/css'><![CDATA[
      /* .c{fill:red} */ rect{fill:#000} .a,.b{fill:#c81e3c;stroke:none} #one{opacity:.5}
      g > .c { fill : #00ff00 !important } ]]></style>"""
    left = rebuilt(
        svg(f"{sheet}<rect class='x b' id='one' style='opacity:1'/><rect/><g><path class='c'/></g>")
    )
    first, second, group = list(left)
    assert (first.get("fill"), first.get("stroke"), first.get("opacity")) == (
        "#c81e3c",
        "none",
        "1",
    )
    assert second.get("fill") == "#000"
    assert group[0].get("fill") == "#00ff00"


def test_a_picture_inside_is_written_anew() -> None:
    data = base64.b64encode(saved(drawn(size=(80, 80)), "JPEG", comment=b"secret")).decode()
    inside = f"<image href='data:image/jpeg;base64,{data}' width='60' height='60'/>"
    assert "data:image/png" in text_of(svg(inside))
    assert picture_in(svg(inside), 120).getpixel((40, 40))[:3] == pytest.approx(RED, abs=20)
    assert "<image" not in text_of(svg("<image href='data:image/png;base64,AAAA'/>" + BOX))
    assert "<image" not in text_of(svg("<image href='data:text/html,x'/>" + BOX))


def test_words_are_set_in_our_fonts() -> None:
    def width(weight: int, family: str = "Arial", words: str = "Hamburg 机床 ﷼") -> Image.Image:
        inside = f"<text y='40' font-size='40' font-weight='{weight}'"
        inside += f" style='font-family:{family}'>{words}</text>"
        return picture_in(svg(inside, "viewBox='0 0 900 60'"), 600)

    regular, bold = width(400), width(700)
    inked = [(np.asarray(p)[..., 3] > 128).mean() for p in (regular, bold)]
    assert inked[1] > inked[0] * 1.2
    assert width(400, "serif") == regular  # whatever the machine has
    with pytest.raises(MediaRefusedError):  # the tags' own text is not shown
        picture_in(svg("<title>Name</title><desc>Words</desc>"), 100)


def test_programs_write_entities_for_their_namespaces() -> None:
    before = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd" [
      <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY red "#c81e3c"> ]>"""
    data = (
        f"{before}<svg xmlns='&ns_svg;' viewBox='0 0 9 9'><path fill='&red;' d='M0 0h9v9z'/></svg>"
    )
    assert picture_in(data.encode(), 90).getpixel((60, 30)) == (*RED, 255)
    left = text_of(data.encode())
    assert "ENTITY" not in left
    assert "DOCTYPE" not in left


def test_packed_drawings_and_other_encodings() -> None:
    plain = picture_in(svg(BOX), 100)
    assert picture_in(gzip.compress(svg(BOX)), 100) == plain
    assert picture_in(b"\xef\xbb\xbf" + svg(BOX), 100) == plain
    wide = svg(BOX, before="<?xml version='1.0' encoding='UTF-16'?>").decode().encode("utf-16")
    assert picture_in(wide, 100) == plain


def _laughs() -> bytes:
    names = [f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)]
    before = f"<!DOCTYPE svg [<!ENTITY l0 'ha'>{''.join(names)}]>"
    return svg("<text y='9'>&l9;</text><rect fill='&l9;'/>", before=before)


def _use(number: int) -> str:
    return f"<use href='#g{number}'/>"


def _doubling() -> str:
    groups = [f"<g id='g{n}'>{_use(n - 1) * 2}</g>" for n in range(1, 40)]
    return "<g id='g0'><rect width='9' height='9'/></g>" + "".join(groups)


def _masks() -> str:
    masks = (
        f"<mask id='m{n}'>{f'''<rect width='9' height='9' mask='url(#m{n - 1})'/>''' * 9}</mask>"
        for n in range(1, 12)
    )
    return f"{''.join(masks)}<rect width='9' height='9' mask='url(#m11)'/>"


def _chain(length: int) -> str:
    links: Iterator[str] = (f"<use id='u{n}' href='#u{n + 1}'/>" for n in range(length))
    return f"{''.join(links)}<rect id='u{length}' width='9' height='9'/>"


REFUSED: dict[str, tuple[bytes, Code]] = {
    "laughs": (_laughs(), codes.DRAWING_REFUSED),
    "doubling": (svg(_doubling()), codes.DRAWING_REFUSED),
    "masks": (svg(_masks()), codes.DRAWING_REFUSED),
    "itself": (svg("<g id='a'><use href='#a'/></g>"), codes.DRAWING_REFUSED),
    "chain": (svg(_chain(5000)), codes.DRAWING_REFUSED),
    "deep": (svg("<g>" * 5000 + "</g>" * 5000), codes.DRAWING_REFUSED),
    "parts": (svg("<g/>" * 120_000), codes.DRAWING_REFUSED),
    "blurs": (svg("<rect filter='url(#f)'/>" * 100), codes.DRAWING_REFUSED),
    "bytes": (svg("<!--" + "x" * MOST_BYTES + "-->"), codes.DRAWING_REFUSED),
    "packed": (gzip.compress(svg(" " * 200_000_000)), codes.DRAWING_REFUSED),
    "cut": (svg(BOX)[:-8], codes.DRAWING_REFUSED),
    "cut pack": (gzip.compress(svg(BOX * 99))[:60], codes.DRAWING_REFUSED),
    "no width": (svg(BOX, "viewBox='0 0 0 60'"), codes.DRAWING_REFUSED),
    "thin": (svg(BOX, "viewBox='0 0 1 1e8'"), codes.DRAWING_REFUSED),
    "blank": (svg("<rect width='9' height='9' fill='none'/>"), codes.PICTURE_BLANK),
    "beside": (svg("<rect x='500' width='9' height='9'/>"), codes.PICTURE_BLANK),
    "html": (b"<html><body><svg></svg></body></html>", codes.PICTURE_UNKNOWN),
    "pack": (gzip.compress(b"some text"), codes.DRAWING_REFUSED),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_drawn_is_refused_in_one_line(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(MediaRefusedError) as refused:
        picture_in(data, 128)
    assert refused.value.code == code
    assert "\n" not in refused.value.message


def test_files_of_the_machine_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("topsecret")
    before = f"<!DOCTYPE svg [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    left = text_of(svg(f"<text y='9'>a&x;b</text>{BOX}", before=before))
    assert "topsecret" not in left


def test_the_same_drawing_gives_the_same_pixels() -> None:
    data = svg(f"<text y='30' font-size='20'>Werk</text>{BOX}")
    first, second = (picture_in(data, 300) for _ in range(2))
    buffers = [io.BytesIO(), io.BytesIO()]
    first.save(buffers[0], "PNG")
    second.save(buffers[1], "PNG")
    assert buffers[0].getvalue() == buffers[1].getvalue()
