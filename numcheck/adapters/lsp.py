"""A language server: findings while one writes, in any editor that speaks the protocol. pygls is named in this file only.

A text is checked when it has not been changed for a moment. What is shown belongs to one version of it: what was found in an
older one is thrown away.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from numcheck import disk
from numcheck.adapters import editor
from numcheck.model import VERSION
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.report import Document, Report
from numcheck.report.figures import label_of, reads_as
from numcheck.report.ledger import support
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, named, told
from numcheck.report.printable import quoted, tidy

PAUSE = 0.3
"""Seconds without a change after which a text is checked."""
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_LINE = re.compile(r":(\d+)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one version of a text."""

    version: int | None
    path: Path
    text: str
    report: Report
    faults: list[Located]


@dataclass(slots=True)
class Desk:
    """What the server knows: of each open text, by its address, what was last found; and the sources the editor names."""

    read: dict[str, Read] = field(default_factory=dict)
    sources: list[Path] = field(default_factory=list)


def server() -> LanguageServer:
    """Return the language server, ready to start."""
    made = LanguageServer("numcheck", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    desk_ = Desk()

    @made.feature(types.INITIALIZE)
    def begin(_: LanguageServer, given: types.InitializeParams) -> None:
        desk_.sources[:] = _sources(given)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def opened(ls: LanguageServer, given: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams) -> None:
        await _check(ls, desk_, given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: LanguageServer, given: types.DidChangeTextDocumentParams) -> None:
        version = given.text_document.version
        await asyncio.sleep(PAUSE)
        if _version(ls, given.text_document.uri) == version:
            await _check(ls, desk_, given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: LanguageServer, given: types.DidCloseTextDocumentParams) -> None:
        uri = given.text_document.uri
        desk_.read.pop(uri, None)
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: LanguageServer, given: types.HoverParams) -> types.Hover | None:
        uri = given.text_document.uri
        found = _current(ls, desk_, uri)
        return None if found is None else _hover(ls, found, given.position)

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def actions(ls: LanguageServer, given: types.CodeActionParams) -> list[types.CodeAction]:
        found = _current(ls, desk_, given.text_document.uri)
        return [] if found is None else list(_actions(ls, found, given))

    return made


def run() -> None:
    """Answer an editor over standard input and output until it ends."""
    server().start_io()


async def _check(ls: LanguageServer, desk_: Desk, uri: str) -> None:
    """Check a text as it stands now beside the loop, and publish what is found unless it has changed meanwhile."""
    document = ls.workspace.get_text_document(uri)
    version, text = document.version, document.source
    path = Path(uris.to_fs_path(uri) or document.filename or "untitled.md")
    diagnostics: list[types.Diagnostic]
    try:
        report = await asyncio.get_running_loop().run_in_executor(ls.thread_pool, editor.read, path, text, desk_.sources)
        found = Read(version, path, text, report, editor.faults(report, path))
    except NumcheckError as error:
        desk_.read.pop(uri, None)
        diagnostics = [_problem(ls, error, path, text)]
    else:
        desk_.read[uri] = found
        diagnostics = [_diagnostic(ls, found, one) for one in found.faults]
    if uri in ls.workspace.text_documents and _version(ls, uri) == version:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))


def _version(ls: LanguageServer, uri: str) -> int | None:
    return ls.workspace.get_text_document(uri).version


def _current(ls: LanguageServer, desk_: Desk, uri: str) -> Read | None:
    """Return what was found in the text as it stands; None where that is not known yet."""
    found = desk_.read.get(uri)
    return found if found is not None and _version(ls, uri) == found.version else None


def _sources(given: types.InitializeParams) -> list[Path]:
    """Return the sources that the editor's own settings name, seen from the folder it has opened."""
    options: Any = given.initialization_options
    listed = options.get("sources") if isinstance(options, dict) else getattr(options, "sources", None)
    folder = next((folder.uri for folder in given.workspace_folders or ()), given.root_uri)
    root = Path((uris.to_fs_path(folder) if folder else None) or ".")
    return [root / path for path in listed if isinstance(path, str)] if isinstance(listed, list | tuple) else []


def _position(ls: LanguageServer, text: str, offset: int) -> types.Position:
    """Return a place in a text as the client counts: lines, and units of the encoding it asked for."""
    line = text.rfind("\n", 0, offset) + 1
    units = ls.workspace.position_codec.client_num_units(text[line:offset])
    return types.Position(text.count("\n", 0, line), units)


def _range(ls: LanguageServer, text: str, start: int, end: int) -> types.Range:
    return types.Range(_position(ls, text, start), _position(ls, text, end))


def _span(found: Read, place: tuple[int, int]) -> tuple[int, int]:
    """Return the offsets in the text as it is written of characters that were read."""
    own = next(document for document in found.report.documents if document.path == found.path.as_posix())
    return own.span(*place)


def _diagnostic(ls: LanguageServer, found: Read, fault: Located) -> types.Diagnostic:
    """Return a finding at its figure, with the sentences of the others beside it."""
    papers = {document.path: document for document in found.report.documents}
    others = [(claim, papers[claim.document]) for claim in fault.others]
    return types.Diagnostic(
        range=_range(ls, found.text, *_span(found, editor.where(fault) or (0, 0))),
        message=told(fault.finding),
        severity=_SEVERITIES[fault.finding.severity],
        code=fault.finding.rule,
        source="numcheck",
        related_information=[
            types.DiagnosticRelatedInformation(_location(ls, paper, claim), f"{named(claim)}: {tidy(claim.sentence)}")
            for claim, paper in others
        ],
    )


def _location(ls: LanguageServer, document: Document, claim: Claim) -> types.Location:
    """Return the place of a figure in its file; the head of a file that has no lines or cannot be read again."""
    file = Path(document.path).resolve()
    uri = uris.from_fs_path(str(file)) or document.path
    try:
        text = "" if document.spots else disk.read(file).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    return types.Location(uri, _range(ls, text, *(document.span(claim.start, claim.end) if text else (0, 0))))


def _problem(ls: LanguageServer, error: NumcheckError, path: Path, text: str) -> types.Diagnostic:
    """Return what kept a text from being checked, at the line that the error names where it is one of this text."""
    line = _LINE.search(error.where) if error.where.startswith(path.as_posix()) else None
    number = int(line[1]) - 1 if line else 0
    words = (text.split("\n") or [""])[number : number + 1]
    width = ls.workspace.position_codec.client_num_units(words[0].rstrip("\r")) if words else 0
    return types.Diagnostic(
        range=types.Range(types.Position(number, 0), types.Position(number, width)),
        message=f"not checked: {error}",
        severity=types.DiagnosticSeverity.Warning,
        source="numcheck",
    )


def _hover(ls: LanguageServer, found: Read, position: types.Position) -> types.Hover | None:
    """Return how the figure, or the numeral that is none, at a position is read."""
    lookup = Lookup(found.report)
    for claim in found.report.claims:
        if claim.document == found.path.as_posix():
            place = _range(ls, found.text, *_span(found, (claim.start, claim.end)))
            if _inside(place, position):
                return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(_reading(lookup, claim))), place)
    for noted in found.report.marks:
        if noted.document == found.path.as_posix():
            place = _range(ls, found.text, *_span(found, (noted.item.start, noted.item.end)))
            if _inside(place, position):
                words = f"{quoted(noted.item.text)} is no figure: {tidy(noted.item.reason)}"
                return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), place)
    return None


def _reading(lookup: Lookup, claim: Claim) -> Iterable[str]:
    """Yield in lines how a figure is read, how it stands to the sources, and the best of these."""
    yield f"**{quoted(claim.text)}** reads as {reads_as(claim)}: {label_of(claim)}"
    entry = next((entry for entry in lookup.report.ledger if entry.subject == claim.id), None)
    if entry is not None:
        yield f"*{entry.state}*"
    for one in support(lookup, claim)[:1]:
        source = lookup.claims[one.claim]
        yield f"> {tidy(source.sentence)}\n>\n> {tidy(source.outlet)} ({tidy(one.derivation or one.relation)})"


def _actions(ls: LanguageServer, found: Read, given: types.CodeActionParams) -> Iterable[types.CodeAction]:
    """Yield the changes that mend the findings which a range touches."""
    for fault in found.faults:
        diagnostic = _diagnostic(ls, found, fault)
        if not _touch(diagnostic.range, given.range):
            continue
        for edit in editor.edits(fault, found.text, found.path):
            change = types.TextEdit(_range(ls, found.text, edit.start, edit.end), edit.text)
            whole = types.WorkspaceEdit(changes={given.text_document.uri: [change]})
            yield types.CodeAction(edit.title, types.CodeActionKind.QuickFix, [diagnostic], edit=whole)


def _inside(place: types.Range, position: types.Position) -> bool:
    return place.start <= position <= place.end


def _touch(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
