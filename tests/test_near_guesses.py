"""Wherever a name may be unknown, the message offers the nearest that is known, or names the few there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from numcheck.cli import main

WIRE = "---\noutlet: The Post\n---\nThe storm wrecked 12 boats in Port Lorne.\n"
OTHER = "---\noutlet: The Echo\n---\nThe storm wrecked 30 boats in Port Lorne.\n"
DRAFT = "The storm wrecked 14 boats in Port Lorne.\n"
STORY = ["compare", "story"]
GATE = ["gate", "draft.md", "--sources", "story"]

WRONG: list[tuple[str, list[str], dict[str, str], str]] = [
    ("a command", ["compere", "story"], {}, "compare"),
    ("a command of a group", ["rules", "lsit"], {}, "list"),
    ("an option", [*STORY, "--fromat", "json"], {}, "--format"),
    ("a file", ["compare", "story/psot.md", "story/echo.md"], {}, "post.md"),
    ("a folder", ["compare", "stroy"], {}, "story"),
    ("a source", ["gate", "draft.md", "--sources", "stroy"], {}, "story"),
    ("a format", [*STORY, "--format", "jsno"], {}, "json"),
    ("a severity", [*GATE, "--fail-on", "eror"], {}, "error"),
    ("a profile", [*GATE, "--profile", "sumary"], {}, "summary"),
    ("a colour", [*STORY, "--color", "alwais"], {}, "always"),
    ("a rule to explain", ["explain", "hedging/lost-flor"], {}, "hedging/lost-floor"),
    ("a pack to explain", ["explain", "hedgin"], {}, "hedging"),
    ("a rule to test", ["rules", "test", "hedging/lost-flor"], {}, "hedging/lost-floor"),
    ("a rule to adjust", [*GATE, "--adjust", "hedging/lost-flor=off"], {}, "hedging/lost-floor"),
    ("a severity to adjust to", [*GATE, "--adjust", "hedging/lost-floor=warnig"], {}, "warning"),
    ("a topic", [*STORY, "--why", "baots wrecked"], {}, "boats wrecked"),
    ("a reference", [*STORY, "--reference", "story/psot.md"], {}, "post.md"),
    ("a table of words", [*STORY, "--lexicon", "vauge=own.yaml"], {"own.yaml": "words: {}\n"}, "vague"),
    ("a file of settings", [*STORY, "--config", "numchek.yaml"], {"numcheck.yaml": "version: 1\n"}, "numcheck.yaml"),
    ("a baseline", [*GATE, "--baseline", "bse.json"], {"base.json": "{}"}, "base.json"),
    ("an engine to read with", ["extract", "draft.md", "--engine", "quantulum"], {}, "quantulum3"),
    ("an engine of a scan", ["scan", "story", "--out", "run", "--engine", "sprak"], {}, "spark"),
    ("a schema", ["schema", "reprot"], {}, "report"),
    ("a key of settings", STORY, {"numcheck.yaml": "version: 1\nruls: desk\n"}, "rules"),
    ("a key of TOML settings", STORY, {"pyproject.toml": "[tool.numcheck]\nversion = 1\nruls = 'desk'\n"}, "rules"),
    ("a profile in settings", GATE, {"numcheck.yaml": "version: 1\nprofile: sumary\n"}, "summary"),
    ("a format in settings", STORY, {"numcheck.yaml": "version: 1\nformat: jsno\n"}, "json"),
    ("a rule in settings", GATE, {"numcheck.yaml": "version: 1\nadjust: {hedging/lost-flor: off}\n"}, "hedging/lost-floor"),
    ("a table in settings", STORY, {"numcheck.yaml": "version: 1\nlexicon: {vauge: own.yaml}\n"}, "vague"),
    ("a key of front matter", STORY, {"story/post.md": WIRE.replace("outlet", "outlte")}, "outlet"),
    ("a key of a story", STORY, {"story/story.yaml": "titel: Storm\n"}, "title"),
    ("an article of a story", STORY, {"story/story.yaml": "articles: {psot.md: {outlet: A}}\n"}, "post.md"),
    ("a key of an article", STORY, {"story/story.yaml": "articles: {post.md: {oulet: A}}\n"}, "outlet"),
    ("a key of decisions", STORY, {"story/numcheck.decisions.yaml": "version: 1\ndecision: []\n"}, "decisions"),
    ("a verb of a waiver", GATE, {"draft.md": f"<!-- numcheck: ignor-line all reason='x' -->\n{DRAFT}"}, "ignore-line"),
    (
        "a rule of a waiver",
        GATE,
        {"draft.md": f"<!-- numcheck: ignore-file hedging/lost-flor reason='x' -->\n{DRAFT}"},
        "lost-floor",
    ),
    ("a column of rows", ["compare", "a.jsonl"], {"a.jsonl": '{"text": "12 boats", "outlte": "A"}\n' * 2}, "outlet"),
]


@pytest.mark.parametrize(("given", "files", "near"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_the_nearest_is_offered(
    given: list[str],
    files: dict[str, str],
    near: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A name that is nearly one that is known is met with that one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for name, text in {"story/post.md": WIRE, "story/echo.md": OTHER, "draft.md": DRAFT, **files}.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    main(given)
    told = "".join(capsys.readouterr())
    assert re.search(rf"(?<![\w-]){re.escape(near)}(?![\w-])", told), told
