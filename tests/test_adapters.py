"""What all adapters share: a clear word where a library is missing, and what a draft comes to."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from numcheck.adapters.check import check
from numcheck.adapters.texts import article
from numcheck.cli import main
from numcheck.settings import Settings

SOURCE = "The flood killed at least 12 people and wrecked 40 boats."


@pytest.mark.parametrize(("command", "library"), [("mcp", "mcp"), ("lsp", "pygls")])
def test_a_missing_extra(
    command: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command whose library is not installed exits 2 and says what to install."""
    for name in [library, *(name for name in sys.modules if name.startswith(f"{library}."))]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, f"numcheck.adapters.{command}", raising=False)
    assert main([command]) == 2
    assert f'try: pip install "numcheck[{command}]"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "library"), [("deepeval", "deepeval"), ("inspect", "inspect_ai"), ("langchain", "langchain_core")]
)
def test_a_missing_library_names_its_extra(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever imports an adapter without the library that it plugs into is told what brings it."""
    for module in [library, *(module for module in sys.modules if module.startswith(f"{library}."))]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, f"numcheck.adapters.{name}", raising=False)
    with pytest.raises(ModuleNotFoundError) as failed:
        import_module(f"numcheck.adapters.{name}")
    assert failed.value.__notes__ == [f'try: pip install "numcheck[{name}]"']


OUTCOMES = [
    ("every figure supported", "The flood wrecked 40 boats.", [SOURCE], "pass", 1.0),
    ("one contradicted", "The flood killed 31 people and wrecked 40 boats.", [SOURCE], "fail", 0.5),
    ("one that no source has", "The flood wrecked 40 boats and 7 bridges.", [SOURCE], "fail", 0.5),
    ("no figure", "The flood was bad.", [SOURCE], "not checked", None),
    ("no text", " ", [SOURCE], "not checked", None),
    ("no source", "The flood killed 31 people.", [], "not checked", None),
    ("a named source", "The flood wrecked 40 boats.", [("The Post", SOURCE)], "pass", 1.0),
    (
        "an error on a supported figure",
        "The flood had 500 passengers.",
        ["The flood had between 450 and 500 passengers."],
        "fail",
        1.0,
    ),
]


@pytest.mark.parametrize(
    ("draft", "sources", "outcome", "score"), [row[1:] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES]
)
def test_outcomes(draft: str, sources: list[str | tuple[str, str]], outcome: str, score: float | None) -> None:
    """A draft passes where every figure is supported; what was not checked never passes."""
    found = check(draft, sources)
    assert (found.outcome, found.score) == (outcome, score)
    assert found.said


def test_reasons() -> None:
    """The reasons name each figure that is not supported, with what the source has."""
    told = check("The flood killed 31 people and wrecked 40 boats.", [("The Post", SOURCE)]).reasons()
    assert "- contradicted: “31” (line 1): The Post has “at least 12”" in told
    assert "40" not in told.splitlines()[1]


def test_a_text_is_loaded_by_the_words_of_the_house(tmp_path: Path) -> None:
    """A table that the settings name in the place of ours holds for a text in memory too."""
    own = tmp_path / "pages.yaml"
    own.write_text("keys: {desk: outlet}\n", encoding="utf-8")
    text = "---\ndesk: The Post\n---\n\nTwelve boats sank."
    assert article("a.md", text, Settings(lexicon={"pages": own})).outlet == "The Post"
