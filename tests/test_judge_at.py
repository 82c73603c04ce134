"""A judge at an address: what it answers well becomes decisions; whatever else it does, the run goes on and says so."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from desks import story_of_two

from numcheck.adapters import model_judge as asking
from numcheck.adapters import question
from numcheck.cli import main
from numcheck.judge.waivers.decisions import read
from numcheck.model.errors import NumcheckError

POST = "---\noutlet: Harbour Post\n---\nRepairs of the old pier will cost 90,000 euros. Nine clerks were dismissed on Friday.\n"
VALLEY = "---\noutlet: Valley Chronicle\n---\nThe council set aside 40,000 euros. The flood drowned seven cows.\n"
FILE = Path("story/numcheck.decisions.yaml")

Output = pytest.CaptureFixture[str]
Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


class Server:
    """A judge on this machine that answers as it is told, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.answer: Answer = well
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(asked)
                outer.keys.append(self.headers.get("Authorization"))
                outer.answer(self, asked)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a judge that listens."""
    server = Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a story of two articles, in which we are."""
    return story_of_two(tmp_path, monkeypatch, POST, VALLEY)


def reply(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def saying(said: str) -> bytes:
    return json.dumps({"choices": [{"message": {"content": said}}]}).encode()


def well(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """Say that both sums are one quantity."""
    reply(handler, saying('{"quantities": [["d1.1", "d2.1"]]}'))


def compare(server: Server, *more: str) -> int:
    return main(["compare", "story", "--judge", server.url, "--judge-model", "tiny-1", "--as-of", "2026-03-02", *more])


def rules(out: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(out)["findings"] if finding["kind"] != "run"]


def test_answers_well(desk: Path, server: Server, capsys: Output) -> None:
    """What the judge links is told by the rules; its answer is kept with its name, and what left the machine was said."""
    assert compare(server, "--format", "json") == 0
    out, err = capsys.readouterr()
    assert rules(out) == ["inflation/larger-size"] or "agreement/disjoint" in rules(out)
    (entry,) = read(FILE).entries
    assert (entry.same, entry.by, entry.day) == ("yes", "model tiny-1", "2026-03-02")
    assert err.startswith("numcheck: sends 1 question (4 figures in their sentences, with outlet, title and day, of 2 texts; ")
    assert f"to {server.url}/chat/completions, model tiny-1" in err
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"]) == ("tiny-1", 0)
    assert "# d2 · Valley Chronicle" in asked["messages"][1]["content"]
    assert "The council set aside [d2.1: 40,000 euros]." in asked["messages"][1]["content"]
    assert server.keys == [None]


def test_second_run_asks_nothing(desk: Path, server: Server, capsys: Output) -> None:
    """A second run asks nothing and gives the same bytes; so does one without a judge, as in CI."""
    assert compare(server, "--format", "json") == 0
    first = capsys.readouterr()
    kept = FILE.read_bytes()
    assert compare(server, "--format", "json") == 0
    second = capsys.readouterr()
    assert main(["compare", "story", "--as-of", "2026-03-02", "--format", "json"]) == 0
    assert first.out == second.out == capsys.readouterr().out
    assert (len(server.asked), second.err, FILE.read_bytes()) == (1, "", kept)


def test_a_person_overrules(desk: Path, server: Server, capsys: Output) -> None:
    """What a person has said of a pair stands against the judge."""
    assert compare(server) == 0
    (entry,) = read(FILE).entries
    FILE.write_text(FILE.read_text().replace("same: yes", "same: no").replace('by: "model tiny-1"', "by: Ann", 1))
    Path("story/post.md").write_text(POST + "\nThree boats sank.\n")
    capsys.readouterr()
    assert compare(server, "--format", "json") == 0
    assert len(server.asked) == 2
    assert rules(capsys.readouterr().out) == []
    assert [(e.pair, e.same, e.by) for e in read(FILE).entries] == [(entry.pair, "no", "Ann")]


def test_parts_what_the_table_joins(desk: Path, server: Server, capsys: Output) -> None:
    """Figures that the judge leaves apart are parted, though the table would join them."""
    Path("story/post.md").write_text("---\noutlet: Harbour Post\n---\nThe flood killed 31 people in the Lorne valley.\n")
    Path("story/valley.md").write_text("---\noutlet: Valley Chronicle\n---\nThe flood killed 12 people in the Lorne valley.\n")
    server.answer = lambda handler, _: reply(handler, saying('{"quantities": []}'))
    assert main(["compare", "story", "--format", "json"]) == 0
    assert rules(capsys.readouterr().out) == ["agreement/disjoint"]
    assert compare(server, "--format", "json") == 0
    assert rules(capsys.readouterr().out) == []


def drip(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    """Send a little now and then, and never end."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        for _step in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def hang(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    time.sleep(1.5)


NOT_SO = [
    (lambda h, _: reply(h, saying("Both figures are the same, I think.")), "it is not JSON alone"),
    (lambda h, _: reply(h, saying('```json\n{"quantities": []}\n```')), "it is not JSON alone"),
    (lambda h, _: reply(h, b"<html><body>Sign in</body></html>"), "it does not answer as the protocol says"),
    (lambda h, _: reply(h, saying('{"quantities": [["d1.1", "d9.9"]]}')), "it names ids that it was not given"),
    (lambda h, _: reply(h, saying('{"quantities": [["d1.1", "d2.1"], ["d1.1", "d1.2"]]}')), "it names a figure twice"),
    (lambda h, _: reply(h, saying('{"quantities": ["d1.1"]}')), "“quantities” is no list of lists"),
    (lambda h, _: reply(h, saying('{"quantities": [], "sure": true}')), "it is not an object with “quantities” alone"),
    (lambda h, _: reply(h, saying("[" * 100_000)), "it is not JSON alone"),
    (lambda h, _: reply(h, json.dumps({"choices": [{"message": {"content": None}}]}).encode()), "it holds no words"),
    (lambda h, _: reply(h, b'{"choices": []}'), "it does not answer as the protocol says"),
    (lambda h, _: reply(h, b""), "it does not answer as the protocol says"),
    (lambda h, _: reply(h, b"x" * 10_000_000), "it has more than 1,000,000 bytes in an answer of a judge"),
    (lambda h, _: reply(h, b"no such model", 404), "it answers with status 404"),
    (lambda h, _: reply(h, b"", 302, Location="http://127.0.0.1:9/"), "it answers with status 302"),
    (drip, "it takes longer than 0.4 seconds"),
    (hang, "it takes longer than 0.4 seconds"),
]


@pytest.mark.parametrize(("answer", "why"), NOT_SO, ids=[f"{at} {why}" for at, (_, why) in enumerate(NOT_SO)])
def test_no_answer(
    desk: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: Output, answer: Answer, why: str
) -> None:
    """Anything but the form is no answer: it is asked twice, said, and the run goes on as without a judge; nothing is kept."""
    assert main(["compare", "story", "--as-of", "2026-03-02", "--format", "json"]) == 0
    without = capsys.readouterr().out
    monkeypatch.setattr(asking.Judge.__init__, "__defaults__", ("", 0.4))
    server.answer = answer
    assert compare(server, "--format", "json") == 0
    told = capsys.readouterr()
    assert told.out == without
    assert f"numcheck: no answer from the judge: {why}; the run goes on without it" in told.err
    assert len(server.asked) == 2
    assert not FILE.exists()


def test_second_try(desk: Path, server: Server, capsys: Output) -> None:
    """An answer of the second try counts."""
    server.answer = lambda h, asked: well(h, asked) if len(server.asked) > 1 else reply(h, b"busy", 503)
    assert compare(server) == 0
    assert "no answer" not in capsys.readouterr().err and len(read(FILE).entries) == 1


def test_nobody_listens(desk: Path, capsys: Output) -> None:
    """An address at which nobody listens is no answer either."""
    asked = ["--judge", "http://127.0.0.1:9/v1", "--judge-model", "tiny-1"]
    assert main(["compare", "story", *asked]) == 0
    assert "no answer from the judge: the connection fails (ConnectError)" in capsys.readouterr().err


def test_key(desk: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """The key comes from the environment, goes to the judge, and stands nowhere else."""
    monkeypatch.setenv("NUMCHECK_JUDGE_KEY", "very-secret")
    assert compare(server) == 0
    told = capsys.readouterr()
    assert server.keys == ["Bearer very-secret"]
    assert "very-secret" not in told.out + told.err + FILE.read_text()


BAD = [
    "http://judge.example/v1",
    "ftp://127.0.0.1/v1",
    "127.0.0.1:80",
    "https://me:word@judge.example/v1",
    "https://h:x/v1",
    "http://localhost.example/v1",
]


@pytest.mark.parametrize("url", BAD)
def test_addresses(desk: Path, capsys: Output, url: str) -> None:
    """An address is https or of this machine, without a password in it; anything else is exit 2 and nothing leaves."""
    assert main(["compare", "story", "--judge", url, "--judge-model", "tiny-1"]) == 2
    assert "no address that a judge may have" in capsys.readouterr().err
    with pytest.raises(NumcheckError):
        asking.judge_at(url, "tiny-1", "")


def test_only_the_command_line_names_a_judge(desk: Path, server: Server, capsys: Output) -> None:
    """A file of settings names neither a judge nor a key, and --judge needs the model's name."""
    for line in (f"judge: {server.url}", "judge_key: very-secret"):
        Path("numcheck.yaml").write_text(f"version: 1\n{line}\n")
        assert main(["compare", "story"]) == 2
        told = capsys.readouterr().err
        assert "numcheck.yaml:2: unknown key 'judge" in told and "on the command line" in told
    Path("numcheck.yaml").unlink()
    assert main(["compare", "story", "--judge", server.url]) == 2
    assert "--judge-model" in capsys.readouterr().err
    assert not server.asked


def test_gate(desk: Path, server: Server, capsys: Output) -> None:
    """Beside a gate a judge links a draft's figures with its sources'."""
    Path("draft.md").write_text("Repairs of the pier will cost 90,000 euros.\n")
    asked = ["--judge", server.url, "--judge-model", "tiny-1"]
    assert main(["gate", "draft.md", "--sources", "story/valley.md", *asked]) == 1
    assert "1 contradicted" in capsys.readouterr().out
    assert len(read(Path("numcheck.decisions.yaml")).entries) == 1


def test_pieces_fit(desk: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """A long story is asked about in pieces, and what is still to check of two pieces pair by pair."""
    monkeypatch.setattr(question, "LONGEST", 120)

    def answer(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
        form = asked["response_format"]["json_schema"]["schema"]["properties"]
        told: dict[str, Any] = (
            {"pairs": dict.fromkeys(form["pairs"]["properties"], "unsure")} if "pairs" in form else {"quantities": []}
        )
        reply(handler, saying(json.dumps(told)))

    server.answer = answer
    Path("story/post.md").write_text(POST + "\nThe storm wrecked 48 boats in the harbour on Monday.\n")
    Path("story/valley.md").write_text(VALLEY + "\nAt least 41 vessels lay wrecked in the harbour after the storm.\n")
    assert compare(server, "--at-least", "1") == 0
    err = capsys.readouterr().err
    assert len(server.asked) >= 2 and "no answer" not in err
    assert all(len(asked["messages"][1]["content"]) < 400 for asked in server.asked)
    assert compare(server, "--at-least", "1") == 0
    assert capsys.readouterr().err == ""


def test_marks_are_ours_alone() -> None:
    """Brackets that an article holds mark no figure."""
    from numcheck.pipeline import extract

    (claim,) = extract("The editor [d9.9: 12] wrote of 40 boats.")[1:]
    assert list(question._marked([claim])) == [f"The editor (d9.9: 12) wrote of [{claim.id}: 40] boats."]
