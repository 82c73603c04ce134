"""The page as a WSGI application: which requests are answered, and with what. Nothing is stored and nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from numcheck.model.errors import NumcheckError
from numcheck.report.html import page
from numcheck.serve.check import OK, Outcome, refused
from numcheck.serve.forms import Text, read

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_NAMES = ("127.0.0.1", "localhost", "[::1]")
Run = Callable[[Sequence[Text], str], Outcome]
"""Checks texts under a name."""

_POSTS = ("/check", "/cancel")
_SAVE = (("Content-Disposition", 'attachment; filename="numcheck.html"'),)
_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: status line, body, kind of text, and headers beside the ones that each answer has."""

    status: str
    text: str
    kind: str = _PLAIN
    headers: tuple[tuple[str, str], ...] = ()


def application(run: Run, cancel: Callable[[str], bool] = lambda _: False) -> Application:
    """Return the WSGI application that has texts checked by `run`, and by their names cancelled."""

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        given = _answer(environ, run, cancel)
        body = given.text.encode("utf-8", "backslashreplace")
        start(
            given.status,
            [("Content-Type", given.kind), ("Content-Length", str(len(body))), *_HEADERS, *given.headers],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return answer


def _answer(environ: Environ, run: Run, cancel: Callable[[str], bool]) -> Answer:
    host = f"{environ.get('HTTP_HOST', '')}".lower()
    if host not in {f"{name}:{environ['SERVER_PORT']}" for name in _NAMES}:
        # A name of another site that was made to lead here (DNS rebinding) is turned away like any stranger.
        return Answer("403 Forbidden", "numcheck answers to this machine alone.\n")
    way = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    if way in (("GET", "/"), ("HEAD", "/")):
        return Answer("200 OK", form(), _HTML)
    if way[0] == "POST" and way[1] in _POSTS:
        if environ.get("HTTP_ORIGIN") != f"http://{host}":
            return Answer("403 Forbidden", "This form was not sent by numcheck's own page.\n")
        return _checked(environ, run) if way[1] == "/check" else _cancelled(environ, cancel)
    if way[1] in ("/", *_POSTS):
        return Answer("405 Method Not Allowed", "Not this way.\n", headers=(("Allow", "GET" if way[1] == "/" else "POST"),))
    return Answer("404 Not Found", "There is nothing here; the page is at /\n")


def form() -> str:
    """Return the page on which texts are given."""
    return page("serve.html", {}, styles=("page.css", "serve.css"), script="serve.js")


def _checked(environ: Environ, run: Run) -> Answer:
    try:
        given = read(environ)
    except NumcheckError as error:
        told = refused(error)
        return Answer(told.status, told.page, _HTML)
    outcome = run(given.texts, given.check)
    save = given.download and outcome.status == OK
    return Answer(outcome.status, outcome.page, _HTML, _SAVE if save else ())


def _cancelled(environ: Environ, cancel: Callable[[str], bool]) -> Answer:
    try:
        found = cancel(read(environ).check)
    except NumcheckError:
        return Answer("422 Unprocessable Content", "This names no check.\n")
    return Answer("200 OK", "cancelled\n" if found else "There is no such check any more.\n")
