"""Files that are nearly what they should be: bytes spoiled, and words of the format exchanged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

#: What the formats are made of: names and numbers, quoted texts, white space, and single signs.
_WORDS: Final = re.compile(rb"[A-Za-z_][\w:.-]*|[-+]?\d[\d.eE+-]*|\"[^\"\n]*\"|\s+|.", re.DOTALL)

#: What such files are broken by: numbers beyond all measure, ends, quotes, other encodings.
_WILD: Final = (
    *(b"", b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", b"\r", b"\n", b"\t", b" "),
    *(b"nan", b"inf", b"-inf", b"1e999", b"-1", b"0", b"-0", b"9" * 30, b"9" * 5000, b"1e-320"),
    *(b"0x10", b"1_0", b"1,5", b"NaN", b"Infinity", b"null", b"true", b"~", b"{}", b"[]", b'""'),
    *(b'"', b"'", b"<", b">", b"</", b"]", b"}", b"[", b"{", b":", b",", b";", b"|", b"#", b"&"),
    *(b"*a", b"&a", b"<<: *a", b"!!int ", b"!!bool x", b"? ", b"- ", b"---\n", b"%YAML 9\n"),
    *(
        b"&#0;",
        b"&e;",
        b"<!DOCTYPE x>",
        b"]]>",
        b"url(#a)",
        b"#a",
        b"M0 0",
        b"Z",
        b"A1",
        b"matrix(",
    ),
    *("\u202e\u2028\ud7ff\ufffe\U0010ffff".encode(), "Ａ１".encode(), "展位".encode("gb18030")),
    *(b'"\\ud800"', b'"\\u0000"', b"&#xD800;", b"\xed\xa0\x80", b"\\U+D800"),
    *(b"../../a", b"/etc/passwd", b"a" * 300, b"9999-99-99", b"25:99", b"0000-00-00", b"%", b"\\"),
)


@st.composite
def spoiled(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """A seed with some of its bytes or words changed, left out, doubled or put elsewhere."""
    data = draw(st.sampled_from(seeds))
    if draw(st.booleans()):
        return _with_other_words(draw, data)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        instead = draw(st.sampled_from(_WILD) | st.binary(max_size=8))
        data = data[:at] + instead + data[at + length :]
    return data


def _with_other_words(draw: st.DrawFn, data: bytes) -> bytes:
    words = _WORDS.findall(data)
    for _ in range(draw(st.integers(1, 6))):
        if not words:
            break
        at = draw(st.integers(0, len(words) - 1))
        other = draw(st.integers(0, len(words) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                words[at] = draw(st.sampled_from(_WILD))
            case 1:
                words[at] = words[other]
            case 2:
                first, last = sorted((at, other))
                del words[first : min(last, first + 30)]
            case 3:
                first, last = sorted((at, other))
                words[first:first] = words[first : min(last, first + 30)]
            case _:
                words[at], words[other] = words[other], words[at]
    return b"".join(words)
