"""`window.hallgen`, from the comments and types of its TypeScript."""

from __future__ import annotations

import re
from pathlib import Path

from tools.reference.markdown import code, table

_SOURCES = Path(__file__).parents[2] / "viewer" / "src"
#: Each interface of the page: where it is, and what leads to it.
_PARTS = (
    ("api.ts", "Hallgen", "`window.hallgen` on every page with a 3D view."),
    ("visit/goto.ts", "Target", "What `goTo` takes: one of these, by id, number or slug."),
    ("manifest.ts", "Pose", "Metres with the axes of the hall's scene, and degrees."),
    ("events.ts", "Events", "What `on` listens to, and the detail of each."),
    ("api.ts", "Stats", "What `stats()` counts. Times in milliseconds, sizes in bytes."),
)
_MEMBER = re.compile(
    r"(?:/\*\*(?P<said>(?:(?!\*/).)*)\*/\s*)?"
    r"(?P<name>(?:readonly )?(?:'[\w-]+'|\w+\??))(?P<type>(?:<[^>]*>)?(?:\(|:).*?);\n",
    re.DOTALL,
)


def page() -> str:
    text = "# Viewer API\n\nWhat pages, plugins, tests and counters may do with a view. "
    text += "The event `hallgen-api` of the document tells that `window.hallgen` is there; a hall "
    text += "in another site speaks by [messages](../embedding.md#messages) instead.\n\n"
    text += _EXAMPLE
    for file, name, said in _PARTS:
        text += f"## {name}\n\n{said}\n\n"
        text += table(["member", "type", "what it is"], members(file, name))
    return text


def members(file: str, name: str) -> list[tuple[str, str, str]]:
    """Rows of an interface; one comment may speak of the members after it, too."""
    source = (_SOURCES / file).read_text(encoding="utf-8")
    body = re.search(rf"export interface {name} {{\n(.*?)^}}", source, re.DOTALL | re.MULTILINE)
    if body is None:
        raise LookupError(f"viewer/src/{file} has no interface {name}")
    rows = []
    for found in _MEMBER.finditer(body[1]):
        said = re.sub(r"\s*\n\s*\* ?", " ", found["said"] or "").strip()
        member = found["name"].removeprefix("readonly ")
        shape = found["type"]
        kind = shape[1:].strip() if shape.startswith(":") else shape
        rows.append((code(member), code(" ".join(kind.split())), said))
    return rows


_EXAMPLE = """```js
await hallgen.ready;
await hallgen.goTo({ booth: '4.1-A012' });
const stop = hallgen.on('enter-booth', ({ number }) => console.log(number));
```

"""
