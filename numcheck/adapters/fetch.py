"""Fetch articles and sources that are addresses, where that is asked for: over https, from public hosts, once.

An address is resolved once and the connection goes to what was checked, so that no name can lead to a machine of the house; a
redirect is checked like an address. What robots.txt forbids is not fetched. A page is kept by the hash of its address in a
folder of the run, and is taken from there the next time.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from http.client import HTTPS_PORT
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from numcheck import disk
from numcheck.model import VERSION
from numcheck.model.errors import Unreadable
from numcheck.model.limits import FETCH_SECONDS, FETCHED

FOLDER = Path(".numcheck") / "fetched"

_ADDRESS = re.compile(r"(https?):/+(.+)", re.IGNORECASE)
_HOPS = 5
_LEADS_ON = {HTTPStatus(status) for status in (301, 302, 303, 307, 308)}
_LEAST_SECONDS = 0.1
_PRINT = 16
"""Digits of the hash of an address in the name of its file."""
_CHUNK = 65_536
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "application/json": ".json",
}
_SAVE = "save the page as a file and give that"


def is_address(path: Path) -> bool:
    """Tell whether a path that was given is an address."""
    return _ADDRESS.match(path.as_posix()) is not None


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public network, and so no machine of the house."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and (inner := ip.ipv4_mapped or ip.sixtofour):
        ip = inner
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class _Page:
    """An answer: its status, its kind, where it leads on to, and its bytes."""

    status: int
    kind: str
    leads: str
    body: bytes


class _Pinned(http.client.HTTPSConnection):
    """A connection to an IP address that was checked, in the name of the host, which lasts so many seconds and no longer."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._address, self._tls = address, context
        self._other: socket.socket | None = None
        self._ending = threading.Timer(seconds, self._cut)
        self._ending.daemon = True

    def connect(self) -> None:
        """Connect to the address that was checked."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self._other = plain.dup()  # TLS takes the first one over
        self._ending.start()
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)

    def _cut(self) -> None:
        """End the connection under whoever reads of it: a server that sends a byte now and then never keeps it waiting."""
        with suppress(OSError):
            if self._other is not None:
                self._other.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Close the connection for good."""
        self.close()
        self._ending.cancel()
        if self._other is not None:
            self._other.close()


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches into `folder`; `allows` says which IP addresses may be asked, `context` whose certificates are believed."""

    folder: Path = FOLDER
    allows: Callable[[str], bool] = is_public
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = FETCH_SECONDS.most

    def fetch(self, path: Path) -> Path:
        """Return the file that the address is kept in; raise Unreadable where it cannot be fetched or may not be."""
        url = _ADDRESS.sub(r"\1://\2", path.as_posix())
        name = f"{_host(_parted(url))}-{sha256(url.encode()).hexdigest()[:_PRINT]}"
        kept = next(iter(sorted(self.folder.glob(f"{name}.*"))), None)
        if kept is not None:
            return kept
        page = self._followed(url)
        if page.status != HTTPStatus.OK:
            raise Unreadable(f"the server answers {page.status}", where=url, hint="check the address, or " + _SAVE)
        suffix = _SUFFIXES.get(page.kind.partition(";")[0].strip().lower())
        if suffix is None:
            raise Unreadable(f"this is {page.kind or 'of no known kind'}, not an article", where=url, hint=_SAVE)
        file = self.folder / f"{name}{suffix}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            disk.write(file, page.body)
        except OSError as error:
            raise Unreadable(f"what was fetched cannot be kept: {error.strerror}", where=file.as_posix()) from None
        return file

    def _followed(self, url: str) -> _Page:
        """Return the page at an address, or where it leads on to."""
        ends = time.monotonic() + self.seconds
        for _ in range(_HOPS):
            self._heed_robots(url, ends)
            page = self._asked(url, ends)
            if page.status not in _LEADS_ON or not page.leads:
                return page
            url = urljoin(url, page.leads)
        raise Unreadable(f"this leads on more than {_HOPS} times", where=url, hint=_SAVE)

    def _heed_robots(self, url: str, ends: float) -> None:
        """Raise where the site asks programs to leave this address alone."""
        page = self._asked(urljoin(url, "/robots.txt"), ends)
        rules = RobotFileParser()
        told = page.body.decode("utf-8", "replace") if page.status == HTTPStatus.OK else ""
        rules.parse(["User-agent: *", "Disallow: /"] if page.status >= HTTPStatus.INTERNAL_SERVER_ERROR else told.splitlines())
        if not rules.can_fetch("numcheck", url):
            raise Unreadable("the site's robots.txt asks programs to leave this alone", where=url, hint=_SAVE)

    def _asked(self, url: str, ends: float) -> _Page:
        """Ask for one address and follow nothing."""
        parts = _parted(url)
        host, port = _host(parts), parts.port or HTTPS_PORT
        seconds = max(_LEAST_SECONDS, ends - time.monotonic())
        connection = _Pinned(host, port, self._resolved(host, port, url), self.context, seconds)
        headers = {"User-Agent": f"numcheck/{VERSION}", "Accept-Encoding": "identity"}
        try:
            connection.request("GET", parts._replace(scheme="", netloc="", fragment="").geturl() or "/", headers=headers)
            answer = connection.getresponse()
            body = b"".join(_chunks(answer, url, ends))
            return _Page(answer.status, answer.getheader("Content-Type", ""), answer.getheader("Location", ""), body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            _in_time(url, ends)
            what = f"this cannot be fetched: {getattr(error, 'strerror', None) or error or type(error).__name__}"
            raise Unreadable(what, where=url, hint="check the address and the connection, or " + _SAVE) from None
        finally:
            connection.end()

    def _resolved(self, host: str, port: int, url: str) -> str:
        """Return an IP address of a host; raise Unreadable where one of them may not be asked."""
        try:
            found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError):
            raise Unreadable("there is no such host, or no network", where=url, hint="check the address") from None
        if not all(map(self.allows, found)):
            raise Unreadable("this leads to a machine that is not public, and is not fetched", where=url, hint=_SAVE)
        return found[0]


def _chunks(answer: http.client.HTTPResponse, url: str, ends: float) -> Iterable[bytes]:
    """Yield the bytes of an answer, within the limits of size and time."""
    size = 0
    while chunk := answer.read1(_CHUNK):
        size += len(chunk)
        FETCHED.hold(size, url)
        _in_time(url, ends)
        yield chunk
    _in_time(url, ends)
    if answer.length:
        raise Unreadable("the connection broke off within the page", where=url, hint="try again, or " + _SAVE)


def _in_time(url: str, ends: float) -> None:
    """Raise Unreadable where the time for a page is over."""
    if time.monotonic() >= ends:
        raise Unreadable(f"this takes longer than {FETCH_SECONDS}, which is the limit", where=url, hint=FETCH_SECONDS.hint)


def _parted(url: str) -> SplitResult:
    """Return an address in parts; raise Unreadable for one that is not https with a host alone."""
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() == "https" and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        good = False
    if not good or not url.isascii() or re.search(r"[\s\x00-\x1f]", url):
        raise Unreadable("only plain https addresses are fetched", where=url, hint="write https://host/way, or " + _SAVE)
    return parts


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower()
