"""The server behaves as a static host does, and only for this machine."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallgen.build.serve import SiteServer, make_server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    (site / "zh" / "index.html").write_text("<p>你好</p>", "utf-8")
    (site / "hall.glb").write_bytes(b"glTF")
    (site / "_headers").write_text("/*\n  X-Content-Type-Options: nosniff\n/*.glb\n  X-Tile: 1\n")
    (tmp_path / "secret.txt").write_text("secret-")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    server = make_server(site, 0)
    assert server.server_address[0] == "127.0.0.1"
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


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent_to_it(port: int, method: str) -> None:
    assert status_of(port, f"{method} /zh/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()) == 501


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:80",
        "localhost:80.evil.example",
        "0.0.0.0",
        "[::2]",
        "",
    ],
)
def test_a_rebound_name_gets_nothing(port: int, host: str) -> None:
    assert get(port, "/zh/", host=host).status == 421


PARTS = (
    *("..", ".", "", "%2e%2e", "%2e", "%2f", "%5c", "\\", "%00", "\0", "%", "%zz", "~", "a" * 300),
    *("zh", "index.html", "secret.txt", "link.txt", "hall.glb", "?", "#", ";", ":", "//", "%ff"),
    *("http:", "localhost", "evil.example", " ", "\t", "%0d%0a", "\u202e", "C:", "con", "_headers"),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.lists(st.sampled_from(PARTS), max_size=6).map("/".join),
    wanted=st.none()
    | st.from_regex(r"bytes=[0-9]*-[0-9]*", fullmatch=True)
    | st.just("bytes=" + "9" * 9999 + "-"),
)
def test_no_address_leads_out_or_breaks_it(
    port: int, monkeypatch: pytest.MonkeyPatch, path: str, wanted: str | None
) -> None:
    broken: list[object] = []
    monkeypatch.setattr(SiteServer, "handle_error", lambda *about: broken.append(about))
    head = f"GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    ranged = f"Range: {wanted}\r\n" if wanted else ""
    answer = answered(port, f"{head}{ranged}\r\n".encode())
    assert broken == []
    assert b"secret-" not in answer
    code = int(answer.split(b" ", 2)[1])
    assert code in {200, 206, 301, 400, 404, 414, 416}
    if code == 301:  # to the same address with a slash, and never to another host
        (to,) = (line for line in answer.split(b"\r\n") if line.startswith(b"Location: "))
        assert not to.startswith((b"Location: //", b"Location: http"))


def answered(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        with contextlib.suppress(OSError):  # it has answered what it could not read, and gone
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def status_of(port: int, request: bytes) -> int:
    return int(answered(port, request).split(b" ", 2)[1])
