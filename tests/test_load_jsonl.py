"""JSON Lines and standard input: many articles in one file, and a text that has none."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from numcheck.load import articles, load
from numcheck.model.errors import NumcheckError, Unreadable

LINES: list[dict[str, str | None]] = [
    {"outlet": "The Harbour Post", "title": "Ferry sinks", "published": "2031-03-03 09:00", "text": "It killed 34 people."},
    {"outlet": "Valley Chronicle", "url": "https://valley.example/5", "text": "The ferry\n\nIt killed 38 people."},
    {"text": "It killed “forty” people.", "title": None},
]


def put(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def test_an_article_a_line(tmp_path: Path) -> None:
    """Each line is an article with its own name, which ends in the number of its line; blank lines are passed over."""
    path = put(tmp_path / "wire.jsonl", LINES[0], "", *LINES[1:])
    found = articles(path).articles
    assert [Path(a.path).name for a in found] == ["wire.jsonl#1", "wire.jsonl#3", "wire.jsonl#4"]
    assert [a.outlet for a in found] == ["The Harbour Post", "Valley Chronicle", "wire#4"]
    assert [a.text for a in found] == [line["text"] for line in LINES]
    assert found[0].published is not None and found[0].published.isoformat() == "2031-03-03T09:00"
    assert (found[0].title, found[1].url) == ("Ferry sinks", "https://valley.example/5")


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("{'text': 5}", "this is not JSON", "one JSON object"),
        ('{"text": "x"', "this is not JSON", "one JSON object"),
        ('["x"]', "no JSON object", "one JSON object"),
        ("[" * 100_000, "this is not JSON", "one JSON object"),
        ('{"outlet": "x"}', "there is no text", '"text"'),
        ('{"text": " "}', "there is no text", '"text"'),
        ('{"text": ["x"]}', "there is no text", '"text"'),
        ('{"text": "x", "outlte": "y"}', "no key 'outlte'", "did you mean 'outlet'?"),
        ('{"text": "x", "outlet": 5}', "outlet must be words, not int", "quotes"),
        ('{"text": "x", "published": "soon"}', "published is no date", "2021-11-02"),
    ],
)
def test_a_bad_line(tmp_path: Path, line: str, what: str, hint: str) -> None:
    """A line that is no article is told with its number and what to try."""
    path = put(tmp_path / "wire.jsonl", LINES[0], line)
    with pytest.raises(NumcheckError) as error:
        articles(path)
    assert error.value.where == f"{path.as_posix()}:2"
    assert what in error.value.what
    assert hint in error.value.hint


def test_empty(tmp_path: Path) -> None:
    """A file of blank lines is an empty one."""
    with pytest.raises(Unreadable, match="this is an empty file"):
        articles(put(tmp_path / "wire.jsonl", "", " "))


def test_one_article_is_wanted(tmp_path: Path) -> None:
    """Where one article is wanted a file of several is refused; one of one will do."""
    with pytest.raises(NumcheckError, match="this holds 2 articles"):
        load(put(tmp_path / "two.jsonl", *LINES[:2]))
    assert load(put(tmp_path / "one.jsonl", LINES[0])).outlet == "The Harbour Post"


class Pipe:
    """A standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path of one dash is standard input, read as text under a name of its own."""
    monkeypatch.setattr(sys, "stdin", Pipe(b"\xef\xbb\xbf---\noutlet: The Desk\n---\nSome 34 people came.\n"))
    (article,) = articles(Path("-"), "draft").articles
    assert (article.path, article.outlet, article.role) == ("stdin", "The Desk", "draft")
    assert article.readable().strip() == "Some 34 people came."


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on standard input, or a second dash, is told."""
    monkeypatch.setattr(sys, "stdin", Pipe(b"Some 34 people came.\n"))
    assert load(Path("-")).outlet == "stdin"
    with pytest.raises(Unreadable, match="there is nothing to read") as error:
        load(Path("-"))
    assert "name - once" in error.value.hint
