"""Check the texts of one form: from what was sent to the page that answers."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from numcheck.judge.waivers.decisions import Decisions, parsed
from numcheck.language import using
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError
from numcheck.model.report import Report, View
from numcheck.pipeline import compare, decided_of, gate, lexicon_of
from numcheck.report import render
from numcheck.report.html import page
from numcheck.serve.forms import Text, loaded
from numcheck.settings import Settings

OK, UNPROCESSABLE, BROKEN, BUSY = (
    "200 OK",
    "422 Unprocessable Content",
    "500 Internal Server Error",
    "503 Service Unavailable",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The status of an answer and the page that it shows; `said` is why there is no other, in plain words."""

    status: str
    page: str
    said: str = ""


def check(texts: Sequence[Text], settings: Settings, answers: str = "") -> Outcome:
    """Return the report on these texts as a page, or the page that says why there is none; nothing is raised.

    `answers` are the decisions that the page keeps, where no file does.
    """

    def page_of() -> str:
        with using(lexicon_of(settings)):
            articles = loaded(texts)
        told = decided_of(settings) if settings.decisions and settings.decisions.is_file() else parsed(answers)
        return render(_report(articles, settings, told), "html", View())

    return sure(page_of)


def sure(answer: Callable[[], str]) -> Outcome:
    """Return what answers, or the page that says why nothing does; nothing is raised."""
    try:
        return Outcome(OK, answer())
    except NumcheckError as error:
        return refused(error)
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return refused(NumcheckError("this is a fault of numcheck, not of your texts", hint="please report it"), BROKEN)


def refused(error: NumcheckError, status: str = UNPROCESSABLE) -> Outcome:
    """Return the page that says why texts could not be checked."""
    return Outcome(status, page("problem.html", {"what": error.what, "where": error.where, "hint": error.hint}), str(error))


def _report(articles: Sequence[Article], settings: Settings, told: Decisions) -> Report:
    """Return the gate's report on a draft, or where there is none, the comparison of the sources."""
    drafts = [article for article in articles if article.role == "draft"]
    sources = [article for article in articles if article.role != "draft"]
    if drafts and sources:
        return gate(drafts, sources, settings, told=told)
    if len(sources) > 1 and not drafts:
        return compare(sources, settings, told=told)
    what = "there is nothing to hold the draft against" if drafts else "there is nothing to check yet"
    hint = "give a draft and at least one source; or two sources and no draft, to compare them with each other"
    raise NumcheckError(what, hint=hint)
