"""The MCP server: its tools through the SDK's own client, over standard input and output as a language model's host does it."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the library of numcheck[mcp] is not installed")

from mcp import MCPError
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from numcheck.adapters import texts
from numcheck.adapters.mcp import server
from numcheck.model.limits import Limit
from numcheck.settings import Settings

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "numcheck", "mcp", "--isolated"]
POST = {"name": "The Post", "text": "The flood killed at least 12 people and wrecked 40 boats."}


def asked(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """Return the answers to these calls, all sent at once to one server within this process."""

    async def ask() -> list[Any]:
        async with Client(server(Settings())) as client:
            return await asyncio.gather(*(client.call_tool(name, given) for name, given in calls))

    return asyncio.run(ask())


def talk(said: Callable[[Any], Awaitable[None]]) -> None:
    """Let `said` talk to a server of its own, over standard input and output."""

    async def session() -> None:
        transport = stdio_client(StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], cwd=str(ROOT)))
        async with Client(transport) as client:
            await said(client)

    asyncio.run(session())


def test_a_session() -> None:
    """A host sees four tools that only read, and gets what they find as values by the schema they give."""

    async def said(client: Any) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["extract_figures", "check_draft", "compare_articles", "explain_rule"]
        assert all(tool.annotations.read_only_hint and tool.output_schema and tool.description for tool in tools)
        found = await client.call_tool("extract_figures", {"text": "More than 50 firefighters came on 2 May; 13 were hurt."})
        assert [(f["text"], f["reads_as"]) for f in found.structured_content["figures"]] == [
            ("More than 50", "more than 50"),
            ("13", "13"),
        ]
        assert found.structured_content["other_numerals"] == ["2 May"]

    talk(said)


def test_a_draft() -> None:
    """Each figure of a draft has its state and the source's sentence; the findings quote both sides."""
    (answer,) = asked(("check_draft", {"draft": "The flood killed 31 people and wrecked 40 boats.", "sources": [POST]}))
    found = answer.structured_content
    assert (found["outcome"], found["score"]) == ("fail", 0.5)
    assert [(f["text"], f["state"]) for f in found["figures"]] == [("31", "contradicted"), ("40", "supported")]
    assert found["figures"][0]["source"] == {
        "outlet": "The Post",
        "text": "at least 12",
        "sentence": POST["text"],
        "line": "1",
    }
    assert [quote["text"] for quote in found["findings"][0]["quotes"]] == ["31", "at least 12"]
    assert json.loads(answer.content[0].text) == found


def test_articles() -> None:
    """Articles are compared, and their moments of publication count: a later report is an update."""
    other = {"name": "The Echo", "text": "The flood killed 31 people and wrecked 40 boats."}
    first = {"name": "The Post", "text": "The flood killed 12 people."}
    one, update = asked(
        ("compare_articles", {"articles": [first, other]}),
        ("compare_articles", {"articles": [first | {"published": "2024-05-01"}, other | {"published": "2024-05-03"}]}),
    )
    assert one.structured_content["said"] == "1 disagreement, 1 figure told by one outlet alone and not compared"
    assert [finding["rule"] for finding in one.structured_content["findings"]] == ["agreement/disjoint"]
    assert [finding["severity"] for finding in update.structured_content["findings"]] != ["error"]


def test_a_rule() -> None:
    """A rule is explained by its page."""
    (answer,) = asked(("explain_rule", {"rule": "hedging/lost-floor"}))
    assert answer.structured_content["page"].startswith("# ")


WRONG = [
    ("explain_rule", {"rule": "hedging/lost-flor"}, "did you mean hedging/lost-floor"),
    ("explain_rule", {}, "Field required"),
    ("extract_figures", {"text": 12}, "valid string"),
    ("check_draft", {"draft": "12 died.", "sources": []}, "nothing to hold the draft against"),
    ("check_draft", {"draft": "12 died.", "sources": [POST, POST]}, "two texts have this name"),
    ("compare_articles", {"articles": []}, "there is no article to read"),
    ("compare_articles", {"articles": [{**POST, "published": "soon"}]}, "published is no date"),
    ("compare_articles", {"articles": [POST] * 201}, "more than 200 texts"),
    ("no_such_tool", {}, "no_such_tool"),
]


@pytest.mark.parametrize(("tool", "given", "told"), WRONG, ids=lambda value: str(value)[:40])
def test_what_cannot_be_done_is_said(tool: str, given: dict[str, Any], told: str) -> None:
    """A call that cannot be answered is an error of the tool, in words, and the next one is answered."""
    try:
        answer, good = asked((tool, given), ("extract_figures", {"text": "12 died."}))
    except MCPError as error:
        assert told in str(error)
        return
    assert answer.is_error
    assert told in answer.content[0].text
    assert not good.is_error


def test_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts above the limit are refused by their size."""
    monkeypatch.setattr(texts, "CALL", Limit(1_000, "bytes"))
    (answer,) = asked(("extract_figures", {"text": "x" * 2_000}))
    assert answer.is_error and "more than 1,000 bytes" in answer.content[0].text


def test_a_text_of_five_megabytes() -> None:
    """A text that nobody wrote is refused with its limit, while the call beside it is answered."""
    huge, good = asked(("extract_figures", {"text": "12 died. " * 600_000}), ("extract_figures", {"text": "12 died."}))
    assert huge.is_error and "5,000,000 characters" in huge.content[0].text
    assert not good.is_error


def test_no_file_is_opened(tmp_path: Path) -> None:
    """A draft whose front matter names files as its sources opens none of them."""
    (tmp_path / "secret.txt").write_text("The flood killed 31 people.\n")
    draft = f"---\nsources: {tmp_path / 'secret.txt'}\n---\nThe flood killed 31 people.\n"
    (answer,) = asked(("check_draft", {"draft": draft, "sources": [POST]}))
    assert answer.structured_content["figures"][0]["state"] == "contradicted"


def test_broken_lines_do_not_end_the_server() -> None:
    """A line that is no message of the protocol is passed over or answered by an error, and the server lives."""
    start = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
    }
    lines = ["this is no JSON", '{"jsonrpc": "2.0"}', json.dumps(start)]
    done = subprocess.run(COMMAND, input="\n".join(lines) + "\n", capture_output=True, text=True, cwd=ROOT, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert any(answer.get("id") == 1 and "numcheck" in json.dumps(answer["result"]) for answer in answers)


def test_registry() -> None:
    """What the registry of servers reads names this version, and the README carries its mark."""
    told = json.loads((ROOT / "server.json").read_text(encoding="utf-8"))
    version = re.search(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert version is not None
    assert {told["version"], told["packages"][0]["version"]} == {version[1]}
    assert told["packages"][0]["runtimeArguments"][0]["value"] == f"numcheck[mcp]=={version[1]}"
    assert f"<!-- mcp-name: {told['name']} -->" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(told["description"]) <= 100
