"""The page as a WSGI application: which requests are answered, and with what.

No text is stored, and nothing is fetched but where the desk has what fetches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from numcheck.model.errors import NumcheckError
from numcheck.report.html import page
from numcheck.serve import languagetool
from numcheck.serve.check import OK, check, refused
from numcheck.serve.forms import fetched, parted, read
from numcheck.serve.opened_story import BARE, OpenedStory

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_NAMES = ("127.0.0.1", "localhost", "[::1]")
Run = languagetool.Run

_POSTS = ("/check", "/cancel", "/answer")
_PROTOCOL = {"/v2/check": "POST", "/v2/languages": "GET"}
"""What other programs ask for, and how."""
_BOXES = 3
"""So many boxes for sources there are at first."""
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


def application(
    run: Run, cancel: Callable[[str], bool] = lambda _: False, origins: Sequence[str] = (), desk: OpenedStory = BARE
) -> Application:
    """Return the WSGI application that has texts checked by `run`, and by their names cancelled, for a desk.

    `origins` are the pages and extensions that may ask by the protocol of LanguageTool, beside programs of this machine.
    """

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        given = _answer(environ, run, cancel, origins, desk)
        body = given.text.encode("utf-8", "backslashreplace")
        start(
            given.status,
            [("Content-Type", given.kind), ("Content-Length", str(len(body))), *_HEADERS, *given.headers],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return answer


def _answer(environ: Environ, run: Run, cancel: Callable[[str], bool], origins: Sequence[str], desk: OpenedStory) -> Answer:
    host = f"{environ.get('HTTP_HOST', '')}".lower()
    if not _ours(host, environ["SERVER_PORT"]):
        return Answer("403 Forbidden", "numcheck answers to this machine alone.\n")
    way = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    if way[1] in _PROTOCOL:
        return _asked(environ, run, (f"http://{host}", *origins))
    if way in (("GET", "/"), ("HEAD", "/")):
        return Answer("200 OK", form(desk), _HTML)
    if way[0] == "POST" and way[1] in _POSTS:
        if environ.get("HTTP_ORIGIN") != f"http://{host}":
            return Answer("403 Forbidden", "This form was not sent by numcheck's own page.\n")
        posts = {
            "/check": lambda: _checked(environ, run, desk),
            "/cancel": lambda: _cancelled(environ, cancel),
            "/answer": lambda: _answered(environ, desk),
        }
        return posts[way[1]]()
    if way[1] in ("/", *_POSTS):
        return Answer("405 Method Not Allowed", "Not this way.\n", headers=(("Allow", "GET" if way[1] == "/" else "POST"),))
    return Answer("404 Not Found", "There is nothing here; the page is at /\n")


def _ours(host: str, port: str) -> bool:
    """Tell whether a host is a name of this machine; another site's that was made to lead here (DNS rebinding) is not."""
    return host in {f"{name}:{port}" for name in _NAMES}


def form(desk: OpenedStory) -> str:
    """Return the page on which texts are given, with those that the desk opens with."""
    rows = list(enumerate([*desk.articles, *[None] * (_BOXES - len(desk.articles))], 1))
    values = {"rows": rows, "fetches": desk.fetch is not None, "kept": "" if desk.to is None else desk.to.as_posix()}
    return page("serve.html", values, ("page.css", "serve.css"), ("page.js", "serve.js"))


def _checked(environ: Environ, run: Run, desk: OpenedStory) -> Answer:
    try:
        given = read(environ)
        texts = given.texts if desk.fetch is None else [fetched(text, desk.fetch) for text in given.texts]
    except NumcheckError as error:
        told = refused(error)
        return Answer(told.status, told.page, _HTML)
    outcome = run(texts, given.check, partial(check, answers=given.decisions))
    save = given.download and outcome.status == OK
    return Answer(outcome.status, outcome.page, _HTML, _SAVE if save else ())


def _asked(environ: Environ, run: Run, origins: Sequence[str]) -> Answer:
    """Return the answer to a program: one of this machine names no origin, a page or an extension must be one of `origins`."""
    way, path, origin = environ["REQUEST_METHOD"], environ["PATH_INFO"], environ.get("HTTP_ORIGIN")
    if origin is not None and origin not in origins:
        return Answer("403 Forbidden", "This origin is not allowed; start numcheck with --allow-origin to allow it.\n")
    shared = (("Access-Control-Allow-Origin", origin), ("Vary", "Origin")) if origin else ()
    if way == "OPTIONS":
        allowed = {"Methods": _PROTOCOL[path], "Headers": "Content-Type", "Private-Network": "true"}
        told = ((f"Access-Control-Allow-{name}", value) for name, value in allowed.items())
        return Answer("204 No Content", "", headers=(*shared, *told))
    if way != _PROTOCOL[path]:
        return Answer("405 Method Not Allowed", "Not this way.\n", headers=(("Allow", _PROTOCOL[path]),))
    status, text, kind = languagetool.languages() if way == "GET" else languagetool.checked(environ, run)
    return Answer(status, text, kind, shared)


def _answered(environ: Environ, desk: OpenedStory) -> Answer:
    """Return the decisions as a file, with what was answered in them; 422 and why for what is no answer."""
    try:
        return Answer(OK, desk.answered(parted(environ)[0]))
    except NumcheckError as error:
        return Answer("422 Unprocessable Content", f"{error}\n")


def _cancelled(environ: Environ, cancel: Callable[[str], bool]) -> Answer:
    try:
        found = cancel(read(environ).check)
    except NumcheckError:
        return Answer("422 Unprocessable Content", "This names no check.\n")
    return Answer("200 OK", "cancelled\n" if found else "There is no such check any more.\n")
