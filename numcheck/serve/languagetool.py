"""The protocol of LanguageTool, so that LibreOffice, LTeX and others show findings: POST /v2/check and GET /v2/languages.

A text that is sent is held against the sources that the settings name; the files that it names itself stay closed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from numcheck.language import using
from numcheck.load import from_text
from numcheck.model import VERSION
from numcheck.model.errors import NumcheckError
from numcheck.model.limits import WRITTEN
from numcheck.model.report import Report
from numcheck.pipeline import compare, gate, lexicon_of
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, located, told
from numcheck.report.printable import as_json, tidy
from numcheck.report.repair import in_place_of, source_of
from numcheck.serve.check import OK, Outcome, sure
from numcheck.serve.forms import Text, parted
from numcheck.settings import Settings

Run = Callable[[Sequence[Text], str, Callable[[Sequence[Text], Settings], Outcome]], Outcome]
"""Has a job done on texts, under a name."""
Reply = tuple[str, str, str]
"""Status, body, and its kind."""

_JSON, _PLAIN = "application/json; charset=utf-8", "text/plain; charset=utf-8"
_CODES = {"en": "English", "en-US": "English (US)", "en-GB": "English (GB)", "en-AU": "English (Australian)"}
_CODES |= {"en-CA": "English (Canadian)", "en-NZ": "English (New Zealand)", "en-ZA": "English (South African)"}
_LANGUAGES = [{"name": name, "code": "en", "longCode": code} for code, name in _CODES.items()]
_CONTEXT = 40


def languages() -> Reply:
    """Return the languages that are read."""
    return OK, as_json(_LANGUAGES, line=True), _JSON


def checked(environ: Mapping[str, Any], run: Run) -> Reply:
    """Return the answer to a request to check a text: matches, or why there are none."""
    try:
        fields = _fields(environ)
        code = fields.get("language", "auto")
        if code.partition("-")[0].lower() not in ("en", "auto"):
            raise NumcheckError(
                f"{code!r} is a language that numcheck does not read", hint="send English, as en, en-GB or auto"
            )
        text = _text(fields)
    except NumcheckError as error:
        return "400 Bad Request", f"Error: {error}\n", _PLAIN
    outcome = run([Text("text", text, "draft")], "", matched)
    return (OK, outcome.page, _JSON) if outcome.status == OK else (outcome.status, f"Error: {outcome.said}\n", _PLAIN)


def matched(texts: Sequence[Text], settings: Settings) -> Outcome:
    """Return the matches in the first of these texts, by the settings of the house."""
    return sure(lambda: as_json(_matches(str(texts[0].content), settings), line=True))


def _fields(environ: Mapping[str, Any]) -> dict[str, str]:
    fields, _ = parted(dict(environ))
    return {name: str(fields[name]) for name in fields}


def _text(fields: Mapping[str, str]) -> str:
    """Return the text to check; of annotated data the marks are blanks, so that every place stays."""
    if "text" in fields:
        return fields["text"]
    try:
        parts = json.loads(fields["data"])["annotation"]
        return "".join(str(part["text"]) if "text" in part else _blank(part) for part in parts)
    except (KeyError, TypeError, ValueError, RecursionError):
        raise NumcheckError("there is no text in this", hint="send text, or data with its annotation") from None


def _blank(part: Mapping[str, Any]) -> str:
    markup, meant = str(part["markup"]), str(part.get("interpretAs", ""))
    return ("\n" if "\n" in meant or "\n" in markup else " ") * len(markup)


def _matches(text: str, settings: Settings) -> dict[str, Any]:
    with using(lexicon_of(settings)):
        WRITTEN.hold(len(text), "text")
        draft = replace(from_text("text", text, "draft"), sources=())
    if settings.sources:
        report: Report = gate([draft], settings.sources, settings)
    else:
        report = compare([replace(draft, role="article")], settings)
    lookup = Lookup(report)
    return {
        "software": {"name": "numcheck", "version": VERSION, "apiVersion": 1, "status": ""},
        "warnings": {"incompleteResults": bool(report.unread or report.skipped)},
        "language": {"name": "English", "code": "en", "detectedLanguage": {"name": "English", "code": "en"}},
        "matches": [_match(lookup, one, text) for one in located(lookup) if one.claim and one.claim.document == draft.path],
    }


def _match(lookup: Lookup, fault: Located, text: str) -> dict[str, Any]:
    """Return a finding as a match; places are counted as Java and JavaScript count characters."""
    claim = fault.claim
    assert claim is not None
    start, end = lookup.documents[claim.document].span(claim.start, claim.end)
    first, last = max(0, start - _CONTEXT), end + _CONTEXT
    source, rule = source_of(fault), fault.finding.rule
    title = next((spoken.rule.title for spoken in lookup.report.rules if spoken.rule.name == rule), rule)
    return {
        "message": told(fault.finding),
        "shortMessage": title,
        "offset": _units(text[:start]),
        "length": _units(text[start:end]),
        "replacements": [] if source is None else [{"value": in_place_of(claim, source)}],
        "context": {"text": text[first:last], "offset": _units(text[first:start]), "length": _units(text[start:end])},
        "sentence": tidy(claim.sentence),
        "type": {"typeName": "Other"},
        "rule": {
            "id": rule,
            "description": title,
            "issueType": "numbers",
            "category": {"id": "NUMCHECK", "name": f"Figures ({fault.finding.severity})"},
        },
    }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
