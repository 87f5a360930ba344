"""A sound little fair folder, and files that would do harm in it: each with what is to be told.

`CASES` are (name, what puts it into the folder, the file that is told, its code). What every fair
here must not tell is SECRET, which lies beside the folder.
"""

from __future__ import annotations

import io
import struct
import textwrap
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECRET = "the-secret-beside-the-fair"

_FAIR = """\
    format: 1
    id: sound
    name: Sound fair
    languages: [en]
    halls:
      - id: "1"
        plan: {file: PLAN, unit: m, size: {width: 30, depth: 24}}
    tables:
      exhibitors: [{file: TABLE}]
    """
_PLAN = "number,x,y,width,depth\nA01,3,3,3,3\nA02,6,3,3,3\n"
_LIST = "name,booth,logo\nAlpha Tools,A01,\nBeta Drives,A02,\n"
#: Doubling so many times makes a thousand million of one.
_DOUBLINGS = 30


@dataclass(frozen=True, slots=True)
class Case:
    """Something hostile: how it gets into a sound fair folder, and the fault that is told.

    `fatal` tells that nothing can be read but for it, so that there is no fair.
    """

    name: str
    put: Callable[[Path], None]
    file: str
    code: str
    fatal: bool = False


def sound_fair(folder: Path, plan: str = "plans/1.csv", table: str = "exhibitors.csv") -> Path:
    """Write a fair without a fault into a folder, and the secret beside it."""
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    text = textwrap.dedent(_FAIR).replace("PLAN", plan).replace("TABLE", table)
    (folder / "fair.yaml").write_text(text, encoding="utf-8")
    (folder / "plans/1.csv").write_text(_PLAN, encoding="utf-8")
    (folder / "exhibitors.csv").write_text(_LIST, encoding="utf-8")
    beside = folder.parent / "beside"
    beside.mkdir(exist_ok=True)
    (beside / "secret.csv").write_text(f"name,booth\n{SECRET},A01\n", encoding="utf-8")
    (beside / "plan.csv").write_text(_PLAN.replace("A01", SECRET), encoding="utf-8")
    (beside / "booth.yaml").write_text(f"claim: {SECRET}\n", encoding="utf-8")
    return folder


def _paths(folder: Path, plan: str = "plans/1.csv", table: str = "exhibitors.csv") -> None:
    sound_fair(folder, plan, table)


def _plan(folder: Path, name: str, data: bytes | str) -> None:
    sound_fair(folder, plan=f"plans/{name}")
    raw = data.encode() if isinstance(data, str) else data
    (folder / "plans" / name).write_bytes(raw)


def _table(folder: Path, name: str, data: bytes | str) -> None:
    sound_fair(folder, table=name)
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


def _linked(folder: Path, name: str, to: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.symlink_to(folder.parent / "beside" / to)


def _linked_folder(folder: Path) -> None:
    (folder / "booths").mkdir()
    (folder / "booths/A01").symlink_to(folder.parent / "beside", target_is_directory=True)


def _logo(folder: Path, logo: str) -> None:
    (folder / "exhibitors.csv").write_text(_LIST.replace("A01,", f"A01,{logo}"), encoding="utf-8")


def _own_booth(folder: Path, text: str) -> None:
    file = folder / "booths/A01/booth.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def _doubling_aliases(merge: str = "") -> str:
    lines = ["a0: &a0 {k: [x, x]}"]
    for at in range(1, _DOUBLINGS):
        pair = f"[*a{at - 1}, *a{at - 1}]"
        lines.append(f"a{at}: &a{at} " + (f"{{<<: {pair}}}" if merge else pair))
    return "\n".join(lines) + "\n"


def _entities() -> str:
    lines = ['<!ENTITY a0 "xxxxxxxx">']
    lines += [f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, _DOUBLINGS)]
    return f"<!DOCTYPE svg [{''.join(lines)}]>"


def _svg(inside: str, head: str = "") -> str:
    size = 'width="30" height="24" viewBox="0 0 30 24"'
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


_XML = '<?xml version="1.0"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(rows: str, head: str = "", *, sheet: bool = True, **more: bytes) -> bytes:
    """A workbook of one sheet with these rows in XML, and further members of the archive;
    without its `sheet` that is left to be added.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "[Content_Types].xml",
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_REL}/worksheet" Target="worksheets/s.xml"/></Relationships>',
        )
        if sheet:
            text = f'{head}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            book.writestr("xl/worksheets/s.xml", _XML + text)
        for name, data in more.items():
            book.writestr(name, data)
    return made.getvalue()


def cell(at: str, text: str) -> str:
    """A row of one cell of a workbook."""
    row = at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _zip_slip() -> bytes:
    """A sound workbook with members whose names lead out of any folder."""
    rows = cell("A1", "name") + cell("A2", "Alpha Tools")
    return workbook(rows, **{"../../slipped.txt": b"out", "/tmp/slipped.txt": b"out"})


def _bomb() -> bytes:
    """A workbook that says of its sheet that it unpacks to three gigabytes."""
    rows = cell("A1", "name") + cell("A2", " " * (1 << 20))
    data = workbook(rows)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        size = book.getinfo("xl/worksheets/s.xml").file_size
    return data.replace(struct.pack("<I", size), struct.pack("<I", 3 << 30))


def _lying_bomb(megabytes: int) -> bytes:
    """A workbook whose one text has so many megabytes, and which says that it is short."""
    made = io.BytesIO(workbook("", sheet=False))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        with book.open("xl/worksheets/s.xml", "w") as sheet:
            start, end = cell("A1", "name|").encode().split(b"|")
            sheet.write(f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode() + start)
            for _ in range(megabytes):
                sheet.write(b" " * (1 << 20))
            sheet.write(end + b"</sheetData></worksheet>")
        size = book.getinfo("xl/worksheets/s.xml").file_size
    return made.getvalue().replace(struct.pack("<I", size), struct.pack("<I", 900))


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG of a size, and not one of its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


CASES = (
    # Paths and links.
    Case("plan above", lambda f: _paths(f, plan="../beside/plan.csv"), "fair.yaml", "H140", True),
    Case("table above", lambda f: _paths(f, table="../beside/secret.csv"), "fair.yaml", "H140"),
    Case("table of the system", lambda f: _paths(f, table="/etc/passwd"), "fair.yaml", "H140"),
    Case("plan of the system", lambda f: _paths(f, "/dev/zero"), "fair.yaml", "H140", True),
    Case("path with a zero", lambda f: _paths(f, table='"a\\0.csv"'), "fair.yaml", "H140"),
    Case("path too long", lambda f: _paths(f, table="a" * 5000), "fair.yaml", "H101"),
    Case("linked table", lambda f: _linked(f, "exhibitors.csv", "secret.csv"), "fair.yaml", "H140"),
    Case("linked plan", lambda f: _linked(f, "plans/1.csv", "plan.csv"), "fair.yaml", "H140", True),
    Case(
        "linked addresses",
        lambda f: _linked(f, "addresses.csv", "secret.csv"),
        "addresses.csv",
        "H140",
    ),
    Case("linked tours", lambda f: _linked(f, "tours.yaml", "booth.yaml"), "tours.yaml", "H140"),
    Case("linked booth", _linked_folder, "booths/A01/booth.yaml", "H140"),
    Case("linked fair", lambda f: _linked(f, "fair.yaml", "booth.yaml"), "fair.yaml", "H140", True),
    Case(
        "link in a circle",
        lambda f: _linked(f, "plans/1.csv", "../fair/plans/1.csv"),
        "fair.yaml",
        "H140",
        True,
    ),
    Case("logo above", lambda f: _logo(f, "../beside/secret.csv"), "exhibitors.csv", "H402"),
    Case("logo of the system", lambda f: _logo(f, "/etc/passwd"), "exhibitors.csv", "H402"),
    # YAML.
    Case("aliases", lambda f: _own_booth(f, _doubling_aliases()), "booths/A01/booth.yaml", "H104"),
    Case(
        "merges", lambda f: _own_booth(f, _doubling_aliases("<<")), "booths/A01/booth.yaml", "H104"
    ),
    Case(
        "an alias of itself",
        lambda f: _own_booth(f, "a: &a [*a]\n"),
        "booths/A01/booth.yaml",
        "H104",
    ),
    Case("deep YAML", lambda f: _own_booth(f, "- " * 9000), "booths/A01/booth.yaml", "H104"),
    Case(
        "a tag that runs",
        lambda f: _own_booth(f, "!!python/object/apply:os.system [id]\n"),
        "booths/A01/booth.yaml",
        "H104",
    ),
    Case(
        "no such truth",
        lambda f: _own_booth(f, "style: !!bool maybe\n"),
        "booths/A01/booth.yaml",
        "H108",
    ),
    Case(
        "YAML too large", lambda f: _own_booth(f, "#" * (5 << 20)), "booths/A01/booth.yaml", "H141"
    ),
    Case("aliases in a list", lambda f: _table(f, "l.yaml", _doubling_aliases()), "l.yaml", "H104"),
    # JSON.
    Case("deep JSON", lambda f: _table(f, "l.json", "[" * 200_000), "l.json", "H104"),
    Case(
        "deep GeoJSON",
        lambda f: _plan(f, "p.geojson", '{"a":' * 100_000),
        "plans/p.geojson",
        "H200",
        True,
    ),
    Case(
        "huge number in JSON",
        lambda f: _plan(f, "p.geojson", f'{{"type":"Point","coordinates":[{"9" * 9999},1]}}'),
        "plans/p.geojson",
        "H200",
        True,
    ),
    Case("JSON of no numbers", lambda f: _table(f, "l.json", '[{"name": NaN}]'), "l.json", "H104"),
    # XML.
    Case(
        "entities in a plan",
        lambda f: _plan(f, "p.svg", _svg("&a29;", _entities())),
        "plans/p.svg",
        "H200",
        True,
    ),
    Case(
        "a foreign file in a plan",
        lambda f: _plan(
            f,
            "p.svg",
            _svg(
                "<text>&e;</text>", '<!DOCTYPE svg [<!ENTITY e SYSTEM "../../beside/secret.csv">]>'
            ),
        ),
        "plans/p.svg",
        "H200",
        True,
    ),
    Case("deep SVG", lambda f: _plan(f, "p.svg", _svg("<g>" * 9000)), "plans/p.svg", "H200", True),
    Case(
        "unknown encoding",
        lambda f: _plan(f, "p.svg", _svg("", '<?xml version="1.0" encoding="utf-7"?>')),
        "plans/p.svg",
        "H200",
        True,
    ),
    # Workbooks.
    Case(
        "a cell far out",
        lambda f: _table(f, "l.xlsx", workbook(cell("A1", "name") + cell("XFD1048576", "x"))),
        "l.xlsx",
        "H142",
    ),
    Case(
        "many cells",
        lambda f: _table(f, "l.xlsx", workbook(cell("A1", "name") + cell("ZZ8000", "x"))),
        "l.xlsx",
        "H142",
    ),
    Case("a packed bomb", lambda f: _table(f, "l.xlsx", _bomb()), "l.xlsx", "H142"),
    Case("a bomb that lies", lambda f: _table(f, "l.xlsx", _lying_bomb(8)), "l.xlsx", "H102"),
    Case(
        "entities in a workbook",
        lambda f: _table(f, "l.xlsx", workbook(cell("A1", "&a29;"), _entities())),
        "l.xlsx",
        "H102",
    ),
    Case("a workbook cut off", lambda f: _table(f, "l.xlsx", workbook("")[:300]), "l.xlsx", "H102"),
    # Tables.
    Case("table too large", lambda f: _table(f, "l.csv", b"a," * (33 << 20)), "l.csv", "H141"),
    # DXF.
    Case(
        "a DXF of nothing", lambda f: _plan(f, "p.dxf", b"\0" * 1000), "plans/p.dxf", "H200", True
    ),
    Case(
        "a DXF that is an archive",
        lambda f: _plan(f, "p.dxf", _zip_slip()),
        "plans/p.dxf",
        "H202",
        True,
    ),
)
