"""Texts that would do harm where they are taken for more than texts, made by us; one a line below.

Those of the folder of real data (https://github.com/minimaxir/big-list-of-naughty-strings) come
besides where that is there.
"""

from __future__ import annotations

import json
from pathlib import Path

#: Every one of them would run `alert`, fetch from evil.example, or break out of what holds it.
OWN = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea></noscript><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "` onclick=alert(1)`",
    "<iframe src=//evil.example></iframe>",
    '<link rel=stylesheet href="//evil.example/a.css">',
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    '<base href="//evil.example/">',
    "<form action=//evil.example><button>go</button></form>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://ok.example",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:alert(1)",
    "javascript://evil.example/%0aalert(1)",
    "intent://evil.example/#Intent;end",
    "//evil.example/x.js",
    "https://evil.example/\"onclick='alert(1)'",
    "https://user:pass@evil.example/<b>",
    "mailto:a@b.example?cc=evil@evil.example&body=<script>",
    'a"onclick=alert(1)@evil.example',
    "{{7*7}}{%raw%}${7*7}#{7*7}",
    "<!-- --><script>alert(1)</script><!--",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<\u2028script>alert(1)</script>\u2029",
    "\u202etxt.exe\u202c <\u0338script>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "=HYPERLINK(\"//evil.example\",\"go\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "x\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>",
    "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:slipped",
    "x; script-src *; connect-src *",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2f%00.html",
    "[x](javascript:alert(1)) ![x](//evil.example/x.png) <script>alert(1)</script>",
    "[x](ms-word:ofe|u|https://evil.example/a.docx) [y](intent://evil.example)",
    "<http://evil.example> [z]: //evil.example 'x' [z][z]",
    "\ud83d\ude00 \u0000 \u001b[31m \ufeff \ufffe",
)  # fmt: skip


#: What fairs are really made of, to compare with: the elements of pages depend on what is there.
PLAIN = (
    *("Plain words", "Other words", "https://plain.example/", "hello@plain.example", "Third"),
    *("+86 21 5555 0100", "", "Fourth: 4 m", "Fifth words\n\nand more", "", "Sixth"),
    *("#1f4fa3", "[a link](https://plain.example/) and *much* `more`"),
)


def naughty_strings(real: Path) -> tuple[str, ...]:
    """The big list of naughty strings in the folder of real data, without empty ones."""
    said: list[str] = json.loads((real / "nasty/blns/blns.json").read_text("utf-8"))
    return tuple(text for text in said if text.strip())
