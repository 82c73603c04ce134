"""The language server, through a real client: what it says while one writes, on hover, and how it mends a draft."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the library of numcheck[lsp] is not installed")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[1]
WIRE = "Rescuers said 🚒 at least 12 people died. It wrecked 40 boats in Port Lorne.\n"
FRONT = "---\nsources: ../wire\n---\n"
DRAFT = FRONT + "It wrecked 40 boats in Port Lorne. Rescuers said 🚒 12 people died.\n"
FALSE = FRONT + "It wrecked 40 boats in Port Lorne. Rescuers said 31 people died.\n"


class Editor:
    """An editor with one window: it keeps what the server published of each text."""

    def __init__(self, client: LanguageClient, desk: Path) -> None:
        self.client, self.desk = client, desk
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def keep(given: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(given)

    async def diagnostics(self) -> list[types.Diagnostic]:
        """Return what is published next."""
        return list((await asyncio.wait_for(self.published.get(), 60)).diagnostics)

    async def open(self, name: str, text: str) -> list[types.Diagnostic]:
        """Open a text and return what is published of it."""
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    def change(self, name: str, version: int, text: str) -> None:
        """Write another version of a text."""
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        changes = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    async def hover(self, name: str, line: int, character: int) -> str | None:
        """Return the words shown on hover."""
        document, position = types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character)
        found = await self.client.text_document_hover_async(types.HoverParams(document, position))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else None

    async def actions(self, name: str, diagnostic: types.Diagnostic) -> dict[str, types.TextEdit]:
        """Return the actions offered for a diagnostic, by title, each with its one edit."""
        document = types.TextDocumentIdentifier(self.uri(name))
        given = types.CodeActionParams(document, diagnostic.range, types.CodeActionContext([diagnostic]))
        found = await self.client.text_document_code_action_async(given) or []
        return {
            a.title: a.edit.changes[self.uri(name)][0]
            for a in found
            if isinstance(a, types.CodeAction) and a.edit and a.edit.changes
        }

    def uri(self, name: str) -> str:
        return (self.desk / name).as_uri()


def edit(desk: Path, session: Callable[[Editor], Awaitable[Any]], options: Any = None) -> None:
    """Run a session of an editor on the folder `desk`."""

    async def run() -> None:
        client = LanguageClient("test", "1")
        editor = Editor(client, desk)
        await client.start_io(sys.executable, "-m", "numcheck", "lsp", cwd=str(ROOT))
        given = types.InitializeParams(
            capabilities=types.ClientCapabilities(), root_uri=desk.as_uri(), initialization_options=options
        )
        await client.initialize_async(given)
        client.initialized(types.InitializedParams())
        await session(editor)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    asyncio.run(run())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with a source, in which a draft is written."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "agency.md").write_text(WIRE, encoding="utf-8")
    return tmp_path


def test_while_one_writes(desk: Path) -> None:
    """A wrong figure is marked where it stands, with the source's sentence; the mark goes when it is mended."""

    async def session(editor: Editor) -> None:
        (found,) = await editor.open("drafts/flood.md", FALSE)
        assert (found.code, found.severity, found.source) == (
            "sourcing/contradicted",
            types.DiagnosticSeverity.Error,
            "numcheck",
        )
        assert found.range == types.Range(types.Position(3, 49), types.Position(3, 51))
        (beside,) = found.related_information or []
        assert beside.message == "agency: “at least 12”: Rescuers said 🚒 at least 12 people died."
        assert beside.location.uri == editor.uri("wire/agency.md")
        assert beside.location.range == types.Range(types.Position(0, 17), types.Position(0, 28))
        editor.change("drafts/flood.md", 2, FALSE.replace("31", "33"))
        editor.change("drafts/flood.md", 3, FALSE.replace("31", "at least 12"))
        assert await editor.diagnostics() == []

    edit(desk, session)


def test_hover(desk: Path) -> None:
    """Hover tells how a figure is read and what the source has; places are counted as the editor counts them."""

    async def session(editor: Editor) -> None:
        await editor.open("drafts/flood.md", DRAFT)
        told = await editor.hover("drafts/flood.md", 3, 53)
        assert told is not None
        assert told.startswith("**“12”** reads as 12: people killed")
        assert "*supported*" in told and "> Rescuers said 🚒 at least 12 people died." in told
        assert await editor.hover("drafts/flood.md", 3, 3) is None

    edit(desk, session)


def test_actions(desk: Path) -> None:
    """The source's figure, its hedge, and a waiver are offered as edits; a waiver asks for its reason."""

    async def session(editor: Editor) -> None:
        (found,) = await editor.open("drafts/flood.md", FALSE)
        offered = await editor.actions("drafts/flood.md", found)
        assert list(offered) == ["Take “at least 12” from agency", "Let it stay, with a reason (sourcing/contradicted)"]
        assert offered["Take “at least 12” from agency"].new_text == "at least 12"
        (lost,) = await editor.open("drafts/other.md", DRAFT)
        offered = await editor.actions("drafts/other.md", lost)
        assert offered["Restore the hedge: “at least 12”"].range == types.Range(types.Position(3, 52), types.Position(3, 54))
        waiver = offered["Let it stay, with a reason (hedging/lost-floor)"]
        assert waiver.range.start == waiver.range.end == types.Position(3, 0)
        lines = DRAFT.splitlines(keepends=True)
        editor.change("drafts/other.md", 2, "".join([*lines[:3], waiver.new_text, *lines[3:]]))
        (asked,) = await editor.diagnostics()
        assert "gives no reason" in asked.message and asked.range.start.line == 3
        reasoned = waiver.new_text.replace('reason=""', 'reason="told by phone"')
        editor.change("drafts/other.md", 3, "".join([*lines[:3], reasoned, *lines[3:]]))
        assert await editor.diagnostics() == []

    edit(desk, session)


def test_sources_of_the_settings(desk: Path) -> None:
    """Sources come from numcheck.yaml and from the editor's own settings too; a text that is a source is no draft."""
    (desk / "numcheck.yaml").write_text("version: 1\nsources: wire\n", encoding="utf-8")
    more = desk / "notes.md"
    more.write_text("Seven bridges fell.\n", encoding="utf-8")
    text = "Rescuers said 31 people died. Seven bridges fell.\n"

    async def session(editor: Editor) -> None:
        assert [found.code for found in await editor.open("drafts/flood.md", text)] == ["sourcing/contradicted"]
        assert await editor.open("wire/agency.md", WIRE) == []

    edit(desk, session, {"sources": ["notes.md"]})


def test_without_sources(desk: Path) -> None:
    """A text without sources is held against itself."""

    async def session(editor: Editor) -> None:
        text = "The jury of 12 had seven women and eight men.\nIn all 20 people came: 12 men and 9 women.\n"
        found = await editor.open("alone.md", text)
        assert all(str(one.code).startswith("arithmetic/") for one in found)

    edit(desk, session)


def test_what_cannot_be_checked_is_said(desk: Path) -> None:
    """A source that is gone, settings that are wrong and a text that is too long are told in the text; the server lives."""

    async def session(editor: Editor) -> None:
        (gone,) = await editor.open("drafts/gone.md", FALSE.replace("../wire", "../nowhere"))
        assert "there is no such file" in gone.message
        (huge,) = await editor.open("drafts/huge.md", "The flood killed 31 people.\n" * 180_000)
        assert "1,000,000 characters" in huge.message
        (desk / "numcheck.yaml").write_text("version: 1\nsorces: wire\n", encoding="utf-8")
        (wrong,) = await editor.open("drafts/flood.md", FALSE)
        assert "did you mean 'sources'?" in wrong.message
        (desk / "numcheck.yaml").unlink()
        editor.client.protocol.notify("textDocument/didOpen", {"this": "is wrong"})
        with pytest.raises(Exception, match=r"[Mm]ethod"):
            await editor.client.protocol.send_request_async("numcheck/unknown", {})
        editor.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(editor.uri("drafts/flood.md")))
        )
        assert [found.code for found in await editor.diagnostics()] == ["sourcing/contradicted"]

    edit(desk, session)


def test_two_at_once(desk: Path) -> None:
    """Two texts opened together are both checked, and two questions asked together both answered."""

    async def session(editor: Editor) -> None:
        for name in ("drafts/flood.md", "drafts/other.md"):
            item = types.TextDocumentItem(editor.uri(name), "markdown", 1, FALSE)
            editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        published = [await asyncio.wait_for(editor.published.get(), 60) for _ in range(2)]
        assert sorted(one.uri for one in published) == [editor.uri("drafts/flood.md"), editor.uri("drafts/other.md")]
        assert all(len(one.diagnostics) == 1 for one in published)
        told = await asyncio.gather(*(editor.hover(name, 3, 49) for name in ("drafts/flood.md", "drafts/other.md")))
        assert told[0] == told[1] and told[0]

    edit(desk, session)


def test_a_closed_text(desk: Path) -> None:
    """What is closed has no marks."""

    async def session(editor: Editor) -> None:
        await editor.open("drafts/flood.md", FALSE)
        document = types.TextDocumentIdentifier(editor.uri("drafts/flood.md"))
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        assert await editor.diagnostics() == []

    edit(desk, session)
