"""The page as a WSGI application: which requests are answered, and with what. Nothing is stored and nothing is fetched."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from numcheck.model.errors import NumcheckError
from numcheck.model.report import Report, View
from numcheck.pipeline import compare, gate
from numcheck.report import render
from numcheck.report.html import page
from numcheck.serve.forms import Given, read
from numcheck.settings import Settings

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_NAMES = ("127.0.0.1", "localhost", "[::1]")
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


def application(settings: Settings) -> Application:
    """Return the WSGI application that checks texts with these settings."""

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        given = _answer(environ, settings)
        body = given.text.encode("utf-8", "backslashreplace")
        start(
            given.status,
            [("Content-Type", given.kind), ("Content-Length", str(len(body))), *_HEADERS, *given.headers],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return answer


def _answer(environ: Environ, settings: Settings) -> Answer:
    host = f"{environ.get('HTTP_HOST', '')}".lower()
    if host not in {f"{name}:{environ['SERVER_PORT']}" for name in _NAMES}:
        # A name of another site that was made to lead here (DNS rebinding) is turned away like any stranger.
        return Answer("403 Forbidden", "numcheck answers to this machine alone.\n")
    way = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    if way in (("GET", "/"), ("HEAD", "/")):
        return Answer("200 OK", form(), _HTML)
    if way == ("POST", "/check"):
        if environ.get("HTTP_ORIGIN") != f"http://{host}":
            return Answer("403 Forbidden", "This form was not sent by numcheck's own page.\n")
        return _checked(environ, settings)
    if way[1] in ("/", "/check"):
        return Answer("405 Method Not Allowed", "Not this way.\n", headers=(("Allow", "GET" if way[1] == "/" else "POST"),))
    return Answer("404 Not Found", "There is nothing here; the page is at /\n")


def form() -> str:
    """Return the page on which texts are given."""
    return page("serve.html", {}, styles=("page.css", "serve.css"), script="serve.js")


def problem(error: NumcheckError) -> str:
    """Return the page that says why texts could not be checked."""
    return page("problem.html", {"what": error.what, "where": error.where, "hint": error.hint})


def _checked(environ: Environ, settings: Settings) -> Answer:
    try:
        given = read(environ)
        text = render(_report(given, settings), "html", View())
    except NumcheckError as error:
        return Answer("422 Unprocessable Content", problem(error), _HTML)
    except Exception:
        traceback.print_exc(file=sys.stderr)
        ours = NumcheckError("this is a fault of numcheck, not of your texts", hint="please report it")
        return Answer("500 Internal Server Error", problem(ours), _HTML)
    save = (("Content-Disposition", 'attachment; filename="numcheck.html"'),) if given.download else ()
    return Answer("200 OK", text, _HTML, save)


def _report(given: Given, settings: Settings) -> Report:
    """Return the gate's report on a draft, or where there is none, the comparison of the sources."""
    if given.drafts and given.sources:
        return gate(given.drafts, given.sources, settings)
    if len(given.sources) > 1 and not given.drafts:
        return compare(given.sources, settings)
    what = "there is nothing to hold the draft against" if given.drafts else "there is nothing to check yet"
    hint = "give a draft and at least one source; or two sources and no draft, to compare them with each other"
    raise NumcheckError(what, hint=hint)
