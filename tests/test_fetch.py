"""Fetch an address, where that is asked for: from a server on this machine, which only a test may ask."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from numcheck.adapters import fetch as fetching
from numcheck.adapters.fetch import Fetcher, is_address, is_public
from numcheck.cli import main
from numcheck.model.errors import Unreadable
from numcheck.model.limits import Limit

PAGE = "<html><head><title>Storm</title></head><body><article><p>The storm killed 12 people.</p></article></body></html>"
ASKED: list[str] = []


class Site(BaseHTTPRequestHandler):
    """A small site: an article, what leads on, what is too large or too slow, and what is closed to programs."""

    def do_GET(self) -> None:
        ASKED.append(self.path)
        match self.path.partition("?")[0]:
            case "/robots.txt":
                self.reply(200, "text/plain", b"User-agent: *\nDisallow: /closed\n")
            case "/storm" | "/closed":
                self.reply(200, "text/html; charset=utf-8", PAGE.encode())
            case "/moved":
                self.reply(302, "text/plain", b"", Location="/storm")
            case "/round":
                self.reply(302, "text/plain", b"", Location="/round")
            case "/inside":
                self.reply(302, "text/plain", b"", Location="https://10.0.0.1/secret")
            case "/plain":
                self.reply(302, "text/plain", b"", Location="http://localhost/storm")
            case "/picture":
                self.reply(200, "image/png", b"x")
            case "/large":
                self.reply(200, "text/plain", b"x" * 5_000)
            case "/slow":
                self.send_response(200)
                self.end_headers()
                for _ in range(40):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            case "/dripping":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
                for number in range(40):
                    self.wfile.write(f"X-{number}: x\r\n".encode())
                    time.sleep(0.1)
            case "/broken":
                self.reply(200, "text/plain", b"The storm wrecked", **{"Content-Length": "40"})
            case _:
                self.reply(404, "text/plain", b"")

    def reply(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ssl.SSLContext]]:
    """Start the site and return its address and what believes its certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(cert), "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(["openssl", *made, *names], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"https:/localhost:{server.server_port}", ssl.create_default_context(cafile=str(cert))
    server.shutdown()


@pytest.fixture
def fetcher(site: tuple[str, ssl.SSLContext], tmp_path: Path) -> Fetcher:
    """Return a fetcher that may ask this machine, and no other that is not public."""
    return Fetcher(tmp_path / "kept", lambda ip: ip in ("127.0.0.1", "::1") or is_public(ip), site[1])


@pytest.mark.parametrize("way", ["storm", "moved"])
def test_fetch(fetcher: Fetcher, site: tuple[str, ssl.SSLContext], way: str) -> None:
    """A page is kept in the folder of the run as a file that can be read, and is not asked for again."""
    file = fetcher.fetch(Path(f"{site[0]}/{way}"))
    assert file.suffix == ".html" and file.parent == fetcher.folder and file.name.startswith("localhost-")
    assert "12 people" in file.read_text(encoding="utf-8")
    ASKED.clear()
    assert fetcher.fetch(Path(f"{site[0]}/{way}")) == file
    assert ASKED == []


REFUSED = [
    ("closed", "robots.txt asks"),
    ("round", "leads on more than"),
    ("inside", "not public"),
    ("plain", "only plain https"),
    ("picture", "this is image/png"),
    ("slow", "longer than"),
    ("dripping", "longer than"),
    ("broken", "broke off"),
    ("nowhere", "the server answers 404"),
]


@pytest.mark.parametrize(("way", "told"), REFUSED)
def test_what_is_not_fetched(fetcher: Fetcher, site: tuple[str, ssl.SSLContext], way: str, told: str) -> None:
    """What is closed, leads astray, is no article, or takes too long is refused in words, and nothing is kept."""
    hurried = replace(fetcher, seconds=2) if told == "longer than" else fetcher
    with pytest.raises(Unreadable, match=told):
        hurried.fetch(Path(f"{site[0]}/{way}"))
    assert not fetcher.folder.exists()


def test_too_large(fetcher: Fetcher, site: tuple[str, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page above the limit is not read to its end."""
    monkeypatch.setattr(fetching, "FETCHED", Limit(1_000, "bytes"))
    with pytest.raises(Unreadable, match="more than 1,000 bytes"):
        fetcher.fetch(Path(f"{site[0]}/large"))


ADDRESSES = [
    "http://post.example/a",
    "https://user:word@post.example/a",
    "https://127.0.0.1/a",
    "https://10.1.2.3/a",
    "https://169.254.169.254/latest",
    "https://[::1]/a",
    "https://[::ffff:10.0.0.1]/a",
    "https://localhost/a",
    "https://post.example:0/a",
    "https://[broken/a",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_are_refused(address: str, tmp_path: Path) -> None:
    """Only https is fetched, without names and passwords, and never from a machine that is not public."""
    assert is_address(Path(address))
    with pytest.raises(Unreadable, match=r"not public|only plain https"):
        Fetcher(tmp_path).fetch(Path(address))


def test_a_certificate_of_nobody(site: tuple[str, ssl.SSLContext], tmp_path: Path) -> None:
    """A server whose certificate nobody vouches for is not believed."""
    with pytest.raises(Unreadable, match="cannot be fetched"):
        Fetcher(tmp_path, lambda _: True).fetch(Path(f"{site[0]}/storm"))


def test_without_the_option(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --fetch an address is an error that says what to do, and with it a private one is refused."""
    monkeypatch.chdir(tmp_path)
    assert main(["extract", "https://post.example/a", "--isolated"]) == 2
    assert "nothing is fetched" in (told := capsys.readouterr().err) and "--fetch" in told
    assert main(["extract", "https://127.0.0.1/a", "--fetch", "--isolated"]) == 2
    assert "not public" in capsys.readouterr().err
