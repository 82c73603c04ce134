"""The baseline: the findings that a house has looked at and accepts, each with its reason, kept in a file beside the drafts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from numcheck import disk
from numcheck.judge.waivers.fingerprint import place
from numcheck.model import VERSION
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import Finding
from numcheck.model.frozen import frozen
from numcheck.model.report import Report

SCHEMA_VERSION = "1.0"
_TEXTS = ("fingerprint", "content_fingerprint", "rule", "path", "quote", "reason")
_NEEDED = ("fingerprint", "content_fingerprint", "rule", "reason")
_MAY_BE_EMPTY = ("quote", "path")
_DAYS = ("added", "expires")
_LONGEST_QUOTE = 160


@frozen
class Entry:
    """One accepted finding: what it is known by, its rule, its file or its story's folder, what it quotes, and why it may stay.

    `added` and `expires` are days (YYYY-MM-DD) where they are known; on the day it expires the entry still holds.
    """

    fingerprint: str
    content_fingerprint: str
    rule: str
    path: str
    quote: str
    reason: str
    added: str | None = None
    expires: str | None = None

    def speaks_of(self, uris: Iterable[str]) -> bool:
        """Tell whether the entry's file, or one in its folder, is among the documents."""
        return any(uri == self.path or PurePosixPath(self.path) in PurePosixPath(uri).parents for uri in uris)


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of the baseline at `path`. Raises NumcheckError for a file that is missing or is none."""
    text = disk.told(path, "the baseline", "numcheck baseline create makes one")
    return understood(text, path.as_posix())


def understood(text: str, where: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline's text; raises NumcheckError, which names `where`, for a text that is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NumcheckError(f"this is no baseline: {error}", where=where, hint="take back the last edit of it") from None
    entries = data.get("entries") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise NumcheckError("this is no baseline: it has no entries", where=where, hint="numcheck baseline create makes one")
    if str(data.get("schema_version", "")).partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        hint = "use the numcheck it was made with, or make it anew"
        raise NumcheckError(f"its form {data.get('schema_version')!r} is not read", where=where, hint=hint)
    mistakes = [f"entry {at}: {told}" for at, entry in enumerate(entries, 1) if (told := _mistake(entry))]
    if mistakes:
        raise NumcheckError("\n".join(mistakes), where=where, hint="every entry has its reason and nothing it does not know")
    return tuple(Entry(**entry) for entry in entries)


def _mistake(entry: Any) -> str:
    """Say what is wrong with an entry; nothing where all is well."""
    if not isinstance(entry, dict):
        return "it is not `key: value` pairs"
    unknown = sorted(set(entry) - {*_TEXTS, *_DAYS})
    if unknown:
        return f"there is no key {unknown[0]!r}"
    bare = next((key for key in _TEXTS if not _is_told(entry.get(key), may_be_empty=key in _MAY_BE_EMPTY)), None)
    if bare is not None:
        return f"its {bare} is missing"
    undated = next((key for key in _DAYS if not _is_date(entry.get(key))), None)
    return "" if undated is None else f"{undated} is no date: {entry[undated]!r}"


def _is_told(value: Any, *, may_be_empty: bool) -> bool:
    return isinstance(value, str) and (may_be_empty or bool(value.strip()))


def _is_date(value: Any) -> bool:
    """Tell whether a value is a day, or none is given."""
    try:
        return value is None or bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def written(entries: Iterable[Entry]) -> str:
    """Return the file of these entries, sorted, with no word of when or where it was written."""
    rows = [asdict(entry) for entry in sorted(entries, key=lambda e: (e.path, e.rule, e.quote, e.fingerprint))]
    data = {"schema_version": SCHEMA_VERSION, "tool_version": VERSION, "entries": rows}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def accepted(report: Report, reason: str, expires: str | None = None) -> list[Entry]:
    """Return an entry for each finding of a report that nothing waives; what is said of the run itself cannot be accepted."""
    as_of = report.settings.get("as_of")
    return [
        _entry(report, finding, reason, as_of if isinstance(as_of, str) else None, expires)
        for finding in report.findings
        if finding.suppressed is None and finding.kind != "run"
    ]


def _entry(report: Report, finding: Finding, reason: str, added: str | None, expires: str | None) -> Entry:
    claims = {claim.id: claim for claim in report.claims}
    quoted = [claims[name] for name in finding.claims[:2]]
    names = {document.path: document.uri for document in report.documents}
    main = next((c for c in quoted if c.role == "draft"), quoted[-1] if quoted else None)
    sentence = " ".join((main.sentence or main.text).split()) if main else ""
    return Entry(
        fingerprint=finding.fingerprint,
        content_fingerprint=finding.content_fingerprint,
        rule=finding.rule,
        path=place(quoted, names, gate=report.job == "gate"),
        quote=sentence if len(sentence) <= _LONGEST_QUOTE else f"{sentence[: _LONGEST_QUOTE - 1]}…",
        reason=reason,
        added=added,
        expires=expires,
    )


def together(old: Sequence[Entry], new: Iterable[Entry]) -> list[Entry]:
    """Return the old entries as they are and the new ones that are not among them."""
    known = {entry.fingerprint for entry in old}
    return [*old, *(entry for entry in new if entry.fingerprint not in known)]


def missing(entries: Iterable[Entry], root: Path | None) -> set[str]:
    """Return the paths of entries whose file or folder is no more: it was renamed or taken out."""
    return {entry.path for entry in entries if not ((root or Path()) / entry.path).exists()}


def _is_over(entry: Entry, as_of: object) -> bool:
    """Tell whether the last day of an entry lies before the day of the run, where both are known."""
    return entry.expires is not None and isinstance(as_of, str) and as_of > entry.expires


def pruned(entries: Sequence[Entry], report: Report, gone: Collection[str]) -> list[Entry]:
    """Return the entries that a run with them needed, those of renamed files with the new path, and of files not read."""
    uris = [d.uri for d in report.documents if d.role == "draft" or report.job == "compare"]
    as_of = report.settings.get("as_of")
    held = {f.fingerprint: f for f in report.findings if f.suppressed_by == "baseline"}
    moved = {f.content_fingerprint: f for f in held.values()}
    kept = []
    for entry in (entry for entry in entries if not _is_over(entry, as_of)):
        renamed = moved.get(entry.content_fingerprint) if entry.path in gone else None
        if entry.fingerprint in held or not (entry.path in gone or entry.speaks_of(uris)):
            kept.append(entry)
        elif renamed is not None:
            new = _entry(report, renamed, entry.reason, entry.added, entry.expires)
            kept.append(replace(entry, fingerprint=new.fingerprint, path=new.path))
    return kept
