"""The server behaves as a static host does, and only for this machine."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallgen.build.serve import make_server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    (site / "zh" / "index.html").write_text("<p>你好</p>", "utf-8")
    (site / "hall.glb").write_bytes(b"glTF")
    (site / "_headers").write_text("/*\n  X-Content-Type-Options: nosniff\n/*.glb\n  X-Tile: 1\n")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    server = make_server(site, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def get(port: int, path: str, host: str = "localhost", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host)
    connection.putheader("Connection", "close")
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def test_pages_and_types(port: int) -> None:
    page = get(port, "/zh/")
    assert page.status == 200
    assert page.getheader("Content-Type") == "text/html"
    assert page.getheader("X-Content-Type-Options") == "nosniff"
    tile = get(port, "/hall.glb?v=1")
    assert tile.getheader("Content-Type") == "model/gltf-binary"
    assert tile.getheader("X-Tile") == "1"


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/link.txt", "/none"])
def test_nothing_outside_the_site(port: int, path: str) -> None:
    response = get(port, path)
    assert response.status == 404
    assert b"secret" not in response.body.replace(path.encode(), b"")  # type: ignore[attr-defined]


def test_no_listing(port: int) -> None:
    assert get(port, "/").status == 404


def test_a_foreign_name_is_refused(port: int) -> None:
    assert get(port, "/zh/", host="evil.example").status == 421
    assert get(port, "/zh/", host=f"127.0.0.1:{port}").status == 200


@pytest.mark.parametrize(
    ("wanted", "status", "body", "told"),
    [
        ("bytes=0-1", 206, b"gl", "bytes 0-1/4"),
        ("bytes=1-", 206, b"lTF", "bytes 1-3/4"),
        ("bytes=-2", 206, b"TF", "bytes 2-3/4"),
        ("bytes=2-900", 206, b"TF", "bytes 2-3/4"),
        ("bytes=9-", 416, b"", "bytes */4"),
        ("bytes=3-1", 416, b"", "bytes */4"),
        ("bytes=0-1,2-3", 200, b"glTF", None),
        ("pages=1-2", 200, b"glTF", None),
    ],
)
def test_players_of_videos_get_the_part_they_ask_for(
    port: int, wanted: str, status: int, body: bytes, told: str | None
) -> None:
    response = get(port, "/hall.glb", Range=wanted)
    assert (response.status, response.body) == (status, body)  # type: ignore[attr-defined]
    assert response.getheader("Content-Range") == told
    assert response.getheader("X-Tile") == "1"
