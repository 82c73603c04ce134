"""Compare annotated stories with a judge that answers as their readers did, and print what that comes to.

usage: python -m bench.judge STORY_FOLDER...     each holds gold.json and articles/; score_stories.py stands above them

A server on this machine speaks the protocol that `--judge` asks by, and groups the figures that it is shown as gold.json does.
The last line is the totals of score_stories.py, as JSON. It shows what the rest of the line does with right links.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread
from typing import Any

import numcheck
from bench.labelled import matched
from numcheck.cli import main as cli


def answer(question: Mapping[str, Any], groups: Mapping[str, str]) -> dict[str, Any]:
    """Return what a reader who put the claims (by their ids) into `groups` says to a question."""
    form = question["response_format"]["json_schema"]["schema"]["properties"]
    if "pairs" in form:
        shown = question["messages"][1]["content"].split("# p")[1:]
        ids = [[part.partition(":")[0] for part in pair.split("[")[1:]] for pair in shown]
        said = {f"p{at}": groups.get(one, one) == groups.get(other, other) for at, (one, other) in enumerate(ids, 1)}
        return {"pairs": {name: "yes" if same else "no" for name, same in said.items()}}
    told: dict[str, list[str]] = {}
    for claim in form["quantities"]["items"]["items"]["enum"]:
        told.setdefault(groups.get(claim, claim), []).append(claim)
    return {"quantities": [ids for ids in told.values() if len(ids) > 1]}


@contextmanager
def reader(groups: Mapping[str, str]) -> Iterator[str]:
    """Let a reader answer on this machine, and give the address."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            said = json.dumps(answer(question, groups))
            body = json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def report(story: Path, gold: Mapping[str, Any]) -> dict[str, Any]:
    """Return the report of a story by the links of its readers."""
    articles = story / "articles"
    matching = matched(gold["claims"], numcheck.compare(articles).claims)
    groups = {claim: annotated["group"] for claim, annotated in matching.items()}
    with tempfile.TemporaryDirectory() as folder, reader(groups) as address:
        out = Path(folder) / "report.json"
        asked = [
            "--judge",
            address,
            "--judge-model",
            "readers",
            "--as-of",
            "2026-01-01",
            "--decisions",
            f"{folder}/decided.yaml",
        ]
        status = cli(["compare", str(articles), *asked, "--format", "json", "-o", str(out)])
        if status != 0:
            raise SystemExit(f"{story}: exit {status}")
        told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return told


def main() -> None:
    """Score the stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+", metavar="STORY_FOLDER")
    parser.add_argument("--misses", action="store_true", help="list the false alarms, but of the stories that nobody reads")
    args = parser.parse_args()
    spec = spec_from_file_location("score_stories", args.stories[0].resolve().parents[1] / "score_stories.py")
    assert spec is not None and spec.loader is not None
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    done = []
    for story in args.stories:
        gold = scorer.load_gold(story / "gold.json")
        done.append(scorer.score(gold, report(story, gold)))
        scorer.show(story.name, done[-1])
        if args.misses and not scorer.unread(story.name):
            print(*(f"   false: {line}" for line in done[-1]["false"]), sep="\n")
    whole = scorer.total(done)
    scorer.show("TOTAL", whole)
    print(json.dumps({"set": "judged", **whole}))


if __name__ == "__main__":
    main()
