"""The preview's server: pages made when asked for, files, and a stream of changes."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from hallgen.preview import PreviewServer, PreviewStudio
from tests.preview.small import studio_of, write_fair


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PreviewStudio, PreviewServer, Path]]:
    folder = write_fair(tmp_path_factory.mktemp("fair"))
    scratch = tmp_path_factory.mktemp("preview") / "scratch"
    with studio_of(folder, scratch) as studio:
        studio.list_booths()
        server = PreviewServer(studio, scratch, 0)
        thread = threading.Thread(target=server.run)
        thread.start()
        yield studio, server, folder
        server.stop()
        thread.join()


@contextmanager
def asked(
    server: PreviewServer, path: str, method: str = "GET", body: str = "", **headers: str
) -> Iterator[http.client.HTTPResponse]:
    port = int(server.address.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, said)
    with closing(connection), connection.getresponse() as response:
        yield response


def test_the_list_leads_to_a_booth(
    served: tuple[PreviewStudio, PreviewServer, Path],
) -> None:
    _, server, _ = served
    with asked(server, "/") as response:
        listed = response.read().decode()
    assert 'href="1-A01/"' in listed
    assert "Sample Tools" in listed
    assert "1-A03" not in listed, "nobody is in A03"
    with asked(server, "/1-A01/") as door:
        assert door.status == 303
        start = door.getheader("Location")
        assert start is not None
        assert start.startswith("/1-A01/en/halls/1/?at=")
    with asked(server, start) as page:
        assert page.status == 200
        assert page.getheader("Content-Type") == "text/html; charset=utf-8"
        assert page.getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize("path", ["/1-A03/", "/1-A01/en/none/", "/..%2fsecret", "/1-A01/../../x"])
def test_what_is_not_there(served: tuple[PreviewStudio, PreviewServer, Path], path: str) -> None:
    with asked(served[1], path) as response:
        assert response.status == 404


@pytest.mark.parametrize("path", ["/", "/1-A01/", "/1-A01/events", "/1-A01/en/halls/1/"])
def test_only_this_machine_is_answered_and_nothing_can_be_sent(
    served: tuple[PreviewStudio, PreviewServer, Path], path: str
) -> None:
    server = served[1]
    assert server.address.startswith("http://127.0.0.1:")
    with asked(server, path, Host="evil.example") as rebound:
        assert rebound.status == 421
    for method in ("PUT", "DELETE"):
        with asked(server, path, method) as sent:
            assert sent.status == 501
    with asked(server, path, "POST") as sent:
        assert sent.status == 403
    with asked(server, path, Origin="https://evil.example") as foreign:
        assert foreign.getheader("Access-Control-Allow-Origin") is None
        assert foreign.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert foreign.getheader("X-Content-Type-Options") == "nosniff"


def test_a_model_that_is_asked_for_packed_comes_as_it_is(
    served: tuple[PreviewStudio, PreviewServer, Path],
) -> None:
    studio, server, _ = served
    bench = studio.bench("1-A01")
    assert bench is not None
    own = bench.pages.tiles.own.replace("tileset.json", "booth.glb")
    with asked(server, f"/1-A01/{own}.gz") as response:
        assert response.read(4) == b"glTF"


def test_a_change_is_told_to_an_open_page(
    served: tuple[PreviewStudio, PreviewServer, Path],
) -> None:
    studio, server, folder = served
    bench = studio.bench("1-A01")
    assert bench is not None
    with asked(server, "/1-A01/events") as stream:
        assert stream.getheader("Content-Type") == "text/event-stream"
        said = [stream.readline()]
        (folder / "booths/A01/booth.yaml").write_text("style: timber\n", encoding="utf-8")
        version = bench.version
        while bench.version == version:
            studio.follow()
        while not said[-1].startswith(f"data: {bench.version}".encode()):
            said.append(stream.readline())
    assert said[0].startswith(b"data: ")


def test_the_form_is_written_and_taken_back(
    served: tuple[PreviewStudio, PreviewServer, Path],
) -> None:
    _, server, folder = served
    file = folder / "booths/A01/booth.yaml"
    before = file.read_text("utf-8")
    answer = sent(server, "/1-A01/form", '{"key": "style", "text": "night"}')
    assert answer == (200, {"faults": [], "undo": True, "redo": False})
    assert "style: night\n" in file.read_text("utf-8")
    status, said = sent(server, "/1-A01/form", '{"key": "color", "text": "blue"}')
    assert (status, [fault["item"] for fault in said["faults"]]) == (200, ["color"])
    assert sent(server, "/1-A01/form/undo", "{}") == (200, {"undo": False, "redo": True})
    assert file.read_text("utf-8") == before
    assert sent(server, "/1-A01/form/undo", "{}") == (409, "There is nothing to take back.")


def test_a_file_is_dropped(served: tuple[PreviewStudio, PreviewServer, Path]) -> None:
    _, server, folder = served
    way = "/1-A01/form/file?kind=photo&product=mill&name=new%20mill.png"
    status, said = sent(server, way, "a picture", "application/octet-stream")
    assert (status, said["file"], said["named"]) == (200, "booths/A01/media/new mill.png", False)
    assert (folder / said["file"]).read_text() == "a picture"
    assert sent(server, "/1-A01/form/undo", "{}")[0] == 200
    assert not (folder / said["file"]).exists()
    wrong = way.replace("mill.png", "mill.exe")
    assert sent(server, wrong, "a program", "application/octet-stream")[0] == 409
    assert (
        sent(server, "/1-A01/form/file?kind=boat&name=a", "a", "application/octet-stream")[0] == 422
    )
    assert [path.name for path in server_scratch(served).glob("dropped-*")] == []


def server_scratch(served: tuple[PreviewStudio, PreviewServer, Path]) -> Path:
    bench = served[0].bench("1-A01")
    assert bench is not None
    return bench.site.parent


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content_Type": "text/plain"}, 403),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 403),
        ({"Content_Length": "9" * 30}, 413),
    ],
)
def test_nobody_else_may_change_anything(
    served: tuple[PreviewStudio, PreviewServer, Path], headers: dict[str, str], status: int
) -> None:
    _, server, folder = served
    before = (folder / "booths/A01/booth.yaml").read_bytes()
    given = own_headers(server, "application/json") | headers
    with asked(server, "/1-A01/form", "POST", '{"key": "style", "text": "bold"}', **given) as got:
        assert got.status == status
    assert (folder / "booths/A01/booth.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/1-A01/form", "[]", 422),
        ("/1-A01/form", '{"key": "status", "text": "approved"}', 422),
        ("/1-A01/form", '{"key": "style", "text": "' + "a" * 3000 + '"}', 422),
        ("/1-A01/form/elsewhere", "{}", 404),
        ("/1-A01/events", "{}", 404),
        ("/1-A03/form", "{}", 404),
        ("/", "{}", 404),
    ],
)
def test_what_no_form_sends(
    served: tuple[PreviewStudio, PreviewServer, Path], path: str, body: str, status: int
) -> None:
    assert sent(served[1], path, body)[0] == status


def own_headers(server: PreviewServer, kind: str) -> dict[str, str]:
    return {"Origin": server.address.rstrip("/"), "Content_Type": kind}


def sent(
    server: PreviewServer, path: str, body: str, kind: str = "application/json"
) -> tuple[int, Any]:
    """What the server answers to its own page: JSON, or why not."""
    with asked(server, path, "POST", body, **own_headers(server, kind)) as response:
        said = response.read().decode()
        plain = response.status != 200
        return response.status, said if plain else json.loads(said)
